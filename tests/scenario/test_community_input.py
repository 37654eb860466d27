"""Parts of the neighbourhood that cannot be read are refused in place, in the reader's language."""

from __future__ import annotations

import re

import pytest
from lapak import FILES, place_of, problems, spoilt

from simpasar import i18n
from simpasar.i18n import Language
from simpasar.scenario import community
from simpasar.scenario.parts import Part
from simpasar.scenario.vocabulary import field_word

MISTAKES: list[tuple[str, dict[Language, tuple[str, str, str]], str, dict[Language, str]]] = [
    # what is wrong; per vocabulary of the file: old, new, mark; code; per language: what is said
    (
        "interest for the term that declines",
        {
            "id": ("seluruh_masa, cara_hitung: tetap", "seluruh_masa, cara_hitung: menurun",
                   "menurun}\n    potongan"),
            "en": ("term, method: flat", "term, method: declining", "declining}\n    admin"),
        },
        "term-is-flat",
        {
            "id": "bunga tetap (flat) kalau bunganya untuk seluruh masa pinjaman",
            "en": "a flat rate where interest is for the whole term",
        },
    ),
    (
        "a largest loan below the smallest",
        {
            "id": ("paling_besar: 5000000", "paling_besar: 400000", "400000"),
            "en": ("largest: 5000000", "largest: 400000", "400000"),
        },
        "loan-amounts",
        {
            "id": "jumlah terbesar yang tidak di bawah jumlah terkecil",
            "en": "a largest amount that is not below the smallest",
        },
    ),
    (
        "more packs at a higher price",
        {
            "id": ("{4: 960, 8: 920}", "{4: 960, 8: 970}", "tingkat_harga"),
            "en": ("{4: 960, 8: 920}", "{4: 960, 8: 970}", "tiers"),
        },
        "tiers",
        {
            "id": "jumlah kemasan mulai dari 1, dan harga permil yang makin turun",
            "en": "numbers of packs from 1 on, and a share of the price that falls with them",
        },
    ),
    (
        "a tier for no packs",
        {
            "id": ("{4: 960, 8: 920}", "{0: 960}", "tingkat_harga"),
            "en": ("{4: 960, 8: 920}", "{0: 960}", "tiers"),
        },
        "tiers",
        {"id": "jumlah kemasan mulai dari 1", "en": "numbers of packs from 1 on"},
    ),
    (
        "a surplus of which some is left over",
        {
            "id": ("sosial: 50}", "sosial: 40}", "pembagian_shu:\n    {"),
            "en": ("social: 50}", "social: 40}", "surplus:\n    {"),
        },
        "surplus-shares",
        {"id": "bagian-bagian yang jumlahnya 1000", "en": "shares that make 1000 together"},
    ),
    (
        "a vote on more surplus than there is",
        {
            "id": ("jasa_usaha: 350", "jasa_usaha: 351", "usaha: {jasa"),
            "en": ("patronage: 350", "patronage: 351", "usaha: {capital"),
        },
        "surplus-shares",
        {"id": "bagian-bagian yang jumlahnya 1000", "en": "shares that make 1000 together"},
    ),
    (
        "a ballot without its kind",
        {
            "id": ("      jenis: pembagian_shu\n", "", "shu:\n      pada"),
            "en": ("      kind: surplus\n", "", "shu:\n      week"),
        },
        "kind",
        {"id": "`shu` memerlukan", "en": "`shu` needs"},
    ),
    (
        "a ballot of an unknown kind",
        {
            "id": ("jenis: produk_sendiri", "jenis: kue", "kue\n      pada"),
            "en": ("kind: own_product", "kind: kue", "kue\n      week"),
        },
        "unknown-word",
        {"id": "`kue` tidak dikenal di sini", "en": "`kue` is not known here"},
    ),
    (
        "a vote with one option",
        {
            "id": ("{kecil: 10, besar: 50}", "{kecil: 10}", "pilihan: {kecil"),
            "en": ("{kecil: 10, besar: 50}", "{kecil: 10}", "options: {kecil"),
        },
        "too-few",
        {"id": "memerlukan paling sedikit 2 isian", "en": "needs at least 2 entries"},
    ),
    (
        "an inspection of no permits",
        {
            "id": ("izin: [nib]", "izin: []", "izin: []"),
            "en": ("permits: [nib]", "permits: []", "permits: []"),
        },
        "too-few",
        {"id": "memerlukan paling sedikit satu isian", "en": "needs at least one entry"},
    ),
]  # fmt: skip

KINDS: dict[Language, str] = {
    "id": "margin, pembagian_shu, penerimaan, produk_sendiri",
    "en": "margin, surplus, admission, own_product",
}


@pytest.mark.parametrize("written", ["id", "en"])
def test_the_smallest_scenario_uses_every_key_word_of_the_neighbourhood(written: Language) -> None:
    """So that the tests of both vocabularies read each of them."""
    text = FILES[written].read_text(encoding="utf-8")
    models = [kind for kind in vars(community).values() if isinstance(kind, type)]
    parts = [kind for kind in models if issubclass(kind, Part)]
    words = {field_word(name, written) for part in parts for name in part.model_fields}
    assert not {word for word in words if not re.search(rf"\b{word}:", text)}


@pytest.mark.parametrize("reader", ["id", "en"])
@pytest.mark.parametrize("written", ["id", "en"])
@pytest.mark.parametrize(
    ("mistakes", "code", "said"),
    [case[1:] for case in MISTAKES],
    ids=[case[0] for case in MISTAKES],
)
def test_one_mistake_gives_one_message_at_its_place_in_the_language_of_the_reader(
    mistakes: dict[Language, tuple[str, str, str]],
    code: str,
    said: dict[Language, str],
    written: Language,
    reader: Language,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old, new, mark = mistakes[written]
    text = spoilt(old, new, FILES[written].read_text(encoding="utf-8"))
    monkeypatch.setattr(i18n, "language", lambda: reader)
    (problem,) = problems(text)
    assert problem.code == code
    assert said[reader] in problem.message
    assert problem.place == place_of(mark, text)


@pytest.mark.parametrize("written", ["id", "en"])
def test_a_ballot_without_its_kind_is_told_the_kinds_of_ballots(written: Language) -> None:
    for name, (old, new, _mark) in ((case[0], case[1][written]) for case in MISTAKES):
        if name.startswith("a ballot"):
            text = spoilt(old, new, FILES[written].read_text(encoding="utf-8"))
            (problem,) = problems(text)
            assert problem.message.endswith(f": {KINDS[written]}.")


def test_an_event_may_be_called_like_the_part_that_holds_ballots() -> None:
    text = spoilt("  gajian:\n    jenis: keramaian\n", "  ballots:\n", FILES["id"].read_text())
    assert any(
        problem.message.endswith(": harga, keramaian, banjir, pemeriksaan.")
        for problem in problems(text)
    )
