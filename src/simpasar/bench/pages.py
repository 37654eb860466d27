"""Pages for browser and printer: one file each, which opens offline; made from templates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from simpasar.bench.layout import Column
from simpasar.i18n import language


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of a page. `caption`: what it shows, "" where that is said above it."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    caption: str = ""

    @property
    def headings(self) -> list[str]:
        """The headings as a browser breaks them: a word is torn only where there is no room."""
        return [column.heading.replace("-\n", "\xad") for column in self.columns]


def page(template: str, **facts: Any) -> str:
    """A template of this package, filled in, no number torn from its `Rp`, `%` or minus. It speaks
    the language now spoken."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    shelf = Environment(
        loader=PackageLoader("simpasar.bench"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    text = shelf.get_template(template).render(language=language(), **facts)
    text = re.sub(r"(?<=-)(?=Rp \d)", "\u2060", text)
    return re.sub(r"(?<=\bRp) (?=\d)|(?<=\d) (?=%)", "\xa0", text)
