# SPDX-License-Identifier: GPL-3.0-or-later
"""``korak vocabulary PACK``: the words of a topic as a deck for Anki, a sheet, or cards to cut out."""

import sys
from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path

from korak import i18n
from korak.clock import SystemClock
from korak.content.faults import PackFaults
from korak.content.pack import Pack
from korak.i18n import _
from korak.services import away
from korak.services.away import WordsAlong
from korak.services.packs import load_pack

HELP = "take the words of a topic along"


def add_arguments(parser: ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("pack", type=Path, metavar="PACK", help=_("a pack's folder"))
    parser.add_argument("--topic", metavar="TOPIC", help=_("the topic; without it, the topics are listed"))
    parser.add_argument("--language", metavar="LANGUAGE", help=_("the language of the meanings"))
    parser.add_argument("--anki", type=Path, metavar="FILE", help=_("write a deck for Anki"))
    parser.add_argument("--sheet", type=Path, metavar="FILE", help=_("write a PDF with pictures and words"))
    parser.add_argument("--cards", type=Path, metavar="FILE", help=_("write a PDF with cards to cut out"))


def run(arguments: Namespace) -> int:
    """Write what was asked for, or list the topics."""
    try:
        pack = load_pack(arguments.pack)
    except PackFaults as faults:
        print(
            _("The course cannot be read. Faults in it: %(count)s.") % {"count": len(faults.faults)},
            file=sys.stderr,
        )
        return 1
    if arguments.topic is None:
        _list_topics(pack)
        return 0
    if arguments.topic not in pack.topics:
        print(_("There is no topic “%(topic)s”.") % {"topic": arguments.topic}, file=sys.stderr)
        return 1
    along = WordsAlong(
        pack=pack,
        key=f"topic/{arguments.topic}",
        title=pack.topic_title(arguments.topic),
        words=[pack.words[name] for name in pack.topics[arguments.topic]],
        language=arguments.language,
    )
    return _write(along, arguments)


def _write(along: WordsAlong, arguments: Namespace) -> int:
    if arguments.sheet or arguments.cards:
        away.draw_without_window()
    wanted = (
        (partial(away.deck, along, SystemClock().now()), arguments.anki),
        (partial(away.sheet, along), arguments.sheet),
        (partial(away.cards, along), arguments.cards),
    )
    for make, file in wanted:
        if file is None:
            continue
        try:
            file.write_bytes(make())
        except OSError as error:
            print(
                _("%(file)s cannot be written (%(reason)s).") % {"file": file, "reason": error.strerror},
                file=sys.stderr,
            )
            return 1
        print(file)
    return 0


def _list_topics(pack: Pack) -> None:
    for topic, words in pack.topics.items():
        count = i18n.ngettext("{n} word", "{n} words", len(words)).format(n=len(words))
        print(f"{topic:<20} {pack.topic_title(topic)} ({count})")
