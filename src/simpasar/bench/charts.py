"""Charts of the bench's pages: where lines, dots and bars are drawn, and what they say in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Literal, TypeAlias

from simpasar.i18n import _, language

_ROW, _TOP, _BOTTOM = 26, 8, 30
"""The height of a row, and what is above and below all rows: units of a chart's own."""


@dataclass(frozen=True, slots=True)
class Room:
    """How a chart is laid out, in its own units: its whole `width`, of which `labels` at the left
    and `edge` at the right are no part of the scale; letters of a label that fit (`longest`)."""

    width: int
    labels: int
    edge: int
    longest: int


WIDE = Room(width=640, labels=190, edge=44, longest=28)
"""For a screen and paper."""
NARROW = Room(width=400, labels=136, edge=26, longest=21)
"""For a phone as well: it can be read at 360 pixels."""


@dataclass(frozen=True, slots=True)
class Span:
    """What a row of a chart shows: an interval with its middle, and beside it a square at `other`,
    where there is one."""

    label: str
    low: int
    middle: int
    high: int
    said: str
    other: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a chart: its label, where it is drawn, and what it says in words."""

    label: str
    y: int
    low: float
    middle: float
    high: float
    said: str
    other: float | None = None


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
    width: int = WIDE.width


def intervals(
    title: str,
    spans: Sequence[Span],
    short: Callable[[int], str],
    room: Room = WIDE,
    also: Sequence[int] = (),
) -> Chart:
    """The chart of `spans`. `short`: a figure on the scale; `also`: what the scale must reach."""
    ends = [end for span in spans for end in (span.low, span.middle, span.high)]
    ends += [span.other for span in spans if span.other is not None]
    ticks = scale(min([*ends, *also]), max([*ends, *also]), 7 if room is WIDE else 6)
    x = _placed(ticks[0], ticks[-1], room)
    rows = tuple(
        Row(
            label=cut(span.label, room.longest),
            y=_TOP + _ROW * place + _ROW // 2,
            low=x(span.low),
            middle=x(span.middle),
            high=x(span.high),
            said=span.said,
            other=None if span.other is None else x(span.other),
        )
        for place, span in enumerate(spans)
    )
    return Chart(
        title=title,
        description="; ".join(row.said for row in rows),
        height=_TOP + _ROW * len(rows) + _BOTTOM,
        rows=rows,
        ticks=tuple(Tick(x(tick), short(tick)) for tick in ticks),
        zero=x(0) if ticks[0] <= 0 <= ticks[-1] else None,
        width=room.width,
    )


def scale(low: int, high: int, most: int = 7) -> list[int]:
    """Two to `most` round numbers, evenly apart, from not above `low` to not below `high`."""
    step = 1
    while True:
        for part in (1, 2, 5):
            first = low // (step * part) * (step * part)
            count = -(-(high - first) // (step * part)) + 1
            if count <= most:
                return [first + number * step * part for number in range(max(2, count))]
        step *= 10


def short_rupiah(value: int) -> str:
    """A figure on a scale: `2,5 jt`, `500 rb`."""
    for size, word in ((1_000_000, _("m")), (1_000, _("k"))):
        if abs(value) >= size:
            text = f"{value / size:g}"
            return f"{text.replace('.', ',') if language() == 'id' else text} {word}"
    return str(value)


def cut(label: str, longest: int) -> str:
    """A label as far as it fits beside a chart; the table has it whole."""
    return label if len(label) <= longest else label[: longest - 1] + "…"


# -- bars -----------------------------------------------------------------------------------

Kind: TypeAlias = Literal["sum", "more", "less"]
"""What a bar is: a sum, what was added to it, what was taken off. Each has its own pattern."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: where it is drawn, its figure and where that stands; `link`: from where a thin line
    leads on to the next bar, None for none."""

    label: str
    y: int
    x: float
    width: float
    kind: Kind
    figure: str
    link: float | None


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars one below the other, with their figures at the right. `zero`: where 0 lies, None where
    it is not on the scale and the bars of sums are torn."""

    title: str
    description: str
    height: int
    bars: tuple[Bar, ...]
    zero: float | None
    width: int = NARROW.width


_Drawn: TypeAlias = tuple[str, int, int, Kind]
"""A bar's label, from where to where it goes, and its kind."""
_BAR_ROOM = Room(width=NARROW.width, labels=164, edge=84, longest=26)


def waterfall(
    title: str, start: tuple[str, int], steps: Sequence[tuple[str, int]], final: str,
    written: Callable[[int], str],
) -> Bars:  # fmt: skip
    """From a sum at the `start`, step by step, to the `final` one.

    Where the steps are small beside the sums, the sums are torn, so that the steps can be seen.
    """
    reached = list(accumulate((amount for _label, amount in steps), initial=start[1]))
    low, moved = min(reached), max(reached) - min(reached)
    torn = low > 2 * moved > 0
    base = low - moved // 2 if torn else 0
    spans: list[_Drawn] = [(start[0], base, start[1], "sum")]
    spans += [
        (label, was, came, "more" if amount >= 0 else "less")
        for (label, amount), (was, came) in zip(steps, pairwise(reached), strict=True)
    ]
    spans.append((final, base, reached[-1], "sum"))
    if torn:
        title = _("{title}; the first and the last bar are drawn shorter").format(title=title)
    return _bars(title, spans, written, linked=True, base=base)


def losses(title: str, amounts: Sequence[tuple[str, int]], written: Callable[[int], str]) -> Bars:
    """A bar from 0 for each amount that was lost."""
    spans: list[_Drawn] = [
        (label, 0, amount, "more" if amount < 0 else "less") for label, amount in amounts
    ]
    return _bars(title, spans, written, linked=False)


def _bars(
    title: str, spans: Sequence[_Drawn], written: Callable[[int], str], linked: bool, base: int = 0
) -> Bars:
    ends = [end for _label, low, high, _kind in spans for end in (low, high)] + [base]
    x = _placed(min(ends), max(max(ends), min(ends) + 1), _BAR_ROOM)
    drawn = []
    for place, (label, low, high, kind) in enumerate(spans):
        left, right = sorted((x(low), x(high)))
        figure = written(high if kind == "sum" else high - low)
        link = x(high) if linked and place + 1 < len(spans) else None
        wide = max(round(right - left, 1), 1.5)
        shown = cut(label, _BAR_ROOM.longest)
        drawn.append(Bar(shown, _TOP + _ROW * place, left, wide, kind, figure, link))
    told = "; ".join(
        f"{label}: {bar.figure}" for (label, *_ends), bar in zip(spans, drawn, strict=True)
    )
    zero = None if base else x(0)
    return Bars(title, told, 2 * _TOP + _ROW * len(drawn), tuple(drawn), zero)


def _placed(first: int, last: int, room: Room) -> Callable[[float], float]:
    """Where a value is drawn, from `first` at the labels to `last` at the edge."""
    wide = room.width - room.labels - room.edge
    return lambda value: round(room.labels + wide * (value - first) / (last - first), 1)
