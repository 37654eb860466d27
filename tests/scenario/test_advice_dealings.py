"""Advice about events, offers, the cooperative, lessons and texts: each rule and its breach."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from advised import Change, codes, warnings
from lapak import LAPAK, without
from test_advice import BROKEN as OF_GOODS

from simpasar.scenario.advice_lenders import weekly_instalment
from simpasar.scenario.codes_advice import ADVICE
from simpasar.scenario.community import Loan
from simpasar.scenario.fasting import RAMADAN, in_season, nearest
from simpasar.scenario.references import KEY, Loc

pytestmark = pytest.mark.usefixtures("english")

NIGHTS = """\
  malam:
    jenis: keramaian
    nama: Malam ramai
    kabar: Sesudah tarawih warga jajan.
    kapan: {hari: [6]}
    kebutuhan: {sarapan: 1500}
pihak:
"""
TEACHES = "melatih: [{id: Menentukan harga, ukuran: penetapan_harga}]"
ASKS = "mulai: 2027-01-04\n"
WHEN = "kapan: {dari: 2027-01-11, sampai: 2027-01-17, diundi: sekali, peluang: 500}"
HIBAH = "  hibah: {nama: Hibah, oleh: bank, jenis: hibah, keterangan: Untuk alat., hibah: 500000"
GRANT = ("programmes", "hibah")
POOLED = ("cooperative", "purchase", "goods", "beras")

COOPERATING = LAPAK[
    LAPAK.index("      koperasi:\n        anggota: true") : LAPAK.index("pasar:\n  bobot")
]
NOT_IN_THE_COOPERATIVE: Change = (COOPERATING, "")

BROKEN: dict[str, tuple[tuple[Change, ...], Loc, str]] = {
    "an event with a chance of 0": (
        ((WHEN, WHEN.replace("500", "0")),),
        ("events", "beras_mahal", "when", "chance"), "never-comes",
    ),
    "an event after the last day": (
        ((WHEN, "kapan: {dari: 2027-02-01}"),),
        ("events", "beras_mahal", "when", "first"), "never-comes",
    ),
    "an event before the first day": (
        ((WHEN, "kapan: {sampai: 2027-01-03}"),),
        ("events", "beras_mahal", "when", "last"), "never-comes",
    ),
    "an event in a week after the game": (
        ((WHEN, "kapan: {minggu: [5, 6]}"),),
        ("events", "beras_mahal", "when", "weeks"), "never-comes",
    ),
    "an event on a day without a market": (
        (("minggu: 4\n", "minggu: 4\nhari_pasar: 5\n"),),
        ("events", "banjir", "when", "weekdays"), "never-comes",
    ),
    "an event on no day at all": (
        ((WHEN, "kapan: {minggu: [1], tanggal: [20]}"),),
        ("events", "beras_mahal", "when"), "never-comes",
    ),
    "a price event that changes no price": (
        (("faktor: {beras: 1300}", "faktor: {beras: 1000}"),),
        ("events", "beras_mahal", "factors"), "no-effect",
    ),
    "a footfall event that changes nothing": (
        (("kebutuhan: {sarapan: 1150}", "kebutuhan: {sarapan: 1000}"),),
        ("events", "gajian", "needs"), "no-effect",
    ),
    "a night of the fast in a year in which the fast is later": (
        (("pihak:\n", NIGHTS),),
        ("events", "malam", "when"), "not-that-year",
    ),
    "a Lebaran before its time": (
        (("pihak:\n", NIGHTS.replace("malam:", "lebaran:").replace("Sesudah tarawih w", "W")
          .replace("hari: [6]", "dari: 2027-01-11, hari: [6]")),),
        ("events", "lebaran", "when", "first"), "not-that-year",
    ),
    "a bazaar that is over before one can take part": (
        (("keterangan: Tenda gratis.\n    minggu: [1, 2]",
          "keterangan: Tenda gratis.\n    selesai_minggu: 2\n    minggu: [2]"),
         ("tanggal: [25, 26, 27]", "minggu: [1]")),
        ("programmes", "bazar", "booths", "gajian", KEY), "too-late-for",
    ),
    "a loan no stall can repay": (
        (("paling_kecil: 500000\n    paling_besar: 5000000", "paling_kecil: 90000000\n"
          "    paling_besar: 90000000"),),
        ("loans", "kur", "smallest"), "unpayable",
    ),
    "a grant that asks for longer saving than the game is": (
        ((HIBAH, HIBAH + ", syarat: {anggota: true, minggu_menabung: 4}"),),
        (*GRANT, "requires", "weeks_saved"), "never-met",
    ),
    "a grant that asks for savings that nobody can have": (
        ((HIBAH, HIBAH + ", syarat: {simpanan: 200000}"),),
        (*GRANT, "requires", "savings"), "never-met",
    ),
    "a grant that asks for a permit that comes too late": (
        ((HIBAH, HIBAH + ", minggu: [1, 2], syarat: {program: [nib]}"),
         ("keterangan: Nomor induk berusaha.", "keterangan: Nomor., selesai_minggu: 2")),
        (*GRANT, "requires", "programmes", 0), "never-met",
    ),
    "a grant that is paid after the game": (
        ((HIBAH, HIBAH + ", selesai_minggu: 4"),),
        (*GRANT, "lead_weeks"), "never-met",
    ),
    "an order that ends before orders are unlocked": (
        (("pesanan_besar: 1, pinjaman", "pesanan_besar: 3, pinjaman"),
         ("      pesanan_besar: [arisan_rt]\n", "")),
        ("contracts", "arisan_rt", "weeks"), "never-met",
    ),
    "a loan by savings of more than can be saved": (
        (("paling_kecil: 100000\n    paling_besar: 1000000\n    jumlah_angsuran: 4",
          "paling_kecil: 1000000\n    paling_besar: 1000000\n    jumlah_angsuran: 4"),),
        ("loans", "simpan_pinjam", "smallest"), "never-met",
    ),
    "a tier that all teams together never reach": (
        (("tingkat_harga: {4: 960, 8: 920}", "tingkat_harga: {4: 960, 13: 920}"),),
        (*POOLED, "tiers", "13"), "too-few-members",
    ),
    "a vote before anybody can be a member": (
        ((" koperasi: 1,", " koperasi: 2,"), ("    margin: {jenis: margin, pada_minggu: 1",
          "    margin: {jenis: margin, pada_minggu: 2"), NOT_IN_THE_COOPERATIVE),
        ("cooperative", "ballots", "pintu", "week"), "too-few-members",
    ),
    "an arisan that closes before one may join": (
        (("      arisan: true\n", ""),), ("arisan", "first_week"), "never-met",
    ),
    "a joint promotion that all cash would not half fill": (
        (("separuh: 100000", "separuh: 1100000"),),
        ("cooperative", "promotion", "half"), "too-few-members",
    ),
    "quality to decide where there is one grade": (
        (("      besar: {nama: Porsi besar, resep: 1200, nilai_mutu: 500}\n", ""),),
        ("rules", "unlocked", "quality"), "idle-decision",
    ),
    "helpers to decide where there can be none": (
        (("mutu: 2,", "mutu: 2, pembantu: 1,"), ("  kelipatan_harga: 500",
          "  kelipatan_harga: 500\n  pembantu_paling_banyak: 0"), ("      pembantu: 1\n", "")),
        ("rules", "unlocked", "staff"), "idle-decision",
    ),
    "hours to decide where they are as long as may be": (
        (("mutu: 2,", "mutu: 2, jam: 2,"), ("paling_pagi: 05:00", "paling_pagi: 06:00"),
         ("paling_malam: 11:00", "paling_malam: 10:00")),
        ("rules", "unlocked", "hours"), "idle-decision",
    ),
    "grades that nobody may ever choose": (
        ((" mutu: 2,", ""),),
        ("products", "uduk", "grades"), "closed-decision",
    ),
    "programmes that nobody may ever enter": (
        (("    program: 1, pesanan_besar: 1,", "    pesanan_besar: 1,"),
         ("      program: [nib]\n", "")),
        ("programmes",), "closed-decision",
    ),
    "loans that nobody may ever take": (
        ((" pinjaman: 1,", ""), ("      pinjam: {keliling: 100000}\n", "")),
        ("loans",), "closed-decision",
    ),
    "an arisan that nobody may join": (
        ((", rumah_tangga: 3}", "}"), ("      arisan: true\n", "")),
        ("arisan",), "closed-decision",
    ),
    "an objective without a measure": (
        ((TEACHES, "melatih: [{id: Menentukan harga, ukuran: penetapan_harga}, Lainnya]"),),
        ("teaches", 1), "no-measure",
    ),
    "an objective whose measure nothing moves": (
        ((TEACHES, TEACHES.replace("penetapan_harga", "produksi")), ("produksi: 1, ", "")),
        ("teaches", 0, "measure"), "idle-measure",
    ),
}  # fmt: skip


@pytest.mark.parametrize("mistake", BROKEN)
def test_one_mistake_gives_one_warning_at_its_place(mistake: str) -> None:
    changes, loc, code = BROKEN[mistake]
    assert codes(*changes) == [(loc, code)]


MENDED: dict[str, tuple[Change, ...]] = {
    "an event on the last day": ((WHEN, "kapan: {dari: 2027-01-31}"),),
    "an event on the first day": ((WHEN, "kapan: {sampai: 2027-01-04}"),),
    "one of several weeks within the game": ((WHEN, "kapan: {minggu: [4, 5]}"),),
    "a night of the fast within its season": (
        ("pihak:\n", NIGHTS.replace("hari: [6]", "dari: 2027-01-25")),
    ),
    "a night of the fast in its year": (
        ("pihak:\n", NIGHTS), ("mulai: 2027-01-04", "mulai: 2027-02-08"),
        (WHEN, "kapan: {dari: 2027-02-08}"),
    ),
    "a season in a year of which nothing is known": (
        ("pihak:\n", NIGHTS), ("mulai: 2027-01-04", "mulai: 2041-01-07"),
        (WHEN, "kapan: {dari: 2041-01-08}"),
    ),
    "a grant that can just be saved for": (
        (HIBAH, HIBAH + ", selesai_minggu: 0, syarat: {anggota: true, minggu_menabung: 3}"),
    ),
    "savings that can just be had": (
        (HIBAH, HIBAH + ", selesai_minggu: 0, syarat: {simpanan: 160000}"),
    ),
    "a grant that is paid in the last week": ((HIBAH, HIBAH + ", selesai_minggu: 3"),),
    "a tier that doubling would reach": (
        ("tingkat_harga: {4: 960, 8: 920}", "tingkat_harga: {4: 960, 12: 920}"),
    ),
    "a promotion that all cash half fills": (("separuh: 100000", "separuh: 1000000"),),
    "membership from the start, of which nothing is decided": ((" koperasi: 1,", ""),
        ("        setor_sukarela: 10000\n", ""),
        ("        suara: {margin: kecil, pintu: siapa_saja}\n", "")),
    "an objective that the cooperative moves": (
        (TEACHES, TEACHES.replace("penetapan_harga", "kerja_sama")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("mend", MENDED)
def test_what_is_mended_gives_no_warning(mend: str) -> None:
    assert codes(*MENDED[mend]) == []


def test_what_waits_for_an_impossible_programme_is_not_told_of_again() -> None:
    late = ("keterangan: Nomor induk berusaha.", "keterangan: Nomor., minggu: [4]")
    found = codes(late, ("      program: [nib]\n", ""))
    assert found == [(("programmes", "nib", "lead_weeks"), "never-met")]


# -- lenders -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("every", "instalments", "rate", "per", "week"),
    [
        ("day", 30, 20_000, "term", 280_000),  # 40,000 a day on a million: Bank keliling
        ("week", 10, 1_000, "week", 110_000),
        ("month", 12, 6_000, "year", 20_595),  # 88,265 in 30 days
    ],
)
def test_a_week_of_instalments(
    every: str, instalments: int, rate: int, per: str, week: int
) -> None:
    loan = Loan.model_validate(
        {
            "name": "KUR", "by": "bank", "advertised": "Murah", "smallest": 1_000_000,
            "largest": 1_000_000, "instalments": instalments, "every": every,
            "interest": {"rate": rate, "per": per, "method": "flat"},
        }
    )  # fmt: skip
    assert weekly_instalment(loan, 1_000_000) == week


# -- questions and objectives without their part --------------------------------------------------


ALONE = without("koperasi", without("koperasi", without("simpan_pinjam")))
NO_COOPERATIVE: tuple[Change, ...] = ((" koperasi: 1,", ""),)


def test_without_a_cooperative_nothing_shows_or_moves_pooling() -> None:
    asks = "pertanyaan_refleksi: [{id: Hemat berapa?, contoh: patungan}]\n"
    changes = (
        *NO_COOPERATIVE,
        (ASKS, asks + ASKS),
        (TEACHES, TEACHES.replace("penetapan_harga", "kerja_sama")),
    )
    assert codes(*NO_COOPERATIVE, text=ALONE) == []
    assert codes(*changes, text=ALONE) == [
        (("teaches", 0, "measure"), "idle-measure"),
        (("debrief", 0, "shows"), "idle-question"),
    ]


def test_without_a_family_nothing_shows_or_moves_the_household() -> None:
    asks = "pertanyaan_refleksi: [{id: Cukupkah?, contoh: rumah_tangga}]\n"
    changes = (
        ("    rumah_tangga: {kebutuhan_seminggu: 300000, kas: 50000}\n", ""),
        ("arisan: {iuran: 20000, minggu_pertama: 1}\n", ""),
        ("      arisan: true\n", ""),
        (ASKS, asks + ASKS),
        (TEACHES, TEACHES.replace("penetapan_harga", "rumah_tangga")),
    )
    assert codes(*changes) == [
        (("rules", "unlocked", "household"), "idle-decision"),
        (("teaches", 0, "measure"), "idle-measure"),
        (("debrief", 0, "shows"), "idle-question"),
    ]


# -- the fasting month --------------------------------------------------------------------------


def test_every_fast_lasts_29_or_30_days_and_comes_10_to_12_days_earlier_each_year() -> None:
    assert {(feast - fast).days for fast, feast in RAMADAN} <= {29, 30}
    gaps = {(later[0] - earlier[0]).days for earlier, later in pairwise(RAMADAN)}
    assert gaps <= set(range(353, 357))


@pytest.mark.parametrize("year", range(2024, 2036))
def test_every_year_of_the_table_has_a_fast(year: int) -> None:
    assert any(fast.year == year for fast, _feast in RAMADAN)


def test_the_season_is_two_weeks_longer_on_both_sides() -> None:
    fast, feast = date(2027, 2, 8), date(2027, 3, 10)
    assert nearest(date(2027, 6, 1)) == (fast, feast)
    days = [date(2027, 1, 24), date(2027, 1, 25), date(2027, 3, 24), date(2027, 3, 25)]
    assert [in_season(day) for day in days] == [False, True, True, False]


# -- texts --------------------------------------------------------------------------------------


TWO_LANGUAGES: tuple[Change, ...] = (
    ("judul: Satu lapak", "judul: {id: Satu lapak, en: One stall}"),
    ("keterangan: Nasi uduk di Klender.", "keterangan: {id: Nasi uduk., en: Coconut rice.}"),
    ("kabar: Harga beras naik.", "kabar: {id: Beras naik 3 persen., en: Rice up 3 per cent.}"),
    ("kabar: Tanggal muda.", "kabar: {id: Gajian., en: Payday.}"),
    ("kabar: Air naik.", "kabar: {id: Air naik., en: Flood.}"),
    ("kabar: Petugas datang.", "kabar: {id: Petugas datang., en: Inspectors come.}"),
    ("kabar: Nasi uduk untuk arisan.", "kabar: {id: 'Rp 12.500, 0,5 kg', en: 'Rp 12,500, 0.5 kg'}"),
    ("pertanyaan: Margin?", "pertanyaan: {id: Margin?, en: Margin?}"),
    ("pertanyaan: Pembagian SHU?", "pertanyaan: {id: Pembagian SHU?, en: The surplus?}"),
    ("pertanyaan: Siapa boleh masuk?", "pertanyaan: {id: Siapa?, en: Who?}"),
    ("pertanyaan: Boleh membuat kue yang sama?", "pertanyaan: {id: Dua sama?, en: 2 alike?}"),
    ("iklan: 6 % setahun", "iklan: {id: '6 % setahun', en: 6 % a year}"),
    ("iklan: Cair sekarang", "iklan: {id: Cair, en: At once}"),
    ("iklan: 1 % sebulan", "iklan: {id: '1 % sebulan', en: 1 % a month}"),
)  # fmt: skip


def test_where_most_texts_have_both_languages_the_others_lack_one() -> None:
    found = codes(*TWO_LANGUAGES)
    assert {code for _loc, code in found} == {"one-language"}
    places = {loc for loc, _code in found}
    assert ("stakeholders", "bank", "description") in places
    assert ("title",) not in places
    assert ("teams", "melati", "name") not in places  # names may be bare


def test_where_most_texts_have_one_language_none_is_missing() -> None:
    assert codes(*TWO_LANGUAGES[:2]) == []


@pytest.mark.parametrize(
    ("indonesian", "english", "said"),
    [
        ("Naik 20 persen", "Up 30 per cent", "`20`"),
        ("Naik", "Up by Rp 1,000", "`1,000`"),
        ("Tim {tim} menang", "Team {team} wins", "`{team}`"),
        ("Rp 12.500 sebungkus", "Rp 1,250 a pack", "`12.500`"),
        ("0,7 kg", "7 kg", "`0,7`"),
    ],
)
def test_languages_that_give_other_figures(indonesian: str, english: str, said: str) -> None:
    text = f"judul: {{id: '{indonesian}', en: '{english}'}}"
    ((loc, code, message),) = warnings(("judul: Satu lapak", text))
    assert (loc, code) == (("title",), "languages-differ")
    assert said in message


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        ("Rp 12.500", "Rp 12,500"),
        ("0,7 kg pukul 06:30", "0.7 kg at 06:30"),
        ("dua belas porsi", "12 portions"),
        ("pukul 06.00-10.30", "from 6:00 to 10:30"),
        ("pukul 06.00", "at 6 in the morning"),
        ("3 orang, minggu kelima", "three people, week 5"),
        ("Selamat datang, {tim}", "Welcome, {tim}"),
    ],
)
def test_languages_that_give_the_same_figures(indonesian: str, english: str) -> None:
    text = f"judul: {{id: '{indonesian}', en: '{english}'}}"
    assert codes(("judul: Satu lapak", text)) == []


def test_one_language_alone_is_named() -> None:
    changes = (*TWO_LANGUAGES, ("judul: {id: Satu lapak, en: One stall}", "judul: {en: One stall}"))
    told = {loc: message for loc, _code, message in warnings(*changes)}
    assert "`id:`" in told["title",]
    assert "`en:`" in told["stakeholders", "bank", "description"]


def test_every_warning_is_explained_and_every_explanation_is_of_a_warning() -> None:
    told = {code for _changes, _loc, code in [*BROKEN.values(), *OF_GOODS.values()]}
    assert {code.word for code in ADVICE} == told | {
        "idle-question", "one-language", "languages-differ",
    }  # fmt: skip
    assert {code.level for code in ADVICE} == {"warning"}
