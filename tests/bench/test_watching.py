"""Watching a file: each version once, whatever editors do to it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from simpasar.bench.watching import versions


def seen(path: Path, steps: list[Callable[[], object]]) -> list[str]:
    """The versions that are shown while these steps happen, one at each pause of half a second."""
    rest: Iterator[Callable[[], object]] = iter(steps)

    class Ended(Exception):
        pass

    def sleep(seconds: float) -> None:
        if seconds < 0.3:
            return
        step = next(rest, None)
        if step is None:
            raise Ended
        step()

    shown: list[str] = []
    with suppress(Ended):
        shown.extend(versions(path, sleep))
    return shown


def nothing() -> None:
    pass


def test_each_save_is_shown_once_and_a_save_without_change_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("one")
    steps = [
        nothing,
        lambda: path.write_text("two"),
        nothing,
        lambda: path.write_text("two"),
        lambda: os.utime(path),
        nothing,
    ]
    assert len(seen(path, steps)) == 2


def test_a_change_of_the_same_length_and_time_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("one")
    stat = path.stat()

    def sly() -> None:
        path.write_text("two")
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))

    assert len(seen(path, [sly, nothing])) == 2


def test_a_file_that_goes_and_comes_back_is_seen_each_time(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("one")
    shown = seen(path, [path.unlink, nothing, lambda: path.write_text("one"), nothing])
    assert shown[1] == "FileNotFoundError"
    assert shown[0] == shown[2]
    assert len(shown) == 3


def test_an_editors_atomic_save_is_a_change_and_a_folder_is_survived(tmp_path: Path) -> None:
    path, other = tmp_path / "a.yaml", tmp_path / "a.yaml~"
    path.write_text("one")
    other.write_text("two")

    def folder() -> None:
        path.unlink()
        path.mkdir()

    shown = seen(path, [lambda: os.replace(other, path), folder, nothing])
    assert len(set(shown)) == 3


def test_a_file_half_written_is_shown_when_it_stands_still(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("one")
    parts = ["t", "tw", "two"]
    whole: list[str] = []

    def sleep(seconds: float) -> None:
        if len(whole) > 1:
            raise KeyboardInterrupt
        if parts and whole:
            path.write_text(parts.pop(0))

    with suppress(KeyboardInterrupt):
        whole.extend(path.read_text() for _version in versions(path, sleep))
    assert whole == ["one", "two"]
