"""The trainer's desk on the screen: every act by keys, by mouse alone, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.widgets import Static

from rooms import Steps, a_room, drive_screen, lived, painted
from simpasar.classroom.desk import Desk
from simpasar.classroom.pins import fits, hashed
from simpasar.classroom.room import Room
from simpasar.firm.ledger import Account
from simpasar.tui.screens.pin import NewPinScreen, PinScreen
from simpasar.tui.screens.trainer import TrainerScreen
from simpasar.tui.widgets.menu import Menu

NOW = 1_800_000_000


class At:
    """A wall clock that stands where it is put."""

    def __init__(self) -> None:
        self.second = NOW

    def __call__(self) -> int:
        return self.second


def at_the_desk(
    room: Room, folder: Path, steps: Steps, now: At | None = None, **options: Any
) -> None:
    drive_screen(TrainerScreen(room, now or At()), folder, steps, **options)


async def choose(pilot: Pilot[None], act: str) -> None:
    """Mark a line of the menu, and take it."""
    menu = pilot.app.screen.query_one(Menu)
    menu.highlighted = list(menu.choices).index(act)
    await pilot.press("enter")
    await pilot.pause()


async def typed(pilot: Pilot[None], text: str) -> None:
    await pilot.press(*("space" if sign == " " else sign for sign in text))


def problem(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#act-problem", Static).render())


# -- by keys ----------------------------------------------------------------------------------


def test_the_desk_shows_who_has_handed_in(tmp_path: Path) -> None:
    room = a_room(people=2)
    first, second = room.people
    room.hand_in(first, room.view(first).sheet.carried())

    async def steps(pilot: Pilot[None]) -> None:
        lines = painted(pilot.app)
        assert f"■ {room.name(first)}: sudah menyerahkan" in lines
        assert f"□ {room.name(second)}: belum menyerahkan" in lines

    at_the_desk(room, tmp_path, steps)


def test_a_message_to_all(tmp_path: Path) -> None:
    room = a_room()

    async def steps(pilot: Pilot[None]) -> None:
        await choose(pilot, "say")
        await typed(pilot, "halo semua")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, TrainerScreen)

    at_the_desk(room, tmp_path, steps)
    assert room.game.messages == ((1, "halo semua"),)


def test_a_rescue(tmp_path: Path) -> None:
    room = a_room()
    team = list(room.scenario.teams)[1]

    async def steps(pilot: Pilot[None]) -> None:
        await choose(pilot, "rescue")
        await pilot.press("right", "enter")
        await pilot.press("plus", "enter")
        await typed(pilot, "banjir")
        await pilot.press("enter")
        await pilot.pause()

    at_the_desk(room, tmp_path, steps)
    assert room.game.state.teams[team].books.balances[Account.RESCUE] == -150_000


def test_an_undo_is_asked_once_more_and_can_be_thought_better_of(tmp_path: Path) -> None:
    room = lived(a_room(), 2)

    async def steps(pilot: Pilot[None]) -> None:
        for answer, week in (("enter", 3), ("left", 2)):
            await choose(pilot, "undo")
            await typed(pilot, "salah")
            await pilot.press("enter")
            await pilot.pause()
            await pilot.press(answer, "enter") if answer == "left" else await pilot.press("enter")
            await pilot.pause()
            assert room.week == week
            if answer == "enter":
                await pilot.press("escape")
                await pilot.pause()

    at_the_desk(room, tmp_path, steps)
    assert room.lived == 1


def test_a_seat_to_the_computer_and_back(tmp_path: Path) -> None:
    room = a_room(people=2)
    team = room.people[0]

    async def steps(pilot: Pilot[None]) -> None:
        await choose(pilot, "bot")
        await pilot.press("enter", "right", "enter")
        await typed(pilot, "pulang")
        await pilot.press("enter")
        await pilot.pause()
        assert room.game.setup.bots[team] == "hati-hati"
        await choose(pilot, "back")
        await pilot.press("enter")
        await typed(pilot, "kembali")
        await pilot.press("enter")
        await pilot.pause()
        assert team in room.people

    at_the_desk(room, tmp_path, steps)


def test_a_late_team_with_a_name_and_a_pin(tmp_path: Path) -> None:
    room = a_room(people=2)
    (team,) = (team for team in room.scenario.teams if team not in room.people)

    async def steps(pilot: Pilot[None]) -> None:
        await choose(pilot, "late")
        await pilot.press("enter")
        await typed(pilot, "Tim Baru")
        await pilot.press("enter")
        await typed(pilot, "telat")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, NewPinScreen)
        await typed(pilot, "4321")
        await pilot.press("enter")
        await pilot.pause()
        assert "□ Tim Baru" in painted(pilot.app)

    at_the_desk(room, tmp_path, steps)
    assert room.name(team) == "Tim Baru"
    assert fits("4321", room.desk.pins[team])


def test_a_game_is_lengthened_and_ended(tmp_path: Path) -> None:
    room = lived(a_room(weeks=3), 1)

    async def steps(pilot: Pilot[None]) -> None:
        await choose(pilot, "weeks")
        await pilot.press("plus", "enter")
        await typed(pilot, "masih pagi")
        await pilot.press("enter")
        await pilot.pause()
        assert room.weeks == 4
        await choose(pilot, "end")
        await typed(pilot, "sore")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("left", "enter")
        await pilot.pause()
        assert room.finished

    at_the_desk(room, tmp_path, steps)
    assert room.weeks == 1


def test_a_game_that_is_over_is_sealed(tmp_path: Path) -> None:
    room = lived(a_room(weeks=1), 1)

    async def steps(pilot: Pilot[None]) -> None:
        await choose(pilot, "seal")
        await pilot.press("enter")
        await pilot.pause()
        assert not room.game.sealed
        await pilot.press("left", "enter")
        await pilot.pause()
        assert room.game.sealed
        assert "Rekaman sudah disegel" in painted(pilot.app)

    at_the_desk(room, tmp_path, steps)
    assert room.finished


def test_each_field_has_a_sentence(tmp_path: Path) -> None:
    room = a_room()
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await choose(pilot, "rescue")
        for _field in range(3):
            await pilot.pause()
            seen.append(str(pilot.app.screen.query_one("#act-help", Static).render()))
            await pilot.press("tab")

    at_the_desk(room, tmp_path, steps)
    assert all(seen)
    assert len(set(seen)) == 3


def test_the_ranking_is_shown_and_hidden(tmp_path: Path) -> None:
    room = a_room()

    async def steps(pilot: Pilot[None]) -> None:
        assert "Tampilkan peringkat" in painted(pilot.app)
        await choose(pilot, "league")
        assert room.desk.league
        assert "Sembunyikan peringkat" in painted(pilot.app)

    at_the_desk(room, tmp_path, steps)
    assert room.desk.league


def test_a_forgotten_pin_is_replaced(tmp_path: Path) -> None:
    room = a_room(desk=Desk())
    team = room.people[1]
    room.keep_desk(room.desk.with_pin(team, hashed("1111")))

    async def steps(pilot: Pilot[None]) -> None:
        await choose(pilot, "pin")
        await pilot.press("right", "enter")
        await pilot.pause()
        await typed(pilot, "2222")
        await pilot.press("enter")
        await pilot.pause()

    at_the_desk(room, tmp_path, steps)
    assert fits("2222", room.desk.pins[team])


def test_the_timer(tmp_path: Path) -> None:
    room, now = a_room(), At()

    async def steps(pilot: Pilot[None]) -> None:
        async def seen(text: str) -> bool:
            await pilot.pause(1.1)
            return text in painted(pilot.app)

        await pilot.press("5")
        await pilot.press("1")
        assert await seen("6:00")
        now.second += 70
        assert await seen("4:50")
        await pilot.press("p")
        now.second += 500
        assert await seen("4:50 (jeda)")
        await pilot.click("#pause")
        now.second += 290
        assert await seen("WAKTU HABIS")
        await pilot.click("#minute")
        assert await seen("1:00")

    at_the_desk(room, tmp_path, steps, now)


def test_what_cannot_be_done_now_says_why(tmp_path: Path) -> None:
    room = a_room()

    async def steps(pilot: Pilot[None]) -> None:
        await choose(pilot, "undo")
        assert isinstance(pilot.app.screen, TrainerScreen)
        assert "Belum ada minggu yang dimainkan." in painted(pilot.app)

    at_the_desk(room, tmp_path, steps)
    assert room.week == 1


def test_nothing_is_done_without_a_reason(tmp_path: Path) -> None:
    room = a_room(people=2)

    async def steps(pilot: Pilot[None]) -> None:
        await choose(pilot, "bot")
        await pilot.click("#do")
        await pilot.pause()
        assert problem(pilot) == "Alasan: tolong tulis beberapa kata."
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, TrainerScreen)

    at_the_desk(room, tmp_path, steps)
    assert len(room.people) == 2


# -- by mouse alone -----------------------------------------------------------------------------


async def click_text(pilot: Pilot[None], text: str) -> None:
    """Click where a text stands."""
    lines = painted(pilot.app).splitlines()
    row = next(number for number, line in enumerate(lines) if text in line)
    await pilot.click(offset=(lines[row].index(text) + 1, row))
    await pilot.pause()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_by_mouse_alone(size: tuple[int, int], tmp_path: Path) -> None:
    room = lived(a_room(people=2), 1)
    team = room.people[0]

    async def steps(pilot: Pilot[None]) -> None:
        await click_text(pilot, "Bantu tim dengan uang")
        await click_text(pilot, "[+]")
        await click_text(pilot, "Kena musibah")
        await click_text(pilot, "Berikan")
        await click_text(pilot, "Ulangi minggu terakhir")
        await click_text(pilot, "Salah ketik")
        await click_text(pilot, "Ulangi minggu itu")
        await click_text(pilot, "Ulangi minggu itu")
        assert room.week == 1
        await click_text(pilot, "PIN baru untuk tim")
        await click_text(pilot, "Pilih PIN")
        for digit in "7410":
            await pilot.click(f"#digit-{digit}")
        await click_text(pilot, "Simpan")
        await click_text(pilot, "Pesan untuk semua tim")
        await click_text(pilot, "Lima menit lagi.")
        await click_text(pilot, "Sampaikan")

    at_the_desk(room, tmp_path, steps, size=size)
    assert fits("7410", room.desk.pins[team])
    assert room.game.messages == ((1, "Lima menit lagi."),)


# -- rubbish ------------------------------------------------------------------------------------


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=30), st.text(max_size=30))
def test_rubbish_gets_a_sentence_or_is_taken_as_it_is(
    tmp_path: Path, amount: str, reason: str
) -> None:
    room = a_room()

    async def steps(pilot: Pilot[None]) -> None:
        await choose(pilot, "rescue")
        dialog = pilot.app.screen
        dialog.query_one("#in-amount", expect_type=None).value = amount  # type: ignore[attr-defined]
        dialog.query_one("#in-reason", expect_type=None).value = reason  # type: ignore[attr-defined]
        await pilot.pause()
        await pilot.click("#do")
        await pilot.pause()
        assert pilot.app.screen is not dialog or problem(pilot)

    at_the_desk(room, tmp_path, steps)
    assert room.week == 1


# -- the PIN --------------------------------------------------------------------------------------


def pin_given(folder: Path, *keys: str) -> tuple[list[object], str]:
    answers: list[object] = []
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        pilot.app.push_screen(PinScreen(hashed("1234"), lambda: "PIN tim Melati"), answers.append)
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        await pilot.pause()
        seen.append(painted(pilot.app))

    drive_screen(TrainerScreen(a_room()), folder, steps)
    return answers, seen[0]


def test_the_right_pin_opens(tmp_path: Path) -> None:
    answers, _seen = pin_given(tmp_path, "1", "3", "backspace", "2", "3", "4", "enter")
    assert answers == [True]


def test_a_wrong_pin_gets_a_sentence_and_another_try(tmp_path: Path) -> None:
    answers, seen = pin_given(tmp_path, "9", "9", "9", "9", "enter")
    assert answers == []
    assert "PIN-nya belum cocok" in seen
    assert "· · · · · ·" in seen


def test_a_pin_is_never_shown(tmp_path: Path) -> None:
    answers, seen = pin_given(tmp_path, "1", "2", "3", "4", "5", "6", "7")
    assert answers == []
    assert "■ ■ ■ ■ ■ ■" in seen
    assert "123" not in seen.replace(" ", "").replace("1234567890", "").replace("12345", "")


def test_going_back_from_a_pin_opens_nothing(tmp_path: Path) -> None:
    answers, _seen = pin_given(tmp_path, "1", "2", "3", "4", "escape")
    assert answers == [False]


def test_a_new_pin_is_long_enough_or_none(tmp_path: Path) -> None:
    answers: list[object] = []

    async def steps(pilot: Pilot[None]) -> None:
        pilot.app.push_screen(NewPinScreen(lambda: "PIN baru"), answers.append)
        await pilot.pause()
        await typed(pilot, "123")
        await pilot.press("enter")
        assert "4 sampai 6 angka" in painted(pilot.app)
        await pilot.press("enter")
        await pilot.pause()

    drive_screen(TrainerScreen(a_room()), tmp_path, steps)
    assert answers == [""]
