# SPDX-License-Identifier: GPL-3.0-or-later
"""The spell check: Slovenian texts of packs and of the program, by hunspell and a reviewed word list.

Prints file, place and word for each word that neither hunspell's sl_SI nor `words-sl.txt` knows.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import catalogues

WORDS = Path(__file__).with_name("words-sl.txt")

# Not prose: placeholders, $values, tags, addresses, file names (dot, slash or @ inside), words with a digit.
NOT_PROSE = re.compile(
    r"""
    \{[^{}]*\}
    | \$\w+
    | %\(\w+\)[srd]
    | `[^`]*`
    | <[^<>]*>
    | \b[a-z]+://\S+
    | \S*[^\W\d_]@[^\W\d_]\S*
    | \b[\w-]+(?:[./\\][\w-]+)*[./\\][a-z][\w-]*\b
    | \b\w*\d[\w./:-]*
    """,
    re.VERBOSE,
)
WORD = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> list[str]:
    """The words of a text that a person would read as words; a letter alone is taught, not spelt."""
    return [word for word in WORD.findall(NOT_PROSE.sub(" ", text)) if len(word) > 1]


def texts() -> Iterator[tuple[str, str]]:
    """Each Slovenian text with its place."""
    for pack in catalogues.packs():
        for message in catalogues.entries(catalogues.template(pack)):
            place = "; ".join(message.auto_comments) or ", ".join(file for file, _ in message.locations)
            yield f"assets/packs/{pack}/{place}", str(message.id)
    path = catalogues.catalogue_path(catalogues.PACK_LANGUAGE, catalogues.PROGRAM)
    if path.exists():
        for message in catalogues.entries(catalogues.read(path, catalogues.PACK_LANGUAGE)):
            for text in catalogues.forms(message):
                yield f"{path.relative_to(catalogues.ROOT).as_posix()}: {message.id!r}", text


def unknown_to_hunspell(words: set[str]) -> set[str]:
    """Those of the words that hunspell's Slovenian dictionary does not hold."""
    result = subprocess.run(
        ["hunspell", "-d", "sl_SI", "-i", "utf-8", "-l"],
        input="\n".join(sorted(words)) + "\n",
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(result.stdout.split())


def reviewed() -> set[str]:
    """The word list: a word in small letters holds for every spelling by case, any other only as written."""
    lines = WORDS.read_text("utf-8").splitlines()
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def is_known(word: str, known: set[str]) -> bool:
    """Whether the word list holds the word, or each part of a capitalised form of it."""
    return word in known or word.lower() in known or (word.isupper() and word.capitalize() in known)


def main() -> int:
    """Print what is unknown; 1 if there is any."""
    found = [(place, word) for place, text in texts() for word in words_of(text)]
    unknown = unknown_to_hunspell({word for _, word in found})
    known = reviewed()
    faults = dict.fromkeys(
        (place, word) for place, word in found if word in unknown and not is_known(word, known)
    )
    for place, word in faults:
        print(f"{place}: {word}")
    print(f"spelling: {len(found)} words read, {len(faults)} unknown")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
