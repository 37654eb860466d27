"""What a passer-by notices on a market day: each thing with its second, and its sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from simpasar.classroom.names import listed
from simpasar.firm.findings import called
from simpasar.i18n import _, language, ngettext
from simpasar.market.goods import Delivered, HandedOver, Movement, Pooled
from simpasar.money import grouped
from simpasar.scenario.model import Scenario
from simpasar.scenario.parts import DAY, clock_text

Kind: TypeAlias = Literal[
    "opens", "closes", "flood", "inspection", "idle", "ready", "gone", "missing", "left_queue",
    "delivery", "lorry", "fetched",
]  # fmt: skip

HOUR = 3_600


@dataclass(frozen=True, slots=True)
class Happening:
    """`second`: of the day. `item`: the product, supplier or big order that it is about. `count`:
    units or persons; `short`: units of a big order that were missing."""

    second: int
    kind: Kind
    teams: tuple[str, ...]
    item: str = ""
    count: int = 0
    short: int = 0

    @property
    def clock(self) -> str:
        return clock_text(self.second)

    def told(self, scenario: Scenario) -> str:
        """The sentence, in the language now spoken."""
        teams = listed(called(scenario, team) for team in self.teams)
        if 2 < len(self.teams) == len(scenario.teams):
            teams = _("all stalls")
        return _SENTENCES[self.kind](self).format(
            team=teams,
            item=called(scenario, self.item),
            unit=called_unit(scenario, self.item),
            count=grouped(self.count),
            short=grouped(self.short),
            units=grouped(self.count + self.short),
        )


def called_unit(scenario: Scenario, product: str) -> str:
    """The unit a product is sold in; nothing for what is no product."""
    known = scenario.products.get(product)
    return known.unit.of(language()) if known else ""


def _fetched(happening: Happening) -> str:
    if happening.short:
        return _("{team}: big order {item} fetched, {short} short of {units}.")
    return _("{team}: big order {item} fetched, all {units}.")


_SENTENCES: dict[Kind, Callable[[Happening], str]] = {
    "opens": lambda it: _("Open now: {team}."),
    "closes": lambda it: _("Closed now: {team}."),
    "flood": lambda it: _("Closed because of a flood: {team}."),
    "inspection": lambda it: _("Closed by an inspection: {team}."),
    "idle": lambda it: _("Not selling today: {team}."),
    "ready": lambda it: _("{team}: {count} {unit} of {item} ready to sell."),
    "gone": lambda it: _("{team}: {item} sold out."),
    "missing": lambda it: _("{team}: no {item} yet."),
    "left_queue": lambda it: ngettext(
        "{count} person gave up queueing at {team}.",
        "{count} people gave up queueing at {team}.",
        it.count,
    ),
    "delivery": lambda it: _("Goods from {item} have come: {team}."),
    "lorry": lambda it: _("The joint purchase has come: {team}."),
    "fetched": _fetched,
}


# -- finding them ---------------------------------------------------------------------------


def came(team: str, movements: Iterable[Movement], day: int, days: int) -> Iterator[Happening]:
    """What suppliers brought and buyers fetched on a day."""
    for movement in movements:
        second = movement.at - day * DAY
        if not (0 <= second < DAY or (second == DAY and day == days - 1)):
            continue
        match movement:
            case Delivered(supplier=supplier):
                yield Happening(second, "delivery", (team,), supplier)
            case Pooled():
                yield Happening(second, "lorry", (team,))
            case HandedOver(contract=contract, units=units, short=short):
                yield Happening(second, "fetched", (team,), contract, units, short)


def gave_up(team: str, seconds: Sequence[int]) -> Iterator[Happening]:
    """Those who left the queue, told once an hour, with the last of them."""
    hours: dict[int, list[int]] = {}
    for second in seconds:
        hours.setdefault(second // HOUR, []).append(second)
    for left in hours.values():
        yield Happening(max(left), "left_queue", (team,), count=len(left))


def together(happened: Iterable[Happening]) -> tuple[Happening, ...]:
    """All in order of time; what several stalls do in one second is told as one thing."""
    found: list[Happening] = []
    for each in sorted(happened, key=lambda it: (it.second, it.kind, it.item)):
        last = found[-1] if found else None
        if last and each.kind in _SHARED and _alike(each) == _alike(last):
            found[-1] = replace(last, teams=(*last.teams, *each.teams))
        else:
            found.append(each)
    return tuple(found)


_SHARED: tuple[Kind, ...] = (
    "opens", "closes", "flood", "inspection", "idle", "delivery", "lorry",
)  # fmt: skip


def _alike(happening: Happening) -> tuple[int, Kind, str]:
    return happening.second, happening.kind, happening.item
