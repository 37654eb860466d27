"""The decision sheet on its screen: by keyboard alone, by mouse alone, with anything typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sheets import at_the_sheet, row, say
from textual.pilot import Pilot
from textual.widgets import Button, Static

from rooms import a_room, drive_screen, lived, painted
from simpasar import i18n
from simpasar.classroom.clock import Clock
from simpasar.tui.screens.sheet import SheetScreen
from simpasar.tui.widgets.calculator import Calculator, pair
from simpasar.tui.widgets.checks import Checks

# -- typing -------------------------------------------------------------------------------


def test_the_first_field_waits_for_its_number_at_once(tmp_path: Path) -> None:
    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        await pilot.press("1", "4", "0", "0", "0")

    screen = at_the_sheet(walk, tmp_path)
    first = screen.form.groups[0].fields[0]
    assert screen.entries[first.path] == "14000"


def test_the_calculator_follows_every_key(tmp_path: Path) -> None:
    seen = []

    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        for key in "9900":
            await pilot.press(key)
            plan = screen.query_one(Calculator).seen
            assert plan is not None
            seen.append(plan.products[0].price)

    at_the_sheet(walk, tmp_path)
    assert seen == [9, 99, 990, 9_900]


def test_what_was_understood_is_said_and_written_out(tmp_path: Path) -> None:
    told, left = [], []

    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        await say(pilot, "12,5 rb")
        told.append(str(screen.query_one("#detail", Static).render()))
        await pilot.press("enter")
        await pilot.pause()
        left.append(screen.entries[screen.form.groups[0].fields[0].path])

    at_the_sheet(walk, tmp_path)
    assert "Rp\u00a012.500" in told[0]
    assert left == ["12.500"]


def test_what_means_nothing_is_said_and_marked(tmp_path: Path) -> None:
    pictures = []

    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        await say(pilot, "12.5")
        await pilot.press("down")
        await pilot.pause()
        pictures.append(painted(pilot.app))
        await pilot.press("up")
        await pilot.pause()
        pictures.append(painted(pilot.app))

    screen = at_the_sheet(walk, tmp_path)
    assert "Harga!" in pictures[0]
    assert "belum terbaca sebagai jumlah uang" in pictures[1]
    assert [problem.path for problem in screen.problems] == [screen.form.groups[0].fields[0].path]


def test_plus_and_minus_step_the_number_that_people_are_at(tmp_path: Path) -> None:
    seen = []

    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        path = screen.field.path
        for key in ("plus", "plus", "minus"):
            await pilot.press(key)
            await pilot.pause()
            seen.append(screen.entries[path])

    at_the_sheet(walk, tmp_path)
    assert seen == ["15.500", "16.000", "15.500"]


def test_a_forecast_of_less_than_nothing_can_be_typed(tmp_path: Path) -> None:
    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        await screen.go_to("forecast.cash")
        await say(pilot, "-50000")

    screen = at_the_sheet(walk, tmp_path)
    assert screen.entries["forecast.cash"] == "-50000"


# -- from field to field ------------------------------------------------------------------


def test_enter_walks_through_every_field_and_hands_in(tmp_path: Path) -> None:
    room = a_room("pasar-pagi")
    seen: list[str] = []

    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        for _number in range(60):
            if isinstance(screen.focused, Button):
                break
            seen.append(screen.field.path)
            await pilot.press("enter")
            await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Checks)  # there is no forecast yet
        await pilot.press("right", "enter")
        await pilot.pause()

    screen = at_the_sheet(walk, tmp_path, room)
    assert seen == [field.path for field in screen.form.fields]
    assert list(room.game.sheets) == [room.people[0]]


def test_up_goes_back_over_the_groups(tmp_path: Path) -> None:
    seen = []

    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        await pilot.press("pagedown", "up", "up")
        await pilot.pause()
        seen.append(screen.field.path)
        await screen.open_group(len(screen.form.groups) - 1, last=True)
        await pilot.press("enter", "up")
        await pilot.pause()
        seen.append(screen.field.path)

    screen = at_the_sheet(walk, tmp_path)
    assert seen == [screen.form.groups[0].fields[0].path, "reason"]


def test_groups_turn_by_key_and_by_mouse(tmp_path: Path) -> None:
    seen = []

    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        for key in ("pagedown", "ctrl+n", "pageup", "ctrl+b", "pageup"):
            await pilot.press(key)
            await pilot.pause()
            seen.append(screen.group.id)
        lines = painted(pilot.app).splitlines()
        at = next(i for i, line in enumerate(lines) if "Pemasok" in line)
        await pilot.click(offset=(lines[at].index("Pemasok") + 1, at))
        await pilot.pause()
        seen.append(screen.group.id)

    at_the_sheet(walk, tmp_path)
    assert seen == ["production", "ingredients", "production", "price", "forecast", "ingredients"]


def test_page_down_turns_even_a_group_that_is_longer_than_the_screen(tmp_path: Path) -> None:
    groups = []

    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        for _group in screen.form.groups:
            groups.append(screen.at)
            await pilot.press("pagedown")
            await pilot.pause()

    room = a_room("pasar-pagi")
    kenanga = SheetScreen(room, "kenanga")

    async def steps(pilot: Pilot[None]) -> None:
        await walk(pilot, kenanga)

    drive_screen(kenanga, tmp_path, steps)
    assert groups == list(range(len(kenanga.form.groups)))


def test_the_mouse_alone_steps_and_chooses(tmp_path: Path) -> None:
    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        steps = list(row(screen, "prices.bir_pletok").query(".step"))
        await pilot.click(steps[1])
        await pilot.click(steps[1])
        await pilot.click(steps[0])
        await screen.go_to("suppliers.gula")
        await pilot.pause()
        await pilot.click(row(screen, "suppliers.gula").query_one(".choice-box"))
        await pilot.pause()

    screen = at_the_sheet(walk, tmp_path)
    assert screen.entries["prices.bir_pletok"] == "15.500"
    assert screen.entries["suppliers.gula"] == "grosir"


def test_choices_go_round_by_arrows_and_space(tmp_path: Path) -> None:
    seen = []

    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        await screen.go_to("suppliers.gula")
        for key in ("right", "right", "left", "space"):
            await pilot.press(key)
            await pilot.pause()
            seen.append(screen.entries["suppliers.gula"])

    at_the_sheet(walk, tmp_path)
    assert seen == ["grosir", "pasar", "grosir", "pasar"]


def test_a_closed_door_says_why_and_lets_nobody_in(tmp_path: Path) -> None:
    room = lived(a_room("pasar-pagi"), 3)
    pictures = []

    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        await screen.go_to("borrow.kur")
        await pilot.press("5", "plus", "right")
        await pilot.pause()
        pictures.append(painted(pilot.app))

    screen = at_the_sheet(walk, tmp_path, room)
    assert screen.entries["borrow.kur"] == "0"
    assert "selesai dulu." in pictures[0]


# -- the panels ---------------------------------------------------------------------------


def test_one_panel_at_80_columns_two_at_120(tmp_path: Path) -> None:
    pictures: dict[int, list[str]] = {80: [], 120: []}
    for width, seen in pictures.items():

        async def walk(pilot: Pilot[None], screen: SheetScreen, seen: list[str] = seen) -> None:
            for _press in range(2):
                await pilot.pause()
                seen.append(painted(pilot.app))
                await pilot.press("ctrl+t")

        at_the_sheet(walk, tmp_path, lived(a_room("pasar-pagi"), 1), (width, 24))
    assert ["Hitungan ─" in text for text in pictures[80]] == [True, False]
    assert ["Minggu lalu ─" in text for text in pictures[80]] == [False, True]
    assert all("Hitungan ─" in t and "Minggu lalu ─" in t for t in pictures[120])


def test_last_week_is_turned_page_by_page_by_its_key(tmp_path: Path) -> None:
    seen = []

    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        panel = screen.query_one("#before")
        for _press in range(10):
            await pilot.press("ctrl+t")
            await pilot.pause()
            if screen.beside == "calculator":
                break
            seen.append(panel.scroll_y)
        assert panel.max_scroll_y > 0

    screen = at_the_sheet(walk, tmp_path, lived(a_room("pasar-pagi"), 2))
    assert screen.beside == "calculator"
    assert seen == sorted(set(seen))
    assert len(seen) > 1


def test_a_label_and_its_value_always_have_room() -> None:
    assert pair("Kas", "Rp 5", 12) == "Kas     Rp 5"
    assert pair("Kas terendah", "Rp 15.000", 16) == "Kas terendah\n       Rp 15.000"


def test_the_title_tells_the_time_that_is_left(tmp_path: Path) -> None:
    room = a_room("pasar-pagi")
    pictures = []
    for clock in (Clock(0, 90, running=False), Clock(0, 0)):
        room.desk = room.desk.with_draft("nobody", None)
        object.__setattr__(room.desk, "clock", clock.numbers())

        async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
            pictures.append(painted(pilot.app).splitlines()[0])

        at_the_sheet(walk, tmp_path, room)
    assert "1:30" in pictures[0]
    assert "Waktu habis" in pictures[1]


# -- languages and rubbish ----------------------------------------------------------------


def test_the_language_changes_and_nothing_typed_is_lost(tmp_path: Path) -> None:
    seen = []

    async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
        await screen.go_to("drawings")
        await say(pilot, "7,5 rb")
        await pilot.press("ctrl+l")
        await pilot.pause()
        seen.append(painted(pilot.app))
        assert screen.field.path == "drawings"
        assert screen.focused is row(screen, "drawings").entry

    screen = at_the_sheet(walk, tmp_path)
    i18n.use("id")
    assert screen.entries["drawings"] in ("7,5 rb", "7.500")
    assert "Household" in seen[0]
    assert "Hitungan" not in seen[0]


RUBBISH = st.text(max_size=30) | st.sampled_from(["[b]x[/b]", "$x", "\x1b[31m", "{team}", "%s"])


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_rubbish_in_every_field_gives_a_sentence_and_no_crash(
    language: i18n.Language, tmp_path: Path
) -> None:
    i18n.use(language)
    room = lived(a_room("dapur-bersama-lebaran"), 3)
    paths = [field.path for field in SheetScreen(room, room.people[0]).form.fields]

    @given(st.lists(RUBBISH, min_size=len(paths), max_size=len(paths)))
    @settings(
        max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
    )
    def typed(texts: list[str]) -> None:
        async def walk(pilot: Pilot[None], screen: SheetScreen) -> None:
            for field, text in zip(list(screen.form.fields), texts, strict=True):
                await screen.go_to(field.path)
                if not field.closed and field.typed:
                    row(screen, field.path).put(text)
                    await pilot.pause()
                    told = str(screen.query_one("#detail", Static).render())
                    assert len(told) > len(field.label) + 2
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert isinstance(pilot.app.screen, Checks)

        at_the_sheet(walk, tmp_path, room)

    typed()
