"""What was learned, for programs: a JSON document of whole numbers, and a table of gains."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from simpasar.review.learning import Gain, Learning
from simpasar.review.progress import Trend

FORMAT = "simpasar-learning/1"


def learning_document(
    found: Sequence[Learning], trends: Mapping[str, Trend] | None = None
) -> dict[str, Any]:
    """Everything that `simpasar learning` tells.

    Shares, gains and forecast errors are in per mille; losses in rupiah. `low` and `high` bound
    the 95 % interval; what is not known is null.
    """
    return {
        "format": FORMAT,
        "tests": [_test(each) for each in found],
        "game": {name: _trend(each, name) for name, each in (trends or {}).items()},
    }


def _test(found: Learning) -> dict[str, Any]:
    return {
        "scenario": found.scenario,
        "most": found.most,
        "group": _gain(found.group) if found.group else None,
        "objectives": {name: _gain(gain) for name, gain in found.objectives.items()},
        "questions": [
            {
                "question": item.question,
                "objective": item.objective,
                "right_before": item.before,
                "right_after": item.after,
                "persons": item.count,
            }
            for item in found.items
        ],
        "persons": [
            {
                "person": person.name,
                "before": person.before,
                "after": person.after,
                "gain": _mille(person.gain),
            }
            for person in found.persons
        ],
        "left_out": [{"person": name, "why": why} for name, why in found.left_out],
    }


def _gain(gain: Gain) -> dict[str, int | bool | None]:
    return {
        "persons": gain.count,
        "before": _mille(gain.before),
        "after": _mille(gain.after),
        "gain": _mille(gain.gain),
        "low": _mille(gain.low),
        "high": _mille(gain.high),
        "small": gain.small,
    }


def _trend(trend: Trend, name: str) -> dict[str, Any]:
    scale = 1 if name == "loss" else 1_000
    return {
        "teams": trend.teams,
        "weeks": [
            {"week": week, "mean": round(scale * value)} for week, value in trend.weeks.items()
        ],
        "slope": _scaled(trend.slope, scale),
        "low": _scaled(trend.low, scale),
        "high": _scaled(trend.high, scale),
    }


def _mille(share: float | None) -> int | None:
    return _scaled(share, 1_000)


def _scaled(value: float | None, scale: int) -> int | None:
    return None if value is None else round(scale * value)


def learning_table(found: Sequence[Learning]) -> str:
    """One row for each person, objective and question of each scenario, and one for the group."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    header = ("scenario", "level", "name", "persons", "before", "after", "of",
              "gain_per_mille", "low", "high")  # fmt: skip
    writer.writerow(header)
    for each in found:
        if each.group:
            writer.writerow([each.scenario, "group", "", *_gain_cells(each.group)])
        for name, gain in each.objectives.items():
            writer.writerow([each.scenario, "objective", name, *_gain_cells(gain)])
        for item in each.items:
            cells = (item.count, item.before, item.after, item.count)
            writer.writerow([each.scenario, "question", item.question, *cells, "", "", ""])
        for person in each.persons:
            cells = (1, person.before, person.after, each.most)
            gain_cell = "" if person.gain is None else _mille(person.gain)
            writer.writerow([each.scenario, "person", person.name, *cells, gain_cell, "", ""])
    return out.getvalue()


def _gain_cells(gain: Gain) -> list[int | str]:
    """Shares per mille of 1000, the gain and its interval."""
    bounds = (gain.gain, gain.low, gain.high)
    known = ["" if each is None else round(1_000 * each) for each in bounds]
    return [gain.count, round(1_000 * gain.before), round(1_000 * gain.after), 1_000, *known]
