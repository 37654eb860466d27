"""The page of a balance for browser and printer: one file, offline, charts as SVG."""

from __future__ import annotations

from simpasar.balance.answers import Answer, Balance
from simpasar.bench import charts
from simpasar.bench.balance_words import (
    MARKS,
    figure,
    footnotes,
    light_word,
    provenance,
    unfinished,
    verdict,
)
from simpasar.bench.pages import page
from simpasar.i18n import _


def page_html(balance: Balance, seconds: float) -> str:
    """The whole page as one file. `seconds`: how long the games took."""
    return page(
        "balance.html",
        balance=balance,
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


def chart_of(answer: Answer) -> charts.Chart | None:
    """The chart of an answer's intervals; None where it has none."""
    if not answer.spans:
        return None

    def short(value: int) -> str:
        return (
            figure(value, answer.unit) if answer.unit == "permille" else charts.short_rupiah(value)
        )

    spans = [
        charts.Span(
            label=span.label,
            low=span.interval.low,
            middle=span.interval.middle,
            high=span.interval.high,
            said=_("{label}: {middle} ({low} to {high})").format(
                label=span.label,
                middle=figure(span.interval.middle, answer.unit),
                low=figure(span.interval.low, answer.unit),
                high=figure(span.interval.high, answer.unit),
            ),
        )
        for span in answer.spans
    ]
    also = [0] if answer.unit == "rupiah" else []
    return charts.intervals(answer.shows or answer.title, spans, short, also=also)
