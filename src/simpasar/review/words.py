"""What a review says, in words: marks, objectives, kinds of luck, what would have been better."""

from __future__ import annotations

from simpasar.firm.legality import GROUP_FIELDS
from simpasar.game.view import team_view
from simpasar.i18n import N_, _
from simpasar.money import grouped, rupiah
from simpasar.review.assess import Review
from simpasar.review.books import RESCUE
from simpasar.review.changes import Change, between
from simpasar.review.marks import Decision, Mark
from simpasar.review.objectives import objectives_of
from simpasar.scenario.model import Measure

MARKS: dict[Mark, str] = {
    "": N_("no mark"),
    "unclear": N_("not clear yet"),
    "inaccuracy": N_("inaccurate"),
    "mistake": N_("mistake"),
    "blunder": N_("serious mistake"),
}
OBJECTIVES: dict[Measure, str] = {
    "pricing": N_("Pricing"),
    "production": N_("Stock and production"),
    "money": N_("Finance"),
    "marketing": N_("Marketing"),
    "cooperation": N_("Cooperation"),
    "household": N_("Household"),
}
LUCK: dict[str, str] = {
    "weather": N_("Weather"),
    "events": N_("Events"),
    "prices": N_("Prices of ingredients"),
    "footfall": N_("Who went out"),
    "choices": N_("Whom buyers chose"),
    "lots": N_("Drawing of lots"),
    RESCUE: N_("Help from the trainer"),
}

MOST_CHANGES = 3
"""Changes named in one sentence; more would be a list, not advice."""


def changes_of(review: Review, decision: Decision) -> tuple[Change, ...]:
    """What would have been better, field by field; empty where nothing was."""
    if decision.better is None:
        return ()
    table = review.plan.table
    monday = review.plan.weeks[decision.week - 1].monday
    view = team_view(table.scenario, monday, decision.team)
    return between(view, decision.sheet, decision.better)


def advice(review: Review, decision: Decision) -> str:
    """What would have been better, as a sentence a trainee understands; empty where nothing is
    clear enough to be said."""
    if decision.mark in ("", "unclear"):
        return ""
    told = _weightiest_first(review, decision)
    named = [
        _("{field}: {becomes} instead of {was}").format(
            field=change.label, becomes=change.becomes, was=change.was
        )
        for change in told[:MOST_CHANGES]
    ]
    if len(told) > MOST_CHANGES:
        more = _("and {count} other changes").format(count=len(told) - MOST_CHANGES)
        named.append(more)
    sentence = _(
        "Week {week}: {changes}. This would be expected to bring {loss} more (95 %: {low} to"
        " {high})."
    ).format(
        week=decision.week,
        changes="; ".join(named),
        loss=rupiah(decision.loss),
        low=grouped(decision.low),
        high=grouped(decision.high),
    )
    return " ".join(filter(None, (sentence, shared_out(decision))))


def _weightiest_first(review: Review, decision: Decision) -> list[Change]:
    """What would have been better: first what most of the loss is due to, as the sheet has it."""
    objectives = objectives_of(review.plan.table.scenario)
    weights = {
        field: decision.objectives.get(objectives[group], 0)
        for group, fields in GROUP_FIELDS.items()
        for field in fields
    }

    def weight(change: Change) -> int:
        field = change.path.partition(".")[0]  # of the cooperative's fields the path begins within
        return weights.get(field, weights["cooperative"])

    return sorted(changes_of(review, decision), key=weight, reverse=True)


def shared_out(decision: Decision) -> str:
    """What of a loss the others in the cooperative would have had; empty where nothing."""
    own = decision.bearers.get(decision.team, decision.loss)
    others = decision.loss - own
    if not others:
        return ""
    message = (
        _("Of this, {others} would go to the other members of the cooperative.")
        if others > 0
        else _("The team itself would gain {own}, the other members would lose {others}.")
    )
    return message.format(own=rupiah(own), others=rupiah(abs(others)))
