"""The record on disk: what is acknowledged stays, what is changed shows, what is cut is cut."""

from __future__ import annotations

import json
import os
import random
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simpasar.game import record
from simpasar.game.entries import FORMAT, canonical, line_digest, write_line
from simpasar.game.record import FileWriter, MemoryWriter, RecordBroken, RecordError, read
from simpasar.game.seed import commitment, draw_seed, read_seed, seed_file

OPEN = {"kind": "open", "format": FORMAT, "title": "Pasar – pagi"}
DECIDE = {"kind": "decide", "week": 1, "reason": "Harga \u2028 naik\n"}
SEAL = {"kind": "seal", "seed": 7}
APPENDER = Path(__file__).parents[1] / "crash" / "appender.py"
KILLS = 12

texts = st.text(st.characters(exclude_categories=["Cs"]))
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
    max_leaves=20,
)
payloads = st.dictionaries(texts, plain, max_size=4).map(lambda rest: {**rest, "kind": "decide"})


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMPASAR_LANG", "en")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "game.jsonl"


def written(path: Path, *more: dict[str, Any], sealed: bool = False) -> bytes:
    """A small record on disk, and its bytes."""
    with FileWriter.create(path, 7) as writer:
        writer.append(OPEN)
        writer.append(DECIDE, *more)
        if sealed:
            writer.seal(SEAL)
    return path.read_bytes()


# -- canonical text -----------------------------------------------------------------------


@given(plain)
def test_canonical_text_reads_back_and_knows_no_order_of_keys(tree: Any) -> None:
    text = canonical(tree)
    assert json.loads(text) == tree
    if isinstance(tree, dict):
        assert canonical(dict(reversed(tree.items()))) == text


@pytest.mark.parametrize("fraction", [0.5, float("nan"), float("inf")])
def test_a_fraction_is_refused_with_its_path(fraction: float) -> None:
    with pytest.raises(TypeError, match=r"float .*teams\[1\]\.cash"):
        canonical({"teams": [{}, {"cash": fraction}]})


@pytest.mark.parametrize("value", [{1: 2}, {"a": b"x"}, {"a": {1, 2}}])
def test_what_json_has_no_place_for_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        canonical(value)


# -- writing ------------------------------------------------------------------------------


@settings(max_examples=30, deadline=None)
@given(st.lists(payloads))
def test_file_and_memory_hold_the_same_lines(
    tmp_path_factory: pytest.TempPathFactory, entries: list[dict[str, Any]]
) -> None:
    path = tmp_path_factory.mktemp("round") / "game.jsonl"
    memory = MemoryWriter()
    with FileWriter.create(path, 7) as writer:
        assert writer.append(OPEN, *entries) == memory.append(OPEN, *entries)
        assert writer.seal(SEAL) == memory.seal(SEAL)
    assert path.read_bytes() == b"".join(line + b"\n" for line in memory.lines)
    reading = read(path)
    assert (reading.head, reading.cut, reading.sealed) == (memory.head, 0, True)
    chained = {"n", "prev", "sum"}
    back = [{k: v for k, v in entry.items() if k not in chained} for entry in reading.entries]
    assert back == [
        {k: v for k, v in entry.items() if k not in chained} for entry in [OPEN, *entries, SEAL]
    ]


def test_each_line_names_the_bytes_of_the_line_before(path: Path) -> None:
    lines = written(path, sealed=True).splitlines()
    prevs = [json.loads(line)["prev"] for line in lines]
    assert prevs == ["0" * 64, *(line_digest(line) for line in lines[:-1])]


def test_an_existing_file_is_never_overwritten(path: Path) -> None:
    before = written(path)
    with pytest.raises(RecordError, match="exists already"):
        FileWriter.create(path, 8)
    assert path.read_bytes() == before
    assert read_seed(path) == 7


def test_a_record_that_another_began_meanwhile_keeps_its_seed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = []
    look = record._refuse_existing

    def overtaken(where: Path) -> None:
        look(where)
        looks.append(where)
        if len(looks) == 1:
            written(path)

    monkeypatch.setattr(record, "_refuse_existing", overtaken)
    with pytest.raises(RecordError, match="exists already"):
        FileWriter.create(path, 8)
    assert read_seed(path) == 7


def test_a_second_writer_is_refused_by_whatever_name_it_comes(path: Path) -> None:
    link = path.with_name("link")
    with FileWriter.create(path, 7) as writer:
        writer.append(OPEN)
        try:
            link.symlink_to(path)
        except OSError:  # Windows asks for a privilege
            link = path
        for name in (path, link):
            with pytest.raises(RecordError, match="being written by another simpasar"):
                FileWriter.reopen(name)
        writer.append(DECIDE)
    with FileWriter.reopen(link)[1] as writer:
        writer.append(DECIDE)
    assert len(read(path).entries) == 3


def test_a_disk_that_refuses_leaves_what_was_there(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = written(path)
    _, writer = FileWriter.reopen(path)
    for cause, seen in (
        (OSError(28, "No space left"), RecordError),
        (KeyboardInterrupt(), KeyboardInterrupt),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", Mock(side_effect=cause))
            with pytest.raises(seen):
                writer.append(DECIDE)
        assert path.read_bytes() == before
    writer.append(DECIDE)
    writer.close()
    assert len(read(path).entries) == 3


def test_nothing_is_acknowledged_before_it_is_synced(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    sync = os.fsync

    def watched(file: int) -> None:
        sync(file)
        synced.append(os.fstat(file).st_size)

    monkeypatch.setattr(os, "fsync", watched)
    with FileWriter.create(path, 7) as writer:
        if os.name == "posix":
            assert len(synced) == 2  # the seed and the folder, before any line
        for _turn in range(3):
            writer.append(OPEN)
            assert synced[-1] == path.stat().st_size


# -- the seed -----------------------------------------------------------------------------


def test_the_seed_lies_beside_a_game_in_progress_and_in_its_seal(path: Path) -> None:
    with FileWriter.create(path, 4_242) as writer:
        writer.append(OPEN)
        assert read_seed(path) == 4_242
        assert b"4242" not in path.read_bytes()
        if os.name == "posix":
            assert stat.S_IMODE(seed_file(path).stat().st_mode) == 0o600
        writer.seal({"kind": "seal", "seed": 4_242})
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_forgotten_seed_file_does_not_lend_its_permissions(path: Path) -> None:
    seed_file(path).write_text("{}")
    seed_file(path).chmod(0o644)
    FileWriter.create(path, 7).close()
    assert stat.S_IMODE(seed_file(path).stat().st_mode) == 0o600


def test_a_seed_that_a_crash_left_beside_a_sealed_record_is_removed(path: Path) -> None:
    written(path, sealed=True)
    seed_file(path).write_text('{"seed":7}')
    FileWriter.reopen(path)[1].close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@given(st.integers(0, 2**53 - 1), st.integers(0, 2**53 - 1))
def test_a_commitment_binds_one_seed_to_one_scenario(one: int, other: int) -> None:
    assert commitment(one, "a") == commitment(one, "a")
    assert (commitment(one, "a") == commitment(other, "a")) == (one == other)
    assert commitment(one, "a") != commitment(one, "b")


def test_drawn_seeds_fill_their_53_bits() -> None:
    seeds = [draw_seed() for _turn in range(64)]
    assert all(0 <= seed < 2**53 for seed in seeds)
    assert max(seeds) > 2**50


# -- reading ------------------------------------------------------------------------------


def test_cutting_at_any_byte_leaves_exactly_the_whole_lines(path: Path) -> None:
    whole = written(path, sealed=True)
    entries = read(path).entries
    for size in range(len(whole) + 1):
        path.write_bytes(whole[:size])
        reading = read(path)
        lines = whole[:size].count(b"\n")
        assert reading.entries == entries[:lines]
        assert reading.cut == size - (whole[:size].rfind(b"\n") + 1)


@pytest.mark.parametrize("sealed", [False, True])
def test_every_flipped_bit_is_found_in_its_line(path: Path, sealed: bool) -> None:
    whole = written(path, sealed=sealed)
    with path.open("r+b", buffering=0) as file:
        for place in range(len(whole)):
            line = whole[:place].count(b"\n") + 1
            for bit in range(8):
                file.seek(place)
                file.write(bytes([whole[place] ^ 1 << bit]))
                with pytest.raises(RecordBroken) as broken:
                    read(path)
                assert broken.value.line == line, (place, bit)
                assert str(broken.value).startswith(f"{path}:{line}: ")
            file.seek(place)
            file.write(whole[place : place + 1])
    assert path.read_bytes() == whole


def _resealed(**changes: Any) -> bytes:
    """A second line with keys of the chain changed, and its sum made to fit again."""
    first = write_line(0, "0" * 64, OPEN)
    entry = {**DECIDE, "n": 1, "prev": line_digest(first), **changes}
    check = line_digest(canonical(entry))[:16]
    return first + b"\n" + canonical({**entry, "sum": check}) + b"\n"


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        (_resealed(n=2), 2, "number"),
        (_resealed(n=True), 2, "number"),
        (_resealed(prev="0" * 64), 2, "chain"),
        (_resealed(prev=None), 2, "chain"),
        (_resealed(kind=None), 2, "text"),
        (_resealed().replace(b'"decide","n"', b'"decide", "n"'), 2, "text"),
        (_resealed().replace(b'"week":1', b'"week":1,"week":1'), 2, "text"),
        (_resealed().replace(b'"week":1', b'"week":1.0'), 2, "text"),
        (_resealed().replace(b"naik", b"na\0k"), 2, "text"),
        (_resealed().replace(b"naik", b"na\xffk"), 2, "text"),
        (_resealed().replace(b"\n", b"\r\n"), 1, "text"),
        (_resealed() + b"\n", 3, "text"),
        (_resealed() + b"[" * 100_000 + b"\n", 3, "text"),
        (b"\n", 1, "first"),
        (b"\x89PNG\r\n\x1a\n", 1, "first"),
        (b"\0" * 100, 1, "first"),
        (b"nama: pasar-pagi\n", 1, "first"),
        (b"\xff\xfe{\0}\0\n\0", 1, "first"),
        (b'{"format":"simpasar-record/2","x":1.5}\n', 1, "text"),
        (b"[]\n", 1, "first"),
        (write_line(0, "0" * 64, DECIDE) + b"\n", 1, "text"),
        (write_line(0, "0" * 64, {**DECIDE, "format": FORMAT}) + b"\n", 1, "first"),
        (write_line(0, "0" * 64, {**OPEN, "format": "simpasar-record/2"}) + b"\n", 1, "newer"),
    ],
)
def test_any_other_break_is_named_with_its_line(
    path: Path, text: bytes, line: int, word: str
) -> None:
    path.write_bytes(text)
    with pytest.raises(RecordBroken) as broken:
        read(path)
    assert (broken.value.line, broken.value.word) == (line, word)


def test_lines_lost_doubled_or_swapped_are_named(path: Path) -> None:
    lines = written(path, DECIDE, DECIDE).splitlines(keepends=True)
    for order, line in (((0, 2, 3), 2), ((0, 1, 1, 2), 3), ((0, 2, 1, 3), 2)):
        path.write_bytes(b"".join(lines[number] for number in order))
        with pytest.raises(RecordBroken) as broken:
            read(path)
        assert (broken.value.line, broken.value.word) == (line, "number")


@pytest.mark.parametrize("ending", [b"\n", b"", b"half"])
def test_nothing_may_follow_the_seal(path: Path, ending: bytes) -> None:
    lines = MemoryWriter()
    lines.append(OPEN, SEAL, DECIDE)
    path.write_bytes(b"\n".join(lines.lines[:2]) + b"\n" + lines.lines[2] + ending)
    with pytest.raises(RecordBroken) as broken:
        read(path)
    assert (broken.value.line, broken.value.word) == (3, "sealed")


def test_a_line_too_long_is_neither_written_nor_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record, "MAX_LINE", 1_000)
    before = written(path)
    with FileWriter.reopen(path)[1] as writer, pytest.raises(ValueError, match="MAX_LINE"):
        writer.append({"kind": "decide", "reason": "x" * 1_000})
    assert path.read_bytes() == before
    path.write_bytes(before + b"x" * 1_001)
    with pytest.raises(RecordBroken, match=":3: this line is too long"):
        read(path)


def test_what_is_no_readable_file_gets_a_sentence(tmp_path: Path) -> None:
    for place, sentence in (
        (tmp_path / "none", "There is no file"),
        (tmp_path, "is a folder" if os.name == "posix" else "cannot be read"),
        (tmp_path / ("x" * 300), "cannot be read"),
    ):
        with pytest.raises(RecordError, match=sentence):
            read(place)
        with pytest.raises(RecordError, match=sentence):
            FileWriter.reopen(place)
    with pytest.raises(RecordError, match="is a folder"):
        FileWriter.create(tmp_path, 7)
    with pytest.raises(RecordError, match="cannot be written"):
        FileWriter.create(tmp_path / ("x" * 300), 7)
    assert list(tmp_path.iterdir()) == []


# -- going on -----------------------------------------------------------------------------


def test_going_on_cuts_the_unfinished_line_and_nothing_else(path: Path) -> None:
    whole = written(path, DECIDE)
    first = whole.index(b"\n") + 1
    for size in {*range(first, len(whole), 9), *(len(whole) - back for back in (1, 2))}:
        path.write_bytes(whole[:size])
        with FileWriter.reopen(path)[1] as writer:
            kept = whole[:size].rfind(b"\n") + 1
            assert path.read_bytes() == whole[:kept]
            missing = [DECIDE] * (3 - whole[:kept].count(b"\n"))
            writer.append(*missing)
        assert path.read_bytes() == whole


@pytest.mark.parametrize("text", [b"", b'{"my":"own file"}', b'{"engine":"0.1.0","for'])
def test_a_file_without_one_whole_line_is_left_as_it_is(path: Path, text: bytes) -> None:
    path.write_bytes(text)
    with pytest.raises(RecordError, match="no game began in it"):
        FileWriter.reopen(path)
    assert path.read_bytes() == text
    assert list(path.parent.iterdir()) == [path]


def test_a_broken_record_is_never_repaired(path: Path) -> None:
    text = written(path).replace(b"naik", b"turun") + b"half"
    path.write_bytes(text)
    with pytest.raises(RecordBroken):
        FileWriter.reopen(path)
    assert path.read_bytes() == text


def test_what_was_acknowledged_survives_a_kill(path: Path) -> None:
    chance = random.Random(20270104)
    acknowledged: list[str] = []
    for _turn in range(KILLS):
        child = subprocess.Popen([sys.executable, APPENDER, path], stdout=subprocess.PIPE)
        assert child.stdout is not None
        acknowledged.append(child.stdout.readline().decode().strip())
        time.sleep(chance.uniform(0, 0.05))
        child.kill()
        rest, _ = child.communicate()
        acknowledged += rest.decode().split()
        read(path)
    lines = path.read_bytes().split(b"\n")
    assert set(acknowledged) <= {line_digest(line) for line in lines}
    assert len(acknowledged) > KILLS
    FileWriter.reopen(path)[1].close()
    assert path.read_bytes().endswith(b"\n")
