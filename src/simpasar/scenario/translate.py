"""A scenario file in the other vocabulary: its key words are renamed, everything else stays.

The text is changed where the parser says that a word stands, and nowhere else: comments, blank
lines, quotes, numbers, ids, texts, line ends and a BOM are kept, so that there and back gives the
same file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import yaml

from simpasar.i18n import Language, _
from simpasar.scenario.loader import read
from simpasar.scenario.problems import Place
from simpasar.scenario.silence import comments
from simpasar.scenario.source import Scalar, Source
from simpasar.scenario.tree import LOADER, parse
from simpasar.scenario.vocabulary import HEAD

ADDED = "  # added by simpasar translate"
"""Marks a head that stands for none: it goes when the file is translated back."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_MODELINE = re.compile(r"(#\s+yaml-language-server\s*:.*\bscenario\.)(id|en)(\.schema\.json\b)")


class Translation(NamedTuple):
    """The text of a file in the vocabulary asked for; `was` is the one it had before."""

    text: str
    was: Language


@dataclass(frozen=True, slots=True)
class _Edit:
    """What stands from `start` to `end` becomes `text`. Characters from the start of the text."""

    start: int
    end: int
    text: str


def translated(text: str, language: Language, file: str = "-") -> Translation:
    """`text` with the key words and fixed words of `language`; the same text where it has them.

    Raises:
        ScenarioProblems: the scenario has errors, so that what its words mean is not certain; a
            word is written with escapes; or the file would become too large.
    """
    source = Source.of(file, text)
    before = read(source)
    if before.reader.language == language:
        return Translation(text, language)
    words = _Words(source)
    edits = [words.renamed(*word) for word in before.reader.own_words(language)]
    edits += [*_head(source, words, language), *_modelines(source)]
    result = _edited(text, edits)
    after = read(Source.of(file, result))
    if after.scenario != before.scenario:
        raise AssertionError("a translation means what the original means")
    return Translation(result, before.reader.language)


# -- where words stand --------------------------------------------------------------------


class _Words:
    """Where each word of a text begins and ends: the tree knows only where it begins."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.spans: dict[Place, tuple[int, int]] = {}
        self.first_key = 0
        self.in_braces = False
        self._scan()

    def _scan(self) -> None:
        keyless, anchor = True, None
        for token in yaml.scan(self.source.text, Loader=LOADER):
            if keyless and isinstance(token, yaml.FlowMappingStartToken | yaml.KeyToken):
                keyless = False
                self.in_braces = isinstance(token, yaml.FlowMappingStartToken)
                mark = token.end_mark if self.in_braces else token.start_mark
                self.first_key = mark.index
            if isinstance(token, yaml.ScalarToken):
                begins = anchor or token.start_mark  # a node begins with its anchor
                place = Place(begins.line + 1, begins.column + 1)
                self.spans[place] = (token.start_mark.index, token.end_mark.index)
            anchor = token.start_mark if isinstance(token, yaml.AnchorToken) else None

    def renamed(self, scalar: Scalar, word: str) -> _Edit:
        """The edit that writes `word` for a scalar, within its quotes."""
        start, end = self.spans[scalar.place]
        # the last: a comment may stand before the text of a block
        at = self.source.text.rfind(scalar.text, start, end)
        if at < 0:
            message = _("Write `{word}` as plain letters: only then can it be translated.")
            text = message.format(word=scalar.text)
            raise self.source.refusal(scalar.place, "escapes", text)
        return _Edit(at, at + len(scalar.text), word)


# -- the head and the modeline ------------------------------------------------------------


def _head(source: Source, words: _Words, language: Language) -> Iterator[_Edit]:
    """The head says the other language, under the other name; where it was put in by a
    translation, it goes, and where there is none, it comes."""
    root = parse(source)
    own = next((name for name, word in HEAD.items() if word in root.keys), None)
    start = words.first_key
    if own is None:
        yield _Edit(start, start, _added_head(source, words, language))
        return
    key, value = root.keys[HEAD[own]], root.values[HEAD[own]]
    was: Language = "id" if language == "en" else "en"
    added = _added_head(source, words, was)
    if source.text.startswith(added, start):
        yield _Edit(start, start + len(added), "")
        return
    other: Language = "id" if own == "en" else "en"
    yield words.renamed(key, HEAD[other])
    assert isinstance(value, Scalar)
    yield words.renamed(value, language)


def _added_head(source: Source, words: _Words, language: Language) -> str:
    """A head of its own line, or, within braces, where there are no lines, with an odd comma."""
    head = f"{HEAD[language]}: {language}"
    if words.in_braces:
        return f"{head} , "
    before = source.text[: words.first_key]
    indent = len(before) - len(before.rstrip(" "))
    return f"{head}{ADDED}\n{' ' * indent}"


def _modelines(source: Source) -> Iterator[_Edit]:
    """The schema that an editor checks the file against is the other one."""
    for place, comment in comments(source):
        found = _MODELINE.match(comment)
        if found:
            begins = (
                sum(len(line) + 1 for line in source.lines[: place.line - 1]) + place.column - 1
            )
            other = "en" if found[2] == "id" else "id"
            yield _Edit(begins + found.start(2), begins + found.end(2), other)


# -- the text -----------------------------------------------------------------------------


def _edited(text: str, edits: list[_Edit]) -> str:
    """`text` with its edits made. They count in the text as `Source` has it: without a BOM, and
    with each line end as one character."""
    shift = len(text) - len(text.removeprefix("\ufeff"))
    ends = list(_LINE_END.finditer(text))
    doubled = [end.start() - shift for end in ends if len(end[0]) == 2]
    long = [start - i for i, start in enumerate(doubled)]
    line_end = ends[0][0] if ends else "\n"
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        start, end = (each + shift + bisect_left(long, each) for each in (edit.start, edit.end))
        pieces += [text[at:start], edit.text.replace("\n", line_end)]
        at = end
    return "".join([*pieces, text[at:]])
