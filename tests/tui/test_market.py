"""The market day on the screen: what it shows is the frame of that second; its clock obeys."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from textual.containers import VerticalScroll
from textual.pilot import Pilot

from rooms import COMPATIBLE, NORMAL, a_room, drive, drive_screen, lived, painted
from simpasar import i18n
from simpasar.classroom.day import ProductNow, StallNow
from simpasar.classroom.market import MarketWeek, last_market
from simpasar.money import grouped, rupiah
from simpasar.scenario.parts import DAY
from simpasar.tui.app import SimpasarApp
from simpasar.tui.look import Look
from simpasar.tui.screens.market import SPEEDS, TICK, MarketScreen
from simpasar.tui.widgets.bigclock import big
from simpasar.tui.widgets.stalls import SERVED, WAITS, StallCard, bar, people_told, stall_lines

NO_COLOUR = Look(compatible=True, colour=False, reason="asked")


@cache
def market(name: str = "dapur-bersama-lebaran") -> MarketWeek:
    found = last_market(lived(a_room(name), 2).game)
    assert found is not None
    return found


def still(name: str = "dapur-bersama-lebaran", **begun: Any) -> MarketScreen:
    """A market whose clock moves only when a test says so."""
    return MarketScreen(market(name), playing=False, **begun)


def ticked(screen: MarketScreen, times: int = 1) -> int:
    """Let some moments go by; the seconds of the day that went by with them."""
    before, was = screen.second, screen.playing
    screen.playing = True
    for _ in range(times):
        screen.tick()
    screen.playing = was
    return screen.second - before


def pressed(screen: MarketScreen, *keys: str) -> list[Any]:
    """What the screen gives back, if anything, when these keys have been pressed."""
    given: list[Any] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        await pilot.pause()

    async def on_top(pilot: Pilot[None]) -> None:
        await pilot.app.push_screen(screen, given.append)
        await pilot.pause()
        await steps(pilot)

    drive(SimpasarApp(Path("/nonexistent"), NORMAL), on_top)
    return given


def seen(
    screen: MarketScreen, folder: Path, size: tuple[int, int] = (80, 24), look: Look = NORMAL
) -> str:
    found: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        found.append(painted(pilot.app))

    drive_screen(screen, folder, steps, size=size, look=look)
    return found[0]


# -- what is shown --------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["dapur-bersama-lebaran", "pasar-pagi", "malam-bkt"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_every_stall_and_product_of_a_full_market_is_on_one_page(
    name: str, size: tuple[int, int], tmp_path: Path
) -> None:
    screen = still(name, day=2, second=12 * 3_600)
    text: list[str] = []
    hidden: list[int] = []

    async def steps(pilot: Pilot[None]) -> None:
        text.append(painted(pilot.app))
        hidden.append(screen.query_one("#stalls", VerticalScroll).max_scroll_y)

    drive_screen(screen, tmp_path, steps, size=size)
    assert hidden == [0]
    for stall in screen.frame.stalls:
        seat = screen.market.scenario.teams[stall.team]
        assert seat.name.id in text[0]
    sold = [ware.sold for stall in screen.frame.stalls for ware in stall.products]
    assert text[0].count("laku") == len(sold)


def test_the_numbers_painted_are_those_of_the_frame(tmp_path: Path) -> None:
    screen = still(day=2, second=12 * 3_600)
    text = seen(screen, tmp_path, size=(120, 40))
    for stall in screen.frame.stalls:
        for ware in stall.products:
            assert f"sisa {ware.shelf:>3}  laku {ware.sold:>3}  batal {ware.lost:>2}" in text
            assert rupiah(ware.price) in text
    assert big("12:00").splitlines()[0] in text


def test_nobody_sees_what_a_team_has_taken_in(tmp_path: Path) -> None:
    screen = still(day=2, second=14 * 3_600)
    text = seen(screen, tmp_path, size=(120, 40))
    for stall in screen.frame.stalls:
        assert stall.takings > 100_000
        assert grouped(stall.takings) not in text


def test_news_and_weather_of_the_day_are_told(tmp_path: Path) -> None:
    screen = still(day=0)
    text = seen(screen, tmp_path)
    scenario = screen.market.scenario
    assert screen.day.news.events
    assert scenario.events[screen.day.news.events[0]].news.id in text
    assert scenario.weather[screen.day.news.weather].name.id.lower() in text
    assert "Senin" in text
    assert "Buka: semua lapak." in text


@pytest.mark.parametrize("look", [NORMAL, COMPATIBLE, NO_COLOUR])
def test_whether_time_stands_still_can_be_read_in_every_look(look: Look, tmp_path: Path) -> None:
    assert "■ jeda" in seen(still(), tmp_path, look=look)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_changing_the_language_leaves_the_clock_where_it_is(
    language: i18n.Language, tmp_path: Path
) -> None:
    i18n.use(language)
    screen = still(day=1, second=13 * 3_600)
    text: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("ctrl+l")
        await pilot.pause()
        text.append(painted(pilot.app))
        ticked(screen)

    drive_screen(screen, tmp_path, steps)
    assert ("sold" if language == "id" else "laku") in text[0]
    assert screen.day.day == 1
    assert screen.second > 13 * 3_600


def test_only_what_has_changed_is_painted_anew(tmp_path: Path) -> None:
    screen = still(day=2, second=12 * 3_600)
    painted_anew: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        for card in screen.query(StallCard):
            card.refresh = lambda *a, t=card.stall.team, **k: painted_anew.append(t)  # type: ignore[method-assign]
        before = screen.frame
        for _ in range(20):
            screen.reach(screen.second + 1)
        changed = [
            now.team for was, now in zip(before.stalls, screen.frame.stalls, strict=True)
            if was != now
        ]  # fmt: skip
        assert set(changed) <= set(painted_anew)
        assert len(painted_anew) < 20 * len(screen.frame.stalls) / 2

    drive_screen(screen, tmp_path, steps)


# -- one stall ------------------------------------------------------------------------------


def a_stall(products: int = 1, **changes: Any) -> StallNow:
    now = ProductNow("dodol", 18_000, 7, 20, 20, 13, 234_000, 0, 1, 2, 3)
    values = {
        "team": "melati", "door": "open", "queue": 0, "serving": 0, "servers": 1, "customers": 0,
        "left": 0, "takings": 0, "products": (now,) * products, **changes,
    }  # fmt: skip
    return StallNow(**values)


def lines(stall: StallNow, width: int = 39, rows: int = 5) -> list[str]:
    return [line.plain for line in stall_lines(market().scenario, stall, 21_600, width, rows)]


@pytest.mark.parametrize("queue", [0, 1, 12, 80])
def test_a_queue_is_a_number_and_a_figure_for_each_person_there_is_room_for(queue: int) -> None:
    head = lines(a_stall(queue=queue, serving=1))[0]
    assert len(head) == 39
    assert (f"antre {queue}" in head) == (queue > 0)
    assert SERVED in head
    assert head.count(WAITS) == queue or (head.endswith("…") and head.count(WAITS) > 5)


@pytest.mark.parametrize(
    ("door", "word"),
    [
        ("before", "buka pukul 06:00"), ("open", "buka"), ("after", "tutup"),
        ("flood", "tutup: banjir"), ("inspection", "tutup: pemeriksaan"),
        ("idle", "hari ini tidak jualan"),
    ],
)  # fmt: skip
def test_a_stall_says_whether_it_is_open_and_why_not(door: str, word: str) -> None:
    assert f"({word})" in lines(a_stall(door=door))[0]


@pytest.mark.parametrize("products", range(1, 9))
@pytest.mark.parametrize("width", [39, 58])
def test_a_stall_never_takes_more_room_than_it_has(products: int, width: int) -> None:
    for rows in range(2, 12):
        told = lines(a_stall(products), width, rows)
        assert len(told) <= rows
        assert max(map(len, told)) <= width


def test_products_that_find_no_room_are_counted_together() -> None:
    told = lines(a_stall(6))
    assert "3 lagi: laku 39, batal 18" in told[-1]


@pytest.mark.parametrize(
    ("amount", "most", "full"), [(0, 0, 0), (0, 20, 0), (1, 20, 1), (10, 20, 5), (20, 20, 10)]
)
def test_a_bar_is_as_long_as_the_shelf_is_full(amount: int, most: int, full: int) -> None:
    assert bar(amount, most, 10) == "█" * full + "░" * (10 - full)


@pytest.mark.parametrize("room", range(8))
def test_figures_of_people_stay_in_their_room(room: int) -> None:
    assert len(people_told(1, 4, room)) <= room


# -- the clock ------------------------------------------------------------------------------


@pytest.mark.parametrize("speed", range(len(SPEEDS)))
def test_a_day_takes_as_long_as_its_speed_says(speed: int, tmp_path: Path) -> None:
    screen = still()
    ticks: list[int] = []

    async def steps(pilot: Pilot[None]) -> None:
        screen.speed = speed
        while not screen.over:
            ticked(screen)
            ticks.append(screen.second)

    drive_screen(screen, tmp_path, steps)
    assert ticks == sorted(ticks)
    assert abs(len(ticks) * TICK - SPEEDS[speed][0]) <= 1


def test_a_day_that_is_over_shows_all_of_it_and_then_comes_the_next(tmp_path: Path) -> None:
    screen = still()

    async def steps(pilot: Pilot[None]) -> None:
        screen.reach(screen.day.ends)
        assert screen.frame == screen.day.frame(DAY, screen.day.starts)
        await pilot.pause()
        assert "Hari ini selesai" in painted(pilot.app)
        ticked(screen, 100)
        assert screen.day.day == 1

    drive_screen(screen, tmp_path, steps)
    assert screen.second >= screen.day.starts


def test_at_the_end_of_the_week_time_stops(tmp_path: Path) -> None:
    screen = still(day=6)

    async def steps(pilot: Pilot[None]) -> None:
        screen.reach(screen.day.ends)
        ticked(screen, 500)
        await pilot.pause()
        assert "Minggu selesai" in painted(pilot.app)

    drive_screen(screen, tmp_path, steps)
    assert (screen.day.day, screen.over) == (6, True)


def test_time_goes_by_on_its_own_but_not_under_another_page(tmp_path: Path) -> None:
    screen = MarketScreen(market())
    seconds: list[int] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.pause(5 * TICK)
        await pilot.press("question_mark")
        await pilot.pause()
        seconds.append(screen.second)
        await pilot.pause(5 * TICK)
        seconds.append(screen.second)

    drive_screen(screen, tmp_path, steps)
    assert seconds[0] > screen.day.starts
    assert seconds[0] == seconds[1]


# -- keys -----------------------------------------------------------------------------------


def test_enter_alone_leads_through_the_week_and_on() -> None:
    screen = still()
    assert pressed(screen, *["enter"] * 7) == []
    assert (screen.day.day, screen.over) == (6, True)
    assert pressed(still(), *["enter"] * 8) == [True]


def test_n_is_the_next_day_and_b_goes_back() -> None:
    screen = still(day=3, second=13 * 3_600)
    pressed(screen, "b")
    assert (screen.day.day, screen.second) == (3, screen.day.starts)
    screen = still(day=3)
    pressed(screen, "b", "n", "n", "b")
    assert screen.day.day == 3
    screen = still()
    pressed(screen, "b")
    assert screen.day.day == 0


def test_p_and_the_space_bar_stop_the_clock_and_let_it_go_on() -> None:
    screen = still()
    pressed(screen, "p")
    assert screen.playing
    screen = MarketScreen(market())
    pressed(screen, "space")
    assert not screen.playing


def test_arrows_change_the_speed_within_bounds() -> None:
    for keys, speed in (
        (["left"] * 3, 0), (["right"] * 3, 2), (["right", "left"], 1), (["plus", "minus"], 1),
    ):  # fmt: skip
        screen = still()
        pressed(screen, *keys)
        assert screen.speed == speed


def test_e_skips_to_the_end_of_the_week_whose_figures_are_whole() -> None:
    screen = still()
    pressed(screen, "e")
    assert (screen.day.day, screen.over) == (6, True)
    assert [s.sold for s in screen.frame.stalls] == [s.sold for s in screen.day.frame(DAY).stalls]


def test_escape_leaves_before_the_end() -> None:
    assert pressed(still(), "escape") == [False]


@pytest.mark.parametrize(
    ("label", "day", "speed"), [("Hari berikut", 1, 1), ("Ke akhir", 6, 1), ("Lebih cepat", 0, 2)]
)
def test_the_mouse_alone_does_it_too(label: str, day: int, speed: int, tmp_path: Path) -> None:
    screen = still()

    async def steps(pilot: Pilot[None]) -> None:
        rows = painted(pilot.app).replace("\xa0", " ").splitlines()
        row = next(number for number, text in enumerate(rows) if label in text)
        await pilot.click(offset=(rows[row].index(label) + 1, row))
        await pilot.pause()

    drive_screen(screen, tmp_path, steps)
    assert (screen.day.day, screen.speed) == (day, speed)
