"""Advice about buyers: products nobody wants, stalls open when nobody goes out.

By the market's own formula (a logit, `market.choice`) somebody on the way for a need buys a
product rather than nothing with probability 1 / (1 + e^-d), where in milli-utils

    d = taste + quality - price weight * (price / reference price) * sensitivity - stay home

with an average name, no distance and no habit. d = -2944 is one in twenty.
"""

from __future__ import annotations

from collections.abc import Iterator

from simpasar.i18n import Language, _
from simpasar.scenario.advice_parts import goes_out, sold
from simpasar.scenario.model import Scenario, Seat
from simpasar.scenario.parts import clock_text
from simpasar.scenario.references import KEY, Finding
from simpasar.scenario.vocabulary import field_word

ONE_IN_TWENTY = 2_944
"""Milli-utils by which buying nothing is better where one in twenty buys: 1000 * ln 19."""


def residents(s: Scenario, language: Language) -> Iterator[Finding]:
    """What no resident will buy, and hours at which none comes."""
    wanted = {need for need in s.needs if any(goes_out(s, name, need) for name in s.segments)}
    yield from _needless(s, wanted, language)
    yield from _tasteless(s, wanted, language)
    for team, seat in s.teams.items():
        yield from _hours(s, team, seat, wanted)


def liking(s: Scenario, segment: str, product: str) -> int | None:
    """Milli-utils by which a segment likes a product in its best grade above buying nothing, were
    it free; None where nobody of the segment goes out for it."""
    made, group = s.products[product], s.segments[segment]
    if not goes_out(s, segment, made.need):
        return None
    quality = max(grade.quality for grade in made.grades.values())
    worth = quality * s.market.quality_weight // 1_000
    return group.taste.get(product, 0) + worth - group.needs[made.need].stay_home


def _needless(s: Scenario, wanted: set[str], language: Language) -> Iterator[Finding]:
    served = {s.products[product].need for product in sold(s)}
    for need in s.needs:
        if need not in wanted and need in served and _lively(s):
            message = _("Nobody goes out for `{need}`: write it under `{needs}` of a `{segments}`.")
            text = message.format(
                need=need,
                needs=field_word("needs", language),
                segments=field_word("segments", language),
            )
            yield ("needs", need, KEY), "nobody-wants", text


def _lively(s: Scenario) -> bool:
    """Whether anybody goes out at all: if not, that is said of each segment."""
    return any(goes_out(s, name, need) for name in s.segments for need in s.needs)


def _tasteless(s: Scenario, wanted: set[str], language: Language) -> Iterator[Finding]:
    anything = any(segment.taste for segment in s.segments.values())
    for name in sorted(sold(s)):
        need = s.products[name].need
        if need not in wanted:
            continue
        here = ("products", name, KEY)
        taste, groups = field_word("taste", language), field_word("segments", language)
        if anything and not any(
            name in group.taste and goes_out(s, key, need) for key, group in s.segments.items()
        ):
            message = _(
                "`{name}` stands in no `{taste}`, so it counts as 0 and hardly anybody buys it:"
                " write it under `{taste}` in `{segments}`."
            )
            yield here, "no-taste", message.format(name=name, taste=taste, segments=groups)
        elif not any(_one_in_twenty(s, segment, name) for segment in s.segments):
            message = _(
                "At its `{price}` fewer than one in twenty of those who go out would buy `{name}`:"
                " raise its `{taste}`, or lower `{home}`."
            )
            text = message.format(
                name=name,
                taste=taste,
                price=field_word("reference_price", language),
                home=field_word("stay_home", language),
            )
            yield here, "nobody-wants", text


def _one_in_twenty(s: Scenario, segment: str, product: str) -> bool:
    """Whether at least one in twenty of a segment would buy a product at its reference price."""
    liked = liking(s, segment, product)
    if liked is None:
        return False
    dearness = s.market.price_weight * s.segments[segment].price_sensitivity // 1_000
    return liked - dearness >= -ONE_IN_TWENTY


# -- hours ----------------------------------------------------------------------------------


def _hours(s: Scenario, team: str, seat: Seat, wanted: set[str]) -> Iterator[Finding]:
    """Products for which nobody comes while the stall is open."""
    opens, closes = seat.start.opens, seat.start.closes
    open_hours = f"{clock_text(opens)}-{clock_text(closes)}"
    lost = []
    asked = [product for product in seat.products if s.products[product].need in wanted]
    for product in asked:
        hours = _hours_of(s, s.products[product].need)
        if hours and not any(hour < closes and hour + 3_600 > opens for hour in hours):
            lost.append((product, hours))
    if lost and len(lost) == len(seat.products):
        _product, hours = lost[0]
        message = _(
            "The stall is open {open}, but its buyers go out {out}: move its opening hours."
        )
        text = message.format(open=open_hours, out=_span(hours))
        yield ("teams", team, "start", "opens"), "nobody-out", text
        return
    for product, hours in lost:
        message = _(
            "`{product}` is wanted {out}, but the stall is open {open}: open longer, or leave the"
            " product to another team."
        )
        at = seat.products.index(product)
        text = message.format(product=product, open=open_hours, out=_span(hours))
        yield ("teams", team, "products", at), "nobody-out", text


def _hours_of(s: Scenario, need: str) -> list[int]:
    """The hours in which anybody goes out for a need, by their first second."""
    return sorted(
        {
            hour
            for name, group in s.segments.items()
            if goes_out(s, name, need)
            for hour, weight in group.needs[need].hours.items()
            if weight
        }
    )


def _span(hours: list[int]) -> str:
    return f"{clock_text(hours[0])}-{clock_text(hours[-1] + 3_600)}"
