"""Advice about stalls: goods spoiled before they can be sold, a start without the money for it."""

from __future__ import annotations

from collections.abc import Iterator

from simpasar.i18n import Language, _
from simpasar.money import rupiah
from simpasar.scenario.advice_parts import sold
from simpasar.scenario.lint_commitments import monday_costs, paid_out
from simpasar.scenario.model import Product, Scenario, Seat
from simpasar.scenario.parts import DAY, clock_text
from simpasar.scenario.references import Finding
from simpasar.scenario.vocabulary import field_word

MINUTE, HOUR = 60, 3_600


def stalls(s: Scenario, language: Language) -> Iterator[Finding]:
    """Products and ingredients that always spoil, and stalls that cannot start."""
    yield from _products(s, language)
    yield from _joint_purchase(s, language)
    for team, seat in s.teams.items():
        yield from _dead_start(s, team, seat, language)


# -- spoiled --------------------------------------------------------------------------------


def _products(s: Scenario, language: Language) -> Iterator[Finding]:
    """Products whose first batch of the day has spoiled whenever a stall opens."""
    for name in sorted(sold(s)):
        made = s.products[name]
        seats = [seat for seat in s.teams.values() if name in seat.products]
        if made.made == "batch" and all(_never_sold(s, seat, made) for seat in seats):
            seat = seats[0]
            ready = seat.kitchen_opens + (made.work_minutes + made.rest_minutes) * MINUTE
            message = _(
                "The first batch of `{name}` is ready at {ready} and keeps for {hours} hours, and"
                " the stall opens at {opens}: it is always thrown away. Raise `{life}`, or let the"
                " kitchen begin later."
            )
            text = message.format(
                name=name,
                ready=clock_text(ready % DAY),
                hours=made.shelf_life_hours,
                opens=clock_text(seat.start.opens),
                life=field_word("shelf_life_hours", language),
            )
            yield ("products", name, "shelf_life_hours"), "always-spoiled", text


def _never_sold(s: Scenario, seat: Seat, made: Product) -> bool:
    """Whether a batch begun when the kitchen opens, on whatever market day, never is on the shelf
    while the stall is open."""
    for day in range(s.days):
        ready = day * DAY + seat.kitchen_opens + (made.work_minutes + made.rest_minutes) * MINUTE
        spoiled = ready + made.shelf_life_hours * HOUR
        if _meets(s, ready, spoiled, seat.start.opens, seat.start.closes):
            return False
    return True


def _meets(s: Scenario, first: int, until: int, opens: int, closes: int) -> bool:
    """Whether seconds from `first` to `until`, since a Monday, meet the hours of a market day."""
    return any(
        day * DAY + opens < until and day * DAY + closes > first
        for day in range(first // DAY, until // DAY + 1)
        if day % 7 < s.days
    )


def _joint_purchase(s: Scenario, language: Language) -> Iterator[Finding]:
    """Goods of the joint purchase that have spoiled before any kitchen can use them."""
    purchase = s.cooperative.purchase if s.cooperative else None
    if purchase is None:
        return
    comes = (purchase.delivery_day - 1) * DAY + purchase.hour
    for item in purchase.goods:
        until = comes + s.ingredients[item].shelf_life_days * DAY
        users = [
            seat
            for seat in s.teams.values()
            if any(item in s.products[product].recipe for product in seat.products)
        ]
        used = (_meets(s, comes, until, u.kitchen_opens, u.start.closes) for u in users)
        if users and not any(used):
            message = _(
                "`{item}` comes on day {day} at {hour} and keeps for {days} days, but no kitchen"
                " works before it spoils: change `{delivery_day}`, or leave it out."
            )
            text = message.format(
                item=item,
                day=purchase.delivery_day,
                hour=clock_text(purchase.hour),
                days=s.ingredients[item].shelf_life_days,
                delivery_day=field_word("delivery_day", language),
            )
            yield ("cooperative", "purchase", "goods", item), "always-spoiled", text


# -- the first Monday -----------------------------------------------------------------------


def _dead_start(s: Scenario, team: str, seat: Seat, language: Language) -> Iterator[Finding]:
    """A till that cannot pay Monday's dues and one day's ingredients by the start sheet.

    Cash, and what lenders pay out, against rent, overhead, promotion, equipment, programmes and
    savings, and the packs that one day's batches take beyond the stock.
    """
    due, goods, cash = monday(s, seat)
    if cash >= due + goods:
        return
    message = _(
        "There is {cash} in the till, but one day's ingredients cost {goods} and {due} is due on"
        " Monday: raise `{key}` to at least {least}, or plan fewer batches."
    )
    key, least = field_word("cash", language), due + goods - (cash - seat.cash)
    text = message.format(
        cash=rupiah(cash),
        goods=rupiah(goods),
        due=rupiah(due),
        key=key,
        least=rupiah(least),
    )
    yield ("teams", team, "cash"), "dead-start", text, f"{key}: {least}"


def monday(s: Scenario, seat: Seat) -> tuple[int, int, int]:
    """Rupiah due on the first Monday, the cost of one day's ingredients, and the money there is."""
    start = seat.start
    due = seat.rent + seat.overhead + start.promotion + sum(monday_costs(s, start).values())
    due += sum(count * s.equipment[name].price for name, count in start.buy_equipment.items())
    return due, _one_day(s, seat), seat.cash + paid_out(s, start)


def _one_day(s: Scenario, seat: Seat) -> int:
    """Rupiah of the packs for the batches of a Monday, beyond the stock."""
    needed: dict[str, int] = {}
    for name in seat.products:
        made = s.products[name]
        share = made.grades[seat.start.grades[name]].recipe
        for item, amount in made.recipe.items():
            whole = amount * seat.start.batches[name].on(0) * share
            needed[item] = needed.get(item, 0) + -(-whole // 1_000)
    cost = 0
    for item, amount in needed.items():
        pack = s.suppliers[seat.start.suppliers[item]].goods[item]
        short = max(0, amount - seat.stock.get(item, 0))
        cost += -(-short // pack.amount) * pack.price
    return cost
