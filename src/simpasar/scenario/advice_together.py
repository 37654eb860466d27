"""Advice about the cooperative: what would take more members than there are teams."""

from __future__ import annotations

from collections.abc import Iterator

from simpasar.i18n import Language, _
from simpasar.money import rupiah
from simpasar.scenario.advice_lenders import Reach
from simpasar.scenario.advice_stalls import monday
from simpasar.scenario.community import Cooperative, JointPurchase
from simpasar.scenario.model import Scenario, Seat
from simpasar.scenario.references import Finding
from simpasar.scenario.vocabulary import choice_word, field_word

TWICE = 2
"""Teams may grow: nobody is told that a tier is out of reach who could reach it by doubling."""


def together(s: Scenario, language: Language) -> Iterator[Finding]:
    """What all teams together could never do."""
    if s.cooperative is None:
        return
    if s.cooperative.purchase is not None:
        yield from _tiers(s, s.cooperative.purchase, language)
    yield from _early_votes(s, s.cooperative, language)
    till = (monday(s, seat) for seat in s.teams.values())
    if all(cash >= due + goods for due, goods, cash in till):  # else: said of the team
        yield from _promotion(s, s.cooperative, language)
        yield from _dues(s, s.cooperative, language)


def _tiers(s: Scenario, purchase: JointPurchase, language: Language) -> Iterator[Finding]:
    """Tiers above twice what all teams' starting plans take of an ingredient in a week."""
    for item, good in purchase.goods.items():
        week = sum(_used(s, seat, item) for seat in s.teams.values())
        most = -(-TWICE * week // good.amount)
        out = [packs for packs in good.tiers if packs > most]
        if out:
            message = _(
                "All teams together need about {need} packs of `{item}` a week, so nobody ever"
                " reaches the price from {packs} packs on: lower it, or make `{amount}` smaller."
            )
            text = message.format(
                need=-(-week // good.amount),
                item=item,
                packs=min(out),
                amount=field_word("amount", language),
            )
            yield (
                ("cooperative", "purchase", "goods", item, "tiers", str(min(out))),
                ("too-few-members"),
                text,
            )


def _used(s: Scenario, seat: Seat, item: str) -> int:
    """Base units of an ingredient that a start sheet's batches take in a week."""
    return sum(
        s.products[name].recipe.get(item, 0) * seat.start.batches[name].on(day)
        for name in seat.products
        for day in range(s.days)
    )


def _early_votes(s: Scenario, cooperative: Cooperative, language: Language) -> Iterator[Finding]:
    """Votes in weeks in which nobody can be a member."""
    joined = Reach(s).joined()
    for name, ballot in cooperative.ballots.items():
        if ballot.week < joined and "cooperative" in s.rules.unlocked:
            message = _(
                "The vote is in week {week}, but nobody can be a member before week {joined}: hold"
                " it later, or unlock `{group}` earlier."
            )
            text = message.format(
                week=ballot.week, joined=joined, group=choice_word("cooperative", language)
            )
            yield ("cooperative", "ballots", name, "week"), "too-few-members", text


def _promotion(s: Scenario, cooperative: Cooperative, language: Language) -> Iterator[Finding]:
    """A joint promotion of which all teams' cash would not bring half the effect."""
    promotion = cooperative.promotion
    cash = sum(seat.cash for seat in s.teams.values())
    if promotion is not None and promotion.half > cash:
        message = _(
            "All teams together begin with {cash}, and even that would bring less than half of"
            " `{lift}`: lower `{half}`."
        )
        text = message.format(
            cash=rupiah(cash), lift=field_word("lift", language), half=field_word("half", language)
        )
        yield ("cooperative", "promotion", "half"), "too-few-members", text


def _dues(s: Scenario, cooperative: Cooperative, language: Language) -> Iterator[Finding]:
    """Savings that no team could pay when it joins."""
    if any(seat.start.cooperative.member for seat in s.teams.values()):
        return
    most = max(seat.cash for seat in s.teams.values())
    if cooperative.principal > most:
        message = _(
            "To join costs {principal}, but the richest team begins with {most}: lower `{key}`."
        )
        text = message.format(
            principal=rupiah(cooperative.principal),
            most=rupiah(most),
            key=field_word("principal", language),
        )
        yield ("cooperative", "principal"), "too-few-members", text
