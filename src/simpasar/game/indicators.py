"""What a game brought the community: jobs, local trade, income, joint action, votes, skills.

These are what trainings promise. Everything is read from the journals and decisions of the weeks;
shares are kept as the two amounts they are made of, so that weeks add up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from simpasar.firm.ledger import Account, Entry
from simpasar.game.bulletin import percent
from simpasar.game.rounds import RoundOutcome
from simpasar.i18n import _
from simpasar.money import grouped, rupiah
from simpasar.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class Community:
    """A week, or several together.

    Rupiah: `wages`, `purchases` of ingredients, `local_purchases` (those from local suppliers, a
    local wholesaler of the cooperative's among them), `household_income` (what all households got
    from their businesses), `need_short` (what families needed and could not pay). Counts:
    `helper_days`, `joint_actions` (a member's part in a joint purchase, promotion or hire, each
    week once), `votes`, `skills` and `permits` (programmes of a team that took effect),
    `household_weeks`.
    """

    helper_days: int = 0
    wages: int = 0
    purchases: int = 0
    local_purchases: int = 0
    household_income: int = 0
    household_weeks: int = 0
    need_short: int = 0
    joint_actions: int = 0
    votes: int = 0
    skills: int = 0
    permits: int = 0

    def __add__(self, other: Community) -> Community:
        return Community(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def local_share(self) -> int:
        """Purchases made locally, per mille; 0 where nothing was bought."""
        return 1_000 * self.local_purchases // self.purchases if self.purchases else 0

    @property
    def income_per_household(self) -> int:
        """Rupiah a household got from its business in a week, on average."""
        return self.household_income // self.household_weeks if self.household_weeks else 0


_JOINT = ("joint_purchase", "joint_promotion", "hire")


def community_of(scenario: Scenario, outcome: RoundOutcome) -> Community:
    """The indicators of one week."""
    week = outcome.state.week - 1
    entries = [entry for journal in outcome.journal.values() for entry in journal]
    wages = sum(entry.amount(Account.WAGES) for entry in entries)
    bought, local = _purchases(scenario, entries)
    teams = outcome.state.teams.values()
    homes = [team.history[-1].home for team in teams]
    effects = [
        scenario.programmes[name].kind
        for team in teams
        for name, first in team.programmes.items()
        if first == week
    ]
    return Community(
        helper_days=wages // scenario.rules.helper_wage if scenario.rules.helper_wage else 0,
        wages=wages,
        purchases=bought,
        local_purchases=local,
        household_income=sum(entry.amount(Account.DRAWINGS) for entry in entries),
        household_weeks=len(homes),
        need_short=sum(home.short for home in homes if home),
        joint_actions=sum(
            any(entry.kind == kind for entry in journal)
            for journal in outcome.journal.values()
            for kind in _JOINT
        ),
        votes=_votes(outcome),
        skills=effects.count("training"),
        permits=effects.count("permit"),
    )


def _purchases(scenario: Scenario, entries: Iterable[Entry]) -> tuple[int, int]:
    """Rupiah of all ingredients bought, and of those bought locally."""
    bought = local = 0
    together = scenario.cooperative
    for entry in entries:
        cost = entry.amount(Account.RAW_MATERIALS)
        if entry.kind == "delivery":
            near = scenario.suppliers[entry.detail].local
        elif entry.kind == "joint_purchase":
            near = bool(together and together.purchase and together.purchase.local)
        else:
            continue
        bought += cost
        local += cost if near else 0
    return bought, local


def indicators_told(scenario: Scenario, whole: Community) -> tuple[tuple[str, str], ...]:
    """What a game brought the neighbourhood, as labels and values, as far as the scenario has such
    things."""
    told = [
        (_("Helper-days paid"), grouped(whole.helper_days)),
        (_("Ingredients bought locally"), percent(whole.local_share)),
    ]
    if whole.household_income:
        told.append((_("Income a household, each week"), rupiah(whole.income_per_household)))
    if scenario.cooperative:
        told.append((_("Times a team took part in joint action"), grouped(whole.joint_actions)))
        told.append((_("Votes cast"), grouped(whole.votes)))
    kinds = {programme.kind for programme in scenario.programmes.values()}
    if "training" in kinds:
        told.append((_("Skills gained"), grouped(whole.skills)))
    if "permit" in kinds:
        told.append((_("Permits gained"), grouped(whole.permits)))
    return tuple(told)


def _votes(outcome: RoundOutcome) -> int:
    """Votes cast by members this week, on ballots and on who may join."""
    together = outcome.state.cooperative
    if together is None or together.last is None:
        return 0
    on_ballots = sum(sum(result.votes.values()) for result in together.last.ballots)
    sheets = (outcome.state.teams[team].sheet.decisions for team in together.members)
    return on_ballots + sum(len(decisions.cooperative.admit) for decisions in sheets)
