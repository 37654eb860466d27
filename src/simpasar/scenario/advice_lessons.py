"""Advice about what is decided and learned: decisions with nothing to decide, the reverse, lessons
that nothing measures and questions that nothing can answer."""

from __future__ import annotations

from collections.abc import Iterator

from simpasar.i18n import Language, _
from simpasar.scenario.advice_parts import sold
from simpasar.scenario.lessons import can_move, can_show, has_households
from simpasar.scenario.lint_community import DECIDED
from simpasar.scenario.model import DecisionGroup, Scenario
from simpasar.scenario.references import Finding, Loc
from simpasar.scenario.vocabulary import choice_word, choices_in, field_word


def lessons(s: Scenario, language: Language) -> Iterator[Finding]:
    """Decisions, objectives and questions that come to nothing."""
    yield from _idle_decisions(s, language)
    yield from _closed_decisions(s, language)
    yield from _objectives(s, language)
    yield from _questions(s, language)


# -- decisions ------------------------------------------------------------------------------


def _idle_decisions(s: Scenario, language: Language) -> Iterator[Finding]:
    """Decisions that are unlocked though there is nothing to choose."""
    for group, why in _without_choice(s, language).items():
        if group in s.rules.unlocked:
            message = _("`{group}` is unlocked, but {why}: leave it out.")
            text = message.format(group=choice_word(group, language), why=why)
            yield ("rules", "unlocked", group), "idle-decision", text


def _without_choice(s: Scenario, language: Language) -> dict[DecisionGroup, str]:
    """Groups of decisions with nothing to choose, and why."""
    seats, made = s.teams.values(), [s.products[name] for name in sold(s)]
    found: dict[DecisionGroup, str] = {}
    if all(len(product.grades) == 1 for product in made):
        found["quality"] = _("every product has one grade only")
    if all(product.equipment is None for product in made):
        found["equipment"] = _("no product needs any equipment")
    if not s.rules.max_helpers:
        helpers = field_word("max_helpers", language)
        found["staff"] = _("`{key}` is 0").format(key=helpers)
    if not has_households(s):
        found["household"] = _("no team has a household")
    if all((seat.start.opens, seat.start.closes) == (seat.earliest, seat.latest) for seat in seats):
        found["hours"] = _("every stall is open as long as it may be")
    return found


def _closed_decisions(s: Scenario, language: Language) -> Iterator[Finding]:
    """Parts of the scenario that no decision opens."""
    for group, loc in _parts(s).items():
        if group not in s.rules.unlocked:
            message = _(
                "No team can ever decide about this: write `{group}` under `{unlocked}`, or leave"
                " it out."
            )
            text = message.format(
                group=choice_word(group, language), unlocked=field_word("unlocked", language)
            )
            yield loc, "closed-decision", text


def _parts(s: Scenario) -> dict[DecisionGroup, Loc]:
    """Groups of decisions about something that the scenario has, and where that stands."""
    found: dict[DecisionGroup, Loc] = {
        group: (part,) for group, part in DECIDED.items() if getattr(s, part)
    }
    if any(seat.start.cooperative.member for seat in s.teams.values()):
        found.pop("cooperative", None)  # who is a member from the start needs no decision
    graded = [name for name in sorted(sold(s)) if len(s.products[name].grades) > 1]
    if graded:
        found["quality"] = ("products", graded[0], "grades")
    if s.arisan and not any(seat.start.arisan for seat in s.teams.values()):
        found["household"] = ("arisan",)
    return found


# -- objectives and questions ---------------------------------------------------------------


def _objectives(s: Scenario, language: Language) -> Iterator[Finding]:
    measure = field_word("measure", language)
    for i, objective in enumerate(s.teaches):
        loc: Loc = ("teaches", i)
        if objective.measure is None:
            words = choices_in(type(objective).model_fields["measure"].annotation)
            message = _("Nothing tells whether this was learned: add `{measure}`, one of {words}.")
            known = ", ".join(choice_word(word, language) for word in words)
            yield loc, "no-measure", message.format(measure=measure, words=known)
        elif not can_move(s, objective.measure):
            message = _(
                "Nothing in this scenario moves `{word}`: choose another `{measure}`, or add what"
                " it measures."
            )
            word = choice_word(objective.measure, language)
            text = message.format(word=word, measure=measure)
            yield (*loc, "measure"), "idle-measure", text


def _questions(s: Scenario, language: Language) -> Iterator[Finding]:
    for i, question in enumerate(s.debrief):
        if question.shows is not None and not can_show(s, question.shows):
            message = _(
                "This scenario has nothing to show for `{word}`: leave `{shows}` out, or choose"
                " another."
            )
            word = choice_word(question.shows, language)
            text = message.format(word=word, shows=field_word("shows", language))
            yield ("debrief", i, "shows"), "idle-question", text
