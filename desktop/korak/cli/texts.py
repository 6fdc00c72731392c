# SPDX-License-Identifier: GPL-3.0-or-later
"""``korak texts PACK``: every text of a pack as a gettext template, with the places it stands in."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from korak import i18n
from korak.cli.fault_words import place_words
from korak.content.pack import Pack
from korak.content.texts import PackText, texts
from korak.services.packs import load_bank

HELP = "list the texts of a pack for translators"


def add_arguments(parser: ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("pack", type=Path, metavar="PACK", help="a pack's folder")
    parser.add_argument("--missing", metavar="LANGUAGE", help="only the texts this language does not have")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write into a file")


def run(arguments: Namespace) -> int:
    """Write the template."""
    pack = load_bank(arguments.pack)
    template = "".join(template_lines(pack, arguments.missing))
    if arguments.output is None:
        print(template, end="")
    else:
        arguments.output.write_text(template, encoding="utf-8", newline="\n")
    return 0


def template_lines(pack: Pack, missing_in: str | None = None) -> Iterator[str]:
    """The gettext template, entry by entry; a word's English meaning comes along as a comment."""
    yield f'msgid ""\nmsgstr ""\n"Project-Id-Version: {pack.id} {pack.version}\\n"\n'
    yield f'"Language: {missing_in or ""}\\n"\n"MIME-Version: 1.0\\n"\n'
    yield '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    places: dict[str, list[PackText]] = {}
    for text in texts(pack):
        places.setdefault(text.msgid, []).append(text)
    meanings = {word.lemma: word.english for word in pack.words.values()}
    for msgid, found in places.items():
        if missing_in and i18n.content(pack.id, msgid, missing_in) is not None:
            continue
        yield "\n"
        yield f"#. {meanings[msgid]}\n" if meanings.get(msgid) else ""
        yield from (f"#. {one.file}: {place_words(one.place)}\n" for one in found)
        yield "".join(f"#: {file}\n" for file in dict.fromkeys(one.file for one in found))
        yield f'msgid "{_quoted(msgid)}"\nmsgstr ""\n'


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
