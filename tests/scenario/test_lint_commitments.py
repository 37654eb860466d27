"""A start sheet's dealings are refused where the team could not hand them in for the first week."""

from __future__ import annotations

import pytest
from lapak import LAPAK, assert_told, problems, spoilt, with_lontong, without

from simpasar.firm.checks import verify_sheet
from simpasar.firm.legality import GROUP_FIELDS
from simpasar.firm.sheet import DecisionSheet
from simpasar.scenario import lint, lint_commitments
from simpasar.scenario.loader import load_text

PROGRAMMES = "program: [nib]\n"
CONTRACTS = "pesanan_besar: [arisan_rt]\n"
BORROW = "pinjam: {keliling: 100000}\n"
MEMBER = "        anggota: true\n"
PLEDGES = "janji_belanja: {beras: 1}"
HIRE = "jam_sewa: {kompor: 2}"
VOTES = "suara: {margin: kecil, pintu: siapa_saja}"

SECOND_SEAT = "  mawar:\n" + LAPAK[LAPAK.index("    nama: Melati") : LAPAK.index("pasar:\n  bobot")]
TWO_TEAMS = spoilt("pasar:\n  bobot", f"{SECOND_SEAT}pasar:\n  bobot")
NO_TENT = spoilt("  promosi: {untuk_kebutuhan: sarapan, tambah_ramai: 300, separuh: 100000}\n", "")
LONTONG_SELLER = SECOND_SEAT.replace("uduk: 12000", "lontong: 3000").replace(
    "adonan: {uduk", "adonan: {lontong"
).replace("mutu: {uduk", "mutu: {lontong").replace("produk: [uduk]", "produk: [lontong]").replace(
    "beras: pasar, kelapa: pasar", "beras: pasar"
).replace(f"      {CONTRACTS}", "")  # fmt: skip

UNKNOWN = [
    # the text, the mark at the place, what is said
    (spoilt(PROGRAMMES, "program: [nbi]\n"), "nbi", "Did you mean `nib`?"),
    (spoilt(CONTRACTS, "pesanan_besar: [arisan]\n"), "arisan]", "Did you mean `arisan_rt`?"),
    (spoilt(BORROW, "pinjam: {kelling: 100000}\n"), "kelling", "Did you mean `keliling`?"),
    (spoilt("lunasi: []", "lunasi: [krr]"), "krr", "Did you mean `kur`?"),
    (spoilt(PLEDGES, "janji_belanja: {bers: 1}"), "bers:", "Did you mean `beras`?"),
    (spoilt(HIRE, "jam_sewa: {kompr: 2}"), "kompr:", "Did you mean `kompor`?"),
    (spoilt(VOTES, "suara: {marjin: kecil}"), "marjin", "Did you mean `margin`?"),
    (spoilt(VOTES, "suara: {margin: kecl}"), "kecl", "Did you mean `kecil`?"),
    (spoilt("terima: {}", "terima: {mwar: true}"), "mwar", "Known are: melati."),
]
TOO_EARLY = [
    # a group of decisions, what the sheet does once, the mark at its place
    ("program", PROGRAMMES, "program: [nib]\n"),
    ("pesanan_besar", CONTRACTS, "pesanan_besar: [arisan_rt]"),
    ("pinjaman", BORROW, "pinjam: {"),
    ("koperasi", "  setor_sukarela: 10000\n", "10000\n        tarik"),
    ("koperasi", f"  {VOTES}\n", "suara: {"),
]
IMPOSSIBLE = [
    # the text, the mark at the place, code, what is said
    (
        spoilt(PROGRAMMES, "program: [nib, nib]\n"),
        "nib]\n      pesanan", "twice", "`nib` is named twice: once is enough.",
    ),
    (
        spoilt(CONTRACTS, "pesanan_besar: [arisan_rt, arisan_rt]\n"),
        "arisan_rt]\n", "twice", "`arisan_rt` is named twice",
    ),
    (
        spoilt(PROGRAMMES, "program: [dapur_hemat]\n"),
        "dapur_hemat]", "requirement", "Nobody meets the requirements of `dapur_hemat`",
    ),
    (
        spoilt("minggu: [1, 2]\n    minggu_serah", "minggu: [2]\n    minggu_serah"),
        "arisan_rt]", "not-now", "`arisan_rt` cannot be entered in the first week",
    ),
    (
        spoilt("minggu: [1, 2]", "minggu: [2]", spoilt(PROGRAMMES, "program: [bazar]\n")),
        "bazar]", "not-now", "`bazar` cannot be entered in the first week",
    ),
    (
        spoilt("produk_pesanan: uduk", "produk_pesanan: lontong",
               spoilt("pasar:\n  bobot", f"{LONTONG_SELLER}pasar:\n  bobot", with_lontong())),
        "arisan_rt]", "not-made", "`arisan_rt` asks for `lontong`, which this team does not make.",
    ),
    (
        spoilt(BORROW, "pinjam: {keliling: 50000}\n"),
        "50000}\n      lunasi", "loan-amount",
        "`keliling` lends from Rp 100.000 to Rp 1.000.000, in steps of Rp 100.000.",
    ),
    (
        spoilt(BORROW, "pinjam: {keliling: 150000}\n"),
        "150000}\n      lunasi", "loan-amount", "in steps of Rp 100.000",
    ),
    (
        spoilt(BORROW, "pinjam: {kur: 500000}\n"),
        "500000}\n      lunasi", "requirement", "Nobody meets the requirements of `kur`",
    ),
    (
        spoilt(BORROW, "pinjam: {simpan_pinjam: 100000}\n"),
        "100000}\n      lunasi", "requirement", "requirements of `simpan_pinjam`",
    ),
    (
        spoilt("lunasi: []", "lunasi: [kur]"),
        "kur]", "no-debt", "Nothing is owed yet when the game begins",
    ),
    (
        without("arisan"),
        "true\n      program", "no-arisan", "There is no arisan in this scenario.",
    ),
    (
        spoilt("    rumah_tangga: {kebutuhan_seminggu: 300000, kas: 50000}\n", "", TWO_TEAMS),
        "true\n      program", "no-household", "This team has no household",
    ),
    (
        spoilt(MEMBER, ""),
        "koperasi:\n        setor", "not-a-member", "write `anggota: true` here",
    ),
    (
        spoilt(PLEDGES, "janji_belanja: {kelapa: 1}"),
        "kelapa: 1}\n        promosi", "not-offered", "The cooperative does not have `kelapa`",
    ),
    (
        spoilt("peralatan:\n  kompor: {nama",
               "peralatan:\n  oven: {nama: Oven, harga: 9, umur_minggu: 1}\n  kompor: {nama",
               spoilt(HIRE, "jam_sewa: {oven: 2}")),
        "oven: 2", "not-offered", "The cooperative does not have `oven`",
    ),
    (
        NO_TENT,
        "5000\n        jam_sewa", "not-offered", "The cooperative has no joint promotion",
    ),
    (
        spoilt("tarik_sukarela: 0", "tarik_sukarela: 5"),
        "5\n        janji", "no-savings", "There are no savings yet",
    ),
    (
        spoilt("terima: {}", "terima: {mawar: true}", TWO_TEAMS),
        "mawar: true", "no-applicant", "Nobody has asked to join",
    ),
    (
        spoilt(VOTES, "suara: {kue: boleh}"),
        "kue: boleh", "not-now", "The vote on `kue` is in week 2",
    ),
    (
        spoilt("      program: [nib]", "      program: [nib, bazar]",
               spoilt("jenis: bazar", "biaya: 2000000\n    jenis: bazar")),
        "program: [nib, bazar]", "no-cash", "cost Rp 2.120.000; there is Rp 1.095.000.",
    ),
    (
        spoilt("simpanan_pokok: 100000", "simpanan_pokok: 1080000"),
        "true\n        setor", "no-cash", "cost Rp 1.100.000; there is Rp 1.095.000.",
    ),
    (
        spoilt("setor_sukarela: 10000", "setor_sukarela: 990000"),
        "990000", "no-cash", "cost Rp 1.100.000; there is Rp 1.095.000.",
    ),
    (
        spoilt("promosi: 5000", "promosi: 985000"),
        "985000", "no-cash", "cost Rp 1.100.000; there is Rp 1.095.000.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "mark", "said"), UNKNOWN, ids=[mark[:20] for _text, mark, _said in UNKNOWN]
)
def test_a_name_that_the_scenario_does_not_have_is_refused(
    text: str, mark: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_told(text, mark, "unknown-name", said, monkeypatch)


@pytest.mark.parametrize(
    ("text", "mark", "code", "said"),
    IMPOSSIBLE,
    ids=[f"{code} {mark[:20]}" for _text, mark, code, _said in IMPOSSIBLE],
)
def test_what_is_impossible_in_the_first_week_is_refused(
    text: str, mark: str, code: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_told(text, mark, code, said, monkeypatch)


@pytest.mark.parametrize(
    ("group", "kept", "mark"), TOO_EARLY, ids=[k[:20] for _, k, _ in TOO_EARLY]
)
@pytest.mark.parametrize("unlocked", ["", "2"])
def test_what_is_done_once_is_not_done_while_it_is_locked(
    group: str, kept: str, mark: str, unlocked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = [line for _group, line, _mark in TOO_EARLY]
    text = LAPAK
    for line in once:
        if line != kept:
            text = spoilt(f"      {line}", "", text)
    opened = "program: 1, pesanan_besar: 1, pinjaman: 1, koperasi: 1, "
    text = spoilt(opened, f"{group}: {unlocked}, " if unlocked else "", text)
    said = f"This is done in the first week, when `{group}` is locked: leave it out."
    assert_told(text, mark, "locked", said, monkeypatch)


def test_nothing_is_done_in_a_cooperative_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = without("koperasi", without("simpan_pinjam"))
    text = spoilt(" koperasi: 1,", "", spoilt(f"        {VOTES}\n", "", text))
    text = spoilt("        setor_sukarela: 10000\n", "", text)
    said = "There is no `koperasi` in this scenario: leave it out."
    assert_told(text, "koperasi:\n        anggota", "no-cooperative", said, monkeypatch)


@pytest.mark.parametrize("wanted", ["anggota: true", "simpanan: 5", "minggu_menabung: 1"])
def test_a_newcomer_meets_no_requirement_of_the_cooperative(
    wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = spoilt("oleh: kelurahan, jenis", f"oleh: kelurahan, syarat: {{{wanted}}}, jenis")
    assert_told(text, "nib]\n      pesanan", "requirement", "requirements of `nib`", monkeypatch)


def test_a_newcomer_owes_nothing() -> None:
    wanted = "oleh: kelurahan, syarat: {tanpa_tunggakan: true}, jenis"
    assert problems(spoilt("oleh: kelurahan, jenis", wanted)) == ()


@pytest.mark.parametrize("savings", ["kali_simpanan: 2", "dari_simpanan: true"])
def test_a_newcomer_has_no_savings_to_borrow_on(
    savings: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = spoilt("jam_tagih: 17:00", savings)
    mark = "100000}\n      lunasi"
    assert_told(text, mark, "requirement", "requirements of `keliling`", monkeypatch)


def test_what_the_cooperative_may_lend_is_no_cash_yet() -> None:
    text = spoilt(BORROW, "pinjam: {simpan_pinjam: 100000}\n")
    assert [problem.code for problem in problems(text)] == ["requirement"]
    text = spoilt("simpanan_pokok: 100000", "simpanan_pokok: 1000000", text)
    assert {problem.code for problem in problems(text)} == {"requirement", "no-cash"}


def test_borrowed_money_pays_on_the_first_monday() -> None:
    """95,000 of 100,000 borrowed come into the till, so 1,095,000 may be spent, and no more."""
    assert problems(spoilt("simpanan_pokok: 100000", "simpanan_pokok: 1075000")) == ()
    (problem,) = problems(spoilt("simpanan_pokok: 100000", "simpanan_pokok: 1075001"))
    assert problem.code == "no-cash"


def test_without_other_costs_only_promotion_and_equipment_are_named() -> None:
    text = spoilt(MEMBER, "", spoilt("pembantu: 1", "promosi: 1095001"))
    for line in (PROGRAMMES, f"  {PLEDGES}\n", f"  {HIRE}\n", f"  {VOTES}\n"):
        text = spoilt(f"      {line}", "", text)
    for line in ("setor_sukarela: 10000", "promosi: 5000"):
        text = spoilt(f"        {line}\n", "", text)
    (problem,) = problems(text)
    assert problem.message == (
        "Promotion and equipment cost Rp 1.095.001, more than the cash of Rp 1.095.000."
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [(text, code) for text, _mark, code, _said in IMPOSSIBLE if code != "no-cash"],
    ids=[f"{code} {mark[:20]}" for _text, mark, code, _said in IMPOSSIBLE if code != "no-cash"],
)
def test_nothing_is_refused_that_could_be_handed_in(
    text: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rule of the sheet itself is the oracle: what is refused here is impossible there."""
    monkeypatch.setattr(lint, "commitments", lambda *_anything: iter(()))
    scenario = load_text(text)
    impossible = []
    for seat in scenario.teams.values():
        sheet = DecisionSheet(decisions=seat.start)
        found = verify_sheet(scenario, seat, sheet, sheet, 1, seat.cash)
        impossible += [finding for finding in found if finding.level == "impossible"]
    quiet = {"no-household"}  # a wish that nothing would come of
    assert bool(impossible) != (code in quiet)


def test_the_groups_named_here_are_those_of_the_sheet() -> None:
    for group, path in lint_commitments.ONCE:
        assert path[0] in GROUP_FIELDS[group]
