"""What every field of every part of a scenario means, for hover texts and the reference."""

from __future__ import annotations

from typing import TypeAlias

from simpasar.scenario.meaning import Meaning

__all__ = ["MEANINGS", "Meaning", "meaning_of"]

Fields: TypeAlias = dict[str, Meaning]

MEANINGS: dict[str, Fields] = {
    "Pack": {
        "amount": Meaning(
            "Isi satu kemasan, dalam satuan bahannya.",
            "What one pack holds, in the ingredient's own unit.",
            "grams, ml or pieces",
            "1000",
        ),
        "price": Meaning("Harga satu kemasan.", "The price of one pack.", "rupiah", "13700"),
    },
}
"""Name of a model -> field -> what it means."""


def meaning_of(model: str, field: str) -> Meaning:
    """What `field` of the model named `model` means.

    Raises:
        KeyError: no scenario has such a field.
    """
    return MEANINGS.get(model, {}).get(field) or Meaning("", "")
