"""The news of the last week for everybody: weather, events, what the neighbours did."""

from __future__ import annotations

from collections.abc import Iterator

from simpasar.game.bulletin import bulletin, weather_told
from simpasar.game.state import GameState
from simpasar.i18n import _, language
from simpasar.scenario.model import Scenario


def news_told(scenario: Scenario, state: GameState, kindly: bool = False) -> Iterator[str]:
    """A sentence for each thing that happened in the week that `state` is the end of. `kindly`:
    without what would shame a team before the class."""
    days = next(iter(state.teams.values())).history[-1].news
    yield _("Weather: {weather}.").format(weather=weather_told(scenario, days))
    for name in dict.fromkeys(event for day in days for event in day.events):
        yield scenario.events[name].news.of(language())
    yield from bulletin(scenario, state, kindly)
