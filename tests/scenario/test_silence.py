"""Warnings that a trainer accepts, with a reason, in the file itself."""

from __future__ import annotations

import pytest
import yaml
from lapak import LAPAK, spoilt

from simpasar.scenario import silence
from simpasar.scenario.check import Checked, check_source
from simpasar.scenario.silence import comments
from simpasar.scenario.source import Source

SUGAR = "  gula: {nama: Gula, satuan: g, tahan_hari: 365}"
WISH = "# abaikan unused-part: untuk minggu depan"


def sugared(*lines: str) -> Checked:
    """The scenario with an ingredient that no recipe uses, written in these lines."""
    text = spoilt("bahan:\n", "bahan:\n" + "".join(f"{line}\n" for line in lines), LAPAK)
    return check_source(Source.of("f.yaml", text))


def codes(checked: Checked) -> list[str]:
    return [problem.code for problem in checked.problems]


def test_a_warning_without_a_wish_is_told() -> None:
    assert codes(sugared(SUGAR)) == ["unused-part"]


@pytest.mark.parametrize(
    "lines",
    [
        (f"{SUGAR}  {WISH}",),
        (f"{SUGAR}  # ignore unused-part: for next week",),
        (f"{SUGAR}  # Ignore UNUSED_PART : for next week",),
        (f"  {WISH}", SUGAR),
        (f"{WISH}", "  # another remark", "", SUGAR),
        (f"  gula: {WISH}", "    nama: Gula", "    satuan: g", "    tahan_hari: 365"),
    ],
    ids=["line", "english", "loosely", "above", "above with more", "its key"],
)
def test_a_wish_on_the_line_above_it_or_on_a_key_around_silences(lines: tuple[str, ...]) -> None:
    checked = sugared(*lines)
    assert codes(checked) == []
    assert [problem.code for problem in checked.silenced] == ["unused-part"]


def test_a_wish_elsewhere_silences_nothing_and_is_told_of() -> None:
    text = spoilt("minggu: 4\n", f"minggu: 4 {WISH}\n", LAPAK)
    (problem,) = check_source(Source.of("f.yaml", text)).problems
    assert (problem.code, problem.level) == ("nothing-ignored", "warning")
    assert problem.place is not None
    assert problem.place.column == len("minggu: 4 ") + 1


def test_a_wish_without_a_reason_is_told_of_in_place_of_the_warning() -> None:
    for wish in ("# abaikan unused-part", "# abaikan unused-part:", "# abaikan unused-part :  "):
        checked = sugared(f"{SUGAR} {wish}")
        assert codes(checked) == ["no-reason"]
        assert checked.problems[0].mend == "# abaikan unused-part: ..."


def test_an_error_cannot_be_silenced() -> None:
    text = spoilt("kas: 1000000\n", "kas: 1.000.000 # abaikan number: begitu saja\n", LAPAK)
    assert codes(check_source(Source.of("f.yaml", text))) == ["number"]
    sound = spoilt("kas: 1000000\n", "kas: 1000000 # abaikan number: begitu saja\n", LAPAK)
    assert codes(check_source(Source.of("f.yaml", sound))) == ["error-ignored"]


def test_an_unknown_code_is_told_of_with_the_closest() -> None:
    (told, wish) = sugared(f"{SUGAR} # abaikan unusedpart: nanti").problems
    assert (told.code, wish.code) == ("unused-part", "unknown-code")
    assert "`unused-part`" in wish.message


NO_COMMENT = [
    'judul: "Satu # abaikan unused-part: x"',
    "judul: 'Satu # abaikan unused-part: x'",
    "judul: Satu# abaikan unused-part",
    "judul: |\n  Satu\n  # abaikan unused-part: x",
    "judul: >-\n  Satu\n\n  # abaikan unused-part: x",
]


@pytest.mark.parametrize("parser", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
@pytest.mark.parametrize("lines", NO_COMMENT)
def test_a_number_sign_within_a_text_is_no_comment(
    lines: str, parser: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(silence, "LOADER", parser)
    text = spoilt("judul: Satu lapak", lines, LAPAK)
    assert codes(check_source(Source.of("f.yaml", text))) == []
    assert list(silence.silences(Source.of("f.yaml", text))) == []


@pytest.mark.parametrize("parser", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
def test_comments_are_found_at_their_places(
    parser: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(silence, "LOADER", parser)
    text = (
        "# one\na: é😀 # two\nb: {c: 1, # three\n  d: 2} # four\n"
        "e: | # five\n  x # no\n# six\nf:\n  # seven\n  - 1 # eight\n"
    )
    found = [(place.line, place.column, said) for place, said in comments(Source.of("f", text))]
    expected = [
        (n, line.index("#") + 1) for n, line in enumerate(text.split("\n"), 1) if "#" in line
    ]
    expected.remove((6, 5))
    shown = [(line, column) for line, column, said in found if said != "# five"]
    assert shown == [place for place in expected if place != (5, 6)]
