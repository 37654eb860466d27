"""The members' meeting: one member, one vote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from simpasar.cooperative.state import BallotResult, CooperativeState
from simpasar.scenario.community import (
    AdmissionBallot,
    Ballot,
    MarginBallot,
    OwnProductBallot,
    SurplusBallot,
)


def tally(name: str, ballot: Ballot, votes: Iterable[str]) -> BallotResult:
    """Count the votes: the option with most of them is chosen, none where two have as many."""
    counts = dict.fromkeys(ballot.options, 0)
    for vote in votes:
        counts[vote] += 1
    most = max(counts.values())
    best = [option for option, count in counts.items() if count == most]
    return BallotResult(name, counts, best[0] if len(best) == 1 and most else None)


def decided(state: CooperativeState, ballot: Ballot, chosen: str | None) -> CooperativeState:
    """The cooperative under the rule that was chosen."""
    if chosen is None:
        return state
    match ballot:
        case MarginBallot(options=margins):
            return replace(state, margin=margins[chosen])
        case SurplusBallot(options=shares):
            return replace(state, shares=shares[chosen])
        case AdmissionBallot(options=admissions):
            return replace(state, admission=admissions[chosen])
        case OwnProductBallot(options=rules):
            return replace(state, own_product=rules[chosen])


def admitted(applicant: str, votes: Iterable[Mapping[str, bool]]) -> bool:
    """Whether the members let somebody in: unless more are against it than for it."""
    said = [vote[applicant] for vote in votes if applicant in vote]
    return said.count(True) >= said.count(False)


def product_owners(
    members: Iterable[str],
    made: Mapping[str, Mapping[str, int]],
    menus: Mapping[str, Sequence[str]],
) -> dict[str, str]:
    """Who keeps each product where no two members make the same: who has made most of it so far,
    and of equals the earlier member.

    `made`: units by team and product; `menus`: the products of each team.
    """
    owners: dict[str, str] = {}
    for team in members:
        for product in menus[team]:
            holder = owners.get(product)
            mine = made.get(team, {}).get(product, 0)
            if holder is None or mine > made.get(holder, {}).get(product, 0):
                owners[product] = team
    return owners
