"""What the fields of events, and of the days on which they happen, mean."""

from __future__ import annotations

from simpasar.scenario.meaning import Meaning

_NAME = Meaning("Nama peristiwa.", "The event's name.", "text", "{id: Tanggal muda, en: Payday}")
_NEWS = Meaning(
    "Kabar yang dibaca peserta waktu peristiwa ini terjadi.",
    "The news that trainees read when it happens.",
    "text",
    '"Baru gajian: pembeli lebih ramai."',
)
_WHEN = Meaning(
    "Hari-harinya: yang memenuhi semua syarat di bawahnya.",
    "Its days: those that meet every condition below.",
    "",
    "{minggu: [2, 3], hari: [6, 7], peluang: 500}",
    "{weeks: [2, 3], weekdays: [6, 7], chance: 500}",
)


def _kind(word: str, english: str) -> Meaning:
    return Meaning(
        "Jenis peristiwa; dari sini ditentukan kunci lainnya.",
        "The kind of event; it decides which other keys there are.",
        "a word",
        word,
        english,
    )


EVENTS = {
    "When": {
        "first": Meaning("Hari pertama.", "The first day.", "date", '"2027-02-08"'),
        "last": Meaning("Hari terakhir.", "The last day.", "date", '"2027-03-09"'),
        "weeks": Meaning(
            "Hanya pada minggu permainan ini.",
            "Only in these weeks of the game.",
            "week of the game",
            "[2, 3]",
        ),
        "weekdays": Meaning(
            "Hanya pada hari-hari ini.",
            "Only on these days of the week.",
            "day of the week, 1 is Monday",
            "[6, 7]",
        ),
        "days_of_month": Meaning(
            "Hanya pada tanggal-tanggal ini, bulan apa pun.",
            "Only on these days of a month, whichever month.",
            "days",
            "[25, 26, 27, 28, 29, 30, 31, 1, 2, 3]",
        ),
        "chance": Meaning(
            "Peluang terjadi; 1000 pasti, 250 satu dari empat.",
            "Its chance; 1000 is certain, 250 one in four.",
            "per mille",
            "250",
        ),
        "drawn": Meaning(
            "Peluang diundi lagi tiap minggu, atau sekali untuk seluruh permainan.",
            "Whether the chance is drawn each week, or once for the whole game.",
            "a word",
            "tiap_minggu",
            "weekly",
        ),
    },
    "PriceEvent": {
        "kind": _kind("harga", "price"),
        "name": _NAME,
        "news": _NEWS,
        "when": _WHEN,
        "factors": Meaning(
            "Harga tiap bahan dibanding biasanya; 1600 berarti naik 60 %.",
            "Each ingredient's price, of the usual one; 1600 is 60 % more.",
            "per mille",
            "{kelapa: 1600}",
        ),
    },
    "FootfallEvent": {
        "kind": _kind("keramaian", "footfall"),
        "name": _NAME,
        "news": _NEWS,
        "when": _WHEN,
        "needs": Meaning(
            "Jumlah yang keluar untuk tiap kebutuhan, dibanding biasanya; 1150 berarti 15 % lebih.",
            "How many go out for each need, of the usual number; 1150 is 15 % more.",
            "per mille",
            "{sarapan: 1150}",
        ),
        "segments": Meaning(
            "Hanya kelompok warga ini; semua kalau tidak ditulis.",
            "Only these kinds of residents; all where none is named.",
            "ids",
            "[pekerja]",
        ),
    },
    "FloodEvent": {
        "kind": _kind("banjir", "flood"),
        "name": _NAME,
        "news": _NEWS,
        "when": _WHEN,
        "places": Meaning(
            "Tempat yang kebanjiran: lapak di sana tutup, warganya tidak keluar.",
            "The places under water: stalls there stay shut, residents stay in.",
            "ids",
            "[malaka_sari]",
        ),
    },
    "InspectionEvent": {
        "kind": _kind("pemeriksaan", "inspection"),
        "name": _NAME,
        "news": _NEWS,
        "when": _WHEN,
        "permits": Meaning(
            "Program yang harus sudah selesai supaya tidak didenda.",
            "Programmes that a stall must have finished, or it is fined.",
            "ids",
            "[pirt]",
        ),
        "places": Meaning(
            "Hanya lapak di tempat ini; semua kalau tidak ditulis.",
            "Only stalls in these places; all where none is named.",
            "ids",
            "[malaka_sari]",
        ),
        "products": Meaning(
            "Hanya lapak yang menjual produk ini; semua kalau tidak ditulis.",
            "Only stalls that sell one of these products; all where none is named.",
            "ids",
            "[keripik]",
        ),
        "fine": Meaning("Denda sekali kena.", "The fine, each time.", "rupiah", "200000"),
        "closes": Meaning(
            "Lapak yang kena harus tutup hari itu.",
            "Whether a stall without them has to shut for the day.",
            "yes or no",
            "true",
        ),
    },
}
