"""What several of a product are counted in."""

from __future__ import annotations

from simpasar.classroom.names import counted_in
from simpasar.i18n import use
from simpasar.scenario.parts import Text


def test_english_counts_in_plurals_and_indonesian_does_not() -> None:
    box, cup = Text(id="besek", en="box"), Text(id="gelas", en="cup")
    use("en")
    assert (counted_in(box), counted_in(cup)) == ("boxes", "cups")
    use("id")
    assert (counted_in(box), counted_in(cup)) == ("besek", "gelas")
