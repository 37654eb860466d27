"""Which look a terminal gets, and what is known of it: the whole table of decisions."""

from __future__ import annotations

import pytest

from simpasar.tui.look import Look, Reason, colours_of, kind_of, look_for

XTERM = {"TERM": "xterm-256color"}


@pytest.mark.parametrize(
    ("environ", "platform", "encoding", "compatible", "reason"),
    [
        # asked for: nothing else counts
        ({"SIMPASAR_LOOK": "normal"}, "linux", "ascii", False, "asked"),
        ({"SIMPASAR_LOOK": "normal"}, "win32", "cp437", False, "asked"),
        ({"SIMPASAR_LOOK": "NORMAL"}, "linux", "utf-8", False, "asked"),
        ({"SIMPASAR_LOOK": "compatible", **XTERM}, "linux", "utf-8", True, "asked"),
        ({"SIMPASAR_LOOK": "Compatible", "WT_SESSION": "1"}, "win32", "utf-8", True, "asked"),
        # asked for something that is no look: as if nothing was asked
        ({"SIMPASAR_LOOK": "pretty", **XTERM}, "linux", "utf-8", False, "known"),
        ({"SIMPASAR_LOOK": ""}, "linux", "utf-8", True, "unknown"),
        # no UTF-8: compatible, however good the terminal
        (XTERM, "linux", "ascii", True, "encoding"),
        (XTERM, "linux", "iso8859-1", True, "encoding"),
        ({"WT_SESSION": "1"}, "win32", "cp1252", True, "encoding"),
        ({"COLORTERM": "truecolor"}, "linux", "latin-1", True, "encoding"),
        # UTF-8 by all its names
        (XTERM, "linux", "UTF-8", False, "known"),
        (XTERM, "linux", "utf8", False, "known"),
        ({"WT_SESSION": "1"}, "win32", "cp65001", False, "known"),
        # known to be good
        ({"TERM": "xterm-kitty"}, "linux", "utf-8", False, "known"),
        ({"TERM": "tmux-256color"}, "linux", "utf-8", False, "known"),
        ({"TERM": "screen-256color"}, "linux", "utf-8", False, "known"),
        ({"TERM": "alacritty"}, "darwin", "utf-8", False, "known"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "linux", "utf-8", False, "known"),
        ({"TERM": "xterm", "COLORTERM": "24bit"}, "linux", "utf-8", False, "known"),
        ({"TERM_PROGRAM": "Apple_Terminal"}, "darwin", "utf-8", False, "known"),
        ({"TERM_PROGRAM": "vscode"}, "linux", "utf-8", False, "known"),
        ({"TERM_PROGRAM": "WezTerm"}, "darwin", "utf-8", False, "known"),
        ({"TERM_PROGRAM": "vscode"}, "win32", "utf-8", False, "known"),
        ({"WT_SESSION": ""}, "win32", "utf-8", False, "known"),
        # not known: compatible
        ({}, "linux", "utf-8", True, "unknown"),
        ({"TERM": "xterm"}, "linux", "utf-8", True, "unknown"),
        ({"TERM": "linux"}, "linux", "utf-8", True, "unknown"),
        ({"TERM": "dumb"}, "linux", "utf-8", True, "unknown"),
        ({"TERM": "vt100", "COLORTERM": "yes"}, "linux", "utf-8", True, "unknown"),
        # the old console of Windows, whatever a Unix tool left in the environment
        ({}, "win32", "utf-8", True, "unknown"),
        (XTERM, "win32", "utf-8", True, "unknown"),
        ({"COLORTERM": "truecolor"}, "win32", "utf-8", True, "unknown"),
        ({"TERM_PROGRAM": "mintty"}, "win32", "utf-8", True, "unknown"),
        # a Windows Terminal seen from Linux inside it names itself otherwise
        ({"WT_SESSION": "1", "TERM": "xterm"}, "linux", "utf-8", True, "unknown"),
    ],
)
@pytest.mark.parametrize("no_color", [False, True])
def test_the_look_for_a_terminal(
    environ: dict[str, str],
    platform: str,
    encoding: str,
    compatible: bool,
    reason: Reason,
    no_color: bool,
) -> None:
    given = {**environ, "NO_COLOR": "1"} if no_color else environ
    assert look_for(given, platform, encoding) == Look(compatible, not no_color, reason)


def test_an_empty_no_color_takes_nothing_away() -> None:
    """https://no-color.org: when present and not an empty string."""
    assert look_for({"NO_COLOR": ""}, "linux", "utf-8").colour


@pytest.mark.parametrize(
    ("environ", "platform", "kind"),
    [
        ({"WT_SESSION": "1", "TERM_PROGRAM": "vscode"}, "win32", "Windows Terminal"),
        ({"TERM_PROGRAM": "vscode", "TERM": "xterm"}, "linux", "vscode"),
        ({"TERM_PROGRAM": "", "TERM": "xterm"}, "linux", "xterm"),
        ({}, "win32", "Windows console"),
        ({}, "linux", ""),
    ],
)
def test_what_a_terminal_calls_itself(environ: dict[str, str], platform: str, kind: str) -> None:
    assert kind_of(environ, platform) == kind


@pytest.mark.parametrize(
    ("environ", "platform", "colours"),
    [
        ({"TERM": "dumb", "COLORTERM": "truecolor"}, "linux", 1),
        ({"COLORTERM": "truecolor"}, "linux", 16_777_216),
        ({"COLORTERM": "24bit"}, "darwin", 16_777_216),
        ({"WT_SESSION": "1"}, "win32", 16_777_216),
        ({"TERM": "xterm-256color"}, "linux", 256),
        ({"TERM": "xterm-256color"}, "win32", 16),
        ({"TERM": "linux"}, "linux", 16),
        ({}, "win32", 16),
        ({}, "linux", 16),
    ],
)
def test_how_many_colours_a_terminal_has(
    environ: dict[str, str], platform: str, colours: int
) -> None:
    assert colours_of(environ, platform) == colours
