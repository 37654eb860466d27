"""The calculator beside the sheet, and last week's facts: plain lines, money right-aligned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.widgets import Static

from simpasar.classroom.names import day_name
from simpasar.classroom.outlook import Outlook, ProductOutlook
from simpasar.firm.findings import called
from simpasar.game.bulletin import percent
from simpasar.i18n import _, ngettext
from simpasar.money import grouped, rupiah
from simpasar.scenario.model import Scenario


class Calculator(Static):
    """Follows every keystroke. Shows the last plan that could be reckoned."""

    def __init__(self, scenario: Scenario) -> None:
        super().__init__(id="calculator", markup=False)
        self.scenario = scenario
        self.seen: Outlook | None = None
        self.stale = False

    def tell(self, outlook: Outlook | None) -> None:
        """Show a plan; None: what is typed now cannot be reckoned."""
        self.stale = outlook is None
        self.seen = outlook or self.seen
        self.refresh(layout=True)

    def render(self) -> Content:
        width = self.content_size.width or 28
        lines = list(self._lines(width)) if self.seen else [_("Nothing to reckon yet.")]
        return Content("\n".join(lines))

    def _lines(self, width: int) -> Iterator[str]:
        plan = self.seen
        assert plan is not None
        if self.stale:
            yield _("As before the last change:")
        for product in plan.products:
            yield from self._product(product, width, short=len(plan.products) > 2)
        yield "─" * width
        yield pair(_("Made in a week"), grouped(plan.planned), width)
        yield pair(_("Fixed costs"), rupiah(plan.fixed), width)
        if plan.break_even is None or plan.break_even_revenue is None:
            yield _("No break-even: the margin covers nothing.")
        else:
            units = _("Break-even {units}").format(units=grouped(plan.break_even))
            yield pair(units, rupiah(plan.break_even_revenue), width)
        yield "─" * width
        yield from self._cash(plan, width)

    def _product(self, product: ProductOutlook, width: int, short: bool) -> Iterator[str]:
        name = called(self.scenario, product.product)
        share = "" if product.share is None else f" ({percent(product.share)})"
        if short:
            yield _fitting(name, width)
            price, cost, margin = map(grouped, (product.price, product.unit_cost, product.margin))
            yield pair("", f"{price} - {cost} = {margin}{share}", width)
        else:
            price = rupiah(product.price)
            yield pair(_fitting(name, width - len(price) - 1), price, width)
            yield pair(_("- ingredients (HPP)"), rupiah(product.unit_cost), width)
            yield pair(_("= margin") + share, rupiah(product.margin), width)

    def _cash(self, plan: Outlook, width: int) -> Iterator[str]:
        walk = plan.walk
        yield pair(_("This plan costs"), rupiah(plan.spent), width)
        lowest = _("Lowest cash ({day})").format(day=day_name(walk.lowest_day)[:3])
        yield pair(lowest, rupiah(walk.lowest), width)
        yield pair(_("Cash on Sunday"), rupiah(walk.final), width)
        if walk.missing:
            message = _("! Cash is too short for {amount} of ingredients.")
            yield message.format(amount=rupiah(walk.missing))
        if walk.unpaid:
            yield _("! {amount} stays unpaid on Sunday.").format(amount=rupiah(walk.unpaid))
        if walk.unmade:
            yield ngettext(
                "! {count} batch cannot be made: hands, equipment or time are short.",
                "! {count} batches cannot be made: hands, equipment or time are short.",
                walk.unmade,
            ).format(count=walk.unmade)
        if walk.starved:
            yield ngettext(
                "! {count} batch lacks ingredients on its day.",
                "! {count} batches lack ingredients on their day.",
                walk.starved,
            ).format(count=walk.starved)
        yield self._assumption(plan)

    def _assumption(self, plan: Outlook) -> str:
        sentence = {
            "forecast": _("An estimate, if {units} are sold as you forecast."),
            "last_week": _("An estimate, if {units} are sold as last week."),
            "three_quarters": _("An estimate, if three quarters ({units}) are sold."),
        }[plan.assumption]
        return sentence.format(units=grouped(plan.expected))


def pair(label: str, value: str, width: int) -> str:
    """A label on the left, a value on the right; on two lines where one has no room for both."""
    room = width - len(value)
    if len(label) < room or not label:
        return f"{label}{value:>{width - len(label)}}"
    return f"{label}\n{value:>{width}}"


def bulleted(sentences: Iterable[str]) -> Iterator[str]:
    """Sentences one below the other, each with a mark."""
    return (f"· {sentence}" for sentence in sentences)


def _fitting(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
