"""The characters of every Windows console font: WGL4, the Windows Glyph List of Microsoft.

Source: OpenType specification 1.4, "WGL4.0 Character Set", and its four pages of code points
(https://learn.microsoft.com/en-us/typography/opentype/otspec140/wgl4). Its two ligatures in the
private area (U+F001, U+F002) are left out: they are the same as U+FB01 and U+FB02.
"""

from __future__ import annotations

_RANGES = """
20-7E A0-17F 192 1FA-1FF 2C6-2C7 2C9 2D8-2DD
384-38A 38C 38E-3A1 3A3-3CE 400-45F 490-491 1E80-1E85 1EF2-1EF3
2013-2015 2017-201E 2020-2022 2026 2030 2032-2033 2039-203A 203C 203E 2044 207F
20A3-20A4 20A7 20AC 2105 2113 2116 2122 2126 212E 215B-215E
2190-2195 21A8 2202 2206 220F 2211-2212 2215 2219-221A 221E-221F 2229 222B
2248 2260-2261 2264-2265 2302 2310 2320-2321
2500 2502 250C 2510 2514 2518 251C 2524 252C 2534 253C 2550-256C
2580 2584 2588 258C 2590-2593
25A0-25A1 25AA-25AC 25B2 25BA 25BC 25C4 25CA-25CB 25CF 25D8-25D9 25E6
263A-263C 2640 2642 2660 2663 2665-2666 266A-266B FB01-FB02
"""


def _points() -> frozenset[str]:
    pairs = (part.partition("-") for part in _RANGES.split())
    return frozenset(
        chr(point)
        for first, _dash, last in pairs
        for point in range(int(first, 16), int(last or first, 16) + 1)
    )


WGL4 = _points()


def foreign(text: str) -> set[str]:
    """The characters of `text` that a Windows console font may lack; ends of lines are none."""
    return set(text) - WGL4 - {"\n"}
