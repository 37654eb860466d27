"""The day at all counters: customers walk down their short lists in true time order.

This is the inner loop of the game. Everything is in plain lists of int indexed by offer or stall,
and a run of customers is served without returning to the event queue until something else happens.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapreplace

import numpy as np

from simpasar.market.chance import cells
from simpasar.market.choice import Offer, Wishes
from simpasar.market.result import Ints, ProductDay, Refusals, StallPlan, Visits
from simpasar.scenario.model import Scenario

BOUGHT, STAYED, CLOSED, QUEUE, STOCKOUT = range(5)


class Counters:
    """Queue, shelf count and sales of every stall, for the day at hand.

    `shelf[offer]` is what could be sold; `pending[offer]` what has been sold and not yet taken
    from the store. `shared[offer]` marks products made to order whose ingredients another offer
    of the stall also needs: they are taken at once.
    """

    def __init__(self, scenario: Scenario, offers: Sequence[Offer], plans: dict[str, StallPlan]):
        products = [scenario.products[offer.product] for offer in offers]
        self.stall = [offer.stall for offer in offers]
        self.serve = [product.serve_seconds for product in products]
        self.serve_unit = [product.serve_seconds_per_unit for product in products]
        self.portion = [_portion_table(product.portions) for product in products]
        self.shelf = [0] * len(offers)
        self.pending = [0] * len(offers)
        self.opens = [plan.decisions.opens for plan in plans.values()]
        self.closes = [plan.decisions.closes for plan in plans.values()]
        self.servers = [
            min(plan.hands, scenario.teams[team].counter) for team, plan in plans.items()
        ]

    def open_day(self, wishes: Wishes, patience: Sequence[int], start: int) -> None:
        """Begin a day at second `start`. `patience`: seconds, for each visit."""
        visits = len(wishes.at)
        self.start = start
        self.wishes = wishes
        self.at: list[int] = wishes.at.tolist()
        self.ranked: list[list[int]] = wishes.ranked.T.tolist()
        self.draw: list[int] = wishes.portion.tolist()
        self.patience = patience
        self.next = 0
        self.free = [[0] * servers for servers in self.servers]
        self.offer, self.units, self.wait = [-1] * visits, [0] * visits, [0] * visits
        self.refused: list[int] = []

    def next_arrival(self) -> int | None:
        """The second of the week at which the next customer comes today."""
        return self.start + self.at[self.next] if self.next < len(self.at) else None

    def serve_until(self, horizon: float, shared: Sequence[bool]) -> int | None:
        """Serve everybody who arrives before second `horizon` of the week.

        Returns the offer just sold where it is `shared`, for its ingredients must be taken before
        the next customer; None when the horizon or the end of the list is reached.
        """
        at, ranked, draw, patience = self.at, self.ranked, self.draw, self.patience
        stall, portion, serve, serve_unit = self.stall, self.portion, self.serve, self.serve_unit
        opens, closes, free, shelf = self.opens, self.closes, self.free, self.shelf
        pending, bought, units, refused = self.pending, self.offer, self.units, self.refused
        end = horizon - self.start
        for visit in range(self.next, len(at)):
            now = at[visit]
            if now >= end:
                self.next = visit
                return None
            for choices in ranked:
                offer = choices[visit]
                if offer < 0:
                    break
                place = stall[offer]
                wanted = portion[offer][draw[visit]]
                if not opens[place] <= now < closes[place]:
                    refused += visit, offer, wanted, CLOSED
                    continue
                hands = free[place]
                begin = hands[0]
                if begin - now > patience[visit]:
                    refused += visit, offer, wanted, QUEUE
                    continue
                stock = shelf[offer]
                if wanted > stock:
                    refused += visit, offer, wanted - stock, STOCKOUT
                    if not stock:
                        continue
                    wanted = stock
                shelf[offer] = stock - wanted
                pending[offer] += wanted
                if begin > now:
                    self.wait[visit] = begin - now
                else:
                    begin = now
                heapreplace(hands, begin + serve[offer] + serve_unit[offer] * wanted)
                bought[visit] = offer
                units[visit] = wanted
                if shared[offer]:
                    self.next = visit + 1
                    return offer
                break
        self.next = len(at)
        return None

    def close_day(self) -> Visits:
        """Every visit of the day, and its sums by offer for `product_day`."""
        columns = (self.offer, self.units, self.wait)
        offer, units, wait = (np.array(column, np.int32) for column in columns)
        rows = np.array(self.refused, np.int32).reshape(-1, 4)
        refusals = Refusals(*np.ascontiguousarray(rows.T))
        cause = np.full(len(offer), STAYED, np.int32)
        cause[refusals.visit] = refusals.cause  # of several, the last stands
        served = offer >= 0
        cause[served] = BOUGHT
        wishes = self.wishes
        bought, offers = offer[served], len(self.shelf)
        self.sold = _sums(bought, units[served], offers)
        self.customers = _sums(bought, np.ones_like(bought), offers)
        self.waited = _sums(bought, wait[served], offers)
        lost = _sums(refusals.cause * offers + refusals.offer, refusals.units, 5 * offers)
        self.lost = [lost[cause * offers : (cause + 1) * offers] for cause in range(5)]
        return Visits(wishes.at, wishes.resident, wishes.need, offer, units, wait, cause, refusals)

    def product_day(self, offer: int, price: int) -> ProductDay:
        """The counts of one offer on the day just closed; what was made and wasted is known at
        the week's end."""
        return ProductDay(
            sold=self.sold[offer],
            revenue=self.sold[offer] * price,
            customers=self.customers[offer],
            wait_seconds=self.waited[offer],
            lost_stockout=self.lost[STOCKOUT][offer],
            lost_queue=self.lost[QUEUE][offer],
            lost_closed=self.lost[CLOSED][offer],
        )


def _sums(places: Ints, amounts: Ints, length: int) -> list[int]:
    """The sum of `amounts` at each of `length` places."""
    sums = np.zeros(length, np.int64)
    # Matching types take numpy's quick path, many times faster here.
    np.add.at(sums, places.astype(np.intp), amounts.astype(np.int64))
    found: list[int] = sums.tolist()
    return found


def _portion_table(weights: dict[int, int]) -> list[int]:
    """256 entries in which each number of units stands in proportion to its weight."""
    numbers = sorted(weights)
    return [numbers[i] for i in cells([weights[k] for k in numbers])[::256].tolist()]
