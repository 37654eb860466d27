"""What the README shows is true: each command prints it, and each line of Python works."""

from __future__ import annotations

import doctest
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from games import SEED, begin, finish
from neighbourhood import TEAMS, neighbourhood
from reviewed import HEAD, reviewed
from simpasar.game.bots import BOT_NAMES
from simpasar.game.comparison import compare, comparison_document
from simpasar.game.play import Game
from simpasar.game.summary import game_document
from simpasar.review.document import review_document
from simpasar.scenario.library import find, shipped
from simpasar.scenario.loader import load

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
    named = words_named_in(readme)
    game = json.loads(simpasar(["run", "warung-pertama", "--weeks", "1", "--json"], tmp_path))
    [week] = game["weeks"]
    team = next(iter(week["teams"].values()))
    keys = {*game, *week, *week["days"][0], *team, *game["ranking"][0]}
    assert not keys - named


def words_named_in(readme: str) -> set[str]:
    """What a README writes as code, outside its examples."""
    text = re.sub(r"(?s)```.*?```", "", (ROOT / readme).read_text(encoding="utf-8"))
    return set(re.findall(r"[\w-]+", " ".join(re.findall(r"`([^`\n]+)`", text))))


@pytest.fixture(scope="module")
def town() -> Game:
    """A game in which everything that a document may tell of has happened."""
    bots = ("koperasi", "penumpang", "utang", "par")
    return finish(begin(neighbourhood(), dict(zip(TEAMS, bots, strict=True))))


@pytest.mark.parametrize("readme", READMES)
def test_a_readme_names_every_key_of_a_neighbourhood(readme: str, town: Game) -> None:
    game = game_document(town, SEED, "")
    week = game["weeks"][-1]
    teams = week["teams"].values()
    loans = [loan for team in teams for loan in team["loans"].values()]
    parts = [
        *(game, week, *game["ranking"], game["community"], week["cooperative"]),
        *(*teams, *(team["household"] for team in teams), *loans),
        *week["cooperative"]["members"].values(),
        *game["weeks"][1]["cooperative"]["ballots"],
    ]
    assert loans
    assert {key for part in parts for key in part} <= words_named_in(readme)
    told = comparison_document(town, "", compare(town, ()))
    assert {*told, *(key for team in told["teams"] for key in team)} <= words_named_in(readme)


@pytest.mark.parametrize("readme", READMES)
def test_a_readme_names_every_key_of_a_review(readme: str) -> None:
    game, found = reviewed()
    document = review_document(game, found, HEAD)
    team = next(team for team in document["teams"].values() if team["weeks"][0]["better"])
    parts = [
        *(document, document["weeks"], document["effort"], document["seeds"]),
        *(document["thresholds"], team, team["books"], team["books"]["weeks"][0]),
        *(team["adjusted"], team["weeks"][0], team["weeks"][0]["better"][0]),
    ]
    assert {key for part in parts for key in part} <= words_named_in(readme)


@pytest.mark.parametrize("readme", READMES)
def test_a_readme_tells_of_every_scenario_bot_and_command(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    for name in shipped():
        scenario = load(find(name))
        row = rf"\| `{name}` \| .+ \| {len(scenario.teams)} \| {scenario.weeks} \|"
        assert re.search(row, text), name
    for bot in BOT_NAMES:
        assert f"| `{bot}` |" in text
    for command in ("run", "run --resume", "verify", "replay", "score", "export"):
        assert f"simpasar {command} " in text
