# SPDX-License-Identifier: GPL-3.0-or-later
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.storage.making import KEY, OTHER_KEY

from korak.centre.doors import Guard
from korak.storage import hashing, keys
from korak.storage.faults import StorageFault, Trouble
from korak.storage.raw import DataKey

QUICK = {"rounds": 1, "memory": 8 * 1024 * 1024}


@settings(max_examples=12, deadline=None)
@given(st.text(min_size=1), st.text(min_size=1), st.binary(min_size=32, max_size=32))
def test_a_slot_opens_with_its_own_text_only(text: str, other: str, secret: bytes) -> None:
    key = DataKey(secret)
    wrapped = keys.wrap(key, text, **QUICK)
    assert keys.unwrap(wrapped, text) == key
    same = hashing._bytes(text) == hashing._bytes(other)
    assert (keys.unwrap(wrapped, other) is not None) is same


def test_a_letter_typed_in_another_way_is_the_same_letter() -> None:
    wrapped = keys.wrap(KEY, "čebela na oknu", **QUICK)
    assert keys.unwrap(wrapped, "c\u030cebela na oknu") == KEY


def test_a_changed_box_opens_nothing() -> None:
    wrapped = keys.wrap(KEY, "text", **QUICK)
    broken = keys.Wrapped(
        wrapped.rounds, wrapped.memory, wrapped.salt, wrapped.box[:-1] + bytes([wrapped.box[-1] ^ 1])
    )
    assert keys.unwrap(broken, "text") is None
    assert keys.unwrap(keys.Wrapped(1, 8 << 20, b"short", wrapped.box), "text") is None


def test_the_same_text_is_never_wrapped_twice_in_the_same_way() -> None:
    one, other = keys.wrap(KEY, "text", **QUICK), keys.wrap(KEY, "text", **QUICK)
    assert one.salt != other.salt
    assert one.box != other.box


def test_the_file_comes_back_as_it_was_written(tmp_path: Path) -> None:
    slots = (
        keys.PassphraseSlot("maja", keys.wrap(KEY, "one", **QUICK)),
        keys.RecoverySlot(keys.wrap(KEY, "two", **QUICK)),
        keys.RingSlot(KEY.mark),
        keys.OpenSlot(KEY.secret),
    )
    written = keys.key_file(KEY, slots).with_guard(Guard(3, datetime(2026, 11, 2, tzinfo=UTC)))
    keys.write(tmp_path, written)
    assert keys.read(tmp_path) == written
    assert sorted(path.name for path in tmp_path.iterdir()) == ["keys.json"]


def test_the_file_gives_nothing_away_without_an_open_slot(tmp_path: Path) -> None:
    slots = (
        keys.PassphraseSlot("maja", keys.wrap(KEY, "a long passphrase", **QUICK)),
        keys.RingSlot(KEY.mark),
    )
    keys.write(tmp_path, keys.key_file(KEY, slots))
    content = (tmp_path / "keys.json").read_text()
    assert KEY.secret.hex() not in content
    assert 'passphrase"' in content
    assert "a long passphrase" not in content
    assert KEY.secret.hex() not in repr(KEY)


def test_a_demo_says_in_its_file_that_it_is_open(tmp_path: Path) -> None:
    keys.write(tmp_path, keys.key_file(KEY, (keys.OpenSlot(KEY.secret),)))
    assert "do not exist" in json.loads((tmp_path / "keys.json").read_text())["slots"][0]["about"]


def test_a_slot_takes_the_place_of_the_one_for_the_same_door() -> None:
    one, other = keys.wrap(KEY, "one", **QUICK), keys.wrap(KEY, "other", **QUICK)
    file = keys.key_file(KEY, (keys.PassphraseSlot("maja", one), keys.PassphraseSlot("eva", one)))
    changed = file.having(keys.PassphraseSlot("maja", other)).having(keys.RecoverySlot(one))
    changed = changed.having(keys.RecoverySlot(other))
    assert {slot.person: slot.wrapped for slot in changed.of(keys.PassphraseSlot)} == {
        "maja": other,
        "eva": one,
    }
    assert [slot.wrapped for slot in changed.of(keys.RecoverySlot)] == [other]


def test_no_file_is_no_fault_but_an_unreadable_one_is(tmp_path: Path) -> None:
    assert keys.read(tmp_path) is None
    for content in (b"", b"{", b"\x00\xff", b"{}", b'{"format": 1, "mark": 3, "slots": []}'):
        (tmp_path / "keys.json").write_bytes(content)
        with pytest.raises(StorageFault) as caught:
            keys.read(tmp_path)
        assert caught.value.trouble is Trouble.KEYS_MISSING


def test_a_newer_file_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_text('{"format": 2, "anything": []}')
    with pytest.raises(StorageFault) as caught:
        keys.read(tmp_path)
    assert caught.value.trouble is Trouble.NEWER


def test_keys_are_told_apart_by_their_marks() -> None:
    assert KEY.mark != OTHER_KEY.mark
    assert len(KEY.mark) == 32
    assert KEY.secret.hex()[:8] not in KEY.mark
    with pytest.raises(ValueError, match="32 bytes"):
        DataKey(b"short")


def test_hashes_are_argon2id_and_fit_their_own_text_only() -> None:
    hashed = hashing.hash_pin("house-key-sun")
    assert hashed.startswith("$argon2id$v=19$m=19456,t=2,")
    assert hashing.fits(hashed, "house-key-sun")
    assert not hashing.fits(hashed, "house-sun-key")
    assert hashing.hash_passphrase("x").startswith("$argon2id$v=19$m=131072,t=3,")
