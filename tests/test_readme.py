"""What the README shows is true: each command prints it, and each line of Python works."""

from __future__ import annotations

import doctest
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
READMES = ["README.md", "README.id.md"]
COMMAND = re.compile(r"^\$ simpasar (.*)\n((?:(?!\$ |```).*\n)*)", re.MULTILINE)
NUMBER = re.compile(r"\b[0-9a-f]{64}\b|\d[\d.:]*")


def simpasar(words: list[str], folder: Path) -> str:
    result = subprocess.run(
        [sys.executable, "-m", "simpasar", *words],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, f"{words}: {result.stdout}{result.stderr}"
    return result.stdout


@pytest.mark.parametrize("readme", READMES)
def test_every_command_of_a_readme_prints_what_is_shown(readme: str, tmp_path: Path) -> None:
    commands = COMMAND.findall((ROOT / readme).read_text(encoding="utf-8"))
    assert any(shown for _command, shown in commands)
    for command, shown in commands:
        printed = words(simpasar(command.split(), tmp_path))
        assert re.match(expected(shown), printed), f"{command}\n{printed}"


def words(text: str) -> str:
    """The words of a text. Its figures may move with the scenarios; a table's columns with them."""
    return " ".join(NUMBER.sub("#", text).replace("─", "").split())


def expected(shown: str) -> str:
    """A pattern for what is shown, in which three dots stand for anything."""
    return re.escape(words(shown)).replace(re.escape("..."), ".*")


def test_the_python_of_the_readme_works() -> None:
    result = doctest.testfile(str(ROOT / "README.md"), module_relative=False, encoding="utf-8")
    assert result.attempted > 5
    assert not result.failed


@pytest.mark.parametrize("readme", READMES)
def test_a_readme_names_every_key_of_the_json_document(readme: str, tmp_path: Path) -> None:
    text = re.sub(r"(?s)```.*?```", "", (ROOT / readme).read_text(encoding="utf-8"))
    named = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`\n]+)`", text))))
    game = json.loads(simpasar(["run", "warung-pertama", "--weeks", "1", "--json"], tmp_path))
    [week] = game["weeks"]
    team = next(iter(week["teams"].values()))
    keys = {*game, *week, *week["days"][0], *team, *game["ranking"][0]}
    assert not keys - named
