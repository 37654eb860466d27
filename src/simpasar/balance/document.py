"""A balance put together, and as one JSON document of stable keys and whole numbers."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from simpasar.balance.answers import Answer, Balance, Table
from simpasar.balance.experiment import FIRST_SEED, Experiment
from simpasar.game.play import scenario_digest
from simpasar.i18n import language

FORMAT = "simpasar-balance/1"


def balance_of(experiment: Experiment) -> Balance:
    """What an experiment says, in the language now spoken."""
    scenario = experiment.scenario
    answers = experiment.answers()
    most = max((answer.seeds for answer in answers), default=0)
    return Balance(
        scenario=scenario.name,
        title=scenario.title.of(language()),
        digest=scenario_digest(scenario),
        version=version("simpasar"),
        quick=experiment.plan.quick,
        finished=experiment.finished,
        seeds=(FIRST_SEED, FIRST_SEED + max(0, most - 1)),
        games=len(experiment.games),
        answers=answers,
    )


def balance_document(balance: Balance) -> dict[str, Any]:
    """What `simpasar balance --json` prints.

    `answers`: by question, each with `light` (green, yellow, red, or null where the question does
    not apply), `settled`, `sentence`, `advice`, `seeds`, `rows` (the table, by column) and
    `intervals` (low, middle, high and the number of values, by name). Rupiah, per mille or counts,
    as `units` and `unit` say. Nothing in it depends on time or on the number of workers.
    """
    return {
        "format": FORMAT,
        "scenario": balance.scenario,
        "scenario_digest": balance.digest,
        "version": balance.version,
        "language": language(),
        "quick": balance.quick,
        "finished": balance.finished,
        "seeds": {"first": balance.seeds[0], "last": balance.seeds[1]},
        "games": balance.games,
        "light": balance.worst,
        "answers": {answer.question: _answer(answer) for answer in balance.answers},
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "title": answer.title,
        "light": answer.light,
        "settled": answer.settled,
        "sentence": answer.sentence,
        "advice": answer.advice,
        "seeds": answer.seeds,
        "units": {c.key: c.unit for c in answer.table.columns} if answer.table else {},
        "rows": _rows(answer.table) if answer.table else [],
        "unit": answer.unit,
        "intervals": {
            span.key: {
                "low": span.interval.low,
                "middle": span.interval.middle,
                "high": span.interval.high,
                "count": span.interval.count,
            }
            for span in answer.spans
        },
    }


def _rows(table: Table) -> list[dict[str, Any]]:
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, row, strict=True)) for row in table.rows]
