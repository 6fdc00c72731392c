# SPDX-License-Identifier: GPL-3.0-or-later
"""The start: `korak` shows the window, `korak VERB` does what is typed. Everything is wired together here."""

import sys
from collections.abc import Sequence
from pathlib import Path

from korak import diagnostics, paths


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says and return the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if not given:
        return start(paths.data_folder())
    from korak.cli.main import main as typed  # noqa: PLC0415 - most starts have no arguments

    return typed(given, start)


def start(folder: Path) -> int:
    """Show the window on a data folder and stay until it is closed."""
    from korak.ui import app  # noqa: PLC0415 - a verb needs no screen

    diagnostics.install(folder)
    return app.run(folder)


if __name__ == "__main__":
    sys.exit(main())
