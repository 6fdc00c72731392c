# SPDX-License-Identifier: GPL-3.0-or-later
import time

import pytest

from korak.storage import ring
from korak.storage.ring import NoRing, SystemRing


class Drawer:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Broken(Drawer):
    """A keyring that refuses everything."""

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError("locked")


class Forgetful(Drawer):
    """A keyring that pretends to keep."""

    def set_password(self, service: str, username: str, password: str) -> None:
        return


class Silent(Drawer):
    """A keyring whose session bus never answers."""

    def get_password(self, service: str, username: str) -> str | None:
        time.sleep(30)
        return None


def test_a_secret_is_kept_read_and_forgotten() -> None:
    drawer = Drawer()
    keyring = SystemRing(lambda: drawer)
    assert keyring.write("entry", b"\x01\x02")
    assert keyring.read("entry") == b"\x01\x02"
    keyring.forget("entry")
    assert keyring.read("entry") is None
    keyring.forget("entry")


@pytest.mark.parametrize("kind", [Broken, Forgetful])
def test_a_keyring_that_does_not_keep_counts_as_none(kind: type[Drawer]) -> None:
    keyring = SystemRing(kind)
    assert not keyring.write("entry", b"\x01")
    assert keyring.read("entry") is None


def test_a_silent_keyring_is_given_up() -> None:
    begun = time.monotonic()
    assert SystemRing(Silent, patience=0.1).read("entry") is None
    assert time.monotonic() - begun < 5


def test_what_is_no_key_is_not_read() -> None:
    drawer = Drawer()
    drawer.set_password(ring.SERVICE, "entry", "not hexadecimal")
    assert SystemRing(lambda: drawer).read("entry") is None


def test_a_computer_without_a_keyring_is_fine() -> None:
    assert SystemRing(lambda: None).read("entry") is None
    assert not SystemRing(lambda: None).write("entry", b"\x01")
    assert NoRing().read("entry") is None
    assert not NoRing().write("entry", b"\x01")
    NoRing().forget("entry")


def test_only_places_that_encrypt_are_ever_used() -> None:
    named = {module for candidates in ring._CANDIDATES.values() for module, _ in candidates}
    assert named == {
        "keyring.backends.Windows",
        "keyring.backends.macOS",
        "keyring.backends.SecretService",
        "keyring.backends.kwallet",
    }


def test_whoever_turns_keyring_off_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    assert ring.system_backend() is None


def test_no_session_bus_does_not_hang(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    begun = time.monotonic()
    assert SystemRing().read("no such entry") is None
    assert time.monotonic() - begun < 6
