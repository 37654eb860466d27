"""Write the reference of scenario files, from the models, their meanings and the codes of `check`.

Run as `make docs`. `--check` only says whether docs/id/rujukan.md and docs/en/reference.md are
fresh.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from simpasar.i18n import Language
from simpasar.scenario.codes_form import Both
from simpasar.scenario.meanings import meaning_of
from simpasar.scenario.meanings_parts import PARTS
from simpasar.scenario.meanings_words import WORDS_OF
from simpasar.scenario.model import Scenario
from simpasar.scenario.parts import clock_text
from simpasar.scenario.vocabulary import choice_word, field_word

ROOT = Path(__file__).resolve().parents[1]
FILES: dict[Language, Path] = {
    "id": ROOT / "docs" / "id" / "rujukan.md",
    "en": ROOT / "docs" / "en" / "reference.md",
}
SAID_BY_KIND = ("text", "id", "ids", "a word", "yes or no", "date", "time of day")
"""Units that only repeat what kind of value it is."""

_SAID: dict[str, Both] = {
    "integer": Both("bilangan bulat", "whole number"),
    "boolean": Both("true atau false", "true or false"),
    "string": Both("teks", "text"),
    "date": Both("tanggal", "date"),
    "clock": Both("jam", "time"),
    "id": Both("id", "id"),
    "word": Both("pilihan kata", "fixed word"),
    "list": Both("daftar", "list:"),
    "table": Both("tabel", "table"),
    "required": Both("wajib", "required"),
    "none": Both("kosong", "none"),
    "usual": Both("nilai bawaan", "its defaults"),
    "from": Both("mulai", "from"),
    "to": Both("sampai", "to"),
    "at least": Both("sedikitnya", "at least"),
}
_COLUMNS = Both(
    "| kunci | isi | satuan | batas | bawaan | arti | contoh |",
    "| key | type | unit | range | default | meaning | example |",
)
_HEAD = Both(
    """\
# Rujukan skenario

Semua kunci yang boleh ada dalam berkas skenario. Halaman ini dibuat dari programnya sendiri oleh
`make docs`, jadi selalu cocok dengan versi yang terpasang. [Kembali ke daftar isi](index.md)

## Cara menulis

- **Bilangan** selalu bulat dan tanpa titik: `12000`, bukan `12.000` dan bukan `Rp 12.000`.
- **Per seribu**: bagian dan kali-lipat ditulis dalam per seribu. `1000` berarti tetap, `1150` naik
  15 %, `700` berarti 0,7. Hanya bunga pinjaman yang per seratus ribu: 6 % ditulis `6000`.
- **Poin**: selera, mutu, dan jarak dinilai dalam seperseribu poin. Beda 1000 besar sekali: pembeli
  yang sama-sama kenal kedua lapak memilih yang lebih tinggi hampir tiga kali lebih sering.
- **Jam** ditulis dalam tanda kutip: `"06:30"`. **Tanggal** juga: `"2027-01-04"`.
- **Id** adalah nama pendek buatan Anda sendiri, dari huruf kecil, angka, dan garis bawah:
  `nasi_ulam`. Id tidak pernah diterjemahkan.
- **Teks** boleh satu bahasa (`nama: Melati`) atau dua (`nama: {id: Melati, en: Jasmine}`). Teks
  yang berisi titik dua harus dalam tanda kutip.
- **Ya dan tidak** ditulis `true` dan `false`.
- **Wajib** berarti kunci itu harus ada. Yang lain boleh dihapus; yang berlaku lalu nilai bawaannya.
""",
    """\
# Scenario reference

Every key that may stand in a scenario file. This page is made from the program itself by
`make docs`, so that it always agrees with the version installed. [Back to the contents](index.md)

## How to write

- **Numbers** are whole and have no dots: `12000`, not `12.000` and not `Rp 12.000`.
- **Per mille**: shares and factors are per mille. `1000` changes nothing, `1150` is 15 % more,
  `700` is 0.7. Only interest is per 100,000: 6 % is written `6000`.
- **Points**: tastes, qualities and distances are counted in thousandths of a point. A difference of
  1000 is very large: a buyer who knows both stalls takes the better one nearly three times as
  often.
- **Times** stand in quotes: `"06:30"`. So do **dates**: `"2027-01-04"`.
- An **id** is a short name of your own, of small letters, digits and underscores: `nasi_ulam`. Ids
  are never translated.
- A **text** may have one language (`name: Melati`) or two (`name: {id: Melati, en: Jasmine}`). A
  text with a colon in it needs quotes.
- **Yes and no** are written `true` and `false`.
- **Required** keys have to be there. Others may be left out: then their default holds.
""",
)
_WORDS = Both(
    """\
## Pilihan kata

Di mana tertulis *pilihan kata*, hanya kata-kata ini yang dikenal.
""",
    """\
## Fixed words

Where a *fixed word* is asked for, only these are known.
""",
)
_CODES = Both(
    """\
## Kode dari `simpasar check`

`simpasar explain KODE` menjelaskan satu kode, dengan contoh yang salah dan yang benar. Peringatan
tidak menghalangi permainan; dengan `--strict` ia dihitung sebagai kesalahan.

| kode | macam | artinya |
|---|---|---|
""",
    """\
## Codes of `simpasar check`

`simpasar explain CODE` tells more about a code, with an example of wrong and right. A warning does
not keep a scenario from being played; with `--strict` it counts as an error.

| code | kind | what it means |
|---|---|---|
""",
)
_LEVELS = {
    "error": Both("kesalahan", "error"),
    "warning": Both("peringatan", "warning"),
}


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema of a scenario, which knows the bounds and defaults of every field."""
    return Scenario.model_json_schema()


def part_schema(model: str) -> dict[str, Any]:
    found: dict[str, Any] = schema() if model == "Scenario" else schema()["$defs"][model]
    return found


def reference(language: Language) -> str:
    """The whole page in `language`."""
    sections = [part(model, places, language) for model, places in places_of().items()]
    pieces = [_HEAD.of(language), *sections, words(language), codes(language)]
    return "\n".join(piece.strip("\n") + "\n" for piece in pieces)


# -- parts --------------------------------------------------------------------------------


@cache
def places_of() -> dict[str, list[tuple[str, ...]]]:
    """Each part and the keys under which it stands, from the top down; `ID` is a name of one's own.

    A part that stands in several kinds, such as an event's days, is named by the first.
    """
    found: dict[str, list[tuple[str, ...]]] = {}

    def walk(model: str, keys: tuple[str, ...]) -> None:
        if keys not in found.setdefault(model, []):
            found[model].append(keys)
        for name, field in part_schema(model).get("properties", {}).items():
            for inner, named in models_in(field):
                walk(inner, (*keys, name, *named))

    walk("Scenario", ())
    return found


def models_in(field: dict[str, Any], named: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """The parts that a field holds, and `ID` for each table of them on the way."""
    if "$ref" in field:
        yield field["$ref"].rpartition("/")[2], named
    for each in (*field.get("anyOf", ()), *field.get("oneOf", ())):
        yield from models_in(each, named)
    if isinstance(field.get("items"), dict):
        yield from models_in(field["items"], named)
    if field.get("type") == "object":
        yield from models_in(values_of(field), (*named, "ID"))


def values_of(table: dict[str, Any]) -> dict[str, Any]:
    """The schema of a table's values: pydantic files it under the pattern of its keys, if any."""
    found: dict[str, Any]
    found, *_others = table.get("patternProperties", {}).values() or [table["additionalProperties"]]
    return found


def part(model: str, places: list[tuple[str, ...]], language: Language) -> str:
    """One part: where it stands, and a table of its fields."""
    lines = [f"## {PARTS[model].of(language)}", ""]
    shown = [path(keys, language) for keys in places if keys]
    if shown and model != "Text":
        lines += [", ".join(f"`{each}`" for each in shown), ""]
    lines += [_COLUMNS.of(language), "|---|---|---|---|---|---|---|"]
    required = part_schema(model).get("required", [])
    for name, field in part_schema(model)["properties"].items():
        lines.append(row(model, name, field, name in required, language))
    return "\n".join(lines)


def path(keys: tuple[str, ...], language: Language) -> str:
    return ".".join(key if key == "ID" else field_word(key, language) for key in keys)


def row(model: str, name: str, field: dict[str, Any], required: bool, language: Language) -> str:
    meaning = meaning_of(model, name)
    default = _SAID["required"].of(language) if required else default_of(model, name, language)
    cells = [
        f"`{field_word(name, language)}`",
        kind_of(field, meaning.unit, language),
        "" if meaning.unit in SAID_BY_KIND else meaning.unit_in(language),
        range_of(field, language),
        default,
        meaning.text(language),
        short(meaning.example_in(language)),
    ]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def short(example: str, most: int = 80) -> str:
    """An example that fits in a cell; of a part that is longer, its own table tells."""
    return f"`{example}`" if len(example) <= most else ""


# -- cells --------------------------------------------------------------------------------


def kind_of(field: dict[str, Any], unit: str, language: Language) -> str:
    """What kind of value a field takes."""
    said = {name: both.of(language) for name, both in _SAID.items()}
    if "$ref" in field:
        return link(field["$ref"].rpartition("/")[2], language)
    if "anyOf" in field or "oneOf" in field:
        several = [each for each in field.get("anyOf") or field["oneOf"] if each != NOTHING]
        return ", ".join(kind_of(each, unit, language) for each in several)
    if "enum" in field or "const" in field:
        return f"[{said['word']}](#{anchor(_WORDS.of(language).split(chr(10))[0][3:])})"
    match field.get("type"):
        case "array":
            return f"{said['list']} {kind_of(field['items'], '', language)}"
        case "object":
            inner = kind_of(values_of(field), unit, language)
            return f"{said['table']} {said[key_of(field)]}: {inner}"
        case "integer":
            return said["clock" if unit == "time of day" else "integer"]
        case "string" if field.get("format") == "date":
            return said["date"]
        case "string" if field.get("pattern", "").startswith("^[a-z][a-z0-9_]"):
            return said["id"]
        case kind:
            return said[str(kind)]


NOTHING = {"type": "null"}


def key_of(table: dict[str, Any]) -> str:
    """What the keys of a table are: ids, words of the program's own, or numbers."""
    if "enum" in table.get("propertyNames", {}):
        return "word"
    if "patternProperties" in table:
        return "id"
    return "clock" if table.get("title") == "Hours" else "integer"


def link(model: str, language: Language) -> str:
    """The title of a part, leading to its table."""
    title = PARTS[model].of(language)
    return f"[{title}](#{anchor(title)})"


def anchor(title: str) -> str:
    """The anchor of a heading, as GitHub and mkdocs both make it."""
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def range_of(field: dict[str, Any], language: Language) -> str:
    """The bounds of a number, or of the numbers in a table or a list."""
    inner = field
    while inner.get("type") in ("array", "object"):
        inner = inner["items"] if inner["type"] == "array" else values_of(inner)
    for each in inner.get("anyOf", ()):
        inner = each if each != NOTHING else inner
    said = []
    low, high = inner.get("minimum"), inner.get("maximum")
    if low is not None and high is not None:
        said.append(f"{low} {_SAID['to'].of(language)} {high}")
    elif low is not None:
        said.append(f"{_SAID['from'].of(language)} {low}")
    least = field.get("minProperties", field.get("minItems"))
    if least:
        said.append(f"{_SAID['at least'].of(language)} {least}")
    return ", ".join(said)


def default_of(model: str, name: str, language: Language) -> str:
    """What holds where a key is left out."""
    field = part_schema(model)["properties"][name]
    value = field.get("default")
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, int):
        return f"`{clock_of(model, name, value)}`"
    if isinstance(value, str) and ("enum" in field or "$ref" in field):
        return f"`{choice_word(value, language)}`"
    if isinstance(value, str) and value:
        return f"`{choice_word(value, language) if 'enum' in field else value}`"
    if isinstance(value, dict) and value and "$ref" in field:
        return _SAID["usual"].of(language)
    if isinstance(value, dict) and value:
        return "`{" + ", ".join(f"{key}: {each}" for key, each in value.items()) + "}`"
    return _SAID["none"].of(language)


def clock_of(model: str, name: str, value: int) -> str:
    return f'"{clock_text(value)}"' if meaning_of(model, name).unit == "time of day" else str(value)


# -- words and codes ----------------------------------------------------------------------


def words(language: Language) -> str:
    """Every fixed word, by the field that asks for it."""
    lines = [_WORDS.of(language).rstrip("\n")]
    for (model, field), choices in WORDS_OF.items():
        lines += ["", f"### `{field_word(field, language)}`: {titled(model, language)}", ""]
        for word, said in choices.items():
            lines.append(f"- `{choice_word(word, language)}`: {said.of(language)}")
    return "\n".join(lines)


def titled(model: str, language: Language) -> str:
    several = {
        "Event": Both("peristiwa", "events"),
        "Ballot": Both("pemungutan suara", "ballots"),
    }
    return several[model].of(language) if model in several else PARTS[model].of(language).lower()


def codes(language: Language) -> str:
    """Every code that `check` may tell of."""
    from simpasar.scenario.codes import CODES

    lines = [
        f"| `{code.word}` | {_LEVELS[code.level].of(language)} | {code.title.of(language)} |"
        for code in sorted(CODES.values(), key=lambda each: each.word)
    ]
    return _CODES.of(language) + "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say whether they are fresh")
    check = parser.parse_args(arguments).check
    stale = []
    for language, path_of_file in FILES.items():
        text = reference(language)
        old = path_of_file.read_text(encoding="utf-8") if path_of_file.exists() else ""
        if old != text:
            stale.append(path_of_file.relative_to(ROOT))
            if not check:
                path_of_file.parent.mkdir(parents=True, exist_ok=True)
                path_of_file.write_text(text, encoding="utf-8")
    if check and stale:
        print("Stale: " + ", ".join(map(str, stale)) + ". Run `make docs`.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
