"""Keys one after another: what a key does is done before the next one counts.

Textual hands a key to whatever has the focus at that moment, and what the key does comes later.
On a slow laptop people type ahead: `9900`, Enter, `12300` would all land in the first field.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress

from textual.app import App
from textual.events import Key
from textual.message_pump import MessagePump

PATIENCE = 1.0
"""Seconds to wait for a part of the page that is being taken away meanwhile."""
ROUNDS = 3
"""How often what a key does may be passed on, from a field to its page and on to another field."""


class KeyQueue:
    """Holds keys back. `give`: puts the next key among the messages of the app."""

    def __init__(self, app: App[None], give: Callable[[Key], object]) -> None:
        self.app, self.give = app, give
        self.waiting: asyncio.Queue[Key] = asyncio.Queue()
        self.now: Key | None = None
        self.task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Give keys from now on."""
        self.task = asyncio.create_task(self._work())

    def stop(self) -> None:
        """No key counts any more."""
        if self.task is not None:
            self.task.cancel()

    def holds(self, event: object) -> bool:
        """Whether this is a key that must wait for its turn; it then waits here."""
        if not isinstance(event, Key) or event.is_forwarded or event is self.now:
            return False
        self.waiting.put_nowait(event)
        return True

    async def _work(self) -> None:
        """Give key after key."""
        while True:
            self.now = await self.waiting.get()
            self.give(self.now)
            for _round in range(ROUNDS):
                await self._settled()

    async def _settled(self) -> None:
        """Until all that waits between the focus and the app has been dealt with."""
        focused = self.app.focused or self.app.screen
        for pump in focused.ancestors_with_self:
            await _dealt_with(pump)


async def _dealt_with(pump: MessagePump) -> None:
    """Until a part has dealt with the messages it has now."""
    done = asyncio.Event()
    if pump.call_later(done.set):
        with suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), PATIENCE)
