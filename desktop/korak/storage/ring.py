# SPDX-License-Identifier: GPL-3.0-or-later
"""The operating system's own place for secrets, where there is one: it opens the centre without the trainer.

Only places that encrypt are used, named one by one. What `keyring` would pick by itself may be a plain file,
and a missing session bus may keep it waiting for ever, so every call runs beside the program and is given up
after a while.
"""

import os
import sys
import threading
from collections.abc import Callable
from typing import Protocol, TypeVar

SERVICE = "Korak"
_NO_BACKEND_WANTED = "PYTHON_KEYRING_BACKEND"  # how a person tells `keyring` to keep out; so do our tests
_PATIENCE_SECONDS = 4.0

T = TypeVar("T")


class Ring(Protocol):
    """A place for secrets."""

    def read(self, entry: str) -> bytes | None:
        """Return a secret; None where it is not, or there is no such place."""
        ...

    def write(self, entry: str, secret: bytes) -> bool:
        """Keep a secret; False where that cannot be done."""
        ...

    def forget(self, entry: str) -> None:
        """Remove a secret."""
        ...


class NoRing:
    """A computer without such a place."""

    def read(self, entry: str) -> bytes | None:  # noqa: ARG002
        """Return nothing."""
        return None

    def write(self, entry: str, secret: bytes) -> bool:  # noqa: ARG002
        """Keep nothing."""
        return False

    def forget(self, entry: str) -> None:
        """Do nothing."""


class _Backend(Protocol):
    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


class SystemRing:
    """Windows' credential store, macOS' keychain, the Secret Service or KWallet."""

    def __init__(
        self, find: Callable[[], _Backend | None] | None = None, patience: float = _PATIENCE_SECONDS
    ) -> None:
        self._find = find or system_backend
        self._patience = patience

    def read(self, entry: str) -> bytes | None:
        """Return a secret; None where it is not, or the system does not answer."""

        def ask() -> bytes | None:
            backend = self._find()
            found = backend.get_password(SERVICE, entry) if backend else None
            return bytes.fromhex(found) if found else None

        return self._beside(ask, None)

    def write(self, entry: str, secret: bytes) -> bool:
        """Keep a secret and read it back; False where that cannot be done."""

        def keep() -> bool:
            backend = self._find()
            if backend is None:
                return False
            backend.set_password(SERVICE, entry, secret.hex())
            return backend.get_password(SERVICE, entry) == secret.hex()

        return self._beside(keep, False)

    def forget(self, entry: str) -> None:
        """Remove a secret, if it is there."""

        def remove() -> None:
            backend = self._find()
            if backend is not None:
                backend.delete_password(SERVICE, entry)

        self._beside(remove, None)

    def _beside(self, ask: Callable[[], T], otherwise: T) -> T:
        answers: list[T] = []

        def run() -> None:
            try:
                answers.append(ask())
            except Exception:  # noqa: BLE001 - whatever a keyring does, the passphrase still opens the centre
                return

        thread = threading.Thread(target=run, name="korak-keyring", daemon=True)
        thread.start()
        thread.join(self._patience)
        return answers[0] if answers else otherwise


def system_backend() -> _Backend | None:
    """Return the first usable place for secrets of this system; never one that only pretends."""
    if os.environ.get(_NO_BACKEND_WANTED, "").rpartition(".")[0] in {
        "keyring.backends.fail",
        "keyring.backends.null",
    }:
        return None
    for module, name in _CANDIDATES.get(sys.platform, ()):
        backend = _backend(module, name)
        if backend is not None:
            return backend
    return None


_CANDIDATES = {
    "win32": (("keyring.backends.Windows", "WinVaultKeyring"),),
    "darwin": (("keyring.backends.macOS", "Keyring"),),
    "linux": (
        ("keyring.backends.SecretService", "Keyring"),
        ("keyring.backends.kwallet", "DBusKeyring"),
    ),
}


def _backend(module: str, name: str) -> _Backend | None:
    from importlib import import_module  # noqa: PLC0415 - keyring is only loaded where a slot asks for it

    kind = getattr(import_module(module), name)
    return kind() if kind.viable else None
