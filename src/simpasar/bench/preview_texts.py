"""The preview's page of texts: both languages side by side, and which stand in one only."""

from __future__ import annotations

from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Words

from simpasar.bench.layout import Paper
from simpasar.bench.preview import Wording, wordings
from simpasar.i18n import _, language, ngettext
from simpasar.scenario.model import Scenario
from simpasar.scenario.vocabulary import field_word

MOST_NAMED = 12


def paint_texts(paper: Paper, scenario: Scenario, whole: bool) -> None:
    """`whole`: every text in both languages; otherwise only those that stand in one language."""
    found = wordings(scenario)
    paper.heading(_("Texts in both languages"))
    if whole:
        _side_by_side(paper, found)
    alone = [wording for wording in found if wording.missing]
    if not alone:
        paper.sentence(_("All {count} texts stand in both languages.").format(count=len(found)))
        return
    message = ngettext(
        "{count} of {all} texts stands in one language only; the other shows it too. Names may"
        " stay so.",
        "{count} of {all} texts stand in one language only; the other shows them too. Names may"
        " stay so.",
        len(alone),
    )
    paper.sentence(message.format(count=len(alone), all=len(found)))
    for wording in alone[:MOST_NAMED]:
        paper.row(f"  {place(wording)}: {wording.text.of(language())}")
    if len(alone) > MOST_NAMED:
        paper.row("  " + _("and {count} more").format(count=len(alone) - MOST_NAMED))


def place(wording: Wording) -> str:
    """Where a text stands, in the key words of the language now spoken."""
    return ".".join(field_word(part, language()) for part in wording.loc)


def _side_by_side(paper: Paper, found: tuple[Wording, ...]) -> None:
    grid = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), width=paper.room - 1)
    grid.add_column("id", ratio=1, overflow="fold")
    grid.add_column("en", ratio=1, overflow="fold")
    for wording in found:
        grid.add_row(Words(place(wording), style="dim"), "")
        grid.add_row(Words(wording.text.id or "-"), Words(wording.text.en or "-"))
    paper.print(Padding(grid, (0, 0, 0, 1), expand=False))
