"""The documentation is true: its YAML loads, its commands print what is shown, its links lead."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from pages import DOCS, LANGUAGES, ROOT, Block, blocks, changed, commands, expected, pages, words

from simpasar.balance import lights
from simpasar.cli import _commands
from simpasar.i18n import Language
from simpasar.scenario.loader import load_text
from simpasar.scenario.problems import ScenarioProblems

PAGES = {
    "id": {"index", "tutorial", "panduan-hari-pelatihan", "menulis-skenario", "rujukan"},
    "en": {"index", "tutorial", "workshop-day", "writing-scenarios", "reference"},
}
ALL = [page for language in LANGUAGES for page in pages(language)]
FRAGMENTS = [
    block for page in ALL for block in blocks(page) if block.kind == "yaml" and block.hint != "file"
]
TOLD = [page for page in ALL if any(block.kind == "console" for block in blocks(page))]


def language_of(where: str | Path) -> Language:
    return "en" if "en" in Path(where).parts else "id"


def smallest(language: Language) -> str:
    """The smallest scenario with a part of each kind, its team without debts and orders."""
    path = ROOT / "tests" / "scenario" / f"lapak.{language}.yaml"
    return changed(path.read_text(encoding="utf-8"), PLAIN[language])


PLAIN = {
    "id": "tim:\n  melati:\n    mulai:\n      pinjam: {}\n      pesanan_besar: []\n",
    "en": "teams:\n  melati:\n    start:\n      borrow: {}\n      contracts: []\n",
}


# -- YAML ---------------------------------------------------------------------------------


@pytest.mark.parametrize("block", FRAGMENTS, ids=str)
def test_a_fragment_is_right_in_its_place_or_wrong_as_it_says(block: Block) -> None:
    scenario = changed(smallest(language_of(block.page)), block.text)
    assert block.text.splitlines()[-1] in scenario
    if block.hint == "wrong":
        with pytest.raises(ScenarioProblems) as found:
            load_text(scenario, str(block))
        assert block.value in {problem.code for problem in found.value.problems}
    else:
        assert load_text(scenario, str(block)).weeks > 0


def test_a_fragment_takes_the_place_of_the_same_keys_and_leaves_all_others() -> None:
    old = "# head\na: 1\n\n# of b\nb:\n  c: {x: 1}  # why\n  d:\n    - 1\ne: 5\n"
    new = "a: 2\nb:\n  c: {x: 2}\n  f: 3\ng: 7\n"
    expected_text = "# head\na: 2\n\n# of b\nb:\n  c: {x: 2}\n  d:\n    - 1\n  f: 3\ne: 5\ng: 7\n"
    assert changed(old, new) == expected_text


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (
            "id/menulis-skenario",
            ("empat kali", "satu dari sepuluh", "separuh", "tujuh dari sepuluh"),
        ),
        ("en/writing-scenarios", ("four times", "one in ten", "half of all", "seven teams in ten")),
    ],
)
def test_what_the_guide_says_of_red_lights_is_where_they_begin(
    page: str, said: tuple[str, ...]
) -> None:
    table = (DOCS / f"{page}.md").read_text(encoding="utf-8").split("`balance`")[-1]
    assert [lights.SEAT_RATIO.red, lights.FAILED_DECENT.red, lights.FAILED_ALL.red] == [
        4_000, 100, 500,
    ]  # fmt: skip
    assert [lights.MEMBERS_SHARE, lights.LUCK.red, lights.FRAGILE.red] == [700, 600, 1_000]
    none = (lights.SKILL, lights.IDLE_GAP, lights.PRICE_MATTERS, lights.PROGRAMMES_PAY)
    assert {light.red for light in (*none, lights.DECISIONS_PAY, lights.OBJECTIVES_SHOWN)} == {0}
    for words_of_it in (*said, "60 %", "20 %"):
        assert words_of_it in table, words_of_it


# -- commands -----------------------------------------------------------------------------


@pytest.mark.parametrize("page", TOLD, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_the_commands_of_a_page_print_what_is_shown(page: Path, tmp_path: Path) -> None:
    ran = follow(page, tmp_path, leaving_out="balance")
    assert len(ran) > 5


@pytest.mark.slow
@pytest.mark.parametrize("page", TOLD, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_all_commands_of_a_page_print_what_is_shown_balance_too(page: Path, tmp_path: Path) -> None:
    ran = follow(page, tmp_path, leaving_out="")
    assert any(command.startswith("simpasar balance") for command in ran)


def follow(page: Path, folder: Path, leaving_out: str) -> list[str]:
    """Do what a page says from top to bottom in one folder, its changes of files too.

    Returns the commands that ran, all of which printed what is shown.
    """
    ran = []
    for block in blocks(page):
        if block.kind == "yaml" and block.hint == "file":
            file = folder / block.value
            assert file.exists(), f"{block}: there is no {block.value} yet"
            text = changed(file.read_text(encoding="utf-8"), block.text)
            file.write_text(text, encoding="utf-8")
        for command, shown in commands(block) if block.kind == "console" else ():
            if leaving_out and command.split()[1] == leaving_out:
                continue
            status = int(block.value) if block.hint == "status" else 0
            printed = words(run(command, folder, language_of(page), status))
            assert re.match(expected(shown), printed), f"{block}: {command}\n{printed}"
            ran.append(command)
    return ran


def run(command: str, folder: Path, language: Language, status: int) -> str:
    name, *arguments = shlex.split(command)
    assert name == "simpasar", command
    result = subprocess.run(
        [sys.executable, "-m", "simpasar", *arguments],
        cwd=folder,
        env={**os.environ, "SIMPASAR_LANG": language, "COLUMNS": "80", "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == status, f"{command}: {result.returncode}\n{result.stdout}"
    return result.stdout


@pytest.mark.parametrize("page", ALL, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_every_command_that_is_named_is_there_with_its_options(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"(?:`|^\$ |^    )simpasar ([a-z]+)((?: [^`\n]*)?)", text, re.MULTILINE)
    for command, rest in named:
        there = _commands().commands.get(command)
        assert isinstance(there, click.Command), command
        options = {opt for param in there.params for opt in param.opts}
        asked = re.findall(r"(?<![\w-])--[a-z-]+", rest.split("#")[0])
        assert set(asked) <= options, f"{command}{rest}"


# -- the pages together -------------------------------------------------------------------


def test_both_languages_have_the_same_pages() -> None:
    for language in LANGUAGES:
        assert {page.stem for page in pages(language)} == PAGES[language]


def test_twin_pages_have_the_same_sections_and_the_same_blocks() -> None:
    twins = [
        ("index", "index"),
        ("tutorial", "tutorial"),
        ("panduan-hari-pelatihan", "workshop-day"),
        ("menulis-skenario", "writing-scenarios"),
        ("rujukan", "reference"),
    ]
    for one, other in twins:
        pair = DOCS / "id" / f"{one}.md", DOCS / "en" / f"{other}.md"
        shape = [
            (
                [h.count("#") for h in re.findall(r"^(#+) ", page.read_text("utf-8"), re.M)],
                [(block.kind, block.hint) for block in blocks(page)],
            )
            for page in pair
        ]
        assert shape[0] == shape[1], pair


@pytest.mark.parametrize("page", ALL, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_every_link_of_a_page_leads_to_a_page_and_a_heading(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if target.startswith(("http://", "https://")):
            continue
        name, _hash, heading = target.partition("#")
        there = (page.parent / name).resolve() if name else page
        assert there.exists(), target
        if heading:
            headings = re.findall(r"^#+ (.*)$", there.read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in {anchor(each) for each in headings}, target


def anchor(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_can_be_reached_from_the_contents(language: Language) -> None:
    index = (DOCS / language / "index.md").read_text(encoding="utf-8")
    for page in pages(language):
        assert page.stem == "index" or f"({page.name})" in index, page.name
        if page.stem != "index":
            assert "(index.md)" in page.read_text(encoding="utf-8"), page.name
