"""Last week beside the sheet: what sold and what did not, the rivals' prices, what is announced."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widgets import Static

from simpasar.classroom.results import TeamResults, team_results
from simpasar.classroom.room import Room
from simpasar.firm.findings import called
from simpasar.game.view import TeamView
from simpasar.i18n import _, language
from simpasar.money import grouped, rupiah
from simpasar.tui.widgets.calculator import bulleted, pair


class LastWeek(Static):
    """What a team should have before its eyes when it decides. Made anew for each language."""

    def __init__(self, room: Room, view: TeamView) -> None:
        super().__init__(id="last-week", markup=False)
        self.view = view
        self.results: TeamResults | None = None
        if view.history:
            game = room.game
            self.results = team_results(room.scenario, game.state, view.team, game.last, room.head)

    def render(self) -> Content:
        return Content("\n".join(self._lines(self.content_size.width or 28)))

    def _lines(self, width: int) -> Iterator[str]:
        if self.view.announced:
            events = self.view.scenario.events
            yield _("This week:")
            yield from bulleted(events[name].news.of(language()) for name in self.view.announced)
        if self.results is None:
            yield _("This is the first week: nobody has sold anything yet.")
        else:
            yield from self._results(self.results, width)
        yield from self._rivals(width)

    def _results(self, results: TeamResults, width: int) -> Iterator[str]:
        for product in results.products:
            counts = product.counts
            yield product.name
            yield pair(_("  sold"), grouped(counts.sold), width)
            lost = counts.lost_stockout + counts.lost_queue + counts.lost_closed
            yield pair(_("  went away"), grouped(lost), width)
            yield pair(_("  thrown away"), grouped(counts.wasted), width)
        yield pair(_("Net profit"), rupiah(results.report.figures.profit), width)
        for guess in results.forecast:
            write = rupiah if guess.money else grouped
            yield pair(guess.label, write(guess.came), width)
            yield pair(_("  forecast"), write(guess.expected), width)
        yield from bulleted(reason for product in results.products for reason in product.reasons)
        yield from bulleted(results.goods)
        yield from bulleted(results.news)

    def _rivals(self, width: int) -> Iterator[str]:
        """What others ask for what we sell, or for the same need."""
        view, products = self.view, self.view.scenario.products
        needs = {products[name].need for name in view.seat.products}
        rows = [
            (_("{product} ({team})"), rival.team, name, price)
            for rival in view.rivals
            for name, price in rival.prices.items()
            if products[name].need in needs
        ]
        if rows:
            yield _("The others' prices:")
        for text, team, name, price in rows:
            label = text.format(
                product=called(view.scenario, name), team=called(view.scenario, team)
            )
            yield pair(label, rupiah(price), width)
