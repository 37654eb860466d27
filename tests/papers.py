"""What tests of the bench share: scenarios that ship, and pages printed at 80 columns."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache

from simpasar.bench.layout import Paper
from simpasar.scenario.library import find
from simpasar.scenario.loader import load
from simpasar.scenario.model import Scenario


@cache
def shipped_scenario(name: str) -> Scenario:
    return load(find(name))


def printed(paint: Callable[[Paper], None], width: int = 80) -> str:
    """What a page prints on a plain terminal of so many columns."""
    paper = Paper()
    paper.file = io.StringIO()
    paper.width = width
    paint(paper)
    return paper.file.getvalue()
