"""Advice about parts, buyers, costs and stalls: each rule, and the smallest scenario against it."""

from __future__ import annotations

from pathlib import Path

import pytest
from advised import Change, codes, warnings
from lapak import FILES, LONTONG

from simpasar.scenario.advice import advice
from simpasar.scenario.library import shipped
from simpasar.scenario.loader import load
from simpasar.scenario.references import KEY, Loc

pytestmark = pytest.mark.usefixtures("english")

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def test_the_smallest_scenario_has_no_warning_in_either_vocabulary() -> None:
    for file in FILES.values():
        assert list(advice(load(file), "id")) == []


@pytest.mark.parametrize("name", shipped())
def test_what_ships_has_no_warning(name: str) -> None:
    assert list(advice(load(SCENARIOS / f"{name}.yaml"), "id")) == []


def test_a_warning_names_keys_in_the_words_of_its_file() -> None:
    change = ("melatih: [{id: Menentukan harga, ukuran: penetapan_harga}]", "melatih: [Harga]")
    ((_loc, _code, indonesian),) = warnings(change, language="id")
    ((_loc, _code, english),) = warnings(change, language="en")
    assert "`ukuran`" in indonesian
    assert "kerja_sama" in indonesian
    assert "`measure`" in english
    assert "cooperation" in english


SECOND_RICE = "  beras: {nama: Beras, satuan: g, tahan_hari: 90, naik_turun_harga: 30}\n"
PASAR = "      kelapa: {isi: 1, harga: 13000}\n"
WARUNG = "  warung: {nama: Warung, jam_antar: 13:00, barang: {beras: {isi: 1000, harga: 15000}}}\n"
ERRAND = "{hari_kerja: 300, akhir_pekan: 400, tidak_jadi_beli: -600"
SECOND_GROUP = """\
  bapak:
    nama: Bapak
    jumlah_warga: {klender: 50}
    sabar_menit: 10
    selera: {uduk: 3000}
    kebutuhan:
      sarapan: {hari_kerja: 100, akhir_pekan: 100, tidak_jadi_beli: -600, jam: {06:00: 1}}
bahan:
"""

SELLS_LONTONG: tuple[Change, ...] = (
    ("peralatan:\n  kompor: {nama", f"{LONTONG}peralatan:\n  kompor: {{nama"),
    ("produk: [uduk]", "produk: [uduk, lontong]"),
    ("harga_jual: {uduk: 12000}", "harga_jual: {uduk: 12000, lontong: 3000}"),
    ("adonan: {uduk:", "adonan: {lontong: {hari_kerja: 5, akhir_pekan: 5}, uduk:"),
    ("mutu: {uduk: biasa}", "mutu: {uduk: biasa, lontong: biasa}"),
)

BROKEN: dict[str, tuple[tuple[Change, ...], Loc, str]] = {
    "two ingredients of one name": (
        ((SECOND_RICE, SECOND_RICE + "  padi: {nama: ' BERAS ', satuan: g, tahan_hari: 90}\n"),
         ("resep: {beras: 1250, kelapa: 1}", "resep: {beras: 1250, kelapa: 1, padi: 1}"),
         (PASAR, PASAR + "      padi: {isi: 1000, harga: 14000}\n"),
         ("pemasok: {beras: pasar,", "pemasok: {padi: pasar, beras: pasar,")),
        ("ingredients", "padi", "name"), "same-name",
    ),
    "two groups of one name": (
        (("bahan:\n", SECOND_GROUP.replace("Bapak", "Ibu rumah tangga")),),
        ("segments", "ibu", "name"), "same-name",
    ),
    "an ingredient in no recipe": (
        ((SECOND_RICE, SECOND_RICE + "  gula: {nama: Gula, satuan: g, tahan_hari: 90}\n"),),
        ("ingredients", "gula", KEY), "unused-part",
    ),
    "a product that nobody sells": (
        (("peralatan:\n  kompor: {nama", f"{LONTONG}peralatan:\n  kompor: {{nama"),),
        ("products", "lontong", KEY), "unused-part",
    ),
    "equipment that makes nothing": (
        (("umur_minggu: 156}\n", "umur_minggu: 156}\n  oven: {nama: Oven, harga: 1000000, "
          "umur_minggu: 156}\n"),),
        ("equipment", "oven", KEY), "unused-part",
    ),
    "a supplier whom nobody can choose": (
        (("produk:\n", WARUNG + "produk:\n"), ("bahan: 2, mutu", "mutu")),
        ("suppliers", "warung", KEY), "unused-part",
    ),
    "a place where nobody lives": (
        (("radius: 150}\n", "radius: 150}\n  buaran: {nama: Buaran, x: 0, y: 0}\n"),),
        ("places", "buaran", KEY), "unused-part",
    ),
    "a group without people": (
        (("bahan:\n", SECOND_GROUP.replace("klender: 50", "klender: 0")),),
        ("segments", "bapak", "residents"), "unused-part",
    ),
    "a group that never goes out": (
        (("bahan:\n", SECOND_GROUP.replace("100, akhir_pekan: 100", "0, akhir_pekan: 0")),),
        ("segments", "bapak", "needs"), "unused-part",
    ),
    "a weather that never comes": (
        (("bobot: 7}", "bobot: 7}\n  kabut: {nama: Kabut, bobot: 5, bobot_bulan: {1: 0}}"),),
        ("weather", "kabut", "weight"), "unused-part",
    ),
    "a stakeholder who offers nothing": (
        (("pihak:\n", "pihak:\n  lsm: {nama: LSM, keterangan: Melatih.}\n"),),
        ("stakeholders", "lsm", KEY), "unused-part",
    ),
    "a programme that brings nothing": (
        (("  hibah: {nama", "  halal: {nama: Halal, oleh: kelurahan, jenis: izin, keterangan: A.}\n"
          "  hibah: {nama"),),
        ("programmes", "halal", KEY), "unused-part",
    ),
    "a need for which nobody goes out": (
        (*SELLS_LONTONG, ("  sarapan: {nama: Sarapan}\n",
                          "  sarapan: {nama: Sarapan}\n  lauk: {nama: Lauk}\n"),
         ("Lontong\n    untuk_kebutuhan: sarapan", "Lontong\n    untuk_kebutuhan: lauk")),
        ("needs", "lauk", KEY), "nobody-wants",
    ),
    "a product that stands in no taste": (
        SELLS_LONTONG, ("products", "lontong", KEY), "no-taste",
    ),
    "a product that nobody likes": (
        (("selera: {uduk: 3000}", "selera: {uduk: -600}"),),
        ("products", "uduk", KEY), "nobody-wants",
    ),
    "a stall open when nobody goes out": (
        (("buka: 06:00", "buka: 08:00"), ("tidak_jadi_beli: -600, jam: {06:00: 3, 7:00: 1}",
                                          "tidak_jadi_beli: -600, jam: {06:00: 3, 7:00: 1, 10:00: "
                                          "0}")),
        ("teams", "melati", "start", "opens"), "nobody-out",
    ),
    "a pack at ten times the price of another": (
        (("produk:\n", WARUNG.replace("15000", "140000") + "produk:\n"),),
        ("suppliers", "warung", "goods", "beras"), "price-slip",
    ),
    "a price ten times the cost": (
        (("hasil_adonan: 10", "hasil_adonan: 100"), ("jumlah: 20", "jumlah: 200")),
        ("products", "uduk", "reference_price"), "price-slip",
    ),
    "a cost above what anybody pays": (
        (("resep: {beras: 1250,", "resep: {beras: 19000,"),
         ("stok: {beras: 5000}", "stok: {beras: 60000}")),
        ("products", "uduk", "reference_price"), "too-dear",
    ),
    "a cost above the price": (
        (("resep: {beras: 1250,", "resep: {beras: 8000,"),
         ("stok: {beras: 5000}", "stok: {beras: 60000}")),
        ("products", "uduk", "reference_price"), "sold-at-loss",
    ),
    "a product that spoils before opening": (
        (("layani_detik: 40", "tahan_jam: 2\n    layani_detik: 40"),),
        ("products", "uduk", "shelf_life_hours"), "always-spoiled",
    ),
    "a joint purchase that spoils before the next market day": (
        (("hari_antar: 1\n    jam_antar: 02:00", "hari_antar: 5\n    jam_antar: 20:00"),
         ("minggu: 4\n", "minggu: 4\nhari_pasar: 5\n"), ("kapan: {minggu: [3], hari: [6]}",
                                                          "kapan: {minggu: [3], hari: [5]}"),
         ("satuan: g, tahan_hari: 90", "satuan: g, tahan_hari: 2")),
        ("cooperative", "purchase", "goods", "beras"), "always-spoiled",
    ),
    "a till without the first day's ingredients": (
        (("kas: 1000000\n", "kas: 60000\n"),),
        ("teams", "melati", "cash"), "dead-start",
    ),
}  # fmt: skip


@pytest.mark.parametrize("mistake", BROKEN)
def test_one_mistake_gives_one_warning_at_its_place(mistake: str) -> None:
    changes, loc, code = BROKEN[mistake]
    assert codes(*changes) == [(loc, code)]


MENDED: dict[str, tuple[Change, ...]] = {
    "a product that is tasted": (*SELLS_LONTONG, ("{uduk: 3000}", "{uduk: 3000, lontong: 2500}")),
    "a supplier that a team may choose": (("produk:\n", WARUNG + "produk:\n"),),
    "a supplier that a team has chosen": (
        ("produk:\n", WARUNG + "produk:\n"), ("bahan: 2, mutu", "mutu"),
        ("pemasok: {beras: pasar", "pemasok: {beras: warung"),
    ),
    "a place with a stall and no residents": (
        ("radius: 150}\n", "radius: 150}\n  buaran: {nama: Buaran, x: 0, y: 0}\n"),
        ("lokasi: klender", "lokasi: buaran"),
    ),
    "a group that goes out at the weekend only": (
        ("bahan:\n", SECOND_GROUP.replace("100, akhir_pekan: 100", "0, akhir_pekan: 10")),
    ),
    "a permit that only a loan asks for": (
        ("  hibah: {nama", "  halal: {nama: Halal, oleh: kelurahan, jenis: izin, keterangan: A.}\n"
         "  hibah: {nama"),
        ("syarat: {program: [nib], tanpa", "syarat: {program: [nib, halal], tanpa"),
    ),
    "a stall that closes as the last buyers come": (("tutup: 10:00", "tutup: 06:30"),),
    "a dear supplier": (("produk:\n", WARUNG.replace("15000", "135000") + "produk:\n"),),
    "a price nine times the cost": (("hasil_adonan: 10", "hasil_adonan: 24"),),
    "a product that keeps until opening": (
        ("layani_detik: 40", "tahan_jam: 3\n    layani_detik: 40"),
    ),
    "a product that rests over night": (
        ("layani_detik: 40", "tunggu_menit: 1440\n    tahan_jam: 3\n    layani_detik: 40"),
    ),
    "a till with just enough": (
        ("kas: 1000000\n", "kas: 64000\n"), ("separuh: 100000", "separuh: 64000"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("mend", MENDED)
def test_what_is_mended_gives_no_warning(mend: str) -> None:
    assert codes(*MENDED[mend]) == []


def test_the_least_cash_that_is_named_is_enough() -> None:
    ((_loc, _code, message, *mend),) = warnings(("kas: 1000000\n", "kas: 60000\n"))
    assert "`kas`" in message
    assert "Rp 64.000" in message
    assert mend == ["kas: 64000"]


def test_a_product_of_an_unwanted_need_is_not_told_of_again() -> None:
    unwanted = (
        "kebutuhan:\n      sarapan: {hari_kerja: 300",
        "kebutuhan:\n      sarapan: {hari_kerja: 0",
    )
    text = [unwanted, ("akhir_pekan: 400", "akhir_pekan: 0")]
    assert codes(*text) == [(("segments", "ibu", "needs"), "unused-part")]


def test_a_wrong_pack_price_is_not_told_of_again_as_a_wrong_cost() -> None:
    slip = ("beras: {isi: 1000, harga: 14000}", "beras: {isi: 1000, harga: 140000}")
    found = codes(slip, ("stok: {beras: 5000}", "stok: {beras: 60000}"))
    assert found == [(("suppliers", "pasar", "goods", "beras"), "price-slip")]
