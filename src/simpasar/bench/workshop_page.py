"""Many games on a plain terminal: what was played, which scenario teaches what, what stays weak."""

from __future__ import annotations

from simpasar.bench import workshop_texts as texts
from simpasar.bench.layout import Paper, table
from simpasar.bench.pages import Grid
from simpasar.i18n import _
from simpasar.review.jobs import Spent
from simpasar.review.workshop import Part, Workshop

_HANG = 2


def print_workshop(
    paper: Paper, found: Workshop, spent: Spent, stopped_of: int | None = None
) -> None:
    """The whole page. `stopped_of`: how many records there are, where not all were looked at."""
    paper.sentence(texts.heading(found), style="bold")
    if stopped_of is not None:
        paper.sentence(texts.unfinished(found, stopped_of), _HANG, style="bold")
    for sentence in (texts.counted(found), texts.left_aside(found)):
        if sentence:
            paper.sentence(sentence, _HANG)
    for warning in texts.warnings(found):
        paper.sentence(warning, _HANG, style="bold")
    paper.print()
    _grid(paper, texts.scenarios_grid(found))
    paper.heading(_("Which scenario teaches what"))
    _grid(paper, texts.taught_grid(found))
    for part in found.parts:
        _part(paper, part, part.title)
    if len(found.parts) > 1:
        _part(paper, found.whole, _("All scenarios together"))
    paper.print()
    for sentence in (*texts.reading(), texts.origin(spent)):
        paper.sentence(sentence, _HANG)


def _part(paper: Paper, part: Part, title: str) -> None:
    paper.heading(title)
    if part.lessons:
        _grid(paper, texts.lessons_grid(part))
    else:
        paper.sentence(texts.nothing_lost(part), _HANG)


def _grid(paper: Paper, grid: Grid) -> None:
    paper.print(table(grid.columns, grid.rows))
