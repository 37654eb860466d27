"""Lenders, programmes, buyers, arisan and cooperative that make no sense are refused in place."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lapak import LAPAK, assert_told, place_of, problems, spoilt, with_lontong, without

from simpasar.scenario.lint_community import circles

NIB = "nib: {nama: NIB, oleh: kelurahan,"

UNHURRIED = spoilt("      program: [nib]\n      pesanan_besar: [arisan_rt]\n", "")
"""The scenario whose team enters into nothing in its start sheet."""

MORE_EQUIPMENT = spoilt(
    "  kompor: {nama", "  oven: {nama: Oven, harga: 1, umur_minggu: 1}\n  kompor: {nama"
)
MORE_INGREDIENTS = spoilt(
    "  beras: {nama", "  gula: {nama: Gula, satuan: g, tahan_hari: 9}\n  beras: {nama"
)
MORE_PRODUCTS = with_lontong(UNHURRIED)
FIVE_DAYS = spoilt("minggu: 4\n", "minggu: 4\nhari_pasar: 5\n")
ONE_MORE_VOTE = """\
    lagi:
      jenis: produk_sendiri
      pada_minggu: 2
      pertanyaan: Sekali lagi?
      pilihan: {ya: true, jangan: false}
    kue:
"""


def lonely() -> str:
    """The scenario without a cooperative, and without what needs one."""
    text = without("pinjam", without("simpan_pinjam"))
    text = without("koperasi", without("koperasi", text))
    return spoilt(" koperasi: 1,", "", text)


def bare() -> str:
    """The scenario without a neighbourhood."""
    text = LAPAK
    for part in ("pemeriksaan", "pihak", "pinjaman", "program", "pesanan_besar", "arisan"):
        text = without(part, text)
    for part in ("koperasi", "program", "pesanan_besar", "arisan", "pinjam", "lunasi", "koperasi"):
        text = without(part, text)
    return spoilt("program: 1, pesanan_besar: 1, pinjaman: 1, koperasi: 1, ", "", text)


UNKNOWN = [
    # the text, the mark at the place, what is said
    (spoilt("oleh: bank", "oleh: bnk"), "bnk", "Did you mean `bank`?"),
    (spoilt(NIB, "nib: {nama: NIB, oleh: lurh,"), "lurh,", "`lurh` does not exist."),
    (spoilt("oleh: pembeli", "oleh: pembli"), "pembli", "Did you mean `pembeli`?"),
    (spoilt("program: [nib], t", "program: [nibb], t"), "nibb", "Did you mean `nib`?"),
    (spoilt("{program: [nib]}", "{program: [nib, pirt]}"), "pirt", "`pirt` does not exist."),
    (
        spoilt("kuota: 1\n", "kuota: 1\n    syarat: {program: [nibb]}\n", UNHURRIED),
        "nibb",
        "Did you mean `nib`?",
    ),
    (spoilt("        - uduk", "        - udk"), "udk\n", "Did you mean `uduk`?"),
    (spoilt("lapak: {gajian", "lapak: {gajan"), "gajan:", "Did you mean `gajian`?"),
    (spoilt("pesanan: uduk", "pesanan: udk"), "udk\n", "Did you mean `uduk`?"),
    (
        spoilt("      beras: {isi: 5", "      bers: {isi: 5", without("janji_belanja")),
        "bers:",
        "Did you mean `beras`?",
    ),
    (spoilt("kebutuhan: sarapan, t", "kebutuhan: sarapn, t"), "sarapn", "mean `sarapan`?"),
    (
        spoilt("    kompor: {jumlah", "    komor: {jumlah", without("jam_sewa")),
        "komor:",
        "Did you mean `kompor`?",
    ),
    (spoilt("izin: [nib]", "izin: [nib, slhs]"), "slhs", "`slhs` does not exist."),
    (spoilt("      - klender", "      - klendr"), "klendr", "Did you mean `klender`?"),
    (spoilt("      - uduk\n    d", "      - udk\n    d"), "udk\n", "Did you mean `uduk`?"),
]
SENSELESS = [
    # the text, the mark at the place, code, what is said
    (
        spoilt(NIB, f"{NIB} syarat: {{program: [nib]}},", UNHURRIED),
        "nib]}, jenis", "circle", "`nib` waits for itself, so it can never be finished.",
    ),
    (
        spoilt(NIB, f"{NIB} syarat: {{program: [dapur_hemat]}},", UNHURRIED),
        "nib]}\n    keterampilan", "circle", "`dapur_hemat`, `nib` wait for each other",
    ),
    (
        spoilt("kelipatan: 100000", "kelipatan: 7000000"),
        "7000000", "loan-step", "No multiple of 7000000 lies between 500000 and 5000000.",
    ),
    (
        spoilt("minggu: [1, 2]", "minggu: [1, 5]"),
        "5]", "after-the-end", "This is in week 5, but the game ends after week 4.",
    ),
    (
        spoilt("minggu_serah: 2", "minggu_serah: 5"),
        "5\n    hari_serah", "after-the-end", "This is in week 5",
    ),
    (
        spoilt("minggu_serah: 2", "minggu_serah: 1"),
        "2]\n    minggu_serah", "too-late", "Week 2 is too late to accept this",
    ),
    (
        spoilt("minggu_pertama: 1", "minggu_pertama: 5"),
        "5}\nkoperasi", "after-the-end", "This is in week 5",
    ),
    (
        spoilt("2\n      pertanyaan: Boleh", "9\n      pertanyaan: Boleh"),
        "9\n      pertanyaan", "after-the-end", "This is in week 9",
    ),
    (
        spoilt("    kue:\n", ONE_MORE_VOTE),
        "2\n      pertanyaan: Sekali", "same-vote", "`kue` is a vote of the same kind",
    ),
    (
        spoilt("hari_serah: 5", "hari_serah: 6", FIVE_DAYS),
        "6\n    jam_antar", "no-market-day", "This is on day 6, but a week has 5 market days.",
    ),
    (
        spoilt("hari_antar: 1", "hari_antar: 7", FIVE_DAYS),
        "7\n    jam_antar", "no-market-day", "This is on day 7",
    ),
    (
        spoilt("cara_buat: per_adonan", "cara_buat: sesuai_pesanan"),
        "uduk\n    jumlah: 20", "to-order", "`uduk` is made at the sale",
    ),
    (
        spoilt("produk_pesanan: uduk", "produk_pesanan: lontong", MORE_PRODUCTS),
        "lontong\n    jumlah", "nobody-makes", "No team makes `lontong`.",
    ),
    (
        spoilt("    kompor: {j", "    oven: {jumlah_alat: 1}\n    kompor: {j", MORE_EQUIPMENT),
        "oven: {jumlah", "unused", "No team makes anything with `oven`",
    ),
    (
        spoilt("      beras: {isi: 5", "      gula: {isi: 1, harga: 9}\n      beras: {isi: 5",
               MORE_INGREDIENTS),
        "gula: {isi: 1, harga: 9", "unused", "No team makes anything with `gula`",
    ),
    (
        without("rumah_tangga", spoilt("      arisan: true\n", "")),
        "arisan: {iuran", "no-household", "No team has a household",
    ),
]  # fmt: skip
MISTAKES = [
    *((text, mark, "unknown-name", said) for text, mark, said in UNKNOWN),
    *SENSELESS,
]


@pytest.mark.parametrize(
    ("text", "mark", "code", "said"),
    MISTAKES,
    ids=[f"{code} {mark[:20]}" for _text, mark, code, _said in MISTAKES],
)
def test_one_mistake_in_the_neighbourhood_gives_one_message_at_its_place(
    text: str, mark: str, code: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_told(text, mark, code, said, monkeypatch)


@pytest.mark.parametrize("text", [UNHURRIED, MORE_PRODUCTS, FIVE_DAYS, lonely(), bare()])
def test_what_the_mistakes_are_made_in_is_right(text: str) -> None:
    assert problems(text) == ()


# -- what needs a cooperative ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "mark", "key"),
    [
        ("tanpa_tunggakan", "anggota: true, tanpa_tunggakan", "true, tanpa", "anggota"),
        ("tanpa_tunggakan", "simpanan: 7, tanpa_tunggakan", "7, tanpa", "simpanan"),
        ("tanpa_tunggakan", "minggu_menabung: 7, tanpa_tunggakan", "7, tanpa", "minggu_menabung"),
        ("syarat: {program: [nib]}", "syarat: {anggota: true}", "true}\n    ket", "anggota"),
        ("jam_tagih: 17:00", "dari_simpanan: true", "true\nprogram", "dari_simpanan"),
        ("jam_tagih: 17:00", "kali_simpanan: 3", "3\nprogram", "kali_simpanan"),
    ],
    ids=lambda text: text[:24],
)
def test_what_a_cooperative_gives_cannot_be_asked_for_without_one(
    old: str, new: str, mark: str, key: str
) -> None:
    text = spoilt(old, new, lonely())
    (problem,) = problems(text)
    assert problem.code == "no-cooperative"
    assert problem.message.startswith(f"`{key}` needs a cooperative, and there is no `koperasi`")
    assert problem.place == place_of(mark, text)


def test_a_big_order_for_members_only_needs_a_cooperative() -> None:
    text = spoilt("      pesanan_besar: [arisan_rt]\n", "", lonely())
    text = spoilt("kuota: 1\n", "kuota: 1\n    syarat: {anggota: true}\n", text)
    assert [problem.code for problem in problems(text)] == ["no-cooperative"]


def test_a_requirement_of_nothing_needs_no_cooperative() -> None:
    nothing = "anggota: false, simpanan: 0, minggu_menabung: 0, tanpa_tunggakan"
    text = spoilt("tanpa_tunggakan", nothing, lonely())
    assert problems(spoilt("jam_tagih: 17:00", "dari_simpanan: false", text)) == ()


def test_a_cooperative_may_be_one_of_savings_alone() -> None:
    text = without("belanja_bersama", without("pemungutan_suara", without("janji_belanja")))
    assert problems(without("suara", text)) == ()


# -- decisions about nothing ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("group", "part"),
    [
        ("program", "program"),
        ("pesanan_besar", "pesanan_besar"),
        ("pinjaman", "pinjaman"),
        ("koperasi", "koperasi"),
    ],
)
def test_a_group_of_decisions_is_not_unlocked_where_there_is_nothing_to_decide(
    group: str, part: str
) -> None:
    text = spoilt("rumah_tangga: 3}", f"{group}: 2, rumah_tangga: 3}}", bare())
    (problem,) = problems(text)
    assert problem.code == "nothing-to-decide"
    assert problem.message == f"`{group}` is unlocked, but there is no `{part}` in this scenario."
    assert problem.place == place_of("2, rumah", text)


def test_what_there_is_may_stay_locked() -> None:
    """A team that is a member from the start joins, though it may not decide to."""
    text = spoilt("program: 1, pesanan_besar: 1, pinjaman: 1, koperasi: 1, ", "")
    once = ("program: [nib]", "pesanan_besar: [arisan_rt]", "pinjam: {keliling: 100000}")
    for line in (*once, "  setor_sukarela: 10000", "  suara: {margin: kecil, pintu: siapa_saja}"):
        text = spoilt(f"      {line}\n", "", text)
    assert "anggota: true" in text
    assert problems(text) == ()


# -- equipment of one's own, or shared ------------------------------------------------------


def test_a_team_may_make_what_it_makes_with_shared_equipment() -> None:
    poor = spoilt("peralatan: {kompor: 1}", "peralatan: {kompor: 0}")
    assert problems(poor) == ()
    alone = without(
        "jam_sewa", spoilt("    kompor: {jumlah_alat: 1, sewa_per_jam: 5000}\n", "", poor)
    )
    alone = spoilt("  peralatan:\n  pemungutan", "  pemungutan", alone)
    (problem,) = problems(alone)
    assert problem.code == "no-equipment"
    assert problem.message == "`uduk` needs `kompor`, which this team does not own."
    assert problem.place == place_of("uduk]", alone)


# -- circles --------------------------------------------------------------------------------


@given(
    st.dictionaries(
        st.sampled_from("abcdefgh"), st.lists(st.sampled_from("abcdefgh"), max_size=3), max_size=8
    )
)
def test_a_circle_is_found_exactly_where_names_wait_for_ever(graph: dict[str, list[str]]) -> None:
    waits = {name: [other for other in others if other in graph] for name, others in graph.items()}
    done: set[str] = set()
    while more := {name for name in waits if name not in done and done >= set(waits[name])}:
        done |= more
    found = list(circles(waits))
    assert bool(found) == (len(done) < len(waits))
    for circle in found:
        following = [*circle[1:], circle[0]]
        assert all(b in waits[a] for a, b in zip(circle, following, strict=True))
    names = [name for circle in found for name in circle]
    assert len(names) == len(set(names))


def test_a_long_circle_is_told_in_brief_and_soon() -> None:
    many = 3_000
    rows = "".join(
        f"  p{i}: {{nama: P, oleh: bank, jenis: izin, keterangan: P,"
        f" syarat: {{program: [p{(i + 1) % many}]}}}}\n"
        for i in range(many)
    )
    begun = time.perf_counter()
    (problem,) = problems(spoilt("program:\n", f"program:\n{rows}"))
    assert time.perf_counter() - begun < 20
    assert problem.code == "circle"
    assert "`, ... wait for each other" in problem.message
