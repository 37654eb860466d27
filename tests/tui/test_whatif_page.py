"""What if, on the screen: a recorded sheet decided otherwise, lived again, nothing lost."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from sheets import row, say
from textual.pilot import Pilot

from rooms import a_room, drive_screen, lived, painted, said
from simpasar import i18n
from simpasar.game.play import Game, Setup, open_game
from simpasar.game.record import FileWriter
from simpasar.game.seats import play_bots
from simpasar.money import grouped, signed
from simpasar.review.whatif import WhatIf, what_if
from simpasar.review.whatif_sheet import Otherwise
from simpasar.tui.app import SimpasarApp
from simpasar.tui.screens.replay import ReplayScreen
from simpasar.tui.screens.whatif import WhatIfResultScreen, WhatIfScreen
from simpasar.tui.widgets.tables import Table
from simpasar.tui.widgets.words import Sentences
from towns import TOWN, town

Walk = Callable[[Pilot[None], WhatIfScreen], Awaitable[None]]


@pytest.fixture(scope="module")
def game() -> Game:
    """Two weeks of the morning market."""
    i18n.use("id")
    return lived(a_room("pasar-pagi"), 2).game


def at_the_sheet(
    walk: Walk, game: Game, folder: Path, size: tuple[int, int] = (80, 24)
) -> WhatIfScreen:
    """Open the sheet of Melati's second week and do something with it."""
    screen = WhatIfScreen(game, 2, "melati")

    async def steps(pilot: Pilot[None]) -> None:
        await walk(pilot, screen)

    drive_screen(screen, folder, steps, size=size)
    return screen


async def click(pilot: Pilot[None], word: str) -> None:
    """Click a word on the screen."""
    rows = painted(pilot.app).replace("\xa0", " ").splitlines()
    number = next(number for number, text in enumerate(rows) if word in text)
    await pilot.click(offset=(rows[number].index(word) + 1, number))
    await pilot.pause()


async def calculated(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait until it has been lived."""
    await pilot.press(*keys)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def told(screen: WhatIfScreen, where: str) -> str:
    """What a part of the page says."""
    return " ".join(screen.query_one(where, Sentences).sentences)


# -- from the replay to the difference ------------------------------------------------------


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three weeks of a class, the second of them twice; the third is being decided."""
    i18n.use("id")
    path = tmp_path_factory.mktemp("games") / "kelas.simpasar.jsonl"
    room = lived(a_room("pasar-pagi", path=path, weeks=3), 2)
    room.game.undo("Salah ketik")
    room.live_week()
    room.hand_in(room.people[0], room.game.state.teams[room.people[0]].sheet.carried())
    room.close()
    return path


def test_from_the_replay_it_is_one_key_and_the_figures_are_those_of_whatif(record: Path) -> None:
    replay = ReplayScreen(record)
    shown: list[str] = []
    tops: list[object] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press(*["t"] * 5, "w")
        await say(pilot, "14000")
        await calculated(pilot, "ctrl+s")
        shown.append(painted(pilot.app))
        for _page in range(3):
            tops.append(pilot.app.screen)
            await pilot.press("escape")
            await pilot.pause()

    drive_screen(replay, record.parent, steps, size=(80, 40))
    assert [type(top) for top in tops] == [WhatIfResultScreen, WhatIfScreen, ReplayScreen]
    assert replay.recorded is not None
    game = replay.recorded.game
    found = what_if(game, 1, "melati", ["price.nasi_uduk=14000"])
    assert found.difference("melati") != (0, 0)
    lines = shown[0].replace("\xa0", " ").splitlines()
    assert any("Rp 14.000, bukan Rp 12.000" in line for line in lines)
    for team, seat in game.setup.scenario.teams.items():
        row = next(line for line in reversed(lines) if line.startswith(f" {seat.name.id} "))
        was, would = found.recorded[team], found.imagined[team]
        week, end = found.difference(team)
        assert row.split()[1:] == [
            grouped(was.week["profit"]), grouped(would.week["profit"]), signed(week),
            grouped(was.end.gained), grouped(would.end.gained), signed(end),
        ]  # fmt: skip
    profit = next(line for line in lines if "Laba bersih" in line)
    assert profit.split()[-1] == signed(found.difference("melati")[0])


def test_by_mouse_alone(record: Path) -> None:
    replay = ReplayScreen(record)
    tops: list[object] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        for word in ("Keputusan", "Andai keputusannya lain?", "Melati", "Jumlah adonan", "[+]"):
            await click(pilot, word)
        await click(pilot, "Hitung")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        tops.append(pilot.app.screen)

    drive_screen(replay, record.parent, steps)
    result = tops[0]
    assert isinstance(result, WhatIfResultScreen)
    assert (result.otherwise.week, result.otherwise.team) == (1, "melati")
    assert [change.path for change in result.found.changes] == ["batches.nasi_uduk.weekday"]


@pytest.mark.parametrize("week", [1, 3], ids=["taken back", "not lived"])
def test_a_week_that_does_not_count_says_so(
    week: int, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(SimpasarApp, "notify", lambda self, text, **more: seen.append(text))
    tops: list[object] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press(*["right"] * week, "w")
        await pilot.pause()
        tops.append(pilot.app.screen)

    replay = ReplayScreen(record)
    drive_screen(replay, record.parent, steps)
    assert tops == [replay]
    assert seen == [
        "Minggu ini tidak dihitung: pilih minggu yang sudah dijalani dan tidak dibatalkan."
    ]
    assert replay.week is not None
    assert not replay.week.stands


def test_a_week_in_which_nothing_could_be_decided_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A class may begin by looking on: then the sheet asks for a forecast only."""
    i18n.use("id")
    record = tmp_path / "kelas.simpasar.jsonl"
    scenario = town(weeks=2, rules={**TOWN["rules"], "unlocked": {"price": 2}})
    setup = Setup(scenario, 2, dict.fromkeys(scenario.teams, "diam"))
    with FileWriter.create(record, 7) as writer:
        game = open_game(setup, 7, writer)
        for _week in range(2):
            play_bots(game)
            game.live_week()
    seen: list[str] = []
    monkeypatch.setattr(SimpasarApp, "notify", lambda self, text, **more: seen.append(text))
    tops: list[object] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        for key in ("w", "right", "w"):
            await pilot.press(key)
            await pilot.pause()
            tops.append(type(pilot.app.screen))

    drive_screen(ReplayScreen(record), tmp_path, steps)
    assert seen == ["Minggu itu belum ada yang bisa diputuskan: pilih minggu sesudahnya."]
    assert tops == [ReplayScreen, ReplayScreen, WhatIfScreen]


# -- the sheet ------------------------------------------------------------------------------


def test_what_is_refused_is_a_sentence_and_nothing_is_lost(game: Game, tmp_path: Path) -> None:
    seen: list[str] = []

    async def walk(pilot: Pilot[None], screen: WhatIfScreen) -> None:
        for text in ("1", "murah"):
            await say(pilot, text)
            seen.append(told(screen, "#refusal"))
            await calculated(pilot, "ctrl+s")
            assert pilot.app.screen is screen
        await pilot.press("ctrl+l")
        await pilot.pause()
        seen.append(told(screen, "#refusal"))

    screen = at_the_sheet(walk, game, tmp_path)
    impossible, unread, english = seen
    assert impossible == "Nasi uduk diberi harga Rp 1: pilih antara Rp 3.600 dan Rp 36.000."
    assert "“murah”" in unread
    assert english.startswith("Coconut rice: ")
    assert screen.entries["prices.nasi_uduk"] == "murah"


def test_nothing_changed_is_not_calculated(game: Game, tmp_path: Path) -> None:
    seen: list[str] = []

    async def walk(pilot: Pilot[None], screen: WhatIfScreen) -> None:
        await calculated(pilot, "ctrl+s")
        assert pilot.app.screen is screen
        seen.append(told(screen, "#hint"))

    screen = at_the_sheet(walk, game, tmp_path)
    assert not screen.living
    assert "Belum ada yang diubah" in seen[0]


def test_what_is_typed_for_a_team_is_there_when_one_comes_back(game: Game, tmp_path: Path) -> None:
    teams = list(game.setup.scenario.teams)
    asked: list[str] = []

    async def walk(pilot: Pilot[None], screen: WhatIfScreen) -> None:
        await say(pilot, "14 rb")
        for _team in teams:
            await pilot.press("ctrl+t")
            await pilot.pause()
            asked.append(screen.otherwise.team)
            if screen.otherwise.team == "anggrek":
                await say(pilot, "9900")
        assert row(screen, "prices.nasi_uduk").text == "14.000"

    screen = at_the_sheet(walk, game, tmp_path)
    assert asked == teams
    changed = {team: _changed(game, team, screen.typed[team]) for team in teams}
    assert changed.pop("melati") == ["prices.nasi_uduk"]
    assert len(changed.pop("anggrek")) == 1
    assert not any(changed.values())


def _changed(game: Game, team: str, entries: dict[str, str]) -> list[str]:
    return [change.path for change in Otherwise(game, 2, team).changes(entries)]


def test_the_last_field_leads_to_the_button_and_back(game: Game, tmp_path: Path) -> None:
    focused: list[str | None] = []

    async def walk(pilot: Pilot[None], screen: WhatIfScreen) -> None:
        await screen.open_group(len(screen.form.groups) - 1, last=True)
        await pilot.pause()
        for key in ("enter", "up"):
            await pilot.press(key)
            await pilot.pause()
            focused.append(screen.focused.id if screen.focused else None)

    screen = at_the_sheet(walk, game, tmp_path)
    assert focused == ["calculate", f"in-{screen.field.path.replace('.', '-')}"]


# -- living it again ------------------------------------------------------------------------


def test_the_page_goes_on_while_it_is_lived_and_who_leaves_is_not_called_back(
    game: Game, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    rightly_lived = Otherwise.lived

    def slowly(self: Otherwise, entries: dict[str, str]) -> WhatIf:
        begun.set()
        assert go_on.wait(20)
        return rightly_lived(self, entries)

    monkeypatch.setattr(Otherwise, "lived", slowly)
    seen: list[str] = []
    tops: list[str] = []

    async def walk(pilot: Pilot[None], screen: WhatIfScreen) -> None:
        await say(pilot, "14000")
        await pilot.press("ctrl+s", "ctrl+s", "down", "5")
        await pilot.pause()
        assert begun.is_set()
        seen.append(told(screen, "#hint"))
        await pilot.press("escape")
        await pilot.pause()
        go_on.set()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        tops.append(type(pilot.app.screen).__name__)

    screen = at_the_sheet(walk, game, tmp_path)
    assert seen == ["Minggu 2 dijalani lagi ..."]
    assert screen.entries["prices.orek_tempe"].startswith("5")
    assert tops == ["HomeScreen"]


def test_the_result_speaks_the_other_language_whole(game: Game, tmp_path: Path) -> None:
    seen: list[str] = []

    async def walk(pilot: Pilot[None], screen: WhatIfScreen) -> None:
        await say(pilot, "14000")
        await calculated(pilot, "ctrl+s")
        for _turn in range(2):
            seen.append(said(pilot.app))
            await pilot.press("ctrl+l")
            await pilot.pause()

    at_the_sheet(walk, game, tmp_path, (80, 40))
    indonesian, english = seen
    assert "Harga, Nasi uduk: Rp 14.000, bukan" in indonesian
    assert "Prices, Coconut rice: Rp 14.000 instead of" in english
    assert "Omzet" not in english


# -- headings of several lines ---------------------------------------------------------------


def test_headings_of_several_lines_stand_on_the_line_below_them() -> None:
    table = Table([("Melati", "5")], ("Tim", "Minggu:\nselisih"))
    assert [line.plain.rstrip() for line in table._lines(40)] == [
        "          Minggu:",
        "Tim       selisih",
        "─────────────────",
        "Melati          5",
    ]
