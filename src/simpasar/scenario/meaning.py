"""What one field of a scenario means: a sentence in both languages, a unit, an example."""

from __future__ import annotations

from dataclasses import dataclass

from simpasar.i18n import Language

UNITS = {
    "": "",
    "rupiah": "rupiah",
    "grams, ml or pieces": "gram, ml, atau buah",
    "units": "satuan produk",
    "pieces": "buah",
    "packs": "kemasan",
    "persons": "orang",
    "teams": "tim",
    "metres": "meter",
    "seconds": "detik",
    "minutes": "menit",
    "hours": "jam",
    "days": "hari",
    "weeks": "minggu",
    "week of the game": "minggu ke-",
    "day of the week, 1 is Monday": "hari, 1 Senin",
    "time of day": "jam, seperti 06:30",
    "date": "tanggal, seperti 2027-01-04",
    "per mille": "per seribu",
    "per 100,000": "per seratus ribu",
    "thousandths of a point": "seperseribu poin",
    "batches a day": "adonan sehari",
    "rupiah a week": "rupiah seminggu",
    "rupiah a day": "rupiah sehari",
    "rupiah an hour": "rupiah sejam",
    "rupiah a unit": "rupiah sesatuan",
    "weight": "bobot",
    "times": "kali",
    "id": "id",
    "ids": "daftar id",
    "yes or no": "true atau false",
    "a number": "angka",
    "a word": "pilihan kata",
    "text": "teks",
}
"""English unit -> Indonesian. Points are what tastes and qualities are counted in."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """`id` and `en` say for a trainer what a field is; `unit` is a key of `UNITS`.

    `example` is a value as it may stand in a file, in Indonesian key words; `example_en` the same
    value in English ones, where they differ.
    """

    id: str
    en: str
    unit: str = ""
    example: str = ""
    example_en: str = ""

    def text(self, language: Language) -> str:
        """The sentence in `language`."""
        return self.id if language == "id" else self.en

    def unit_in(self, language: Language) -> str:
        """The unit in `language`; empty where the value is a table or a list of tables."""
        return UNITS[self.unit] if language == "id" else self.unit

    def example_in(self, language: Language) -> str:
        """The example in the key words of `language`."""
        return self.example if language == "id" else self.example_en or self.example
