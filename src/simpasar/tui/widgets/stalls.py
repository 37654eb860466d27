"""Market stalls as a passer-by sees them: who queues, what is on the shelf, sold and not had."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from simpasar.classroom.day import ProductNow, StallNow
from simpasar.i18n import _, language
from simpasar.money import grouped, rupiah
from simpasar.scenario.model import Scenario
from simpasar.scenario.parts import clock_text
from simpasar.tui.widgets.tables import fitted

SERVED, WAITS = "☻", "☺"
FULL, EMPTY = "█", "░"
BAR = "$secondary"


class StallCard(Static):
    """One stall. It is repainted only when what it shows has changed."""

    def __init__(self, scenario: Scenario, stall: StallNow, opens: int) -> None:
        super().__init__(classes="stall")
        self.scenario, self.stall, self.opens = scenario, stall, opens

    def show(self, stall: StallNow, opens: int) -> None:
        """The stall as it is now. `opens`: the second of the day at which it opens."""
        if (stall, opens) != (self.stall, self.opens):
            self.stall, self.opens = stall, opens
            self.refresh()

    def render(self) -> Content:
        width, rows = self.content_size
        lines = stall_lines(self.scenario, self.stall, self.opens, width or 39, rows or 5)
        return Content("\n").join(lines)


def stall_lines(
    scenario: Scenario, stall: StallNow, opens: int, width: int, rows: int
) -> Iterator[Content]:
    """A stall in at most `rows` lines: two for each product where there is room, else one."""
    yield _head(scenario, stall, opens, width)
    products, room = stall.products, rows - 1
    if 2 * len(products) <= room:
        for product in products:
            yield from _two_lines(scenario, product, width)
        return
    shown = products if len(products) <= room else products[: room - 1]
    for product in shown:
        yield _one_line(scenario, product, width)
    if len(shown) < len(products):
        rest = products[len(shown) :]
        counts = _("{count} more: {sold} sold, {lost} not had").format(
            count=len(rest),
            sold=grouped(sum(product.sold for product in rest)),
            lost=grouped(sum(product.lost for product in rest)),
        )
        yield Content(fitted(counts, width))


def _head(scenario: Scenario, stall: StallNow, opens: int, width: int) -> Content:
    """`Melati, open ──── queue 3 ☻☺☺☺`."""
    name = f"{scenario.teams[stall.team].name.of(language())} "
    door = f"({_door(stall, opens)}) "
    queue = ""
    if stall.queue:
        queue = " " + _("queue {count}").format(count=grouped(stall.queue)) + " "
    elif stall.serving:
        queue = " " + _("serving {count}").format(count=grouped(stall.serving)) + " "
    room = width - cell_len(door) - cell_len(queue)
    name = fitted(name, min(cell_len(name), max(6, room)))
    room = max(0, room - cell_len(name) - 1)
    people = people_told(stall.serving, stall.queue, room)
    line = "─" * max(0, width - cell_len(name + door + queue + people))
    return Content.assemble((name, "bold"), door, line, queue, (people, "bold"))


def people_told(serving: int, queue: int, room: int) -> str:
    """One figure for each person; where there is no room for all, the last ones are left out."""
    people = SERVED * serving + WAITS * queue
    return people if len(people) <= room else (people[: room - 1] + "…" if room > 0 else "")


def _door(stall: StallNow, opens: int) -> str:
    match stall.door:
        case "before":
            return _("opens at {clock}").format(clock=clock_text(opens))
        case "open":
            return _("open")
        case "after":
            return _("closed")
        case "flood":
            return _("closed: flood")
        case "inspection":
            return _("closed: inspection")
        case "idle":
            return _("not selling today")


def _two_lines(scenario: Scenario, now: ProductNow, width: int) -> Iterator[Content]:
    """Name and price; shelf, sold and lost."""
    price = rupiah(now.price)
    name = fitted(_name(scenario, now), width - cell_len(price) - 1)
    yield Content(f"{name} {price}")
    told = [] if now.shelf is None else [_("{count} left").format(count=f"{grouped(now.shelf):>3}")]
    told.append(_("{count} sold").format(count=f"{grouped(now.sold):>3}"))
    told.append(_("{count} not had").format(count=f"{grouped(now.lost):>2}"))
    counts = "  ".join(told)
    size = min(24, max(4, width - cell_len(counts) - 1))
    yield Content.assemble((_shelf(now, size), BAR), f" {counts}")


def _one_line(scenario: Scenario, now: ProductNow, width: int) -> Content:
    """All of it in short."""
    counts = _("{sold} sold {lost} not had").format(
        sold=f"{grouped(now.sold):>3}", lost=f"{grouped(now.lost):>2}"
    )
    left = "    " if now.shelf is None else f"{grouped(now.shelf):>4}"
    size = 5 if width < 50 else 12
    name = fitted(_name(scenario, now), max(4, width - size - cell_len(left + counts) - 2))
    return Content.assemble(f"{name} ", (_shelf(now, size), BAR), f"{left} {counts}")


def _name(scenario: Scenario, now: ProductNow) -> str:
    return scenario.products[now.product].name.of(language())


def _shelf(now: ProductNow, size: int) -> str:
    """A bar as long as the shelf is full; for what is made to order, words or a line."""
    if now.shelf is not None:
        return bar(now.shelf, now.most, size)
    words = _("made to order")
    return fitted(words, size) if cell_len(words) <= size else "─" * size


def bar(amount: int, most: int, size: int) -> str:
    """`amount` of `most`, in `size` cells; only nothing is shown as nothing."""
    full = min(size, -(-amount * size // most)) if most else 0
    return FULL * full + EMPTY * (size - full)
