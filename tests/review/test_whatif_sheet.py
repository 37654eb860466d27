"""A recorded sheet as a form: it begins with what was played, and its changes are what-ifs."""

from __future__ import annotations

from functools import cache

import pytest

from games import begin, finish
from neighbourhood import TEAMS, neighbourhood
from rooms import shipped
from simpasar.classroom.fields import stepped, text_of
from simpasar.classroom.filling import found, plain
from simpasar.game.play import Game
from simpasar.review.changes import ChangeRefused
from simpasar.review.whatif import what_if
from simpasar.review.whatif_sheet import Otherwise

pytestmark = pytest.mark.usefixtures("english")


@cache
def lived() -> Game:
    """A neighbourhood with everything on, two weeks of it."""
    return finish(begin(neighbourhood(), dict.fromkeys(TEAMS, "hati-hati"), weeks=2))


@cache
def market() -> Game:
    """Two weeks of the morning market, played by bots."""
    scenario = shipped("pasar-pagi")
    bots = {team: seat.bot for team, seat in scenario.teams.items()}
    return finish(begin(scenario, bots, weeks=2))


SHEETS = [Otherwise(lived(), week, team) for week in (1, 2) for team in TEAMS]


@pytest.mark.parametrize("otherwise", SHEETS, ids=lambda it: f"{it.team}-{it.week}")
def test_every_field_begins_with_what_was_played(otherwise: Otherwise) -> None:
    tree = plain(otherwise.game.played[otherwise.week - 1][otherwise.team])
    fields = list(otherwise.form().fields)
    assert [field.value for field in fields] == [
        text_of(field, found(tree, field.path, field.kind)) for field in fields
    ]
    assert not any(field.path.startswith(("forecast", "reason")) for field in fields)
    assert otherwise.changes({field.path: field.value for field in fields}) == ()


@pytest.mark.parametrize("otherwise", SHEETS, ids=lambda it: f"{it.team}-{it.week}")
def test_every_open_field_can_be_changed_alone_or_is_refused_in_a_sentence(
    otherwise: Otherwise,
) -> None:
    """Whatever a field is called, its change is its own."""
    made: dict[str, list[str]] = {}
    refused: dict[str, str] = {}
    for field in otherwise.form().fields:
        text = stepped(field, field.value, 1)
        if field.closed or text == field.value:
            continue
        try:
            changes = otherwise.changes({field.path: text})
        except ChangeRefused as refusal:
            refused[field.path] = str(refusal)
        else:
            made[field.path] = [change.path for change in changes]
    assert made == {path: [path] for path in made}
    assert len(made) > len(refused)
    assert all(refused.values())


def test_it_is_lived_as_the_command_lives_it() -> None:
    otherwise = Otherwise(market(), 1, "melati")
    entries = {"prices.nasi_uduk": "14 rb", "batches.nasi_uduk.weekend": "3"}
    wishes = ["price.nasi_uduk=14000", "batches.nasi_uduk.weekend=3"]
    lived_again, told = otherwise.lived(entries), what_if(market(), 1, "melati", wishes)
    assert lived_again == told
    assert lived_again.difference("melati") != (0, 0)


def test_what_was_typed_another_way_and_means_the_same_changes_nothing() -> None:
    otherwise = Otherwise(market(), 2, "melati")
    price = market().played[1]["melati"].decisions.prices["nasi_uduk"]
    assert otherwise.changes({"prices.nasi_uduk": f" {price} "}) == ()
    assert [it.path for it in otherwise.changes({"prices.nasi_uduk": "14,5 rb"})] == [
        "prices.nasi_uduk"
    ]


@pytest.mark.parametrize(("week", "team"), [(0, "melati"), (3, "melati"), (1, "nobody")])
def test_there_is_no_sheet_of_a_week_or_team_that_is_not_there(week: int, team: str) -> None:
    with pytest.raises(ChangeRefused):
        Otherwise(market(), week, team).form()
