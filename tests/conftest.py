"""What every test begins with: no language chosen yet, whatever the test before it spoke."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

from simpasar import i18n

# How long an example takes says more of the machine than of the code: speed is in benchmarks/.
settings.register_profile("simpasar", deadline=None)
settings.load_profile("simpasar")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell starts what it runs in the background deaf to Ctrl-C, and so would be all that tests
    # start from here, in which Ctrl-C is pressed.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def no_language_chosen(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    # click reads LANGUAGE, which a chosen language sets: put back what was there.
    monkeypatch.setenv("LANGUAGE", "")
    yield
    i18n._chosen.set(None)


@pytest.fixture
def english() -> None:
    """For tests that read English."""
    i18n.use("en")
