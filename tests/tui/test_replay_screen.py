"""Looking back on the screen: every week, team, page and day can be stepped to, and is told."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from textual.containers import VerticalScroll
from textual.pilot import Pilot

from rooms import a_room, drive_screen, painted
from simpasar import i18n
from simpasar.classroom.market import MarketWeek
from simpasar.firm.sheet import DecisionSheet, Forecast
from simpasar.game.seed import seed_file
from simpasar.money import grouped
from simpasar.tui.app import SimpasarApp
from simpasar.tui.screens.market import MarketScreen
from simpasar.tui.screens.replay import DAYS, PART_NAMES, ReplayScreen


@cache
def game(folder: Path, name: str = "pasar-pagi") -> Path:
    """Two weeks of a class, the second of them twice; a third is being decided."""
    room = a_room(name, people=3, path=folder / f"{name}.simpasar.jsonl", weeks=3)
    team = room.people[0]
    room.live_week()
    for price, reason in ((500, "Coba dulu"), (1_000, "Pembeli masih banyak")):
        standing = room.game.state.teams[team].sheet.decisions.standing()
        prices = {product: old + price for product, old in standing.prices.items()}
        sheet = DecisionSheet(
            decisions=standing.model_copy(update={"prices": prices}),
            forecast=Forecast(units=300, cash=1_200_000),
            reason=reason,
        )
        room.hand_in(team, sheet)
    room.game.rescue(team, 100_000, "Modal tertipu")
    room.live_week()
    room.game.undo("Salah ketik")
    room.live_week()
    room.hand_in(team, room.game.state.teams[team].sheet.carried())
    room.game.say("Hebat semua!")
    room.close()
    assert room.path is not None
    return room.path


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    i18n.use("id")
    return game(tmp_path_factory.mktemp("games"))


def looked_back(
    path: Path, *keys: str, clicks: tuple[str, ...] = (), size: tuple[int, int] = (80, 24)
) -> tuple[ReplayScreen, str]:
    """The screen and what is painted on it, once these keys were pressed and words clicked."""
    screen = ReplayScreen(path)
    found: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        for word in clicks:
            rows = painted(pilot.app).replace("\xa0", " ").splitlines()
            row = next(number for number, text in enumerate(rows) if word in text)
            await pilot.click(offset=(rows[row].index(word) + 1, row))
            await pilot.pause()
        found.append(painted(pilot.app).replace("\xa0", " "))

    drive_screen(screen, path.parent, steps, size=size)
    return screen, found[0]


# -- stepping -------------------------------------------------------------------------------


def test_weeks_are_stepped_forwards_and_backwards_and_stay_within_the_game(path: Path) -> None:
    screen, text = looked_back(path)
    assert screen.at_week == 0
    assert "►mg 1◄  mg 2×  mg 2  mg 3…" in text
    assert looked_back(path, "left")[0].at_week == 0
    assert looked_back(path, *["right"] * 9)[0].at_week == 3
    assert looked_back(path, "right", "right", "left")[0].at_week == 1


def test_a_week_taken_back_is_marked_and_says_why(path: Path) -> None:
    _screen, text = looked_back(path, "right")
    assert "minggu 2 dari 3, dibatalkan" in text
    assert "tidak dihitung: Salah ketik" in text
    assert "Rp 100.000: Modal tertipu" in text
    again, text = looked_back(path, "right", "right")
    assert "Minggu ke-2 dibatalkan oleh pelatih: Salah ketik" in text.replace("\n   ", " ")
    assert again.week is not None
    assert again.week.withdrawn is None


def test_a_week_not_yet_lived_shows_what_was_decided(path: Path) -> None:
    _screen, text = looked_back(path, *["right"] * 3)
    assert "sudah diputuskan, tetapi belum dijalani" in text
    assert "Hebat semua!" in text
    for part in range(2, len(PART_NAMES)):
        _screen, text = looked_back(path, *["right"] * 3, *["n"] * part)
        assert "belum dijalani" in text


def test_pages_and_teams_go_round(path: Path) -> None:
    screen, _text = looked_back(path, "b")
    assert screen.part == DAYS
    assert looked_back(path, *["n"] * len(PART_NAMES))[0].part == 0
    screen, _text = looked_back(path, "t", "t")
    assert screen.team == list(screen.recorded.setup.scenario.teams)[2] if screen.recorded else ""
    assert looked_back(path, *["t"] * 6)[0].at_team == 0


def test_days_are_stepped_over_the_ends_of_weeks(path: Path) -> None:
    screen, text = looked_back(path, "d")
    assert (screen.part, screen.at_day) == (DAYS, 0)
    assert "►Senin◄" in text
    screen, _text = looked_back(path, *["d"] * 8)
    assert (screen.at_week, screen.at_day) == (1, 0)
    screen, _text = looked_back(path, *["d"] * 8, "a")
    assert (screen.at_week, screen.at_day) == (0, 6)
    screen, _text = looked_back(path, "d", "a", "a")
    assert (screen.at_week, screen.at_day) == (0, 0)


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("mg 2×", (1, 0, 0, 0)), ("Cempaka", (0, 1, 0, 0)), ("Keputusan", (0, 0, 1, 0)),
        ("Minggu berikut", (1, 0, 0, 0)), ("Tim berikut", (0, 1, 0, 0)),
        ("Halaman berikut", (0, 0, 1, 0)),
    ],
)  # fmt: skip
def test_the_mouse_alone_steps_too(path: Path, word: str, told: tuple[int, int, int, int]) -> None:
    screen, _text = looked_back(path, clicks=(word,))
    assert (screen.at_week, screen.at_team, screen.part, screen.at_day) == told


def test_a_day_is_chosen_by_its_name(path: Path) -> None:
    screen, _text = looked_back(path, "d", clicks=("Kamis",))
    assert (screen.part, screen.at_day) == (DAYS, 3)


# -- what is told ---------------------------------------------------------------------------


def test_the_overview_shows_every_teams_result_of_the_record(path: Path) -> None:
    screen, text = looked_back(path)
    week = screen.week
    assert week is not None
    assert week.outcome is not None
    for team, mine in week.outcome.state.teams.items():
        facts = mine.history[-1].facts()
        row = next(
            line for line in text.splitlines()
            if line.strip().startswith(week.scenario.teams[team].name.id) and "  " in line.strip()
            and grouped(facts["cash"]) in line
        )  # fmt: skip
        assert grouped(facts["sold"]) in row
        assert grouped(facts["profit"]) in row
    assert week.head in text


def test_every_sheet_is_shown_with_maker_reason_and_forecast(path: Path) -> None:
    _screen, text = looked_back(path, "right", "n", size=(120, 40))
    assert "Diputuskan oleh: tim" in text
    assert "Alasan: “Pembeli masih banyak”" in text
    assert "300 unit, kas Rp 1.200.000" in text
    assert "Lembar sebelumnya, diganti oleh yang di atas" in text
    assert "Coba dulu" in text
    changed = [line for line in text.splitlines() if line.strip().startswith("► ")]
    assert len(changed) == 4
    _screen, text = looked_back(path, "t", "n")
    assert "lembar minggu lalu dipakai lagi" in text
    _screen, text = looked_back(path, "t", "t", "t", "n")
    assert "Diputuskan oleh: komputer (" in text


@pytest.mark.parametrize("part", range(len(PART_NAMES)))
def test_no_page_needs_more_than_a_second_screenful(part: int, path: Path) -> None:
    heights: list[tuple[int, int]] = []
    screen = ReplayScreen(path)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("right", *["n"] * part)
        await pilot.pause()
        page = screen.query_one("#page", VerticalScroll)
        heights.append((page.max_scroll_y, page.size.height))

    drive_screen(screen, path.parent, steps)
    hidden, height = heights[0]
    assert hidden <= height * (2 if part == 3 else 1)  # a cash book


def test_a_day_shows_whose_queue_it_was(path: Path) -> None:
    screen, text = looked_back(path, "d", size=(120, 40))
    assert screen.week is not None
    market = screen.week.market
    assert isinstance(market, MarketWeek)
    stalls = market.day(0).frame(24 * 3_600).stalls
    for stall in stalls:
        name = market.scenario.teams[stall.team].name.id
        row = next(line for line in text.splitlines() if line.startswith(f" {name} ")
                   and grouped(stall.sold) in line)  # fmt: skip
        assert grouped(stall.customers) in row
    gone = [it for it in market.day(0).happened if it.kind == "gone"]
    assert gone
    assert all(f"{it.clock} {it.told(market.scenario)}" in text for it in gone)


# -- the market again -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "clicks", "day"),
    [
        (("m",), (), 0),
        (("d", "d", "d", "m"), (), 2),
        (("d", "d"), ("Tonton hari ini",), 1),
        ((), ("M Pasar",), 0),
    ],
)
def test_the_market_can_be_watched_again_from_the_chosen_day(
    keys: tuple[str, ...], clicks: tuple[str, ...], day: int, path: Path
) -> None:
    screen = ReplayScreen(path)
    shown: list[object] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        for word in clicks:
            rows = painted(pilot.app).replace("\xa0", " ").splitlines()
            row = next(number for number, text in enumerate(rows) if word in text)
            await pilot.click(offset=(rows[row].index(word) + 1, row))
            await pilot.pause()
        shown.append(pilot.app.screen)
        await pilot.press("escape")
        await pilot.pause()
        shown.append(pilot.app.screen)

    drive_screen(screen, path.parent, steps)
    market, back = shown
    assert isinstance(market, MarketScreen)
    assert market.day.day == day
    assert back is screen


def test_a_week_not_lived_has_no_market(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(SimpasarApp, "notify", lambda self, text, **more: said.append(text))
    looked_back(path, *["right"] * 3, "m")
    assert said == ["Minggu ini belum dijalani: belum ada pasar untuk ditonton."]


# -- records that cannot be shown -----------------------------------------------------------


def copied(path: Path, folder: Path, text: bytes) -> Path:
    copy = folder / "salin.simpasar.jsonl"
    copy.write_bytes(text)
    seed_file(copy).write_bytes(seed_file(path).read_bytes())
    return copy


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_broken_record_says_its_sentence_in_the_language_spoken(
    language: i18n.Language, path: Path, tmp_path: Path
) -> None:
    """The record is read in a thread: it speaks as the screen does."""
    i18n.use(language)
    text = path.read_bytes().replace(b'"kind":"chance"', b'"kind":"chances"', 1)
    screen, shown = looked_back(copied(path, tmp_path, text))
    assert screen.recorded is None
    words = {"id": "baris ini telah diubah", "en": "this line has been changed"}
    assert words[language] in " ".join(shown.split())


def test_what_is_no_record_says_so_and_every_key_still_works(tmp_path: Path) -> None:
    copy = tmp_path / "bukan.simpasar.jsonl"
    copy.write_text("bukan catatan\n")
    keys = ("left", "right", "t", "n", "b", "d", "a", "m", "up", "down")
    screen, shown = looked_back(copy, *keys)
    assert screen.problem is not None
    assert "ini bukan rekaman simpasar" in " ".join(shown.split())


def test_a_game_in_which_nothing_was_decided_says_so(tmp_path: Path) -> None:
    room = a_room(path=tmp_path / "baru.simpasar.jsonl")
    room.close()
    assert room.path is not None
    screen, shown = looked_back(room.path, "right", "t", "n", "d", "m")
    assert screen.week is None
    assert "belum ada yang bisa dilihat kembali" in " ".join(shown.split())


def test_while_the_record_is_lived_through_keys_do_no_harm(path: Path) -> None:
    screen = ReplayScreen(path)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("right", "t", "n", "d", "m", "ctrl+l", "ctrl+l")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    drive_screen(screen, path.parent, steps)
    assert screen.recorded is not None


def test_whoever_leaves_before_it_is_read_is_not_called_back(path: Path) -> None:
    screen = ReplayScreen(path)
    tops: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("escape")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        tops.append(type(pilot.app.screen).__name__)

    drive_screen(screen, path.parent, steps)
    assert tops == ["HomeScreen"]


def test_the_language_changes_on_every_page_without_losing_the_place(path: Path) -> None:
    screen, text = looked_back(path, "right", "t", "n", "ctrl+l")
    assert (screen.at_week, screen.at_team, screen.part) == (1, 1, 1)
    assert "wk 2×" in text
    assert "Nobody handed in a sheet" in text
    i18n.change("id")
