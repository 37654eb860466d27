"""A team's last week, for that team alone: summary, cash book, profit and loss, goods."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Button, Static

from simpasar.classroom.names import day_name, entry_name
from simpasar.classroom.results import Figure, Guess, TeamResults, team_results
from simpasar.classroom.room import Room
from simpasar.i18n import _
from simpasar.money import grouped
from simpasar.tui.page import Page
from simpasar.tui.widgets.tables import Table
from simpasar.tui.widgets.tabs import Tabs
from simpasar.tui.widgets.words import Sentences


class ResultsScreen(Page[bool]):
    """Gives back whether the team has read on to the end; Esc goes on as well."""

    NAME = "results"
    AUTO_FOCUS = "#page"

    def __init__(self, room: Room, team: str) -> None:
        super().__init__()
        self.room, self.team = room, team
        self.at = 0

    def results(self) -> TeamResults:
        """The snapshot, in the language now spoken."""
        room = self.room
        return team_results(room.scenario, room.game.state, self.team, room.game.last, room.head)

    def titles(self) -> tuple[str, str]:
        left = _("Results of team {team}").format(team=self.room.name(self.team))
        week = _("week {week} of {weeks}").format(week=self.room.lived, weeks=self.room.weeks)
        return f" {left}", f"{week} "

    def body(self) -> ComposeResult:
        results = self.results()
        yield Tabs((_("Summary"), _("Cash book"), _("Profit and loss"), _("Goods")), self.at)
        with VerticalScroll(id="page", classes="page"):
            yield from self.page(results)
        with Horizontal(classes="foot"):
            on_to = _("Done") if self.room.finished else _("On to the decision sheet")
            yield Button(on_to, id="on")
            witness = _("Witness number of this week: {head}").format(head=results.head)
            yield Static(witness, classes="spare", markup=False)

    def page(self, results: TeamResults) -> Iterator[Widget]:
        """The part that is open."""
        parts = (summary, cash_book, books, goods)
        yield from parts[self.at](results)

    # -- turning the pages ------------------------------------------------------------------

    async def action_tab(self, number: int) -> None:
        """Open another part."""
        self.at = int(number)
        self.query_one(Tabs).open(self.at)
        page = self.query_one("#page", VerticalScroll)
        async with self.batch():
            await page.remove_children()
            await page.mount_all(self.page(self.results()))
        page.scroll_home(animate=False)
        page.focus()

    async def action_next_part(self) -> None:
        """The part after this one; after the last, the first."""
        await self.action_tab((self.at + 1) % 4)

    async def action_previous_part(self) -> None:
        """The part before this one."""
        await self.action_tab((self.at - 1) % 4)

    @on(Button.Pressed, "#on")
    def action_go_on(self) -> None:
        """Read: on to what comes next."""
        self.dismiss(True)

    def action_back(self) -> None:
        """Read, or not."""
        self.dismiss(False)


# -- the four parts ---------------------------------------------------------------------------


def _half(side: str, *parts: Widget) -> Vertical:
    return Vertical(*parts, classes=f"half {side}")


def _heading(text: str) -> Static:
    return Static(text, classes="heading", markup=False)


def summary(results: TeamResults) -> Iterator[Widget]:
    """The week at a glance: figures and forecast, family and neighbourhood."""
    figures, whole = results.report.figures, results.report.whole
    money = (
        (_("Sales"), grouped(figures.revenue)),
        (_("Net profit"), grouped(figures.profit)),
        (_("Cash on Sunday"), grouped(figures.cash)),
    )
    units = (
        (_("Made"), grouped(whole.made)),
        (_("Sold"), grouped(whole.sold)),
        (_("Could not be served"), grouped(_missed(results))),
        (_("Thrown away"), grouped(whole.wasted)),
    )
    left = [_heading(_("In rupiah")), Table(money, id="money")]
    left += [_heading(_("In units")), Table(units, id="units")]
    if results.forecast:
        headings = (_("Forecast and fact"), _("forecast"), _("fact"))
        left.append(Table(map(_guess, results.forecast), headings, id="forecast"))
    else:
        left.append(Sentences([_("There was no forecast for this week.")]))
    right: list[Widget] = []
    for title, sentences in (
        (_("At home"), results.home),
        (_("Debts and savings"), results.loans),
        (_("Our buyers"), results.service),
        (_("News of the week"), results.news),
    ):
        if sentences:
            right += [_heading(title), Sentences(sentences)]
    yield Horizontal(_half("left", *left), _half("right", *right), classes="two")


def _missed(results: TeamResults) -> int:
    whole = results.report.whole
    return whole.lost_stockout + whole.lost_queue + whole.lost_closed


def _guess(guess: Guess) -> tuple[str, str, str]:
    return guess.label, grouped(guess.expected), grouped(guess.came)


def cash_book(results: TeamResults) -> Iterator[Widget]:
    """Buku kas: a row for each day and kind of thing."""
    cash = results.cash
    if cash is None:
        yield Sentences([_("The cash book of this week is not at hand.")])
        return
    rows: list[tuple[str, ...]] = [("", _("Cash at the start"), "", "", grouped(cash.opening))]
    day = -1
    for row in cash.rows:
        name = day_name(row.day) if row.day != day else ""
        money = (grouped(amount) if amount else "" for amount in (row.money_in, row.money_out))
        rows.append((name, entry_name(row.kind), *money, grouped(row.balance)))
        day = row.day
    whole = (grouped(cash.money_in), grouped(cash.money_out), grouped(cash.closing))
    rows.append(("", _("Cash on Sunday"), *whole))
    days = max(len(row[0]) for row in rows)
    cells = [(f"{row[0]:<{days}}  {row[1]}", *row[2:]) for row in rows]
    headings = (_("For what"), _("Money in"), _("Money out"), _("Balance"))
    yield Table(cells, headings, strong={0, len(cells) - 1}, id="cash-book")


def books(results: TeamResults) -> Iterator[Widget]:
    """Laba rugi beside posisi keuangan."""
    profit = (_heading(_("Profit and loss of the week")), _statement(results.profit, "profit"))
    stands = (_heading(_("Where we stand on Sunday")), _statement(results.position, "position"))
    yield Horizontal(_half("left", *profit), _half("right", *stands), classes="two")
    yield Sentences(
        [_("Profit is not cash: goods in stock, loans and drawings make the difference.")]
    )


def _statement(figures: Iterable[Figure], name: str) -> Table:
    lines = list(figures)
    sums = {number for number, figure in enumerate(lines) if figure.sums}
    return Table(((each.label, grouped(each.amount)) for each in lines), strong=sums, id=name)


def goods(results: TeamResults) -> Iterator[Widget]:
    """Every product: made, sold, lost and thrown away, each with the reason."""
    headings = (
        _("Goods"), _("Price"), _("Made"), _("Sold"), _("Not served"), _("Thrown away"),
    )  # fmt: skip
    rows = []
    for product in results.products:
        counts = product.counts
        missed = counts.lost_stockout + counts.lost_queue + counts.lost_closed
        numbers = (product.price, counts.made, counts.sold, missed, counts.wasted)
        rows.append((product.name, *map(grouped, numbers)))
    yield Table(rows, headings, id="goods")
    for product in results.products:
        reasons = product.reasons or (_("All went well: nothing missed, nothing thrown away."),)
        yield _heading(product.name)
        yield Sentences(reasons, mark="■ ")
    if results.goods:
        yield _heading(_("Ingredients"))
        yield Sentences(results.goods, mark="■ ")
