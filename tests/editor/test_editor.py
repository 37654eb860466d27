"""Scenarios in an editor: the real yaml-language-server marks what `check` marks, and helps."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from language_server import NODE, SERVER, LanguageServer

from simpasar.i18n import Language
from simpasar.scenario.library import find, shipped
from simpasar.scenario.loader import load_text
from simpasar.scenario.problems import ScenarioProblems
from simpasar.scenario.schema import FILES, modeline
from simpasar.scenario.translate import translated

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "scenarios" / "schema"
LANGUAGES: tuple[Language, ...] = ("id", "en")

pytestmark = [
    pytest.mark.skipif(
        NODE is None or not SERVER.exists(),
        reason="yaml-language-server is not installed here: `make editor` installs it (needs npm)",
    ),
    pytest.mark.xdist_group("editor"),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """An editor's folder with the committed schemas, and the server that works in it."""
    folder = tmp_path_factory.mktemp("editor")
    shutil.copytree(SCHEMAS, folder / "schema")
    with LanguageServer(folder) as running:
        yield running


def lapak(language: Language) -> str:
    """The smallest scenario that has a part of every kind, with its modeline."""
    path = ROOT / "tests" / "scenario" / f"lapak.{language}.yaml"
    return modeline(language) + "\n" + path.read_text(encoding="utf-8")


def replaced(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def line_of(text: str, mark: str) -> int:
    """Where a mark stands, counted from 0."""
    return text[: text.index(mark)].count("\n")


def marked(server: LanguageServer, text: str) -> dict[int, list[str]]:
    """The lines that the server marks, from 1, and what it says there."""
    uri = server.open(text)
    lines: dict[int, list[str]] = {}
    for mark in server.marks(uri):
        lines.setdefault(mark["range"]["start"]["line"] + 1, []).append(mark["message"])
    server.close(uri)
    return lines


def checked(text: str) -> dict[int, str]:
    """The lines that `check` marks, and the code of what is wrong there."""
    with pytest.raises(ScenarioProblems) as refused:
        load_text(text)
    return {each.place.line: each.code for each in refused.value.problems if each.place}


# -- mistakes -----------------------------------------------------------------------------

MISTAKES: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    # what is wrong: (old, new) in Indonesian and in English
    "a number with dots": (
        ("kas: 1000000", "kas: 1.000.000"),
        ("cash: 1000000", "cash: 1.000.000"),
    ),
    "a number with a comma": (
        ("harga_acuan: 12000", 'harga_acuan: "12,000"'),
        ("reference_price: 12000", 'reference_price: "12,000"'),
    ),
    "a share in per cent": (("peluang: 500", "peluang: 6%"), ("chance: 500", "chance: 6%")),
    "a number that is too large": (("minggu: 4\n", "minggu: 60\n"), ("weeks: 4\n", "weeks: 60\n")),
    "a number below nothing": (("bobot: 7", "bobot: -7"), ("weight: 7", "weight: -7")),
    "a fixed word that there is not": (
        ("satuan: g,", "satuan: gram,"),
        ("unit: g,", "unit: gram,"),
    ),
    "a kind of event that there is not": (
        ("jenis: keramaian", "jenis: ramai"),
        ("kind: footfall", "kind: crowd"),
    ),
    "a key that another kind of event has": (
        ("tempat: [klender]", "tempat: [klender]\n    faktor: {beras: 1300}"),
        ("places: [klender]", "places: [klender]\n    factors: {beras: 1300}"),
    ),
    "yes in words": (
        ("warga_setempat: false", "warga_setempat: tidak"),
        ("local: false", "local: no"),
    ),
    "a time of day with a dot": (
        ("buka: 06:00", "buka: 06.00"),
        ("opens: 06:00", "opens: 06.00"),
    ),
    "half an hour where whole ones are": (("7:00: 1", "7:30: 1"), ("7:00: 1", "7:30: 1")),
    "a date in words": (
        ("mulai: 2027-01-04", "mulai: 4 Januari"),
        ("start: 2027-01-04", "start: 4 January"),
    ),
    "a misspelt key": (("    selera:", "    selerra:"), ("    taste:", "    tatse:")),
    "a key that is missing": (("    layani_detik: 40\n", ""), ("    serve_seconds: 40\n", "")),
    "a month that there is not": (
        ("bobot_bulan: {1: 6}", "bobot_bulan: {13: 6}"),
        ("months: {1: 6}", "months: {13: 6}"),
    ),
    "a list that is none": (("izin: [nib]", "izin: nib"), ("permits: [nib]", "permits: nib")),
    "an id with a capital": (
        ("peralatan: kompor", "peralatan: Kompor"),
        ("equipment: kompor", "equipment: Kompor"),
    ),
    "a number where a text is": (("nama: Sarapan", "nama: 5"), ("name: Sarapan", "name: 5")),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_editor_marks_the_lines_that_check_marks(
    server: LanguageServer, language: Language
) -> None:
    text = replaced(lapak(language), *(pair[language == "en"] for pair in MISTAKES.values()))
    check, editor = checked(text), marked(server, text)
    assert len(check) >= 12
    assert set(editor) == set(check)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_editor_marks_one_mistake_in_one_line(
    server: LanguageServer, language: Language, mistake: str
) -> None:
    text = replaced(lapak(language), MISTAKES[mistake][language == "en"])
    check, editor = checked(text), marked(server, text)
    assert len(check) == 1
    assert set(editor) == set(check)


def test_what_the_editor_says_is_in_the_language_of_the_keys(server: LanguageServer) -> None:
    said = {}
    for language in LANGUAGES:
        text = replaced(lapak(language), MISTAKES["a number with dots"][language == "en"])
        (said[language],) = marked(server, text).values()
    assert said == {
        "id": ["Bilangan bulat, tanpa titik, koma, atau tanda kutip."],
        "en": ["A whole number, without dots, commas or quotes."],
    }


def test_the_editor_marks_a_misspelt_key_that_must_be_there_at_its_part_too(
    server: LanguageServer,
) -> None:
    """`check` says it once; a schema cannot know that one key was meant to be the other."""
    text = replaced(lapak("id"), ("sabar_menit", "sabar_menitt"))
    ((line, code),) = checked(text).items()
    editor = marked(server, text)
    assert code == "unknown-key"
    assert set(editor) == {line, line_of(text, "  ibu:\n") + 1}


# -- what is right ------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", shipped())
def test_the_editor_marks_nothing_in_a_shipped_scenario(
    server: LanguageServer, name: str, language: Language
) -> None:
    """A mistake is added, so that the server has something to say: that alone is marked."""
    text = translated(find(name).read_text(encoding="utf-8"), language).text
    assert FILES[language] in text.split("\n")[0]
    assert set(marked(server, text + "salah: 1\n")) == {text.count("\n") + 1}


# -- help ---------------------------------------------------------------------------------

DRAFT: dict[Language, str] = {
    "id": "nama: percobaan\n\nproduk:\n  nasi:\n    nama: Nasi\n    \nperistiwa:\n  air:\n"
    "    jenis: banjir\n    \n  lain:\n    jenis: \n",
    "en": "name: trial\n\nproducts:\n  nasi:\n    name: Nasi\n    \nevents:\n  air:\n"
    "    kind: flood\n    \n  lain:\n    kind: \n",
}
OFFERED: dict[Language, list[tuple[int, int, set[str], str]]] = {
    # line, column, some of what is offered, one that is not
    "id": [
        (2, 0, {"judul", "kelompok_warga", "aturan"}, "nama"),
        (6, 4, {"resep", "hasil_adonan", "harga_acuan"}, "nama"),
        (10, 4, {"kabar", "kapan", "tempat"}, "faktor"),
        (12, 11, {"harga", "keramaian", "banjir", "pemeriksaan"}, "flood"),
    ],
    "en": [
        (2, 0, {"title", "segments", "rules"}, "name"),
        (6, 4, {"recipe", "batch", "reference_price"}, "name"),
        (10, 4, {"news", "when", "places"}, "factors"),
        (12, 10, {"price", "footfall", "flood", "inspection"}, "banjir"),
    ],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_editor_offers_the_keys_and_words_that_may_stand_in_a_place(
    server: LanguageServer, language: Language
) -> None:
    text = modeline(language) + "\n" + DRAFT[language]
    uri = server.open(text)
    for line, column, some, none in OFFERED[language]:
        offered = server.completion(uri, line, column)
        assert some <= set(offered)
        assert none not in offered
    server.close(uri)


@pytest.mark.parametrize(
    ("language", "mark", "said"),
    [
        ("id", "harga_acuan", "Harga yang dianggap wajar oleh pembeli"),
        ("id", "kelompok_warga", "Kelompok warga: berapa banyak"),
        ("id", "izin: [", "Program yang harus sudah selesai"),
        ("id", "cara_buat", "`sesuai_pesanan`: dimasak kalau ada yang beli"),
        ("en", "reference_price", "Unit: rupiah"),
        ("en", "segments", "Kinds of resident"),
        ("en", "permits: [", "finished"),
        ("en", "made", "`to_order`: cooked when somebody buys"),
    ],
)
def test_the_editor_explains_a_key_in_the_language_of_the_keys(
    server: LanguageServer, language: Language, mark: str, said: str
) -> None:
    text = lapak(language)
    line = line_of(text, mark)
    column = text.split("\n")[line].index(mark) + 1
    uri = server.open(text)
    assert said in server.hover(uri, line, column)
    server.close(uri)
