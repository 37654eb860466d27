"""Tables and bars of plain text: names on the left, figures right-aligned, nothing ever wrapped."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widgets import Static

from simpasar.classroom.evidence import Bar

BLOCK = "█"


class Table(Static):
    """Rows of cells as wide as the widget. Where room is short the first column is cut, figures
    never are. `strong`: the numbers of rows that are sums. A heading may have several lines."""

    def __init__(
        self,
        rows: Iterable[Sequence[str]],
        headings: Sequence[str] = (),
        strong: Collection[int] = (),
        id: str | None = None,
    ) -> None:
        super().__init__(id=id, classes="table", markup=False)
        self.rows, self.headings, self.strong = tuple(rows), tuple(headings), frozenset(strong)

    def show(self, rows: Iterable[Sequence[str]]) -> None:
        """Show other rows under the same headings."""
        self.rows = tuple(rows)
        self.refresh(layout=True)

    def render(self) -> Content:
        width = self.content_size.width or 76
        return Content("\n").join(self._lines(width))

    def _lines(self, width: int) -> Iterator[Content]:
        above = _stacked(self.headings)
        everything = [*above, *self.rows]
        if not everything:
            return
        sizes = [max(map(cell_len, cells)) for cells in zip(*everything, strict=True)]
        figures = sum(size + 1 for size in sizes[1:])
        spare = width - sizes[0] - figures
        gap = 2 if spare >= len(sizes) - 1 else 1
        first = min(sizes[0] + 2, width - figures - (gap - 1) * (len(sizes) - 1))
        sizes = [max(first, 1), *sizes[1:]]
        for headings in above:
            yield Content(_row(headings, sizes, gap)).stylize("bold")
        if above:
            yield Content("─" * min(cell_len(_row(above[-1], sizes, gap)), width))
        for number, cells in enumerate(self.rows):
            said = Content(_row(cells, sizes, gap))
            yield said.stylize("bold") if number in self.strong else said


def _stacked(headings: Sequence[str]) -> list[tuple[str, ...]]:
    """Headings as rows of cells, those of fewer lines at the bottom."""
    lines = [heading.split("\n") for heading in headings]
    height = max(map(len, lines), default=0)
    padded = [[""] * (height - len(each)) + each for each in lines]
    return list(zip(*padded, strict=True))


def _row(cells: Sequence[str], sizes: Sequence[int], gap: int) -> str:
    first = fitted(cells[0], sizes[0])
    others = (" " * (gap + s - cell_len(c)) + c for c, s in zip(cells[1:], sizes[1:], strict=True))
    return first + "".join(others)


def fitted(text: str, width: int) -> str:
    """A text exactly `width` cells wide: padded, or cut with a sign that it was."""
    if cell_len(text) > width:
        return set_cell_size(text, max(0, width - 1)) + "…"[:width]
    return set_cell_size(text, width)


class Bars(Static):
    """Bars of blocks, each with its name before it and what it means behind it."""

    def __init__(self, bars: Iterable[Bar], id: str | None = None) -> None:
        super().__init__(id=id, classes="table", markup=False)
        self.bars = tuple(bars)

    def render(self) -> Content:
        width = self.content_size.width or 76
        longest = max((bar.value for bar in self.bars), default=0)
        names = min(max((cell_len(bar.label) for bar in self.bars), default=0), width // 3)
        said = max((cell_len(bar.said) for bar in self.bars), default=0)
        room = max(4, width - names - said - 4)
        lines = (
            f"{fitted(bar.label, names)} │{BLOCK * _length(bar.value, longest, room)} {bar.said}"
            for bar in self.bars
        )
        return Content("\n".join(lines))


def _length(value: int, longest: int, room: int) -> int:
    """Blocks for a value: at least one for anything above 0."""
    return max(1, value * room // longest) if value > 0 else 0
