# SPDX-License-Identifier: GPL-3.0-or-later
"""``korak lock PACK``: fixes the item versions of a pack's bank, so that a later change is found."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from korak.cli.fault_words import fault_line
from korak.content.assessment import Assessment
from korak.content.decode import LOCK, read_pack
from korak.content.frozen import Frozen
from korak.i18n import _, ngettext
from korak.services.packs import read_files

HELP = "fix the item versions of a pack's bank"

_HEAD = (
    "# Zapis, narejen z ukazom korak lock: zgoščena vrednost vsebine vsake različice vsake naloge.\n"
    "# Naloge, na katero je kdo že odgovoril, ne spreminjajte: napišite novo različico.\n\n"
)


def add_arguments(parser: ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("pack", type=Path, metavar="PACK", help=_("a pack's folder"))
    parser.add_argument(
        "--again",
        action="append",
        default=[],
        metavar="ITEM",
        help=_("fix this item anew: nobody has answered it yet"),
    )
    parser.add_argument(
        "--all-again", action="store_true", help=_("fix every item anew: nobody has answered any yet")
    )


def run(arguments: Namespace) -> int:
    """Write the lock; 1 when an item was changed without a new version."""
    reading = read_pack(read_files(arguments.pack), assessment=True)
    bank = reading.pack.assessment
    if reading.faults or bank is None:
        for fault in reading.faults:
            print(fault_line(arguments.pack.as_posix(), fault))
        print(_("{folder}: there is no bank that can be read.").format(folder=arguments.pack))
        return 1
    frozen = Frozen(reading.pack, bank)
    again = set(arguments.again)
    refused = [
        key for key in frozen.changed() if not arguments.all_again and key.partition("@")[0] not in again
    ]
    for key in refused:
        name, _sign, version = key.partition("@")
        print(
            _("Item `{id}` was changed, but it is still version {version}.").format(id=name, version=version)
        )
    if refused:
        return 1
    fixed = {**bank.lock.items, **_to_fix(frozen, bank)}
    (arguments.pack / LOCK).write_text(lock_text(bank.version, fixed), encoding="utf-8", newline="\n")
    count = len(fixed)
    print(
        ngettext("{count} item version is fixed.", "{count} item versions are fixed.", count).format(
            count=count
        )
    )
    return 0


def lock_text(version: str, fixed: dict[str, str]) -> str:
    """The lock as it is committed: the same bank gives the same text."""
    lines = (f'"{key}" = "{value}"\n' for key, value in sorted(fixed.items(), key=_order))
    return f'{_HEAD}bank = "{version}"\n\n[items]\n{"".join(lines)}'


def _to_fix(frozen: Frozen, bank: Assessment) -> dict[str, str]:
    """The hashes of everything that is not a draft."""
    kept = {item.key for item in bank.items.values() if item.status != "draft"}
    return {key: value for key, value in frozen.hashes().items() if key in kept}


def _order(entry: tuple[str, str]) -> tuple[str, int, str]:
    """Items in the order people count: t2 before t10."""
    name = entry[0].partition("@")[0]
    digits = "".join(letter for letter in name if letter.isdigit())
    return name[:1], int(digits or 0), entry[0]
