"""A second of the week at which something happens, and what comes first in one second."""

from __future__ import annotations

import simpy
from simpy.events import Event, EventPriority

GOODS, MIDNIGHT, DELIVERY, KITCHEN, CUSTOMERS = 0, 1, 2, 3, 1_000
"""What comes first in one second: SimPy's priorities, the lowest first.

Kitchens that begin in the same second come one after the other, a different one first each day: so
nobody is always first at the shared kettle.
"""


class Moment(Event):
    """An event at a given second of the week, at a given priority."""

    def __init__(self, env: simpy.Environment, at: int, priority: int) -> None:
        # As simpy's own Timeout: what Event.__init__ does, without the call.
        self.env = env
        self.callbacks = []
        self._ok = True
        self._value = None
        env.schedule(self, priority=EventPriority(priority), delay=at - env.now)
