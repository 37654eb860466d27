"""The language people read: chosen by them alone, and complete in Indonesian."""

from __future__ import annotations

import gettext
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextvars import copy_context
from importlib.metadata import version
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog, Message

import texts
from simpasar import i18n

PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\(\w+\)s")
CLICK_READ = {(8, 1), (8, 2), (8, 3), (8, 4), (8, 5)}
"""The versions of click whose sentences the catalogue was made from."""

UNTRANSLATED = {"{number_type}"}
"""What click fills in with an English word of its own: Indonesian says the sentence without it."""

UNSEEN = re.compile(
    r"prompt|confirm|edit|color|colour|UUID|format|Bash|press any key|interrupt|continue"
    r"|standard stream|Windows error|defined twice|declar|same flag|two entered|you entered"
    r"|e\.message|start character|invalid input|^Choice\(|^d$",
    re.IGNORECASE,
)
"""Sentences of click for prompts, editors, shells and programmers: our commands show none."""


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    return texts.translated()


@pytest.fixture
def _own_choice(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Undo what `use` does to the process."""
    monkeypatch.setenv("LANGUAGE", "")
    domain = gettext.textdomain()
    chosen = i18n._chosen.set(None)
    yield
    i18n._chosen.reset(chosen)
    gettext.textdomain(domain)


def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


# -- the catalogue ------------------------------------------------------------------------


def test_the_catalogue_holds_the_messages_of_the_code_and_no_others() -> None:
    files = texts.written(texts.updated(texts.translated(), texts.extracted()))
    stale = [path.name for path, text in files.items() if path.read_bytes() != text]
    assert not stale, "run: make texts"


def test_every_message_is_translated(catalogue: Catalog) -> None:
    assert not [m.id for m in messages(catalogue) if not all(texts.strings(m))]


def test_no_translation_is_a_guess(catalogue: Catalog) -> None:
    assert not [m.id for m in messages(catalogue) if m.fuzzy]


def test_a_translation_has_the_placeholders_of_its_message(catalogue: Catalog) -> None:
    wrong = [
        (original, translation)
        for message in messages(catalogue)
        for original in [texts.key_of(message)]
        for translation in filter(None, texts.strings(message))
        if placeholders(original if isinstance(original, str) else original[-1]) - UNTRANSLATED
        != placeholders(translation)
    ]
    assert not wrong


def placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def test_a_translation_ends_as_its_message_does(catalogue: Catalog) -> None:
    def end(text: str) -> str:
        return re.sub(r"[^.:?!, ]", " ", text[-1:])

    ours = [m for m in messages(catalogue) if m.string and not texts.is_of_library(m)]
    assert not [(m.id, m.string) for m in ours if end(str(m.id)) != end(str(m.string))]


@pytest.mark.skipif(
    tuple(int(n) for n in version("click").split(".")[:2]) not in CLICK_READ,
    reason="a click whose sentences have not been read yet",
)
def test_every_sentence_of_click_that_people_may_see_is_translated(catalogue: Catalog) -> None:
    folder = Path(click.__file__).parent
    keys = {texts.key_text(key) for key in texts.extracted(folder)}
    known = {texts.key_text(texts.key_of(m)) for m in messages(catalogue)}
    assert not [key for key in keys - known if not UNSEEN.search(key)]


# -- the choice ---------------------------------------------------------------------------


@pytest.mark.usefixtures("_own_choice")
@pytest.mark.parametrize(
    ("asked", "spoken"),
    [
        (None, "id"),
        ("", "id"),
        ("id", "id"),
        ("en", "en"),
        ("EN", "en"),
        ("en_GB", "en"),
        ("fr", "id"),
    ],
)
def test_indonesian_is_spoken_unless_english_is_asked_for(
    asked: str | None, spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SIMPASAR_LANG", raising=False)
    if asked is not None:
        monkeypatch.setenv("SIMPASAR_LANG", asked)
    assert i18n.language() == spoken


@pytest.mark.usefixtures("_own_choice")
def test_what_the_program_chooses_wins_over_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMPASAR_LANG", "en")
    i18n.use("id")
    assert (i18n.language(), i18n._("Cash")) == ("id", "Kas")
    i18n.use("en")
    assert (i18n.language(), i18n._("Cash")) == ("en", "Cash")


@pytest.mark.usefixtures("_own_choice")
def test_two_people_served_by_one_program_read_each_their_language() -> None:
    first, second = copy_context(), copy_context()
    first.run(i18n.use, "en")
    second.run(i18n.use, "id")
    assert (first.run(i18n._, "Cash"), second.run(i18n._, "Cash")) == ("Cash", "Kas")


@pytest.mark.usefixtures("_own_choice")
def test_english_counts_one_and_many_and_indonesian_does_not() -> None:
    one, many = (
        "Option {name!r} requires an argument.",
        "Option {name!r} requires {nargs} arguments.",
    )
    i18n.use("en")
    assert [i18n.ngettext(one, many, n) for n in (1, 2)] == [one, many]
    i18n.use("id")
    assert i18n.ngettext(one, many, 1) == i18n.ngettext(one, many, 2)


# -- what people see ----------------------------------------------------------------------

ENGLISH = re.compile(
    r"\b(the|is|not|of|for|such|missing|usage|options|commands|error|invalid|got|show|exit|try"
    r"|requires|takes|did you mean)\b",
    re.IGNORECASE,
)


def simpasar(*arguments: str, **environment: str) -> str:
    """All that a command prints, on a machine set to French."""
    result = subprocess.run(
        [sys.executable, "-m", "simpasar", *arguments],
        env={**os.environ, "LANGUAGE": "fr", "LC_ALL": "C", "PYTHONUTF8": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return result.stdout + result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        "--help",
        "run --help",
        "export --help",
        "rin",
        "",
        "run --sed 3",
        "run --quite",
        "run pasar-pagi --seed many",
        "run pasar-pagi --weeks 0",
        "run pasar-pagi --seed",
        "run pasar-pagi --json=yes",
        "run pasar-pagi and more",
        "verify",
        "export record --out .",
        "export record --to pdf --out .",
    ],
)
def test_help_and_wrong_use_are_answered_in_indonesian_on_any_machine(arguments: str) -> None:
    said = simpasar(*arguments.split(), SIMPASAR_LANG="id").replace("[OPTIONS]", "")
    assert re.search("Cara pakai:|Salah:", said)
    assert not ENGLISH.search(said), said
    assert "integer" not in said


def test_the_option_and_the_variable_ask_for_english() -> None:
    by_option = simpasar("run", "--lang", "en", "--sed", "3", SIMPASAR_LANG="id")
    by_variable = simpasar("run", "--sed", "3", SIMPASAR_LANG="en")
    assert by_option == by_variable
    assert by_option.startswith("Usage: simpasar run")
