"""The page of a balance on a plain terminal: the lights first, then a short section for each."""

from __future__ import annotations

from simpasar.balance.answers import Answer, Balance, Light, Table
from simpasar.bench.balance_words import (
    figure,
    footnotes,
    lamp,
    provenance,
    unfinished,
    verdict,
)
from simpasar.bench.layout import Column, Paper, table
from simpasar.i18n import _

_STYLES: dict[Light | None, str] = {
    "green": "bold green", "yellow": "bold yellow", "red": "bold red", None: "dim",
}  # fmt: skip
_HANG = 2


def print_balance(paper: Paper, balance: Balance, seconds: float) -> None:
    """The whole page. `seconds`: how long the games took."""
    paper.sentence(_("Balance of {title}").format(title=balance.title), style="bold")
    if not balance.finished:
        paper.sentence(unfinished(), _HANG, style="bold")
    paper.sentence(verdict(balance), _HANG)
    paper.print()
    for answer in balance.answers:
        paper.sentence(lamp(answer), len("[+] GREEN  "), _STYLES[answer.light])
    for answer in balance.answers:
        _section(paper, answer)
    paper.print()
    for line in (*footnotes(), *provenance(balance, seconds)):
        paper.sentence(line, _HANG)


def _section(paper: Paper, answer: Answer) -> None:
    paper.print()
    paper.sentence(lamp(answer), len("[+] GREEN  "), _STYLES[answer.light])
    paper.sentence(answer.sentence, _HANG)
    if answer.table is not None:
        _figures(paper, answer.table)
    if answer.advice:
        paper.sentence(_("What to do: {advice}").format(advice=answer.advice), _HANG)


def _figures(paper: Paper, figures: Table) -> None:
    columns = [Column(column.heading, column.unit == "text") for column in figures.columns]
    units = [column.unit for column in figures.columns]
    rows = [
        [figure(cell, unit) for cell, unit in zip(row, units, strict=True)] for row in figures.rows
    ]
    paper.print(table(columns, rows))
