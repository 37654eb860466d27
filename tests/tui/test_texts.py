"""Texts of screens: marked so that both languages can be spoken, and in characters all have."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from gallery import GALLERY
from language_check import TEXTUAL, english, english_words
from textual.pilot import Pilot
from wgl4 import WGL4, foreign

import texts
from rooms import COMPATIBLE, NORMAL, drive_screen, painted
from simpasar import i18n

TRANSLATING = ("_", "ngettext")


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Every file of the program, read."""
    for path in sorted(texts.SOURCE.rglob("*.py")):
        yield path.relative_to(texts.SOURCE).as_posix(), ast.parse(path.read_text("utf-8"))


def calls(node: ast.AST, *names: str) -> Iterator[ast.Call]:
    """Calls of plain functions so named, anywhere in a part of the code."""
    for part in ast.walk(node):
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id in names:
            yield part


def done_at_import(node: ast.AST) -> Iterator[ast.Call]:
    """Translations made while a module is read: outside functions, or in what they default to."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            for part in [*child.decorator_list, *child.args.defaults, *child.args.kw_defaults]:
                if part is not None:
                    yield from calls(part, *TRANSLATING)
        elif not isinstance(child, ast.Lambda):
            if isinstance(child, ast.Call):
                yield from (call for call in calls(child, *TRANSLATING) if call is child)
            yield from done_at_import(child)


# -- in the code --------------------------------------------------------------------------


def test_no_text_is_translated_before_a_language_is_chosen() -> None:
    early = [f"{file}:{call.lineno}" for file, tree in trees() for call in done_at_import(tree)]
    assert early == []


def test_every_message_is_written_out_where_it_is_marked() -> None:
    made_up = [
        f"{file}:{call.lineno}"
        for file, tree in trees()
        for call in calls(tree, "N_", "ngettext")
        if not isinstance(call.args[0], ast.Constant)
    ]
    assert made_up == []


def test_no_text_is_filled_in_before_it_is_translated() -> None:
    """`_(f"...")` and `_("...".format(...))` are never found in the catalogue."""
    filled_in = [
        f"{file}:{call.lineno}"
        for file, tree in trees()
        for call in calls(tree, "_")
        if isinstance(call.args[0], ast.JoinedStr | ast.BinOp | ast.Call)
    ]
    assert filled_in == []


def test_every_message_of_the_code_is_in_the_catalogue() -> None:
    """Also those that the extraction does not see, as in `f"{_('...')} ..."`."""
    known = {
        text
        for message in texts.translated()
        for text in (message.id if isinstance(message.id, tuple | list) else (message.id,))
    }
    unknown = [
        f"{file}:{call.lineno}"
        for file, tree in trees()
        for call in calls(tree, "N_", *TRANSLATING)
        if isinstance(call.args[0], ast.Constant) and call.args[0].value not in known
    ]
    assert unknown == []


def test_the_checks_of_the_code_find_what_they_look_for() -> None:
    tree = ast.parse(
        'early = [_("a")]\n'
        'def f(x=_("b")):\n    return _("late")\n'
        'class C:\n    title = _("c")\n    def m(self):\n        return _("late")\n'
    )
    found = [ast.literal_eval(call.args[0]) for call in done_at_import(tree)]
    assert found == ["a", "b", "c"]


# -- characters ---------------------------------------------------------------------------


def test_wgl4_has_what_microsoft_lists() -> None:
    """657 characters, two of them in the private area."""
    assert len(WGL4) == 657 - 2
    assert set("─│┌┐└┘├┤┬┴┼═║▀▄█▌▐░▒▓■□▪▫▲►▼◄●○←↑→↓↔↕☺☻♥♦♣♠…–—“”‘’≤≥≈·•") <= WGL4
    assert foreign("━╭▁◆✓⏎😀\n") == set("━╭▁◆✓⏎😀")


def test_all_texts_are_written_in_characters_of_every_console_font() -> None:
    unlike = {}
    ours = (m for m in texts.translated() if m.id and not texts.is_of_library(m))
    for message in ours:
        ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
        for text in [*ids, *texts.strings(message)]:
            if foreign(text):
                unlike[text] = foreign(text)
    assert unlike == {}


# -- languages ----------------------------------------------------------------------------


@pytest.mark.parametrize("sentence", TEXTUAL)
def test_a_sentence_of_textual_is_one_and_is_recognised(sentence: str) -> None:
    spec = find_spec("textual")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent
    assert any(sentence in path.read_text("utf-8") for path in folder.rglob("*.py"))
    assert english_words(sentence)


def test_common_words_of_english_are_recognised_and_those_of_indonesian_are_not() -> None:
    said = "Wednesday: the team has sold all its goods and nothing was thrown away"
    assert len(english_words(said)) >= 10
    assert english_words("Rabu: Tim Melati kehabisan stok, kas Rp 12.500, margin, prive") == set()
    assert "english" not in english()  # the name of the other language, on every home screen


def test_a_word_that_was_cut_short_is_not_taken_for_english() -> None:
    assert english_words("the…") == set()
    assert english_words("the …") == {"the"}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("page", GALLERY)
def test_a_page_in_indonesian_has_no_english(
    page: str, size: tuple[int, int], tmp_path: Path
) -> None:
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        seen.append(painted(pilot.app))

    drive_screen(GALLERY[page](tmp_path), tmp_path, steps, size=size, look=COMPATIBLE)
    assert english_words(seen[0]) == set()


@pytest.mark.parametrize("page", GALLERY)
def test_a_page_in_english_is_seen_as_english(page: str, tmp_path: Path) -> None:
    i18n.use("en")
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        seen.append(painted(pilot.app))

    drive_screen(GALLERY[page](tmp_path), tmp_path, steps, look=NORMAL)
    assert english_words(seen[0])
