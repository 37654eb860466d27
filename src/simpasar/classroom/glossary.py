"""The glossary: words of the trade in the order of the alphabet, and how one is found."""

from __future__ import annotations

import unicodedata

from simpasar.classroom.words import WORDS, Word
from simpasar.i18n import LANGUAGES, _, told_in

_NOWHERE = 3


def words() -> tuple[Word, ...]:
    """All words, in the order of their terms in the language now spoken."""
    return tuple(sorted(WORDS, key=lambda word: _plain(_(word.term))))


def find(text: str) -> tuple[Word, ...]:
    """The words that have `text` in their term, in either language, or in their meaning.

    Capitals and accents do not matter. Words whose term begins with `text` come first, then those
    with it anywhere in the term, then the rest; each in the order of `words`.
    """
    sought = " ".join(_plain(text).split())
    ranked = [(_rank(word, sought), word) for word in words()]
    found = sorted((pair for pair in ranked if pair[0] < _NOWHERE), key=lambda pair: pair[0])
    return tuple(word for _place, word in found)


def _rank(word: Word, sought: str) -> int:
    terms = [_plain(told_in(each, word.term)) for each in LANGUAGES]
    if any(term.startswith(sought) for term in terms):
        return 0
    if any(sought in term for term in terms):
        return 1
    return 2 if sought in _plain(_(word.meaning)) else _NOWHERE


def _plain(text: str) -> str:
    """Without capitals and accents, to compare by."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
