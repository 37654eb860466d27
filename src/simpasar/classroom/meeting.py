"""The cooperative's meeting, in public: votes, admissions and pledges of one team after another.

What is said here goes into the draft of each team's sheet; nothing is decided until it is handed
in. One member, one vote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from simpasar.classroom.fields import YES, Entries, Field, Form, echo, stepped, value_of
from simpasar.classroom.filling import entries_of
from simpasar.classroom.form import form_of
from simpasar.classroom.names import unit_name
from simpasar.classroom.reading import NotUnderstood
from simpasar.cooperative.state import CooperativeState
from simpasar.firm.findings import called
from simpasar.game.bulletin import cooperative_news, options_said, percent
from simpasar.game.play import Game
from simpasar.game.view import TeamView, team_view
from simpasar.i18n import _, language
from simpasar.market.news import market_price
from simpasar.market.pool import pack_prices
from simpasar.money import grouped, rupiah
from simpasar.scenario.community import Cooperative, JointPurchase
from simpasar.scenario.model import Scenario

MEMBER = "cooperative.member"
_VOTES, _ADMIT, _PLEDGES = "cooperative.votes.", "cooperative.admit.", "cooperative.pledges."
_PROMOTION = "cooperative.promotion"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a team says at the meeting: a field of its sheet and what stands in it."""

    field: Field
    text: str

    @property
    def path(self) -> str:
        return self.field.path

    @property
    def said(self) -> str:
        """The text in words."""
        return echo(self.field, self.text)

    @property
    def number(self) -> int:
        """The number that the text means; 0 where it means none."""
        try:
            value = value_of(self.field, self.text)
        except NotUnderstood:
            return 0
        return value if isinstance(value, int) else 0

    def stepped(self, steps: int) -> str:
        """The text after [+] was pressed `steps` times; choices go round."""
        return stepped(self.field, self.text, steps)


@dataclass(frozen=True, slots=True)
class AtTheTable:
    """A team at the meeting. `savings`: all that it has in the cooperative, rupiah. `standing`:
    what it is and what it may do, in a sentence. `open`: whether its items can be changed here."""

    team: str
    name: str
    member: bool
    savings: int
    standing: str
    items: tuple[Item, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class BallotPaper:
    """A question of this week, and the votes each option has so far."""

    name: str
    question: str
    options: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PooledOffer:
    """What the members buy together of one ingredient. Rupiah a pack, by the last prices seen.

    `tiers`: the price from so many packs on. `price`: at what is pledged so far; `alone`: the
    cheapest that any of them pays for as much at her own supplier, None where nobody buys it.
    `missing`: packs to the next tier and its price, None where there is none. `pledged`: by team.
    """

    item: str
    name: str
    pack: str
    tiers: tuple[tuple[int, int], ...]
    price: int
    alone: int | None
    missing: tuple[int, int] | None
    pledged: tuple[tuple[str, int], ...]

    @property
    def packs(self) -> int:
        return sum(count for _team, count in self.pledged)


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting before `week`; texts are in the language spoken when it was made.

    `opens`: the week in which cooperative decisions unlock, where that is still to come.
    """

    name: str
    week: int
    opens: int | None
    facts: tuple[str, ...]
    last: tuple[str, ...]
    ballots: tuple[BallotPaper, ...]
    applicants: tuple[str, ...]
    offers: tuple[PooledOffer, ...]
    terms: tuple[str, ...]
    table: tuple[AtTheTable, ...]


def hold_meeting(game: Game, draft: Callable[[str], Entries | None]) -> Meeting:
    """The meeting as it stands. `draft`: what a team has typed for this week, None for nothing.

    Raises:
        ValueError: the scenario has no cooperative.
    """
    scenario, state = game.setup.scenario, game.state
    rules, together = scenario.cooperative, state.cooperative
    if rules is None or together is None:
        raise ValueError("There is no cooperative in this scenario, so there is no meeting.")
    views = {team: team_view(scenario, state, team) for team in scenario.teams}
    first = scenario.rules.unlocked.get("cooperative", game.setup.weeks + 1)
    table = tuple(_at_the_table(game, rules, view, draft(team)) for team, view in views.items())
    offers = _offers(scenario, rules.purchase, together.margin, views, table)
    return Meeting(
        name=rules.name.of(language()),
        week=state.week,
        opens=first if first > state.week else None,
        facts=tuple(_facts(together)),
        last=tuple(cooperative_news(scenario, together)),
        ballots=tuple(_ballots(rules, state.week, table)),
        applicants=tuple(scenario.teams[team].name.of(language()) for team in together.applicants),
        offers=offers,
        terms=tuple(_terms(rules, table)),
        table=table,
    )


# -- the teams ------------------------------------------------------------------------------


def _at_the_table(
    game: Game, rules: Cooperative, view: TeamView, draft: Entries | None
) -> AtTheTable:
    team, form = view.team, form_of(view)
    sheet, bot = game.sheets.get(team), game.setup.bots[team]
    texts = entries_of(form, sheet) if sheet else draft or {}
    items = tuple(_items(view, form, texts))
    if bot is not None and sheet is None:
        items = ()
    standing = view.standing
    return AtTheTable(
        team=team,
        name=view.seat.name.of(language()),
        member=standing.member,
        savings=standing.savings + standing.deposits,
        standing=_standing(rules, view, bot is not None, sheet is not None),
        items=items,
        open=bot is None and sheet is None and bool(items) and not game.finished,
    )


def _items(view: TeamView, form: Form, texts: Mapping[str, str]) -> Iterator[Item]:
    """What a team may say: who is no member yet may join and, where she is let in at once, take
    part."""
    items = [
        Item(_in_short(view, field), texts.get(field.path, field.value))
        for field in form.fields
        if field.path.startswith("cooperative.")
    ]
    joining = view.standing.admitted and any(
        item.path == MEMBER and item.text == YES for item in items
    )
    if not view.standing.member:
        yield from (item for item in items if item.path == MEMBER)
    if view.standing.member or joining:
        for part in (_VOTES, _ADMIT, _PLEDGES, _PROMOTION):
            yield from (item for item in items if item.path.startswith(part))


def _in_short(view: TeamView, field: Field) -> Field:
    """A pledge is called by its ingredient alone: here all of it is bought together."""
    if not field.path.startswith(_PLEDGES):
        return field
    return replace(field, label=called(view.scenario, field.path.removeprefix(_PLEDGES)))


def _standing(rules: Cooperative, view: TeamView, bot: bool, handed_in: bool) -> str:
    if bot:
        return _("Played by the computer: it decides when the market opens.")
    if handed_in:
        return _("The sheet is handed in: open it again to change this.")
    if view.standing.member:
        return _("A member: one vote, and as many packs as you like.")
    if view.team in view.standing.applicants:
        return _("Has asked to join: the members say yes or no today.")
    if view.standing.admitted:
        return _("Not a member. To join takes {principal} once and {compulsory} a week.").format(
            principal=rupiah(rules.principal), compulsory=rupiah(rules.compulsory)
        )
    return _("Not a member. Who asks to join now is voted on next week.")


# -- what it is about -----------------------------------------------------------------------


def _facts(state: CooperativeState) -> Iterator[str]:
    saved = sum(member.savings + member.voluntary for member in state.members.values())
    yield _("In its cash box: {cash}. Members' savings: {saved}.").format(
        cash=rupiah(state.cash), saved=rupiah(saved)
    )
    if state.margin:
        yield _("The cooperative keeps {margin} of what is bought together.").format(
            margin=percent(state.margin)
        )


def _ballots(rules: Cooperative, week: int, table: tuple[AtTheTable, ...]) -> Iterator[BallotPaper]:
    for name, ballot in rules.ballots.items():
        if ballot.week == week:
            cast = [i.text for seat in table for i in seat.items if i.path == f"{_VOTES}{name}"]
            said = options_said(ballot)
            options = tuple((said[option], cast.count(option)) for option in ballot.options)
            yield BallotPaper(name, ballot.question.of(language()), options)


def _terms(rules: Cooperative, table: tuple[AtTheTable, ...]) -> Iterator[str]:
    """How a joint purchase is paid, and what the promotion brings."""
    if rules.purchase is not None:
        if rules.purchase.delivery_fee:
            yield _("The lorry costs {fee}, shared by what each buys.").format(
                fee=rupiah(rules.purchase.delivery_fee)
            )
        yield (
            _("Who cannot pay on the day is helped by the cooperative until Sunday, if it can.")
            if rules.purchase.unpaid == "advance"
            else _("Who cannot pay on the day gets nothing, and the price for the others may rise.")
        )
    if rules.promotion is not None:
        paid = sum(item.number for seat in table for item in seat.items if item.path == _PROMOTION)
        lift = rules.promotion.lift * paid // (paid + rules.promotion.half)
        yield _("Joint promotion so far {paid}: {lift} more buyers, for everybody.").format(
            paid=rupiah(paid), lift=percent(lift)
        )


def _offers(
    scenario: Scenario,
    purchase: JointPurchase | None,
    margin: int,
    views: Mapping[str, TeamView],
    table: tuple[AtTheTable, ...],
) -> tuple[PooledOffer, ...]:
    if purchase is None:
        return ()
    prices = next(iter(views.values())).prices
    found = []
    for item, good in purchase.goods.items():
        pledged = tuple(
            (seat.name, said.number)
            for seat in table
            for said in seat.items
            if said.path == f"{_PLEDGES}{item}" and said.number
        )
        packs = sum(count for _name, count in pledged)

        def price(count: int, item: str = item) -> int:
            return pack_prices(purchase, {item: count}, prices, margin)[item][1]

        above = [least for least in sorted(good.tiers) if least > packs]
        found.append(
            PooledOffer(
                item=item,
                name=scenario.ingredients[item].name.of(language()),
                pack=f"{grouped(good.amount)} {unit_name(scenario.ingredients[item].unit)}",
                tiers=tuple((least, price(least)) for least in (1, *sorted(good.tiers))),
                price=price(max(packs, 1)),
                alone=_alone(scenario, item, good.amount, views),
                missing=(above[0] - packs, price(above[0])) if above else None,
                pledged=pledged,
            )
        )
    return tuple(found)


def _alone(scenario: Scenario, item: str, amount: int, views: Mapping[str, TeamView]) -> int | None:
    """The cheapest that any team pays for `amount` base units at the supplier it chose."""
    found = []
    for view in views.values():
        supplier = view.sheet.decisions.suppliers.get(item)
        pack = scenario.suppliers[supplier].goods.get(item) if supplier else None
        if pack is not None:
            found.append(market_price(pack.price, view.prices[item]) * amount // pack.amount)
    return min(found, default=None)
