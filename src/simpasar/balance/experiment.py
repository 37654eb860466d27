"""The experiment: rounds of games until every light is settled or the seeds are used up.

All questions share the games they have in common. What is played next depends on whole rounds
only, so the answers are the same however many workers there are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from simpasar.balance.answers import Answer
from simpasar.balance.jobs import Arm, GameResult, games_in, jobs_for
from simpasar.balance.questions import QUESTIONS
from simpasar.balance.questions.question import Evidence, Question
from simpasar.balance.workers import Runner
from simpasar.scenario.model import Scenario

FIRST_SEED = 1
FIRST_ROUND = 8
"""Seeds of the first round; each further round doubles what there is."""

Progress = Callable[[int, int], None]
"""Told how many games are done, and how many are planned so far."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much may be played. `seeds`: the most for a question. `games`: the most that a question
    may ask for itself, which lowers its seeds where it asks for many on each. `quick`: only the
    questions of a quick balance, in one round."""

    seeds: int
    games: int
    quick: bool = False

    @classmethod
    def full(cls, seeds: int) -> Plan:
        return cls(seeds, 2 * seeds)

    @classmethod
    def of_quick(cls, seeds: int) -> Plan:
        return cls(min(seeds, 10), 50, quick=True)

    def seeds_of(self, arms: int) -> int:
        """How many seeds a question with so many games on each may have: at least two."""
        return max(2, min(self.seeds, self.games // max(1, arms)))


@dataclass
class Experiment:
    """The games played so far. `unreached`: questions that were still to be asked when it was
    stopped."""

    scenario: Scenario
    plan: Plan
    games: dict[tuple[int, Arm], GameResult] = field(default_factory=dict)
    planned: int = 0
    finished: bool = False

    @property
    def questions(self) -> list[Question]:
        """Those asked here, in the order of the page."""
        return [q for q in QUESTIONS if q.quick or not self.plan.quick]

    def run(self, runner: Runner, progress: Progress) -> None:
        """Play until nothing is open. May be interrupted at any time: what is played is kept."""
        size = self.plan.seeds if self.plan.quick else FIRST_ROUND
        open_questions = self.asked()
        while open_questions:
            self._round(open_questions, size, runner, progress)
            open_questions = [
                question
                for question in open_questions
                if self._most(question) > size and not self.answer(question).settled
            ]
            size *= 2
        self.finished = True

    def asked(self) -> list[Question]:
        """The questions that apply."""
        return [q for q in self.questions if not q.missing(self.scenario)]

    def answers(self) -> tuple[Answer, ...]:
        """The answers from what has been played, in the language now spoken."""
        return tuple(self.answer(question) for question in self.questions)

    def answer(self, question: Question) -> Answer:
        """The answer to one question from the seeds on which all its games are played."""
        seeds = []
        if not question.missing(self.scenario):
            for seed in self._seeds(self._most(question)):
                arms = question.arms(self.scenario, seed)
                if all((seed, arm) in self.games for arm in arms):
                    seeds.append(seed)
        return question.answered(Evidence(self.scenario, tuple(seeds), self.games))

    def _round(
        self, questions: Sequence[Question], size: int, runner: Runner, progress: Progress
    ) -> None:
        """Play what these questions want on the first `size` seeds."""
        wanted = [
            (seed, arm)
            for question in questions
            for seed in self._seeds(min(size, self._most(question)))
            for arm in question.arms(self.scenario, seed)
            if (seed, arm) not in self.games
        ]
        jobs = jobs_for(wanted)
        self.planned = len(self.games) + games_in(jobs)
        progress(len(self.games), self.planned)
        for games in runner(jobs):
            for game in games:
                self.games[game.seed, game.arm] = game
            progress(len(self.games), self.planned)

    def _most(self, question: Question) -> int:
        return self.plan.seeds_of(len(question.arms(self.scenario, FIRST_SEED)))

    @staticmethod
    def _seeds(count: int) -> range:
        return range(FIRST_SEED, FIRST_SEED + count)
