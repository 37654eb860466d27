"""A scenario in the other vocabulary: its key words change, and not one byte more."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from lapak import FILES, LAPAK, place_of, spoilt

from simpasar.scenario import tree
from simpasar.scenario.library import find, shipped
from simpasar.scenario.loader import load_text
from simpasar.scenario.problems import ScenarioProblems
from simpasar.scenario.schema import modeline
from simpasar.scenario.translate import ADDED, translated
from simpasar.scenario.vocabulary import FIELDS, WORDS

ENGLISH = FILES["en"].read_text(encoding="utf-8")
SHIPPED = {name: find(name).read_bytes().decode("utf-8") for name in shipped()}
WORDS_OF_BOTH = sorted({*FIELDS, *FIELDS.values(), *WORDS, *WORDS.values()})


def there_and_back(text: str) -> str:
    """A text translated and translated back. That it means the same in between, `translated` makes
    sure itself."""
    english = re.search(r"\blanguage\W+en\b", text) is not None
    was, other = ("en", "id") if english else ("id", "en")
    there = translated(text, other)
    assert (there.was, there.text != text) == (was, True)
    back = translated(there.text, was)
    assert back.was == other
    return back.text


def in_english(text: str) -> str:
    return translated(text, "en").text


# -- there --------------------------------------------------------------------------------


def test_the_indonesian_file_becomes_the_english_one_but_for_its_comments() -> None:
    def without_comments(text: str) -> str:
        return re.sub(r"(?m)^#.*\n", "", text)

    assert without_comments(in_english(LAPAK)) == without_comments(ENGLISH)
    assert without_comments(translated(ENGLISH, "id").text) == without_comments(LAPAK)


def test_a_file_that_has_the_key_words_already_stays_as_it_is() -> None:
    assert translated(LAPAK, "id") == (LAPAK, "id")
    assert translated(ENGLISH, "en") == (ENGLISH, "en")


def test_the_other_file_means_the_same() -> None:
    assert load_text(in_english(LAPAK)) == load_text(LAPAK)


def test_lines_stay_lines() -> None:
    assert in_english(LAPAK).count("\n") == LAPAK.count("\n")


def test_comments_numbers_and_blank_lines_stay() -> None:
    comment = "    # kas: 5 harga jenis: keramaian\n\n\n"
    text = spoilt("    kas: 1000000\n", f"{comment}    kas:   1000000   # harga, kas: rupiah\n")
    there = in_english(text)
    assert f"{comment}    cash:   1000000   # harga, kas: rupiah\n" in there


def test_ids_that_are_key_words_stay() -> None:
    for own in ("harga", "price", "buah", "minggu", "jenis", "banjir", "keramaian"):
        text = LAPAK.replace("beras:", f"{own}:").replace("beras_mahal", "mahal")
        text = text.replace("{beras,", f"{{{own},")
        there = in_english(text)
        assert f"\n  {own}: {{name: Beras, unit: g" in there
        assert f"recipe: {{{own}: 1250, kelapa: 1}}" in there
        assert there_and_back(text) == text


def test_texts_that_are_key_words_stay() -> None:
    text = spoilt("satuan: porsi", "satuan: buah")
    text = spoilt("nama: Kompor", "nama: harga", text)
    assert "unit: buah" in in_english(text)
    assert "name: harga" in in_english(text)


def test_keys_within_a_block_of_text_stay() -> None:
    note = "|\n  kas: 5\n  # yaml-language-server: $schema=schema/scenario.id.schema.json\n" \
           "  jenis: keramaian\n"  # fmt: skip
    text = spoilt("{id: Untuk uji., en: For tests.}\n", note)
    assert f"trainer_note: {note}" in in_english(text)
    assert there_and_back(text) == text


def test_fixed_words_change_only_where_they_are_fixed_words() -> None:
    there = in_english(LAPAK)
    assert "kelapa: {name: Kelapa, unit: pcs" in there
    assert "made: batch" in there
    assert "kind: footfall" in there
    assert "unit: porsi" in there


def test_the_schema_of_the_modeline_becomes_the_other() -> None:
    assert in_english(modeline("id") + "\n" + LAPAK).startswith(modeline("en") + "\n")
    above = "# yaml-language-server: $schema=../a/scenario.id.schema.json\n"
    assert in_english(above + LAPAK).startswith(above.replace(".id.", ".en."))
    assert there_and_back(above + LAPAK) == above + LAPAK


def test_a_comment_about_a_schema_that_is_no_modeline_stays() -> None:
    comment = "# scenario.id.schema.json\n"
    assert in_english(comment + LAPAK).startswith(comment)


# -- there and back -----------------------------------------------------------------------


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_scenario_comes_back_as_it_was(name: str) -> None:
    assert there_and_back(SHIPPED[name]) == SHIPPED[name]


@pytest.mark.parametrize("text", [LAPAK, ENGLISH], ids=["id", "en"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_file_of_any_machine_comes_back_as_it_was(text: str, bom: str, end: str) -> None:
    text = bom + text.replace("\n", end)
    assert there_and_back(text) == text


def test_line_ends_of_several_kinds_come_back() -> None:
    ends = iter(["\n", "\r\n", "\r"] * LAPAK.count("\n"))
    text = re.sub("\n", lambda _end: next(ends), LAPAK)
    assert there_and_back(text) == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_head_that_is_missing_comes_and_goes(end: str) -> None:
    text = spoilt("bahasa: id\n", "").replace("\n", end)
    there = in_english(text)
    assert f"language: en{ADDED}{end}name: lapak{end}" in there
    assert there.split(end)[0] == text.split(end)[0]
    assert translated(there, "id").text == text


def test_a_missing_head_comes_and_goes_in_an_indented_file() -> None:
    text = "---\n" + "".join(f"  {line}\n" for line in spoilt("bahasa: id\n", "").splitlines())
    assert "\n  language: en" in in_english(text)
    assert there_and_back(text) == text


def test_a_head_of_its_own_stays_though_it_looks_like_one_that_came() -> None:
    text = spoilt("bahasa: id\n", f"bahasa: id{ADDED} here\n")
    assert there_and_back(text) == text


def test_a_head_of_the_other_name_comes_back() -> None:
    text = spoilt("bahasa: id", "language: id")
    assert there_and_back(text) == text


@pytest.mark.parametrize("head", ["bahasa: id, ", "", '"bahasa" : "id", '])
def test_a_file_in_braces_comes_back(head: str) -> None:
    times = re.sub(r"(\d+:\d\d|\d{4}-\d\d-\d\d)", r"'\1'", LAPAK)
    body = json.dumps(yaml.load(times, Loader=yaml.CSafeLoader))
    body = body.replace('"bahasa": "id", ', "")
    text = "{" + head + body[1:] + "\n"
    assert '"cash"' in in_english(text)
    assert there_and_back(text) == text


Style = Callable[[str], str]
STYLES: dict[str, Style] = {
    "in single quotes": lambda key: f"'{key}':",
    "in double quotes": lambda key: f'"{key}":',
    "with a space before the colon": lambda key: f"{key} :",
    "with an anchor": lambda key: f"&k {key}:",
}


@pytest.mark.parametrize("style", STYLES)
def test_keys_keep_the_way_they_are_written(style: str) -> None:
    write = STYLES[style]
    text = spoilt("    kas:", "    " + write("kas"))
    assert "    " + write("cash") in in_english(text)
    assert there_and_back(text) == text


WRITTEN = ["'{}'", '"{}"', "&a {}", "|-\n      {}", ">- # harga\n      {}"]


@pytest.mark.parametrize("written", WRITTEN)
def test_fixed_words_keep_the_way_they_are_written(written: str) -> None:
    text = spoilt("jenis: harga", "jenis: " + written.format("harga"))
    assert "kind: " + written.format("price") in in_english(text)
    assert there_and_back(text) == text


def test_an_explicit_key_comes_back() -> None:
    text = spoilt("    kas: 1000000\n", "    ? kas\n    : 1000000\n")
    assert "    ? cash\n    : 1000000\n" in in_english(text)
    assert there_and_back(text) == text


def test_characters_of_any_width_move_nothing() -> None:
    text = spoilt("nama: Kompor, ", 'nama: "Kömpör 炉 🔥", ')
    assert '{name: "Kömpör 炉 🔥", price: 900000, life_weeks: 156}' in in_english(text)
    assert there_and_back(text) == text


def mutations() -> Iterator[tuple[str, str]]:
    """Changes to a scenario that keep it sound, most of them in how it is written."""
    yield from [
        ("\n", "\n\n"),
        ("\n", "   \n"),
        ("\n", " # harga: kas\n"),
        (": ", ":   "),
        ("{", "{ "),
        ("{", "{\n      "),
        (", ", " , "),
        ("}", " }"),
        ("[", "[ "),
    ]


@settings(max_examples=30, deadline=None)
@given(data=st.data(), text=st.sampled_from([LAPAK, ENGLISH]))
def test_a_file_comes_back_however_it_is_written(data: st.DataObject, text: str) -> None:
    """Changes are drawn at any place of a file; with those that break it, it is no scenario."""
    for _each in range(data.draw(st.integers(1, 4))):
        old, new = data.draw(st.sampled_from(list(mutations())))
        places = [found.start() for found in re.finditer(re.escape(old), text)]
        at = data.draw(st.sampled_from(places))
        changed = text[:at] + new + text[at + len(old) :]
        try:
            load_text(changed)
        except ScenarioProblems:
            continue
        text = changed
    assert there_and_back(text) == text


IDS = ("beras", "kelapa", "uduk", "kompor", "klender", "sarapan", "gajian", "biasa", "cerah", "ibu")


def _free_words() -> list[str]:
    """Words of either vocabulary that are no id of the scenario already."""
    scenario = load_text(LAPAK)
    parts = (scenario.events, scenario.suppliers, scenario.teams, scenario.weather, scenario.places)
    taken = {name for part in parts for name in part}
    return [word for word in WORDS_OF_BOTH if word not in taken]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(_free_words()), min_size=len(IDS), max_size=len(IDS), unique=True))
def test_ids_may_be_any_words_of_either_vocabulary(words: list[str]) -> None:
    own = dict(zip(IDS, words, strict=True))
    text = re.sub(r"\b(?:" + "|".join(IDS) + r")\b", lambda found: own[found[0]], LAPAK)
    there = load_text(in_english(text))
    assert {own["beras"], own["kelapa"]} == set(there.ingredients)
    assert own["cerah"] in there.weather
    assert there_and_back(text) == text


def test_the_parser_in_python_counts_like_the_one_in_c(monkeypatch: pytest.MonkeyPatch) -> None:
    from simpasar.scenario import silence, translate

    text = spoilt("nama: Kompor, ", 'nama: "Kömpör 炉 🔥", ')
    text = spoilt("Margin?", "Margin", text)  # what that one makes of it differs
    fast = in_english(text)
    for module in (tree, silence, translate):
        monkeypatch.setattr(module, "LOADER", yaml.SafeLoader)
    assert in_english(text) == fast


# -- what is refused ----------------------------------------------------------------------


def test_a_file_with_errors_is_refused_with_its_problems() -> None:
    with pytest.raises(ScenarioProblems) as refused:
        translated(spoilt("kas: 1000000", "kas: 1.000.000"), "en", "lapak.yaml")
    (problem,) = refused.value.problems
    assert (problem.file, problem.code) == ("lapak.yaml", "number")


def test_a_word_written_with_escapes_is_refused_at_its_place() -> None:
    text = spoilt("    kas:", r'    "k\x61s":')
    with pytest.raises(ScenarioProblems) as refused:
        translated(text, "en")
    (problem,) = refused.value.problems
    assert problem.place == place_of(r'"k\x61s"', text)
    assert "`kas`" in problem.message
