# SPDX-License-Identifier: GPL-3.0-or-later
"""``korak schema``: the JSON Schema of a pack's files, for editors that help while one writes."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from korak.content.schema import schema

HELP = "write the JSON Schema of a pack's files"


def add_arguments(parser: ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("--output", type=Path, metavar="FILE", help="write into a file")


def run(arguments: Namespace) -> int:
    """Write the schema."""
    if arguments.output is None:
        print(schema_text(), end="")
    else:
        arguments.output.write_text(schema_text(), encoding="utf-8", newline="\n")
    return 0


def schema_text() -> str:
    """The schema as it is committed."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
