"""What every field of every part of a scenario means, for hover texts and the reference."""

from __future__ import annotations

from simpasar.scenario.meaning import Meaning
from simpasar.scenario.meanings_community import COMMUNITY
from simpasar.scenario.meanings_cooperative import COOPERATIVE
from simpasar.scenario.meanings_events import EVENTS
from simpasar.scenario.meanings_goods import GOODS
from simpasar.scenario.meanings_market import MARKET
from simpasar.scenario.meanings_scenario import SCENARIO
from simpasar.scenario.meanings_stalls import STALLS

__all__ = ["MEANINGS", "Meaning", "meaning_of"]

MEANINGS: dict[str, dict[str, Meaning]] = {
    **SCENARIO, **MARKET, **GOODS, **STALLS, **EVENTS, **COMMUNITY, **COOPERATIVE,
}  # fmt: skip
"""Name of a model -> field -> what it means."""


def meaning_of(model: str, field: str) -> Meaning:
    """What `field` of the model named `model` means.

    Raises:
        KeyError: no scenario has such a field.
    """
    return MEANINGS[model][field]
