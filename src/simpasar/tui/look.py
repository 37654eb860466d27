"""What a terminal can show, and the look that is chosen for it: normal or compatible.

The compatible look uses the sixteen colours of the terminal and characters of WGL4 alone, which
every Windows console font has. It is chosen wherever the terminal is not known to be good.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Reason: TypeAlias = Literal["asked", "known", "encoding", "unknown"]

VARIABLE = "SIMPASAR_LOOK"

_GOOD_TERMS = ("xterm-256color", "xterm-kitty", "tmux-256color", "screen-256color", "alacritty")
_GOOD_PROGRAMS = ("vscode", "iterm", "wezterm", "ghostty", "apple_terminal", "hyper")


@dataclass(frozen=True, slots=True)
class Look:
    """`compatible`: WGL4 characters and sixteen colours. `colour`: whether any colour at all."""

    compatible: bool
    colour: bool
    reason: Reason


def look_for(environ: Mapping[str, str], platform: str, encoding: str) -> Look:
    """The look for a terminal, by what is known of it.

    SIMPASAR_LOOK=normal or =compatible decides alone; NO_COLOR (https://no-color.org) takes all
    colour away. `platform` and `encoding` are those of sys.
    """
    colour = not environ.get("NO_COLOR")
    asked = environ.get(VARIABLE, "").lower()
    if asked in ("normal", "compatible"):
        return Look(asked == "compatible", colour, "asked")
    if encoding.lower().replace("-", "") not in ("utf8", "cp65001"):
        return Look(True, colour, "encoding")
    good = _known_good(environ, platform)
    return Look(not good, colour, "known" if good else "unknown")


def _known_good(environ: Mapping[str, str], platform: str) -> bool:
    if platform == "win32":  # Windows Terminal says so; the old console says nothing
        return "WT_SESSION" in environ or environ.get("TERM_PROGRAM", "").lower() == "vscode"
    return (
        environ.get("COLORTERM", "").lower() in ("truecolor", "24bit")
        or environ.get("TERM_PROGRAM", "").lower() in _GOOD_PROGRAMS
        or environ.get("TERM", "").lower() in _GOOD_TERMS
    )


def kind_of(environ: Mapping[str, str], platform: str) -> str:
    """What a terminal calls itself; "" where it does not say."""
    if "WT_SESSION" in environ:
        return "Windows Terminal"
    named = environ.get("TERM_PROGRAM") or environ.get("TERM")
    return named or ("Windows console" if platform == "win32" else "")


def colours_of(environ: Mapping[str, str], platform: str) -> int:
    """How many colours a terminal can show, by what it says of itself; 1 is none."""
    term = environ.get("TERM", "").lower()
    if term == "dumb":
        return 1
    if "WT_SESSION" in environ or environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return 16_777_216
    return 256 if term.endswith("256color") and platform != "win32" else 16


def look_here(environ: Mapping[str, str]) -> Look:
    """The look for the terminal this process runs in."""
    return look_for(environ, sys.platform, sys.stdout.encoding or "ascii")
