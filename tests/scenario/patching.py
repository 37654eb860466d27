"""Lines of a scenario put into a whole one, in place of the same lines or beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_KEY = re.compile(r"( *)([^\s:#][^:]*):")


@dataclass
class _Part:
    """A line, and the lines that stand under it."""

    line: str
    parts: list[_Part] = field(default_factory=list)

    @property
    def key(self) -> str:
        found = _KEY.match(self.line)
        return found[2] if found else self.line.strip()

    def lines(self) -> list[str]:
        return [self.line, *(line for part in self.parts for line in part.lines())]


def patched(base: str, patch: str) -> str:
    """`base` with the lines of `patch`: a line takes the place of the line with the same key under
    the same keys, and all that stands under it, unless it only leads to further lines."""
    whole = _parts(base)
    _merge(whole, _parts(patch))
    return "\n".join(line for part in whole for line in part.lines()) + "\n"


def _merge(base: list[_Part], patch: list[_Part]) -> None:
    for new in patch:
        old = next((part for part in base if part.key == new.key), None)
        if old is None:
            base.append(new)
        elif new.parts and old.parts and new.line.rstrip() == old.line.rstrip():
            _merge(old.parts, new.parts)
        else:
            base[base.index(old)] = new


def _parts(text: str) -> list[_Part]:
    root = _Part("")
    above = [(-1, root)]
    for line in text.rstrip("\n").split("\n"):
        indentation = len(line) - len(line.lstrip(" \t"))
        while above[-1][0] >= indentation:
            above.pop()
        part = _Part(line)
        above[-1][1].parts.append(part)
        above.append((indentation, part))
    return root.parts
