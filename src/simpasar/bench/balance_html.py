"""The page of a balance for browser and printer: one file, offline, charts as SVG."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simpasar.balance.answers import Answer, Balance, Span, Unit
from simpasar.bench.balance_words import (
    MARKS,
    figure,
    footnotes,
    light_word,
    provenance,
    unfinished,
    verdict,
)
from simpasar.i18n import _, language

_ROW, _TOP, _BOTTOM = 26, 8, 30
_LABELS, _WIDTH, _EDGE = 190, 640, 44
"""Of a chart: the height of a row and what is above and below all rows; the room for labels, the
whole width, and what is left free at the right: units of its own."""
_LONGEST = 28
"""Letters of a label that fit beside a chart; the table has it whole."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a chart: its label, where it is drawn, and what it says in words."""

    label: str
    y: int
    low: float
    middle: float
    high: float
    said: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the scale."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Intervals drawn as lines with a dot; `zero`: where 0 lies, None where it is not on it."""

    title: str
    description: str
    height: int
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    zero: float | None
    width: int = _WIDTH


def page_html(balance: Balance, seconds: float) -> str:
    """The whole page as one file. `seconds`: how long the games took."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    shelf = Environment(
        loader=PackageLoader("simpasar.bench"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return shelf.get_template("balance.html").render(
        balance=balance,
        language=language(),
        heading=_("Balance of {title}").format(title=balance.title),
        verdict=verdict(balance),
        unfinished="" if balance.finished else unfinished(),
        charts={answer.question: chart_of(answer) for answer in balance.answers},
        footnotes=footnotes(),
        provenance=provenance(balance, seconds),
        marks=MARKS,
        word=light_word,
        figure=figure,
        unsure=_("(not yet sure)"),
        todo=_("What to do"),
    )


def chart_of(answer: Answer) -> Chart | None:
    """The chart of an answer's intervals; None where it has none."""
    if not answer.spans:
        return None
    ends = [end for span in answer.spans for end in (span.interval.low, span.interval.high)]
    ends += [span.interval.middle for span in answer.spans]
    if answer.unit == "rupiah":
        ends.append(0)
    ticks = scale(min(ends), max(ends))
    first, last = ticks[0], ticks[-1]

    def x(value: float) -> float:
        room = _WIDTH - _LABELS - _EDGE
        return round(_LABELS + room * (value - first) / (last - first), 1)

    rows = tuple(_row(span, place, x, answer.unit) for place, span in enumerate(answer.spans))
    return Chart(
        title=answer.shows or answer.title,
        description="; ".join(row.said for row in rows),
        height=_TOP + _ROW * len(rows) + _BOTTOM,
        rows=rows,
        ticks=tuple(Tick(x(tick), _short(tick, answer.unit)) for tick in ticks),
        zero=x(0) if first <= 0 <= last else None,
    )


def _row(span: Span, place: int, x: Callable[[float], float], unit: Unit) -> Row:
    found = span.interval
    said = _("{label}: {middle} ({low} to {high})").format(
        label=span.label,
        middle=figure(found.middle, unit),
        low=figure(found.low, unit),
        high=figure(found.high, unit),
    )
    label = span.label if len(span.label) <= _LONGEST else span.label[: _LONGEST - 1] + "…"
    return Row(
        label, _TOP + _ROW * place + _ROW // 2, x(found.low), x(found.middle), x(found.high), said
    )


def scale(low: int, high: int) -> list[int]:
    """Two to seven round numbers, evenly apart, from not above `low` to not below `high`."""
    step = 1
    while True:
        for part in (1, 2, 5):
            first = low // (step * part) * (step * part)
            count = -(-(high - first) // (step * part)) + 1
            if count <= 7:
                return [first + number * step * part for number in range(max(2, count))]
        step *= 10


def _short(value: int, unit: Unit) -> str:
    """A figure on a scale: `2,5 jt`, `500 rb`."""
    if unit == "permille":
        return figure(value, unit)
    for size, word in ((1_000_000, _("m")), (1_000, _("k"))):
        if abs(value) >= size:
            text = f"{value / size:g}"
            return f"{text.replace('.', ',') if language() == 'id' else text} {word}"
    return str(value)
