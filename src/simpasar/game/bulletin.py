"""What happened in the neighbourhood in a week, in sentences: only what happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from simpasar.cooperative.state import BallotResult, CooperativeState, CooperativeWeek
from simpasar.game.state import GameState, TeamState
from simpasar.i18n import _, language, ngettext
from simpasar.market.news import failed_inspections
from simpasar.market.result import DayNews
from simpasar.money import rupiah
from simpasar.scenario.community import (
    AdmissionBallot,
    Ballot,
    MarginBallot,
    OwnProductBallot,
    SurplusBallot,
)
from simpasar.scenario.model import Scenario


def bulletin(scenario: Scenario, state: GameState, kindly: bool = False) -> tuple[str, ...]:
    """The news of the week that `state` is the end of; empty where there is none. `kindly`: who
    was fined or cannot pay is not told, as is right before the whole class."""
    return (
        *_neighbours(scenario, state),
        *(() if kindly else _troubles(scenario, state)),
        *_pots(scenario, state),
        *cooperative_news(scenario, state.cooperative),
    )


def weather_told(scenario: Scenario, days: Iterable[DayNews]) -> str:
    """The kinds of weather of a week, the commonest first: `Rain 4 days, Sunny 3 days`."""
    kinds = Counter(day.weather for day in days)
    return ", ".join(
        ngettext("{kind} {days} day", "{kind} {days} days", n).format(
            kind=scenario.weather[kind].name.of(language()), days=n
        )
        for kind, n in kinds.most_common()
    )


def took_effect(team: TeamState, week: int) -> tuple[str, ...]:
    """A team's programmes that took effect in `week`."""
    return tuple(name for name, first in team.programmes.items() if first == week)


def fetched(scenario: Scenario, team: TeamState, week: int) -> dict[str, int]:
    """The units short of each of a team's big orders that was fetched in `week`."""
    return {
        order.contract: order.short
        for order in team.contracts
        if order.short is not None and scenario.contracts[order.contract].due_week == week
    }


def percent(per_mille: int) -> str:
    """`123` as `12,3 %`, or `12.3%` in English; no decimal where it is 0."""
    whole, tenth = divmod(per_mille, 10)
    spoken = language()
    point = "," if spoken == "id" else "."
    return f"{whole}{f'{point}{tenth}' if tenth else ''}{' %' if spoken == 'id' else '%'}"


# -- programmes, big orders, lenders, the arisan ----------------------------------------------


def _neighbours(scenario: Scenario, state: GameState) -> Iterator[str]:
    """Programmes that took effect, big orders that were fetched."""
    week, names = state.week - 1, _names(scenario)
    entered: dict[str, list[str]] = {}
    orders: dict[str, list[str]] = {}
    for team, mine in state.teams.items():
        for programme in took_effect(mine, week):
            entered.setdefault(programme, []).append(names[team])
        for contract, short in fetched(scenario, mine, week).items():
            said = _order(names[team], short, scenario.contracts[contract].units)
            orders.setdefault(contract, []).append(said)
    if entered:
        parts = (
            f"{scenario.programmes[name].name.of(language())} ({', '.join(teams)})"
            for name, teams in entered.items()
        )
        yield _("In effect from this week: {programmes}.").format(programmes="; ".join(parts))
    for name, told in orders.items():
        contract_name = scenario.contracts[name].name.of(language())
        yield _("Big order {name}: {teams}.").format(name=contract_name, teams=", ".join(told))


def _troubles(scenario: Scenario, state: GameState) -> Iterator[str]:
    """Who was fined, and for what; whose loan is now in default."""
    week, names = state.week - 1, _names(scenario)
    defaults: list[str] = []
    fines: dict[str, dict[str, int]] = {}
    for team, mine in state.teams.items():
        for debt in mine.debts:
            offer = scenario.loans[debt.loan]
            if debt.defaulted and debt.weeks_overdue == offer.default_weeks:
                defaults.append(f"{names[team]} ({offer.name.of(language())})")
        if mine.history[-1].figures.penalties:
            causes = _causes(scenario, team, mine, week)
            fines.setdefault(causes, {})[team] = mine.history[-1].figures.penalties
    for causes, amounts in fines.items():
        yield _("Fines and penalties ({causes}): {teams}.").format(
            causes=causes, teams=_amounts(names, amounts)
        )
    if defaults:
        yield _("Loans now in default: {teams}.").format(teams=", ".join(defaults))


def _pots(scenario: Scenario, state: GameState) -> Iterator[str]:
    """Whose turn it was in the arisan."""
    names = _names(scenario)
    for team, mine in state.teams.items():
        home = mine.history[-1].home
        if home is not None and home.pot:
            yield _("Arisan: {team} gets the pot of {amount}.").format(
                team=names[team], amount=rupiah(home.pot)
            )


def _names(scenario: Scenario) -> dict[str, str]:
    """The teams' names in the language now spoken."""
    return {team: seat.name.of(language()) for team, seat in scenario.teams.items()}


def _order(team: str, short: int, units: int) -> str:
    if short:
        return _("{team} {short} short of {units}").format(team=team, short=short, units=units)
    return _("{team} all {units}").format(team=team, units=units)


def _causes(scenario: Scenario, team: str, mine: TeamState, week: int) -> str:
    """What a team had to pay for: inspections that it failed, big orders that it left short."""
    permits = {name for name, first in mine.programmes.items() if first <= week}
    failed = dict.fromkeys(
        name
        for day in mine.history[-1].news
        for name in failed_inspections(scenario, scenario.teams[team], permits, day)
    )
    short = [name for name, count in fetched(scenario, mine, week).items() if count]
    names = [scenario.events[name].name for name in failed]
    names += [scenario.contracts[name].name for name in short]
    return ", ".join(name.of(language()) for name in names)


def _amounts(names: Mapping[str, str], amounts: Mapping[str, int]) -> str:
    return ", ".join(f"{names[team]} {rupiah(amount)}" for team, amount in amounts.items())


# -- the cooperative ------------------------------------------------------------------------


def cooperative_news(scenario: Scenario, state: CooperativeState | None) -> Iterator[str]:
    """What everybody sees of the cooperative's last week."""
    if state is None or state.last is None:
        return
    names = _names(scenario)
    told = (
        *_membership(names, state, state.last),
        *_purchase(scenario, names, state.last),
        *_promotion(scenario, names, state.last),
        *(_ballot(scenario, result) for result in state.last.ballots if state.members),
        *_surplus(names, state.last),
    )
    if not told:
        return
    assert scenario.cooperative is not None
    count = len(state.members)
    yield ngettext("{name}: {count} member.", "{name}: {count} members.", count).format(
        name=scenario.cooperative.name.of(language()), count=count
    )
    yield from told


def _membership(
    names: Mapping[str, str], state: CooperativeState, week: CooperativeWeek
) -> Iterator[str]:
    moved = (
        (_("Joined: {teams}."), week.joined),
        (_("Left: {teams}."), week.left),
        (_("Not let in by the members: {teams}."), week.refused),
        (_("Waiting for the members' vote: {teams}."), state.applicants),
        (_("Compulsory savings not paid: {teams}."), week.missed),
    )
    for sentence, teams in moved:
        if teams:
            yield sentence.format(teams=", ".join(names[team] for team in teams))


def _purchase(scenario: Scenario, names: Mapping[str, str], week: CooperativeWeek) -> Iterator[str]:
    if week.pledged:
        total: dict[str, int] = {}
        for packs in week.pledged.values():
            for item, count in packs.items():
                total[item] = total.get(item, 0) + count
        yield _("Pledged for the joint purchase, in packs: {goods}.").format(
            goods=_packs(scenario, total)
        )
    if week.unpaid:
        parts = (
            f"{names[team]} ({_packs(scenario, packs)})" for team, packs in week.unpaid.items()
        )
        yield _("Pledged but not paid: {teams}.").format(teams=", ".join(parts))
    if week.advanced:
        yield _("Advanced by the cooperative: {teams}.").format(
            teams=_amounts(names, week.advanced)
        )
    if week.hired:
        hours = ", ".join(f"{names[team]} {count}" for team, count in week.hired.items())
        yield _("Shared equipment, in hours: {teams}.").format(teams=hours)


def _packs(scenario: Scenario, packs: Mapping[str, int]) -> str:
    said = (
        f"{scenario.ingredients[item].name.of(language())} {count}"
        for item, count in packs.items()
        if count
    )
    return ", ".join(sorted(said))  # who pledged first must not change the order


def _promotion(
    scenario: Scenario, names: Mapping[str, str], week: CooperativeWeek
) -> Iterator[str]:
    if not week.contributed:
        return
    given = _("Joint promotion: {teams}.").format(teams=_amounts(names, week.contributed))
    lifts = (
        _("{need}: {percent} more possible buyers.").format(
            need=scenario.needs[need].name.of(language()), percent=percent(lift)
        )
        for need, lift in week.lift.items()
        if lift
    )
    yield " ".join([given, *lifts])


def _ballot(scenario: Scenario, result: BallotResult) -> str:
    """The question, the votes for each option, and what was chosen."""
    assert scenario.cooperative is not None
    ballot = scenario.cooperative.ballots[result.ballot]
    question = ballot.question.of(language())
    if not any(result.votes.values()):
        return _("Vote: {question} Nobody voted: nothing changes.").format(question=question)
    options = options_said(ballot)
    votes = ", ".join(
        ngettext("{option} ({count} vote)", "{option} ({count} votes)", count).format(
            option=options[name], count=count
        )
        for name, count in result.votes.items()
    )
    if result.chosen is None:
        outcome = _("A tie: nothing changes.")
    else:
        outcome = _("Chosen: {option}.").format(option=options[result.chosen])
    return _("Vote: {question} {votes}. {outcome}").format(
        question=question, votes=votes, outcome=outcome
    )


def options_said(ballot: Ballot) -> dict[str, str]:
    """What each option of a ballot means; their ids where two would read alike."""
    match ballot:
        case MarginBallot():
            meant = {name: percent(margin) for name, margin in ballot.options.items()}
        case SurplusBallot():
            sentence = _("{capital} by savings and {patronage} by trade")
            meant = {
                name: sentence.format(
                    capital=percent(shares.capital), patronage=percent(shares.patronage)
                )
                for name, shares in ballot.options.items()
            }
        case AdmissionBallot():
            rules = {"open": _("anybody"), "vote": _("whom the members vote in")}
            meant = {name: rules[rule] for name, rule in ballot.options.items()}
        case OwnProductBallot():
            meant = {
                name: _("each her own product") if own else _("the same is allowed")
                for name, own in ballot.options.items()
            }
    if len(set(meant.values())) < len(meant):
        return {name: name.replace("_", " ") for name in ballot.options}
    return meant


def _surplus(names: Mapping[str, str], week: CooperativeWeek) -> Iterator[str]:
    if week.surplus < 0:
        yield _("The cooperative ends the season with a loss of {amount}.").format(
            amount=rupiah(-week.surplus)
        )
    elif week.surplus:
        yield _("Surplus (SHU): {amount}. The members' shares: {teams}.").format(
            amount=rupiah(week.surplus), teams=_amounts(names, week.shares) or "-"
        )
