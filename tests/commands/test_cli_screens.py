"""simpasar doctor and simpasar play: what is said before any screen opens."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from command_line import Run
from simpasar.commands import checkup as looking
from simpasar.commands.checkup import SAMPLE, Checkup, Folder, checkup, looked_at

pty = pytest.importorskip("pty")
termios = pytest.importorskip("termios")

Size = tuple[int, int]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[[Size], None]]:
    """Sets the size of a terminal that people sit at; 80 x 24 to begin with."""
    for name in ("SIMPASAR_LOOK", "NO_COLOR", "COLORTERM", "TERM_PROGRAM", "WT_SESSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("SIMPASAR_DATA", str(tmp_path / "games"))
    monkeypatch.setattr(looking, "at_terminal", lambda: True)

    def sized(size: Size) -> None:
        monkeypatch.setenv("COLUMNS", str(size[0]))
        monkeypatch.setenv("LINES", str(size[1]))

    sized((80, 24))
    return sized


def on_a_pty(size: Size, *words: str, **environment: str) -> tuple[int, str]:
    """A command in a real terminal of a size: its status, and what stands on the terminal."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (size[1], size[0]))
    inherited = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}
    child = subprocess.Popen(
        [sys.executable, "-m", "simpasar", *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**inherited, "SIMPASAR_LANG": "en", **environment},
    )
    os.close(theirs)
    said = b""
    try:
        while part := os.read(ours, 4096):
            said += part
    except OSError:  # Linux says so when nobody holds the other end any more
        pass
    os.close(ours)
    return child.wait(timeout=60), " ".join(said.decode().split())


# -- doctor -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "begins", "ends"),
    [
        ("en", "What this terminal can do", "The game can be played here."),
        ("id", "Kemampuan terminal ini", "Permainan bisa dimainkan di sini."),
    ],
)
@pytest.mark.usefixtures("terminal")
def test_doctor_says_what_the_terminal_can_do_in_eighty_columns(
    run: Run, language: str, begins: str, ends: str
) -> None:
    status, out, err = run("doctor", "--lang", language)
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert (lines[0], lines[-1]) == (begins, ends)
    assert f"  {SAMPLE}" in lines
    assert "xterm-256color" in out
    assert "256" in out
    assert max(len(line) for line in lines if "/" not in line) <= 80


@pytest.mark.usefixtures("terminal")
def test_doctor_tells_programs_the_same(run: Run, tmp_path: Path) -> None:
    status, out, err = run("doctor", "--json")
    assert (status, err) == (0, "")
    found = json.loads(out)
    assert (found["columns"], found["lines"], found["colours"]) == (80, 24, 256)
    assert found["look"] == {"compatible": False, "colour": True, "reason": "known"}
    assert found["games"]["path"] == str(tmp_path / "games")
    assert found["games"]["writable"] is True
    assert set(found["versions"]) == {"python", "simpasar", "textual"}
    assert (found["warnings"], found["problems"]) == ([], [])


@pytest.mark.usefixtures("terminal")
def test_doctor_leaves_nothing_behind(run: Run, tmp_path: Path) -> None:
    run("doctor")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("NO_COLOR", "1", "none, because NO_COLOR is set"),
        ("SIMPASAR_LOOK", "compatible", "compatible, because SIMPASAR_LOOK asks for it"),
        ("SIMPASAR_LOOK", "pretty", "SIMPASAR_LOOK is pretty, which is no look"),
        ("TERM", "vt100", "compatible, because this terminal is not known"),
        ("TERM", "xterm-256color", "normal, because this terminal is known to be good"),
    ],
)
@pytest.mark.usefixtures("terminal")
def test_doctor_says_which_look_was_chosen_and_why(
    run: Run, variable: str, value: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    status, out, _err = run("doctor")
    assert status == 0
    assert said in " ".join(out.split())


@pytest.mark.parametrize(
    ("size", "status", "said"),
    [
        ((80, 24), 0, "The game can be played here."),
        ((79, 24), 0, "The window is smaller than 80 x 24"),
        ((80, 23), 0, "The window is smaller than 80 x 24"),
        ((60, 20), 0, "The window is smaller than 80 x 24"),
        ((59, 20), 1, "59 columns and 20 lines, too few to play"),
        ((60, 19), 1, "60 columns and 19 lines, too few to play"),
    ],
)
def test_doctor_warns_below_80_x_24_and_fails_below_60_x_20(
    run: Run, terminal: Callable[[Size], None], size: Size, status: int, said: str
) -> None:
    terminal(size)
    left, out, _err = run("doctor")
    assert left == status
    assert said in " ".join(out.split())
    assert all(len(line) <= 80 for line in out.splitlines()[3:] if "/" not in line)  # but paths


@pytest.mark.usefixtures("terminal")
def test_doctor_fails_where_the_cursor_cannot_move(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    status, out, _err = run("doctor")
    assert status == 1
    assert "TERM=dumb" in out
    assert "can be played" not in out


@pytest.mark.usefixtures("terminal")
def test_doctor_fails_where_games_cannot_be_kept(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("SIMPASAR_DATA", str(tmp_path / "file" / "games"))
    status, out, _err = run("doctor")
    assert status == 1
    assert "Games cannot be kept in" in out
    assert "SIMPASAR_DATA" in out


def test_a_folder_that_does_not_exist_yet_is_judged_by_the_one_it_will_be_in(
    tmp_path: Path,
) -> None:
    (tmp_path / "file").write_text("no folder")
    assert looked_at(tmp_path / "a" / "b").writable
    assert looked_at(tmp_path / "a" / "b").free > 0
    assert not looked_at(tmp_path / "file").writable
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


def a_checkup(**changes: object) -> Checkup:
    fine = replace(
        checkup({"TERM": "xterm-256color"}),
        terminal=True,
        columns=80,
        lines=24,
        encodes=True,
        games=Folder("games", writable=True, free=10**9),
    )
    return replace(fine, **changes)


def test_a_full_disk_is_a_problem() -> None:
    assert list(a_checkup().problems()) == []
    assert list(a_checkup(games=Folder("games", True, 19_999_999)).problems()) == ["full"]


def test_an_encoding_without_the_characters_of_the_game_is_a_problem() -> None:
    assert list(a_checkup(encodes=False).problems()) == ["encoding"]
    assert [looking.encodes(name) for name in ("utf-8", "latin-1", "ascii")] == [True, False, False]


def test_what_is_no_terminal_has_no_problems_of_a_terminal() -> None:
    elsewhere = a_checkup(terminal=False, columns=10, lines=3, encodes=False, kind="dumb")
    assert list(elsewhere.warnings()) + list(elsewhere.problems()) == []


def test_doctor_writes_as_much_as_the_encoding_has() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "simpasar", "doctor"],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "SIMPASAR_LANG": "en"},
        capture_output=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"?????" in result.stdout


# -- play ---------------------------------------------------------------------------------


def test_play_refuses_where_nobody_sees_it() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "simpasar", "play"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "SIMPASAR_LANG": "id"},
        timeout=60,
        check=False,
    )
    assert (result.returncode, result.stdout) == (2, "")
    assert "perlu jendela terminal" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("size", [(59, 24), (80, 19)])
def test_play_refuses_a_window_that_no_page_fits_in(size: Size, tmp_path: Path) -> None:
    status, said = on_a_pty(size, "play", SIMPASAR_DATA=str(tmp_path))
    assert status == 2
    assert f"{size[0]} columns and {size[1]} lines, too few to play" in said


def test_play_refuses_an_encoding_without_its_characters(tmp_path: Path) -> None:
    status, said = on_a_pty(
        (80, 24), "play", PYTHONIOENCODING="latin-1", SIMPASAR_DATA=str(tmp_path)
    )
    assert status == 2
    assert "PYTHONUTF8=1" in said


def test_what_is_wrong_with_a_scenario_is_said_before_the_terminal_is_looked_at(run: Run) -> None:
    status, _out, err = run("play", "no-such-scenario")
    assert status == 2
    assert "no-such-scenario" in err


@pytest.mark.usefixtures("terminal")
def test_play_opens_where_it_can_be_seen(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("simpasar.tui.app.run", lambda folder, look, asked: opened.append(folder))
    monkeypatch.setattr(looking, "encodes", lambda encoding: True)
    assert run("play")[0] == 0
    assert opened == [Path(os.environ["SIMPASAR_DATA"])]
