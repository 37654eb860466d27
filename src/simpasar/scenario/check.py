"""One verdict on a scenario file: every error of it, or else every warning."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from simpasar.scenario.advice import advice
from simpasar.scenario.loader import read
from simpasar.scenario.model import Scenario
from simpasar.scenario.problems import Problem, ScenarioProblems, in_order
from simpasar.scenario.silence import heard
from simpasar.scenario.source import Source, read_text


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a file, in its order. `scenario`: None where there are errors.
    `silenced`: warnings that the file itself says are meant."""

    file: str
    problems: tuple[Problem, ...]
    scenario: Scenario | None
    silenced: tuple[Problem, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps it from being played."""
        return tuple(problem for problem in self.problems if problem.level == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What can be played but is hardly meant."""
        return tuple(problem for problem in self.problems if problem.level == "warning")

    @property
    def unreadable(self) -> bool:
        """Whether there was no text to look at."""
        return any(problem.code in UNREADABLE for problem in self.problems)


UNREADABLE = frozenset({"no-file", "folder", "unreadable", "too-large", "no-text", "no-scenario"})
"""Codes of files that cannot be read at all."""


def check(path: Path) -> Checked:
    """Look at a scenario file. No mistake in it raises."""
    try:
        source = read_text(path)
    except ScenarioProblems as refusal:
        return Checked(str(path), refusal.problems, None)
    return check_source(source)


def check_source(source: Source) -> Checked:
    """Look at a text, as `check`."""
    try:
        found = read(source)
    except ScenarioProblems as refusal:
        return Checked(source.file, refusal.problems, None)
    reader = found.reader
    warnings = dict.fromkeys(
        reader.problem_of(finding, "warning") for finding in advice(found.scenario, reader.language)
    )
    sorted_out = heard(source, tuple(warnings))
    return Checked(
        source.file, in_order(sorted_out.told), found.scenario, in_order(sorted_out.silenced)
    )
