"""The documentation builds as a site that needs no network."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from pages import LANGUAGES, ROOT, pages

ELSEWHERE = re.compile(
    r"""<(?:script|img|link|iframe|source)\b[^>]*\b(?:src|href)=["'](?:https?:)?//[^"']+"""
    r"""|@import[^;]*//|url\(["']?(?:https?:)?//"""
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    result = subprocess.run(
        [*command, "--config-file", str(ROOT / "mkdocs.yml"), "--site-dir", str(folder)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return folder


def test_every_page_is_in_the_site(site: Path) -> None:
    for language in LANGUAGES:
        for page in pages(language):
            built = site / language / f"{page.stem}.html"
            title = page.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
            assert title in built.read_text(encoding="utf-8"), built


def test_nothing_of_the_site_comes_from_elsewhere(site: Path) -> None:
    looked = [path for path in site.rglob("*") if path.suffix in (".html", ".css")]
    assert len(looked) > 10
    for path in looked:
        found = ELSEWHERE.search(path.read_text(encoding="utf-8"))
        assert not found, f"{path.relative_to(site)}: {found and found[0]}"


def test_something_from_elsewhere_would_be_found() -> None:
    for text in (
        '<script src="https://cdn.example/x.js">',
        '<link rel="stylesheet" href="//fonts.example/x.css">',
        "@import url(http://fonts.example/x.css);",
    ):
        assert ELSEWHERE.search(text), text
    assert not ELSEWHERE.search('<a href="https://www.example.org/">a link may lead away</a>')
