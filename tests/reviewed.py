"""What tests of a review's pages share: a review with every mark, and HTML read strictly."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from itertools import cycle

from games import begin, finish
from neighbourhood import TEAMS, neighbourhood
from simpasar.game.play import Game
from simpasar.game.view import team_view
from simpasar.review.assess import Review, do, plan_of, review
from simpasar.review.candidates import candidates
from simpasar.review.marks import QUICK, Decision, Mark
from simpasar.review.objectives import differing
from simpasar.scenario.model import Text

HEAD = "0123456789abcdef" * 4
NASTY = 'Kios <script>alert("1")</script> & anak'
MARKS: tuple[Mark, ...] = ("", "unclear", "inaccuracy", "mistake", "blunder")


@cache
def reviewed(weeks: int = 2) -> tuple[Game, Review]:
    """A game of bots in a small town, its true books, and decisions with every mark."""
    scenario = neighbourhood()
    names = dict(zip(TEAMS, (NASTY, "Kenanga", "Melati", "Mawar"), strict=True))
    teams = {
        team: seat.model_copy(update={"name": Text(id=names[team], en=names[team])})
        for team, seat in scenario.teams.items()
    }
    scenario = scenario.model_copy(update={"teams": teams})
    bots = dict(zip(TEAMS, ("par", "acak", "hati-hati", "diam"), strict=True))
    game = finish(begin(scenario, bots, weeks=weeks))
    plan = plan_of(game, 2, QUICK)
    begun = next(review(plan, lambda jobs: ((job, do(plan, job)) for job in jobs)))
    marks = cycle(MARKS)
    decisions = [
        decided(begun, week, team, next(marks))
        for week in range(1, weeks + 1)
        for team in scenario.teams
    ]
    return game, replace(begun, decisions=tuple(decisions))


def decided(begun: Review, week: int, team: str, mark: Mark) -> Decision:
    """A made-up judgement of what a team really did."""
    played = begun.plan.weeks[week - 1]
    own = played.sheets[team]
    view = team_view(begun.plan.table.scenario, played.monday, team)
    better = candidates(view, own)[0]
    parts = differing(own.decisions, better.decisions) if mark not in ("", "unclear") else []
    loss = 100_000 * week + 7
    split = dict.fromkeys(parts, loss // max(1, len(parts)))
    if parts:
        split[parts[0]] += loss - sum(split.values())
    found = better if mark else None
    return Decision(week, team, loss if mark else 0, -5, 2 * loss, mark, own, found, split, 9)


class Page(HTMLParser):
    """A page read strictly: every tag closed in its turn. `svgs`: the tags within each chart;
    `text`: what people read."""

    _EMPTY = ("meta", "line", "circle", "rect", "path")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.svgs: list[list[str]] = []
        self.text = ""
        self.after: dict[int, str] = {}
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "svg":
            self.svgs.append([])
        elif "svg" in self.open:
            self.svgs[-1].append(tag)
        if tag == "table":
            self.after[len(self.svgs)] = tag
        if tag not in self._EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += f"{data} "

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def english_words(text: str) -> set[str]:
    """Words that no Indonesian sentence has."""
    words = {word.strip(".,:;()“”?!").lower() for word in text.split()}
    return words & {
        "the", "and", "of", "week", "with", "without", "luck", "what", "team", "choice", "is",
        "was", "by", "to", "for", "from", "gain", "lost", "decision", "decisions", "sold", "price",
    }  # fmt: skip
