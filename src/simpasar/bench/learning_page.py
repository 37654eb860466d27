"""What a class learned, on one page of a plain terminal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

from rich.cells import cell_len

from simpasar.bench.layout import Column, Paper, padded, table
from simpasar.game.bulletin import percent
from simpasar.i18n import N_, _, language, ngettext
from simpasar.money import rupiah
from simpasar.review.learning import HIGH, MEDIUM, SMALL, Gain, Item, Learning, Why
from simpasar.review.progress import Trend
from simpasar.review.words import OBJECTIVES

Trends: TypeAlias = Mapping[str, Trend]
"""`units` and `cash`, the errors of forecasts, and `loss`, by their names."""

_HANG = 2
_WEAKEST = 3
"""Questions named that most got wrong after the training."""
_WHYS: dict[Why, str] = {
    "no-before": N_("no test before the training"),
    "no-after": N_("no test after the training"),
    "unfinished": N_("not all questions"),
}


def print_learning(paper: Paper, found: Learning) -> None:
    """What the tests of one scenario say."""
    paper.sentence(_("What was learned: {scenario}").format(scenario=found.scenario), style="bold")
    if found.group is None:
        paper.sentence(_("Nobody has taken both tests to the end yet, so there is no gain."))
    else:
        _group(paper, found, found.group)
        _objectives(paper, found)
        _weakest(paper, found)
        _persons(paper, found)
    _left_out(paper, found)


def _group(paper: Paper, found: Learning, gain: Gain) -> None:
    people = ngettext("{count} person", "{count} persons", gain.count).format(count=gain.count)
    paper.sentence(
        _("{people} took both tests of {most} points. Right before: {before}; after: {after}.")
        .format(
            people=people,
            most=found.most,
            before=percent(round(1_000 * gain.before)),
            after=percent(round(1_000 * gain.after)),
        ),
        _HANG,
    )  # fmt: skip
    if gain.gain is None:
        paper.sentence(_("All knew everything before: there was nothing left to gain."), _HANG)
        return
    paper.sentence(_gain_told(gain), _HANG)
    paper.sentence(_judged(gain), _HANG)
    if gain.small:
        paper.sentence(
            _(
                "Warning: fewer than {count} persons. The interval is wide: draw no conclusion from"
                " this group alone."
            ).format(count=SMALL),
            _HANG,
            style="bold",
        )


def _gain_told(gain: Gain) -> str:
    assert gain.gain is not None
    told = _("Normalised gain (Hake): {gain}").format(gain=_decimal(gain.gain))
    return f"{told}{_interval(gain)}."


def _interval(gain: Gain) -> str:
    if gain.low is None or gain.high is None:
        return ""
    return _(" (95 %: {low} to {high})").format(low=_decimal(gain.low), high=_decimal(gain.high))


def _judged(gain: Gain) -> str:
    assert gain.gain is not None
    if gain.low is None:
        return _("Of one person there is no interval.")
    if not gain.clear:
        return _("The interval holds 0: it may be chance that the scores differ.")
    if gain.gain < 0:
        return _("Less was right after the training than before.")
    message = (
        _("Of what was still unknown, {share} was learned: high by Hake's measure ({high} and up).")
        if gain.gain >= HIGH
        else _("Of what was still unknown, {share} was learned: medium by Hake's measure.")
        if gain.gain >= MEDIUM
        else _("Of what was still unknown, {share} was learned: low by Hake's measure"
               " (below {medium}).")
    )  # fmt: skip
    return message.format(
        share=percent(round(1_000 * gain.gain)), high=_decimal(HIGH, 1), medium=_decimal(MEDIUM, 1)
    )


def _decimal(value: float, digits: int = 2) -> str:
    text = f"{value:.{digits}f}"
    text = text.lstrip("-") if not float(text) else text
    return text.replace(".", ",") if language() == "id" else text


def _objectives(paper: Paper, found: Learning) -> None:
    if not found.objectives:
        return
    columns = [
        Column(_("About"), words=True),
        Column(_("Before")),
        Column(_("After")),
        Column(_("Gain")),
        Column(_("95 %")),
    ]
    rows = []
    for name, gain in found.objectives.items():
        known = gain.low is not None and gain.high is not None
        rows.append(
            (
                _(OBJECTIVES[name]),
                percent(round(1_000 * gain.before)),
                percent(round(1_000 * gain.after)),
                "-" if gain.gain is None else _decimal(gain.gain),
                f"{_decimal(gain.low or 0)} … {_decimal(gain.high or 0)}" if known else "-",
            )
        )
    paper.print()
    paper.print(table(columns, rows))


def _weakest(paper: Paper, found: Learning) -> None:
    """Questions that are still wrong most often: what to go over once more."""
    wrong = [item for item in found.items if item.after < item.count]
    wrong.sort(key=lambda item: (item.after, item.question))
    if not wrong:
        return
    told = "; ".join(_item(item) for item in wrong[:_WEAKEST])
    paper.sentence(_("Least right after the training: {questions}.").format(questions=told), _HANG)


def _item(item: Item) -> str:
    return _("question {number} ({right} of {count} right)").format(
        number=item.question, right=item.after, count=item.count
    )


def _persons(paper: Paper, found: Learning) -> None:
    """Everybody's points before and after and the own gain, side by side."""
    paper.print()
    paper.sentence(_("Points before > after, and the own gain (-: all was known before):"))
    cells = [
        f"{person.name}  {person.before} > {person.after}"
        f"  ({'-' if person.gain is None else _decimal(person.gain)})"
        for person in sorted(found.persons, key=lambda person: _by_number(person.name))
    ]
    widest = max(map(cell_len, cells)) + 2
    across = max(1, (paper.room - _HANG) // widest)
    for start in range(0, len(cells), across):
        row = "".join(padded(cell, widest) for cell in cells[start : start + across])
        paper.row(" " * _HANG + row.rstrip())


def _by_number(name: str) -> list[tuple[int, str]]:
    """What names are put in order by: `Peserta 2` stands before `Peserta 10`."""
    return [(int(part) if part.isdecimal() else 0, part)
            for part in re.split(r"([0-9]+)", name.casefold())]  # fmt: skip


def _left_out(paper: Paper, found: Learning) -> None:
    for why, label in _WHYS.items():
        names = sorted(name for name, reason in found.left_out if reason == why)
        if names:
            told = _("Not counted, {why}: {names}.").format(why=_(label), names=", ".join(names))
            paper.sentence(told, _HANG)


# -- in the game --------------------------------------------------------------------------


def print_trends(paper: Paper, trends: Trends, people: bool) -> None:
    """Whether forecasts erred less and decisions lost less from week to week. `people`: whether
    any team was played by people."""
    paper.heading(_("Learning in the game"))
    if not people:
        message = _("No team was played by people: this tells how the computer played.")
        paper.sentence(message, _HANG)
    for name, trend in trends.items():
        paper.sentence(_trend_told(name, trend), _HANG)
    paper.sentence(
        _(
            "Weeks are not equal: rain, prices and new decisions matter too. Compare with another"
            " class that played the same scenario."
        ),
        _HANG,
    )


def _trend_told(name: str, trend: Trend) -> str:
    label = _(_TRENDS[name])
    if not trend.weeks:
        return _("{what}: nothing is known.").format(what=label)
    first, last = min(trend.weeks), max(trend.weeks)
    told = _("{what}: {from_value} in week {first}, {to_value} in week {last}").format(
        what=label,
        first=first,
        from_value=_value(name, trend.weeks[first]),
        last=last,
        to_value=_value(name, trend.weeks[last]),
    )
    if trend.slope is None or trend.low is None or trend.high is None:
        return _("{told}. Too few weeks to see a direction.").format(told=told)
    message = (
        _("{told}. It fell by {slope} a week (95 %: {low} to {high}).")
        if trend.high < 0
        else _("{told}. It rose by {slope} a week (95 %: {low} to {high}).")
        if trend.low > 0
        else _("{told}. No clear direction: {slope} a week (95 %: {low} to {high}).")
    )
    ends = (trend.slope, trend.low, trend.high)
    if trend.high < 0:
        ends = (-trend.slope, -trend.high, -trend.low)
    slope, low, high = (_value(name, end) for end in ends)
    return message.format(told=told, slope=slope, low=low, high=high)


_TRENDS = {
    "units": N_("Sales forecast, off by"),
    "cash": N_("Cash forecast, off by (of sales)"),
    "loss": N_("Lost by decisions"),
}


def _value(name: str, value: float) -> str:
    if name == "loss":
        return rupiah(round(value))
    per_mille = round(1_000 * value)
    return f"-{percent(-per_mille)}" if per_mille < 0 else percent(per_mille)
