"""The choices of a case: a few sheets that could be handed in one Monday, and what each gains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from simpasar.bench.layout import Column
from simpasar.bench.pages import Grid
from simpasar.classroom.fields import echo
from simpasar.classroom.filling import entries_of
from simpasar.classroom.form import form_of
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.view import TeamView, team_view
from simpasar.i18n import _
from simpasar.review.assess import Review
from simpasar.review.candidates import candidates
from simpasar.review.marks import Decision, interval
from simpasar.review.objectives import differing
from simpasar.review.rollout import JUDGE_SEEDS, play_on
from simpasar.scenario.model import Decisions, Measure

MOST = 4
"""Choices of a case; more is more than a small group weighs up."""
LETTERS = "ABCD"


@dataclass(frozen=True, slots=True)
class Choice:
    """A sheet under a neutral letter. `own`: what the team did; `better`: the best that the review
    found. Rupiah gained on average beside what the team did: `lead`, with its 95 % interval."""

    letter: str
    sheet: DecisionSheet
    own: bool
    better: bool
    lead: int = 0
    low: int = 0
    high: int = 0


def judged(review: Review, week: int, team: str | None = None) -> Decision | None:
    """The decision of that week to make a case of: the team's, or the one that cost the most,
    marked ones before others; None where there is none."""
    found = [
        decision
        for decision in review.decisions
        if decision.week == week and team in (None, decision.team)
    ]
    return max(found, key=lambda each: (bool(each.objectives), each.loss), default=None)


def choices(review: Review, decision: Decision, seeds: int = 8) -> tuple[Choice, ...]:
    """The choices in an order that tells nothing. `seeds`: courses of chance each is tried on."""
    view = view_of(review, decision)
    own = DecisionSheet(decisions=decision.sheet.decisions)
    better = decision.better
    sheets = [own, *([better] if better else [])]
    sheets += _others(view, own, better, MOST - len(sheets))
    sheets.sort(key=lambda sheet: _lot(decision, sheet))
    gained = {number: _gains(review, decision, sheet, seeds) for number, sheet in enumerate(sheets)}
    usual = gained[sheets.index(own)]
    found = []
    for number, sheet in enumerate(sheets):
        leads = [with_it - without for with_it, without in zip(gained[number], usual, strict=True)]
        lead, low, high = (0, 0, 0) if sheet == own else interval(leads)
        found.append(Choice(LETTERS[number], sheet, sheet == own, sheet == better, lead, low, high))
    return tuple(found)


def view_of(review: Review, decision: Decision) -> TeamView:
    """What the team knew that Monday."""
    monday = review.plan.weeks[decision.week - 1].monday
    return team_view(review.plan.table.scenario, monday, decision.team)


def objectives_of(found: Iterable[Choice]) -> list[Measure]:
    """The learning objectives in which the choices differ."""
    sheets = [choice.sheet.decisions for choice in found]
    apart = [each for sheet in sheets[1:] for each in differing(sheets[0], sheet)]
    return list(dict.fromkeys(apart))


def choices_grid(view: TeamView, found: tuple[Choice, ...]) -> Grid:
    """The fields in which the choices differ, a column for each."""
    form = form_of(view)
    entries = [entries_of(form, choice.sheet) for choice in found]
    rows = []
    for field in form.fields:
        texts = [entry[field.path] for entry in entries]
        if len(set(texts)) > 1:
            label = f"{form.group_of(field).title}: {field.label}"
            rows.append((label, *(echo(field, text) for text in texts)))
    columns = [Column(_("Decision"), words=True)]
    columns += [Column(_("Choice {letter}").format(letter=choice.letter)) for choice in found]
    return Grid(columns, rows)


def _others(
    view: TeamView, own: DecisionSheet, better: DecisionSheet | None, most: int
) -> Iterator[DecisionSheet]:
    """Other sheets to weigh up: as unlike each other as can be, those that change little first."""
    best = {_way(own, better)} if better else set()
    found: dict[tuple[tuple[Measure, ...], int], tuple[int, DecisionSheet]] = {}
    for sheet in candidates(view, own):
        way, changed = _way(own, sheet), _changed(own.decisions, sheet.decisions)
        if sheet != better and way not in best and (way not in found or changed < found[way][0]):
            found[way] = changed, sheet
    order = sorted(found, key=lambda way: (not way[1], len(way[0]), found[way][0]))
    yield from (found[way][1] for way in order[:most])


def _way(own: DecisionSheet, sheet: DecisionSheet) -> tuple[tuple[Measure, ...], int]:
    """In what a sheet differs from the team's, and whether it asks and makes more (1) or less."""
    objectives = tuple(differing(own.decisions, sheet.decisions))
    more, less = _size(sheet.decisions), _size(own.decisions)
    return objectives, (more > less) - (more < less)


def _changed(one: Decisions, other: Decisions) -> int:
    """How many decisions are not the same."""
    return sum(getattr(one, name) != getattr(other, name) for name in type(one).model_fields)


def _size(decisions: Decisions) -> tuple[int, int]:
    made = sum(plan.weekday + plan.weekend for plan in decisions.batches.values())
    return sum(decisions.prices.values()), made


def _lot(decision: Decision, sheet: DecisionSheet) -> str:
    """A place in the order that nothing about the sheet explains, the same every time."""
    text = f"{decision.week} {decision.team} {sheet.decisions.model_dump_json()}"
    return sha256(text.encode()).hexdigest()


def _gains(review: Review, decision: Decision, sheet: DecisionSheet, seeds: int) -> list[int]:
    """What the team gains with a sheet under each course of chance, the others as they decided."""
    played = review.plan.weeks[decision.week - 1]
    branch = played.branch({**played.sheets, decision.team: sheet})
    return [
        play_on(review.plan.table, branch, JUDGE_SEEDS + seed)[decision.team]
        for seed in range(seeds)
    ]
