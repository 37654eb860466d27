"""Codes of warnings: what can be played but is hardly meant."""

from __future__ import annotations

from simpasar.scenario.codes_form import Code

ADVICE: tuple[Code, ...] = ()
