"""What is each programme, and each group of decisions, worth: with it and without it."""

from __future__ import annotations

from simpasar.balance.answers import Column, Span, Table
from simpasar.balance.jobs import Arm
from simpasar.balance.lights import DECISIONS_PAY, PROGRAMMES_PAY
from simpasar.balance.players import Player, with_what_it_takes
from simpasar.balance.questions.question import (
    Evidence,
    Found,
    Question,
    decent,
    one_seat,
    turn,
)
from simpasar.balance.statistics import Interval, mean_interval, share_above
from simpasar.firm.legality import GROUP_FIELDS
from simpasar.i18n import N_, _, language
from simpasar.scenario.model import DecisionGroup, Scenario
from simpasar.scenario.vocabulary import choice_word

# -- programmes ---------------------------------------------------------------------------


def _entering(scenario: Scenario, seed: int, name: str) -> Arm:
    player = Player(enters=with_what_it_takes(scenario, name))
    return one_seat(scenario, turn(seed, scenario), player)


def _leaving(scenario: Scenario, seed: int, name: str) -> Arm:
    return one_seat(scenario, turn(seed, scenario), Player(never=(name,)))


def _programme_arms(scenario: Scenario, seed: int) -> list[Arm]:
    return [
        arm
        for name in scenario.programmes
        for arm in (_entering(scenario, seed, name), _leaving(scenario, seed, name))
    ]


def _programmes(evidence: Evidence) -> Found:
    scenario = evidence.scenario
    worth: dict[str, Interval] = {}
    entered: dict[str, int] = {}
    for name in scenario.programmes:
        more, came_in = [], 0
        for seed in evidence.seeds:
            place = turn(seed, scenario)
            inside = evidence.team(seed, _entering(scenario, seed, name), place)
            outside = evidence.gain(seed, _leaving(scenario, seed, name), place)
            more.append(inside.gained - outside)
            came_in += name in inside.programmes
        worth[name] = mean_interval(more)
        entered[name] = 1_000 * came_in // len(evidence.seeds)
    closed = [name for name in worth if not entered[name]]
    losing = [name for name in worth if worth[name].below]
    light, settled = PROGRAMMES_PAY.light(
        share_above([_BARRED if name in closed else _not_losing(w) for name, w in worth.items()])
    )
    if light == "green" and closed:
        light = "yellow"
    said = [
        _("{paying} of {all} programmes clearly bring a team more than they cost it.").format(
            paying=sum(found.above for found in worth.values()), all=len(worth)
        )
    ]
    if losing:
        said.append(_("These lose money: {names}.").format(names=_names(scenario, losing)))
    if closed:
        said.append(_("Nobody got into: {names}.").format(names=_names(scenario, closed)))
    return Found(
        light=light,
        settled=settled,
        sentence=" ".join(said),
        advice=_(
            "A programme that nobody can enter, or that always loses, is no choice: lower its cost"
            " or its conditions, let it take effect earlier or bring more."
        ),
        table=Table(
            (
                Column("programme", _("Programme"), "text"),
                Column("worth", _("Worth")),
                Column("low", _("At least")),
                Column("high", _("At most")),
                Column("entered", _("Got in"), "permille"),
            ),
            tuple(
                (_programme(scenario, n), w.middle, w.low, w.high, entered[n])
                for n, w in worth.items()
            ),
        ),
        spans=tuple(Span(n, _programme(scenario, n), w) for n, w in worth.items()),
        shows=_("What a programme is worth to a team that enters: mean and 95 % interval"),
    )


_BARRED = Interval(0, 0, 0, 0)
"""Of what brings nothing to anybody."""


def _not_losing(worth: Interval) -> Interval:
    """Worth of which 0 is as good as more: what only opens a door is no loss."""
    return Interval(worth.low + 1, worth.middle + 1, worth.high + 1, worth.count)


def _programme(scenario: Scenario, name: str) -> str:
    return scenario.programmes[name].name.of(language())


def _names(scenario: Scenario, names: list[str]) -> str:
    return ", ".join(_programme(scenario, name) for name in names)


def _no_programmes(scenario: Scenario) -> str:
    if scenario.programmes and "programmes" in scenario.rules.unlocked:
        return ""
    return _("Does not apply: there are no programmes.")


PROGRAMMES = Question(
    "programmes",
    N_("What is each programme worth?"),
    _programme_arms,
    _programmes,
    _no_programmes,
)


# -- groups of decisions ------------------------------------------------------------------


def _groups(scenario: Scenario) -> list[DecisionGroup]:
    """The groups that are unlocked within the season, in the order of the sheet."""
    first = scenario.rules.unlocked
    return [group for group in GROUP_FIELDS if first.get(group, 105) <= scenario.weeks]


def _without(scenario: Scenario, seed: int, group: DecisionGroup) -> Arm:
    return one_seat(scenario, turn(seed, scenario), Player(frozen=(group,)))


def _decision_arms(scenario: Scenario, seed: int) -> list[Arm]:
    return [
        decent(scenario),
        *(_without(scenario, seed, group) for group in _groups(scenario)),
    ]


def _decisions(evidence: Evidence) -> Found:
    scenario = evidence.scenario
    worth: dict[DecisionGroup, Interval] = {}
    used: set[DecisionGroup] = set()
    for group in _groups(scenario):
        more = []
        for seed in evidence.seeds:
            place = turn(seed, scenario)
            whole = evidence.games[seed, decent(scenario)]
            frozen = evidence.games[seed, _without(scenario, seed, group)]
            more.append(whole.teams[place].gained - frozen.teams[place].gained)
            if whole.teams != frozen.teams:
                used.add(group)
        worth[group] = mean_interval(more)
    paying = [group for group in worth if worth[group].above]
    light, settled = DECISIONS_PAY.light(share_above([worth[group] for group in used] or [_BARRED]))
    words = {group: choice_word(group, language()) for group in worth}
    most = max(worth, key=lambda group: worth[group].middle)
    said = [
        _(
            "{paying} of the {used} groups of decisions that par uses clearly pay; most of all:"
            " {most}."
        ).format(paying=len(paying), used=len(used), most=words[most])
    ]
    idle = [words[group] for group in worth if group not in used]
    if idle:
        said.append(
            _("Par never changes these, so nothing is known of them: {names}.").format(
                names=", ".join(idle)
            )
        )
    return Found(
        light=light,
        settled=settled,
        sentence=" ".join(said),
        advice=_(
            "Decisions that change nothing only cost time in class: leave them locked, or make the"
            " start sheets worse in them so that there is something to find."
        ),
        table=Table(
            (
                Column("group", _("Decisions"), "text"),
                Column("worth", _("Worth")),
                Column("low", _("At least")),
                Column("high", _("At most")),
                Column("first_week", _("From week"), "count"),
            ),
            tuple(
                (words[g], w.middle, w.low, w.high, scenario.rules.unlocked[g])
                for g, w in worth.items()
            ),
        ),
        spans=tuple(Span(g, words[g], w) for g, w in worth.items()),
        shows=_("What par gains by a group of decisions: mean and 95 % interval"),
    )


def _nothing_unlocked(scenario: Scenario) -> str:
    return "" if _groups(scenario) else _("Does not apply: nothing is decided here.")


DECISIONS = Question(
    "decisions",
    N_("What is each group of decisions worth?"),
    _decision_arms,
    _decisions,
    _nothing_unlocked,
)
