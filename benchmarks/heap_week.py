"""The week's loop without SimPy: a bare heapq over customers, batches and expiries, all known
beforehand from a week of the engine."""

from __future__ import annotations

from heapq import heapify, heappop, heapreplace
from typing import TypeAlias

from simpasar.market.choice import Wishes, offers_of
from simpasar.market.counter import Counters
from simpasar.market.goods import Made
from simpasar.market.result import StallPlan, WeekResult
from simpasar.scenario.model import Scenario
from simpasar.scenario.parts import DAY

Happening: TypeAlias = tuple[int, int, int, int]
"""Second of the week, kind (what comes first in one second), offer or visit, lot or day."""

READY, EXPIRY, CUSTOMER = range(3)


class HeapWeek:
    """One prepared week, to be run again and again."""

    def __init__(
        self,
        scenario: Scenario,
        plans: dict[str, StallPlan],
        result: WeekResult,
        drawn: list[Wishes],
    ) -> None:
        self.offers = offers_of(scenario)
        index = {(offer.team, offer.product): o for o, offer in enumerate(self.offers)}
        given = Counters(scenario, self.offers, plans)
        self.stall, self.portion = given.stall, given.portion
        self.serve, self.serve_unit = given.serve, given.serve_unit
        self.opens, self.closes, self.servers = given.opens, given.closes, given.servers
        self.days = [
            (day.at.tolist(), day.ranked.tolist(), day.portion.tolist(), day.resident.tolist())
            for day in drawn
        ]
        self.patience = [
            segment.patience_minutes * 60
            for segment in scenario.segments.values()
            for count in segment.residents.values()
            for _ in range(count)
        ]
        self.start: list[Happening] = []
        self.batch: list[tuple[int, int]] = []
        for team, stall in result.stalls.items():
            for movement in stall.movements:
                if isinstance(movement, Made):
                    lot = movement.lot
                    offer = index[team, lot.item]
                    self.start.append((lot.ready_at, READY, offer, len(self.batch)))
                    self.start.append((lot.expires_at, EXPIRY, offer, len(self.batch)))
                    self.batch.append((offer, lot.quantity))
        for day, (at, *_) in enumerate(self.days):
            self.start.extend(
                (day * DAY + second, CUSTOMER, visit, day) for visit, second in enumerate(at)
            )

    def run(self) -> dict[tuple[str, str], int]:
        """Live the week; units sold of each (team, product)."""
        heap = list(self.start)
        heapify(heap)
        offers = len(self.offers)
        sold, gone, shelf = [0] * offers, [0] * offers, [0] * offers
        brought = [0] * offers
        until = [0] * len(self.batch)
        stall, portion, patience = self.stall, self.portion, self.patience
        opens, closes, serve, serve_unit = self.opens, self.closes, self.serve, self.serve_unit
        today = -1
        free: list[list[int]] = []
        while heap:
            now, kind, which, detail = heappop(heap)
            if kind == READY:
                quantity = self.batch[detail][1]
                shelf[which] += quantity
                brought[which] += quantity
                until[detail] = brought[which]
            elif kind == EXPIRY:
                # First expired first out, and all lots of one product live equally long: what of
                # the first `until` units is neither sold nor gone yet goes now.
                left = max(0, until[detail] - sold[which] - gone[which])
                gone[which] += left
                shelf[which] -= left
            else:
                if detail != today:
                    today, start = detail, detail * DAY
                    free = [[start] * servers for servers in self.servers]
                    _, ranked, draw, resident = self.days[detail]
                second = now - start
                for offer in ranked[which]:
                    if offer < 0:
                        break
                    place = stall[offer]
                    wanted = portion[offer][draw[which]]
                    if not opens[place] <= second < closes[place]:
                        continue
                    hands = free[place]
                    begin = hands[0]
                    if begin - now > patience[resident[which]]:
                        continue
                    stock = shelf[offer]
                    if not stock:
                        continue
                    wanted = min(wanted, stock)
                    shelf[offer] = stock - wanted
                    sold[offer] += wanted
                    begin = max(begin, now)
                    heapreplace(hands, begin + serve[offer] + serve_unit[offer] * wanted)
                    break
        return {(offer.team, offer.product): sold[o] for o, offer in enumerate(self.offers)}
