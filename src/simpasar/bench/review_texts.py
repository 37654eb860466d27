"""What the pages of a review say of teams, weeks and the class, in sentences and tables."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from itertools import pairwise

from simpasar.bench.layout import Column
from simpasar.bench.pages import Grid
from simpasar.console_tables import team_name
from simpasar.firm.costing import half_up
from simpasar.game.bulletin import percent
from simpasar.game.play import Game
from simpasar.i18n import N_, _, ngettext
from simpasar.money import grouped, rupiah, signed
from simpasar.review.assess import Plan, Review
from simpasar.review.books import TeamBooks
from simpasar.review.marks import MARKED, Decision, Mark
from simpasar.review.objectives import judgement_of
from simpasar.review.rollout import JUDGE_SEEDS, SEARCH_SEEDS
from simpasar.review.words import LUCK, MARKS, OBJECTIVES, advice
from simpasar.scenario.model import Measure

SYMBOLS: dict[Mark, str] = {
    "": "+", "unclear": "~", "inaccuracy": "?!", "mistake": "?", "blunder": "??",
}  # fmt: skip
"""A sign for each mark, to be read without colour, as chess players write them."""

QUESTIONS: dict[Measure, str] = {
    "pricing": N_("At which price is most left over? What do buyers compare it with?"),
    "production": N_("How much for which day? What was left at night, and who went away empty?"),
    "money": N_("How much cash must stay in the till? What does a loan truly cost in a month?"),
    "marketing": N_("Who knows us by now? What did promotion bring for what it cost?"),
    "cooperation": N_("What was cheaper together than alone? Who bore the risk?"),
    "household": N_("How much did the family need? Could the business bear it?"),
}
"""What a class may talk about, by objective."""


def mark_word(mark: Mark) -> str:
    """`?! inaccurate`."""
    return f"{SYMBOLS[mark]} {_(MARKS[mark])}"


# -- one team -----------------------------------------------------------------------------


def steps(kept: TeamBooks) -> list[tuple[str, int]]:
    """The way from start to final, in rupiah: own decisions, rivals, each kind of luck there was
    any of."""
    luck = [(_(LUCK[kind]), amount) for kind, amount in kept.luck.items() if amount]
    return [(_("Own decisions"), kept.own), (_("Rivals"), kept.rivals), *luck]


def going_on(game: Game) -> str:
    """What stands above the review of a game that is not over, empty above a finished one."""
    if game.finished:
        return ""
    return _(
        "THE GAME IS NOT OVER: {lived} of {weeks} weeks were played. What a team gains is what it"
        " will gain on average by the end, if a decent computer player decides for all from here."
    ).format(lived=len(game.lived), weeks=game.setup.weeks)


def raw_word(game: Game) -> str:
    """What the gain with luck is called, in two lines."""
    return _("As it\nhappened") if game.finished else _("With luck\nso far")


def final_word(game: Game) -> str:
    """What the last line of the books is called."""
    return _("In the end") if game.finished else _("Expected in the end")


def books_grid(game: Game, kept: TeamBooks) -> Grid:
    """A team's books: how it came from start to final."""
    rows = [(_("At the start"), grouped(kept.start))]
    rows += [(label, signed(amount)) for label, amount in steps(kept)]
    rows.append((final_word(game), grouped(kept.final)))
    return Grid((Column(_("Books"), words=True), Column("Rp")), rows)


def result_told(game: Game, review: Review, team: str) -> str:
    """What a team gained, and what it would have gained without its luck."""
    kept, without = review.books[team], review.adjusted[team]
    message = (
        _(
            "{team} gained {raw}. Without luck, good and bad, it would have gained {adjusted}"
            " (95 %: {low} to {high})."
        )
        if game.finished
        else _(
            "{team} is on the way to {raw}. Without luck, good and bad, it would be {adjusted}"
            " (95 %: {low} to {high})."
        )
    )
    return message.format(
        team=team_name(game.setup.scenario, team),
        raw=rupiah(kept.final),
        adjusted=f"Rp {thousands(without.gained)}",
        low=thousands(without.low),
        high=thousands(without.high),
    )


def own_told(review: Review, team: str) -> str:
    """What the team's own decisions brought beside those of par."""
    own = review.books[team].own
    if not own:
        return _("Its own decisions brought as much as those of a decent computer player.")
    message = (
        _("Its own decisions brought {amount} more than those of a decent computer player.")
        if own > 0
        else _("Its own decisions brought {amount} less than those of a decent computer player.")
    )
    return message.format(amount=rupiah(abs(own)))


def luck_told(review: Review, team: str) -> str:
    """How much luck there was, and of what kind most."""
    luck = review.books[team].luck
    whole = sum(luck.values())
    most = max(luck, key=lambda kind: luck[kind] if whole >= 0 else -luck[kind])
    message = (
        _("Luck added {amount}, most of it by: {kind}.")
        if whole >= 0
        else _("Luck took away {amount}, most of it by: {kind}.")
    )
    return message.format(amount=rupiah(abs(whole)), kind=_(LUCK[most]).lower())


def costliest(review: Review, team: str, most: int) -> list[Decision]:
    """The marked decisions of a team that cost the most, at most so many."""
    marked = [decision for decision in review.of(team) if decision.mark in MARKED]
    return sorted(marked, key=lambda decision: (-decision.loss, decision.week))[:most]


def week_told(review: Review, decision: Decision) -> str:
    """A week's decision in one sentence."""
    if decision.mark in MARKED:
        return advice(review, decision)
    if decision.mark == "unclear":
        message = _("Week {week}: nobody can tell; chance hides whether another sheet was better.")
    else:
        message = _("Week {week}: well decided; no sheet was found that is clearly better.")
    return message.format(week=decision.week)


def nothing_marked(review: Review) -> str:
    """What stands where no decision is marked."""
    if review.complete:
        return _("No decision was clearly worse than what else could have been done.")
    return _("No decision is marked so far; not all have been looked at.")


# -- learning objectives --------------------------------------------------------------------


def lost_by(review: Review, teams: Iterator[str] | list[str]) -> dict[Measure, tuple[int, int]]:
    """By objective: rupiah lost by the marked decisions of `teams`, and how many decisions had a
    part in it; the most first."""
    found: dict[Measure, tuple[int, int]] = {}
    for team in teams:
        for decision in review.of(team):
            for objective, loss in decision.objectives.items():
                lost, count = found.get(objective, (0, 0))
                found[objective] = lost + loss, count + 1
    return dict(sorted(found.items(), key=lambda pair: -pair[1][0]))


def objective_amounts(lost: dict[Measure, tuple[int, int]]) -> list[tuple[str, int]]:
    """The loss by objective, with the names of the objectives."""
    return [(_(OBJECTIVES[objective]), amount) for objective, (amount, _count) in lost.items()]


def objectives_grid(lost: dict[Measure, tuple[int, int]]) -> Grid:
    """The loss by objective."""
    columns = (Column(_("Objective"), words=True), Column(_("Lost, Rp")), Column(_("Decisions")))
    rows = [
        (_(OBJECTIVES[objective]), grouped(amount), str(count))
        for objective, (amount, count) in lost.items()
    ]
    return Grid(columns, rows)


def questions(lost: dict[Measure, tuple[int, int]]) -> list[tuple[str, str]]:
    """Objectives in which something was lost, each with what a class may talk about."""
    return [(_(OBJECTIVES[objective]), _(QUESTIONS[objective])) for objective in lost]


# -- all teams ------------------------------------------------------------------------------


def ranked(review: Review) -> tuple[list[str], list[str]]:
    """The teams by what they gained, and by what they would have gained without luck."""
    raw = sorted(review.books, key=lambda team: -review.books[team].final)
    return raw, sorted(review.adjusted, key=lambda team: -review.adjusted[team].gained)


def ranking_grid(game: Game, review: Review) -> Grid:
    """All teams in the order without luck, with intervals; then what happened, and its order."""
    raw, without = ranked(review)
    rows = [
        (
            team_name(game.setup.scenario, team),
            thousands(review.adjusted[team].gained),
            thousands(review.adjusted[team].low),
            thousands(review.adjusted[team].high),
            grouped(review.books[team].final),
            str(raw.index(team) + 1),
        )
        for team in without
    ]
    headings = (
        _("Without\nluck"), _("At least"), _("At most"), raw_word(game), _("Place\nthen"),
    )  # fmt: skip
    return Grid((Column(_("Team"), words=True), *map(Column, headings)), rows)


def thousands(estimate: int) -> str:
    """An estimate as people read it: in whole thousands of rupiah."""
    return grouped(1_000 * half_up(estimate, 1_000))


def unsure_order(game: Game, review: Review) -> str:
    """Which neighbours in the adjusted ranking the intervals do not tell apart; empty for one."""
    _raw, without = ranked(review)
    if len(without) == 1:
        return ""
    pairs = [
        _("{first} and {last}").format(
            first=team_name(game.setup.scenario, ahead), last=team_name(game.setup.scenario, behind)
        )
        for ahead, behind in pairwise(without)
        if review.adjusted[ahead].low <= review.adjusted[behind].high
    ]
    if not pairs:
        return _("The intervals do not overlap: this order is sure enough.")
    return _("The intervals overlap, so the order is not sure between: {pairs}.").format(
        pairs="; ".join(pairs)
    )


def unfinished(review: Review) -> str:
    """What stands above a review that was stopped, empty above a whole one."""
    if review.complete:
        return ""
    done, whole = len(review.decisions), review.due
    return _(
        "UNFINISHED: {done} of {whole} decisions were looked at. What is here is sound."
    ).format(done=done, whole=whole)


def meanings() -> list[str]:
    """What the lines of the books mean, for trainees."""
    return [
        _("At the start: what a decent computer player gains on average in this seat."),
        _("Own decisions: what the team's sheets brought beside those of the computer player."),
        _("Rivals: what the sheets of the other teams brought or took."),
        _("Luck: what chance brought beside the average: weather, events, prices, buyers."),
    ]


def assumptions(review: Review) -> list[str]:
    """What a review takes for granted, for evaluators."""
    plan = review.plan
    per_mille = judgement_of(plan.table.scenario)
    return [
        _(
            "Yardstick: {par}, a decent computer player. A position is worth what is gained on"
            " average when everybody plays {par} from there."
        ).format(par=review.par),
        _(
            "A decision is judged by what could be known that Monday, the others deciding as they"
            " did and {par} deciding afterwards; how the dice then fell plays no part."
        ).format(par=review.par),
        _(
            "Better means: the best of the sheets that were tried. A still better one may exist,"
            " so a loss is rather too small than too large. Where its interval reaches below 0,"
            " what was played may be better than all of them."
        ),
        _(
            "Marks by what par gains in a week in that seat: {inaccuracy} inaccurate, {mistake}"
            " mistake, {blunder} serious mistake, where the one-sided 99 % bound of the loss is"
            " above it. Otherwise it is not clear yet."
        ).format(
            inaccuracy=percent(per_mille.inaccuracy),
            mistake=percent(per_mille.mistake),
            blunder=percent(per_mille.blunder),
        ),
        _(
            "Intervals are 95 % Student intervals of differences under the same chance. Loss by"
            " objective: exact Shapley value, of marked decisions only."
        ),
        *_together(plan),
        _("Luck is taken week by week, kind by kind, in the order of the books; the parts add up."),
        *_effort(plan),
    ]


def _together(plan: Plan) -> Iterator[str]:
    if plan.table.scenario.cooperative is not None:
        yield _(
            "What a team decides in the cooperative is judged by what all its members gain by it"
            " together."
        )


def _effort(plan: Plan) -> Iterator[str]:
    """What a quick review leaves out."""
    if plan.effort.books.both_orders:
        yield _("Own decisions and rivals: the mean of both orders.")
    else:
        yield _("Own decisions come before rivals (a full review takes the mean of both orders).")
    if plan.effort.horizon is not None:
        yield ngettext(
            "Decisions look {weeks} week ahead.", "Decisions look {weeks} weeks ahead.",
            plan.effort.horizon,
        ).format(weeks=plan.effort.horizon)  # fmt: skip
    if plan.effort.books.horizon is not None:
        yield ngettext(
            "The books are true to the end of the game; how own and rivals, and the kinds of luck,"
            " share in it is reckoned {weeks} week ahead.",
            "The books are true to the end of the game; how own and rivals, and the kinds of luck,"
            " share in it is reckoned {weeks} weeks ahead.",
            plan.effort.books.horizon,
        ).format(weeks=plan.effort.books.horizon)


def origin(game: Game, review: Review, head: str) -> list[str]:
    """Which record the figures are of, and what reckoned them. `head`: the record's digest."""
    return [
        _("simpasar {version}, yardstick {par}, scenario {name}.").format(
            version=version("simpasar"), par=review.par, name=game.setup.scenario.name
        ),
        _("Digest of the record: {digest}").format(digest=head),
    ]


def seeds_told(review: Review) -> list[str]:
    """The seeds of all imagined chance, for who wants to reckon it again."""
    plan = review.plan
    few, many = plan.effort.judge[0], plan.effort.judge[-1]
    judged = str(few) if few == many else _("{few} or {many}").format(few=few, many=many)
    return [
        _(
            "Seeds of the books: {first} to {last}. Decisions: {judged} seeds from {first} on."
        ).format(first=JUDGE_SEEDS, last=JUDGE_SEEDS + plan.seeds - 1, judged=judged),
        _("The search for better sheets uses seeds from {search} on.").format(search=SEARCH_SEEDS),
        _(
            "Seeds are counted from a number that follows from the first week's decisions: {base}."
        ).format(base=plan.table.base),
    ]


def decisions_told(count: int) -> str:
    """`3 decisions`."""
    return ngettext("{count} decision", "{count} decisions", count).format(count=count)
