"""What is shown at each save of a scenario: the verdict, what changed, costs and margins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simpasar.bench.layout import Column, Paper, table
from simpasar.bench.preview import ProductFigures, SeatFigures, product_figures, seat_figures
from simpasar.game.bulletin import percent
from simpasar.i18n import _, language, ngettext
from simpasar.money import grouped, rupiah
from simpasar.scenario.model import Scenario
from simpasar.scenario.problems import Problem

GOOD, THIN = 250, 100
"""Margins per mille of the price: sourced cases of small food firms lie at 290 to 400."""
MOST_SHOWN = 6
"""Problems on one page: who has more mends these first."""


@dataclass(frozen=True, slots=True)
class Sight:
    """One version of a file: the scenario, where it can be played, and what is to be said."""

    scenario: Scenario | None
    problems: tuple[Problem, ...] = ()


def paint_sight(paper: Paper, sight: Sight, before: Scenario | None, clock: str) -> None:
    """Print a version; `before`: the last scenario that could be played, `clock`: the time."""
    errors = [problem for problem in sight.problems if problem.level == "error"]
    warnings = len(sight.problems) - len(errors)
    paper.sentence(f"{clock}  {_verdict(len(errors), warnings)}", style="bold")
    _problems(paper, sight.problems)
    if sight.scenario is None:
        return
    for sentence in _changes(before, sight.scenario) if before is not None else ():
        paper.sentence(f"► {sentence}", hang=2)
    paint_figures(paper, sight.scenario)


def _verdict(errors: int, warnings: int) -> str:
    if errors:
        message = ngettext(
            "{count} error: not yet playable", "{count} errors: not yet playable", errors
        )
        return message.format(count=errors)
    if warnings:
        message = ngettext(
            "Playable, with {count} warning", "Playable, with {count} warnings", warnings
        )
        return message.format(count=warnings)
    return _("Playable: nothing is wrong with it")


def _problems(paper: Paper, problems: Sequence[Problem]) -> None:
    for problem in problems[:MOST_SHOWN]:
        for line in str(problem).split("\n"):
            if line.startswith("    "):
                paper.row(line)
            else:
                paper.sentence(line, hang=2)
    if len(problems) > MOST_SHOWN:
        paper.sentence(_("and {count} more").format(count=len(problems) - MOST_SHOWN))


def _changes(before: Scenario, now: Scenario) -> Iterator[str]:
    """What a save did to the figures, a sentence for each product and team it touched."""
    was = {figures.product: figures for figures in product_figures(before)}
    for figures in product_figures(now):
        name, old = now.products[figures.product].name.of(language()), was.get(figures.product)
        if old is None:
            yield _("{product} is new.").format(product=name)
        elif old != figures:
            yield from _product_change(name, old, figures)
    for product in was.keys() - now.products.keys():
        yield _("{product} is gone.").format(product=before.products[product].name.of(language()))
    seats = {seat.team: seat for seat in seat_figures(before)}
    for seat in seat_figures(now):
        earlier = seats.get(seat.team)
        if earlier is not None and earlier.plan.break_even != seat.plan.break_even:
            yield _("{team}: break-even {now}, was {was}.").format(
                team=now.teams[seat.team].name.of(language()),
                now=_units(seat),
                was=_units(earlier),
            )


def _product_change(name: str, old: ProductFigures, new: ProductFigures) -> Iterator[str]:
    usual, was = new.usual, old.usual
    if (usual.high, usual.share) != (was.high, was.share):
        yield _("{product}: HPP {cost}, was {old_cost}; margin {share}, was {old_share}.").format(
            product=name,
            cost=rupiah(usual.high),
            old_cost=rupiah(was.high),
            share=percent(usual.share),
            old_share=percent(was.share),
        )


def paint_figures(paper: Paper, scenario: Scenario) -> None:
    """The short preview: cost, price and margin of every product, break-even of every team."""
    rows = []
    for figures in product_figures(scenario):
        product = scenario.products[figures.product]
        cost = figures.usual
        rows.append(
            (
                product.name.of(language()),
                grouped(cost.high),
                grouped(figures.price),
                grouped(cost.margin),
                percent(cost.share),
                _light(cost.share),
            )
        )
    headings = (
        Column(_("Product"), words=True),
        Column(_("HPP\nRp")),
        Column(_("Usual\nprice Rp")),
        Column(_("Margin\nRp")),
        Column(_("Margin\nof price")),
        Column("", words=True),
    )
    paper.print(table(headings, rows))
    parts = [
        f"{scenario.teams[seat.team].name.of(language())} {_units(seat)}"
        for seat in seat_figures(scenario)
    ]
    paper.sentence(_("Break-even, units a week: {teams}.").format(teams=", ".join(parts)))


def _light(share: int) -> str:
    if share >= GOOD:
        return _("● good")
    if share >= THIN:
        return _("○ thin")
    return _("! too thin") if share > 0 else _("! a loss")


def _units(seat: SeatFigures) -> str:
    return "-" if seat.plan.break_even is None else grouped(seat.plan.break_even)
