"""Commands run as people run them, and finished games to ask about."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import SHORT, Run
from games import begin, finish, lines
from neighbourhood import TEAMS, neighbourhood
from simpasar.cli import main
from simpasar.i18n import use


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command as people do, in English: its status, standard output and standard error.

    Whatever happens, there is no traceback and no confession of a mistake of our own.
    """
    monkeypatch.setenv("SIMPASAR_LANG", "en")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("SIMPASAR_DEBUG", raising=False)

    def command(*words: str | Path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main([str(word) for word in words])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        assert left.value.code in (0, 1, 2), err
        return int(left.value.code), out, err

    yield command
    use("en")


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A finished game of one week."""
    path = tmp_path_factory.mktemp("game") / "game.jsonl"
    with pytest.raises(SystemExit):
        main([*SHORT, "--record", str(path), "--quiet"])
    return path.read_bytes()


@pytest.fixture
def record(finished: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "game.jsonl"
    path.write_bytes(finished)
    return path


@pytest.fixture(scope="module")
def town() -> bytes:
    """A finished game with everything on, one team helped by the trainer."""
    scenario = neighbourhood(**{f"teams__{team}__name": team.title() for team in TEAMS})
    bots = ("koperasi", "penumpang", "utang", "par")
    game = begin(scenario, dict(zip(TEAMS, bots, strict=True)))
    game.rescue("melati", 100_000, "The flood took the stove.")
    finish(game)
    return b"".join(line + b"\n" for line in lines(game))


@pytest.fixture
def town_record(town: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "town.jsonl"
    path.write_bytes(town)
    return path
