"""The form of what is told about a code: a title, an explanation, a wrong example and a right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from simpasar.i18n import Language
from simpasar.scenario.problems import Level


class Both(NamedTuple):
    """The same in Indonesian and in English: a text for people, or lines of a scenario in both
    vocabularies."""

    id: str
    en: str

    def of(self, language: Language) -> str:
        """It in one of the languages."""
        return self.en if language == "en" else self.id


@dataclass(frozen=True, slots=True)
class Code:
    """What `simpasar explain` tells of the code `word`.

    `wrong` and `right`: lines of a scenario from a key of the top down, which take the place of the
    same lines of `tests/scenario/lapak.id.yaml` and `lapak.en.yaml` or are added to them; where
    they make up the `whole` file, they take the place of all of it. None: no lines can show it.
    """

    word: str
    level: Level
    title: Both
    explanation: Both
    wrong: Both | None = None
    right: Both | None = None
    whole: bool = False
