"""The meeting on the projector: votes and pledges go into the drafts, by keys and by mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot

from rooms import COMPATIBLE, a_room, drive_screen, lived, painted, said
from simpasar import i18n
from simpasar.classroom.room import Room
from simpasar.tui.screens.meeting import MeetingScreen
from simpasar.tui.screens.sheet import SheetScreen
from simpasar.tui.widgets.fields import FieldRow, TextInput
from simpasar.tui.widgets.tables import Table
from simpasar.tui.widgets.words import Sentences

MEMBER, GUEST = "anggrek", "cempaka"
PALM_SUGAR = "cooperative.pledges.gula_merah"
VOTE = "cooperative.votes.kue_sendiri"


def a_class(weeks: int = 4, path: Path | None = None) -> Room:
    return lived(a_room("dapur-bersama-lebaran", people=3, path=path), weeks)


def row(pilot: Pilot[None], path: str) -> FieldRow:
    return next(row for row in pilot.app.screen.query(FieldRow) if row.field.path == path)


def paths(pilot: Pilot[None]) -> list[str]:
    return [row.field.path for row in pilot.app.screen.query(FieldRow)]


def test_a_vote_and_a_pledge_by_keys_stand_in_the_draft(tmp_path: Path) -> None:
    room = a_class()
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("enter", "right")
        await pilot.pause()
        row(pilot, PALM_SUGAR).entry.focus()
        await pilot.press("plus", "plus")
        await pilot.pause()
        seen.append(said(pilot.app))
        table = pilot.app.screen.query_one("#pool", Table)
        seen.extend(r[1] for r in table.rows if r[0] == "Gula merah")

    drive_screen(MeetingScreen(room), tmp_path, steps)
    draft = room.draft(MEMBER) or {}
    assert draft[PALM_SUGAR] == "2"
    assert draft[VOTE] in room.scenario.cooperative.ballots["kue_sendiri"].options  # type: ignore[union-attr]
    assert "■ 1 suara: boleh sama" in seen[0]
    assert seen[1] == "2"


def test_a_vote_and_a_pledge_by_mouse_alone(tmp_path: Path) -> None:
    room = a_class()

    async def steps(pilot: Pilot[None]) -> None:
        lines = painted(pilot.app).splitlines()
        line = next(i for i, text in enumerate(lines) if "Gula m" in text and "[+]" in text)
        for _click in range(3):
            await pilot.click(offset=(lines[line].index("[+]") + 1, line))
            await pilot.pause()
        vote = next(i for i, text in enumerate(lines) if "[►]" in text)
        await pilot.click(offset=(lines[vote].index("[►]") + 1, vote))
        await pilot.pause()

    drive_screen(MeetingScreen(room), tmp_path, steps)
    draft = room.draft(MEMBER) or {}
    assert draft[PALM_SUGAR] == "3"
    assert VOTE in draft


def test_a_click_on_a_team_gives_it_the_word(tmp_path: Path) -> None:
    titles: list[object] = []

    async def steps(pilot: Pilot[None]) -> None:
        lines = painted(pilot.app).splitlines()
        line = next(i for i, text in enumerate(lines) if "Dahlia" in text)
        await pilot.click(offset=(6, line))
        await pilot.pause()
        titles.append(pilot.app.screen.query_one("#team").border_title)

    drive_screen(MeetingScreen(a_class()), tmp_path, steps)
    assert titles == ["Dahlia"]


def test_the_next_team_of_people_has_the_word_after_the_last_question(tmp_path: Path) -> None:
    room = a_class()
    titles: list[object] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("enter")
        for _question in paths(pilot):
            await pilot.press("enter")
            await pilot.pause()
        titles.append(pilot.app.screen.query_one("#team").border_title)
        for _team in range(2):
            await pilot.press("ctrl+n")
            await pilot.pause()
            titles.append(pilot.app.screen.query_one("#team").border_title)

    drive_screen(MeetingScreen(room), tmp_path, steps)
    assert titles == [room.name(team) for team in (GUEST, room.people[2], MEMBER)]


def test_who_joins_at_the_meeting_may_pledge_at_once_and_leaves_no_trace_on_second_thoughts(
    tmp_path: Path,
) -> None:
    room = a_class()
    seen: list[list[str]] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("ctrl+n")
        await pilot.pause()
        for _turn in range(2):
            seen.append(paths(pilot))
            await pilot.press("right")
            await pilot.pause()
        seen.append(paths(pilot))
        focused = pilot.app.focused
        assert focused is not None
        assert isinstance(focused.parent, FieldRow)

    drive_screen(MeetingScreen(room), tmp_path, steps)
    assert seen[0] == seen[2] == ["cooperative.member"]
    assert len(seen[1]) > 1
    assert (room.draft(GUEST) or {})["cooperative.member"] == "no"


def test_what_is_said_at_the_meeting_is_filled_in_when_the_sheet_is_opened(tmp_path: Path) -> None:
    room = a_class()

    async def steps(pilot: Pilot[None]) -> None:
        row(pilot, PALM_SUGAR).entry.focus()
        await pilot.press("plus")
        await pilot.pause()

    drive_screen(MeetingScreen(room), tmp_path, steps)
    sheet = SheetScreen(room, MEMBER)
    assert sheet.entries[PALM_SUGAR] == "1"


def test_what_a_team_has_typed_into_its_sheet_before_stays(tmp_path: Path) -> None:
    room = a_class()
    room.keep_draft(MEMBER, {"reason": "Ramai."})

    async def steps(pilot: Pilot[None]) -> None:
        row(pilot, PALM_SUGAR).entry.focus()
        await pilot.press("plus")
        await pilot.pause()

    drive_screen(MeetingScreen(room), tmp_path, steps)
    assert room.draft(MEMBER) == {"reason": "Ramai.", PALM_SUGAR: "1"}


def test_a_kill_loses_nothing_said(tmp_path: Path) -> None:
    room = a_class(path=tmp_path / "a.simpasar.jsonl")

    async def steps(pilot: Pilot[None]) -> None:
        row(pilot, PALM_SUGAR).entry.focus()
        await pilot.press("plus")
        await pilot.pause()

    drive_screen(MeetingScreen(room), tmp_path, steps)
    room.close()
    again = Room.go_on(tmp_path / "a.simpasar.jsonl")
    assert (again.draft(MEMBER) or {})[PALM_SUGAR] == "1"
    again.close()


def test_a_sheet_that_is_in_cannot_be_changed_here(tmp_path: Path) -> None:
    room = a_class()
    room.hand_in(MEMBER, room.view(MEMBER).sheet.carried())
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        seen.append(said(pilot.app))
        assert paths(pilot) == []

    drive_screen(MeetingScreen(room), tmp_path, steps)
    assert "Lembar sudah diserahkan" in seen[0]


def test_the_language_changes_and_the_team_stays(tmp_path: Path) -> None:
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("ctrl+n")
        await pilot.press("ctrl+l")
        await pilot.pause()
        seen.append(str(pilot.app.screen.query_one("#team").border_title))
        seen.append(str(pilot.app.screen.query_one("#standing", Sentences).sentences[0]))

    drive_screen(MeetingScreen(a_class()), tmp_path, steps, look=COMPATIBLE)
    assert seen[0] == "Cempaka"
    assert seen[1].startswith("Not a member.")


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(typed=st.text(max_size=30))
def test_rubbish_in_a_pledge_gets_a_sentence_and_no_crash(typed: str, tmp_path: Path) -> None:
    i18n.use("id")
    room = CLASS
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        entry = row(pilot, PALM_SUGAR).entry
        assert isinstance(entry, TextInput)
        entry.focus()
        entry.value = typed
        await pilot.pause()
        seen.append(said(pilot.app))

    drive_screen(MeetingScreen(room), tmp_path, steps)
    assert "Gula merah: " in seen[0]


CLASS = a_class()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_before_it_unlocks_the_meeting_says_when_it_begins(
    size: tuple[int, int], tmp_path: Path
) -> None:
    room = a_room("dapur-bersama-lebaran", people=3)
    unlocked = room.scenario.rules.unlocked["cooperative"]
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        seen.append(said(pilot.app))

    drive_screen(MeetingScreen(room), tmp_path, steps, size=size)
    assert (f"mulai minggu ke-{unlocked}" in seen[0]) == (unlocked > 1)
