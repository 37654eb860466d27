"""Where a team stands with its neighbourhood: what decides which doors are open to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from simpasar.firm.findings import called
from simpasar.firm.loans import Debt
from simpasar.i18n import _
from simpasar.money import rupiah
from simpasar.scenario.community import Requirements
from simpasar.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class Standing:
    """What a team has finished, saved and owes before a week. Rupiah.

    `finished` programmes have taken effect, `entered` ones not yet. `in_arrears`: anything that
    should have been paid and was not. `savings`: simpanan pokok and wajib; `deposits`: sukarela.
    `not_ours`: products that another member makes, where members keep off each other's.
    `arisan_closed`: those who are in cannot leave, those who are not cannot join.
    """

    finished: frozenset[str] = frozenset()
    entered: frozenset[str] = frozenset()
    contracts: frozenset[str] = frozenset()
    debts: dict[str, Debt] = field(default_factory=dict)
    in_arrears: bool = False
    member: bool = False
    savings: int = 0
    deposits: int = 0
    weeks_saved: int = 0
    advance: int = 0
    admitted: bool = True
    applicants: tuple[str, ...] = ()
    not_ours: frozenset[str] = frozenset()
    in_arisan: bool = False
    arisan_closed: bool = False


NEWCOMER = Standing()


def unmet(scenario: Scenario, requires: Requirements, standing: Standing) -> Iterator[str]:
    """A sentence for each requirement that a team does not meet."""
    for programme in requires.programmes:
        if programme not in standing.finished:
            message = _("{programme} must be finished first.")
            yield message.format(programme=called(scenario, programme))
    if requires.member and not standing.member:
        yield _("Only members of the cooperative may.")
    if requires.savings > standing.savings:
        message = _("It takes savings of {wanted} in the cooperative; there are {savings}.")
        yield message.format(wanted=rupiah(requires.savings), savings=rupiah(standing.savings))
    if requires.weeks_saved > standing.weeks_saved:
        message = _("It takes {weeks} weeks of paying the compulsory savings; there are {saved}.")
        yield message.format(weeks=requires.weeks_saved, saved=standing.weeks_saved)
    if requires.no_arrears and standing.in_arrears:
        yield _("What is overdue must be paid first.")
