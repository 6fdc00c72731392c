# SPDX-License-Identifier: GPL-3.0-or-later
"""What Qt leaves out of a PDF: the language it is in, and the letters behind its joined shapes.

Qt 6 names the *shapes* of Arabic letters and of ligatures ("ﻟﺎ", "ﬃ") where a reader who copies, searches or
listens needs the letters, calls every space a tab, and has no way to say the document's language. All three
are mended by an incremental update (PDF 32000-1, 7.5.6): the file stays as Qt wrote it and the few changed
objects follow at its end.
"""

import re
import unicodedata

_XREF = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_ENTRIES = re.compile(rb"xref\s+0 (\d+)\s+")
_LISTED = re.compile(rb"\[[^\]]*\]")
_CODE = re.compile(rb"<([0-9A-Fa-f]{4})>")
_ENTRY = 20  # bytes of one line in a cross-reference table


def complete(pdf: bytes, language: str) -> bytes:
    """Return a PDF by Qt with its language named and its text as letters; any other file as it is."""
    found = _XREF.search(pdf)
    if found is None:
        return pdf
    offsets = _offsets(pdf, int(found[1]))
    changed: dict[int, bytes] = {}
    for number, offset in offsets.items():
        head = pdf[offset : offset + 120].partition(b"endobj")[0]
        if b"/Type /Catalog" in head:
            changed[number] = _with_language(_body(pdf, offset), language)
        elif b"/CIDInit /ProcSet" in head:
            changed[number] = _with_letters(_body(pdf, offset))
    return pdf + _update(pdf, changed, int(found[1])) if changed else pdf


def _offsets(pdf: bytes, xref: int) -> dict[int, int]:
    table = _ENTRIES.match(pdf, xref)
    if table is None:
        return {}
    lines = (pdf[at : at + _ENTRY] for at in range(table.end(), table.end() + int(table[1]) * _ENTRY, _ENTRY))
    return {number: int(line[:10]) for number, line in enumerate(lines) if line[17:18] == b"n"}


def _body(pdf: bytes, offset: int) -> bytes:
    """Return what stands between `obj` and `endobj`; only called for objects without binary streams."""
    start = pdf.index(b"obj\n", offset) + 4
    return pdf[start : pdf.index(b"endobj", start)].strip()


def _with_language(catalogue: bytes, language: str) -> bytes:
    shown = b"\n/Lang (%s)\n/ViewerPreferences << /DisplayDocTitle true >>\n>>" % language.encode("ascii")
    return catalogue[: catalogue.rindex(b">>")].rstrip() + shown


def _with_letters(stream: bytes) -> bytes:
    start = stream.index(b"stream\n") + 7
    text = stream[start : stream.rindex(b"endstream")].strip()
    text = _LISTED.sub(_letters_of_list, text)
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text)


def _letters_of_list(listed: "re.Match[bytes]") -> bytes:
    return _CODE.sub(_letters_of_code, listed[0])


def _letters_of_code(code: "re.Match[bytes]") -> bytes:
    letters = letters_of_shape(chr(int(code[1], 16)))
    return b"<" + letters.encode("utf-16-be").hex().upper().encode("ascii") + b">"


def letters_of_shape(shape: str) -> str:
    """Return the letter behind a shape: U+FEE3 "ﻣ" is "م", U+FB01 "ﬁ" is "fi"; others as they are.

    A shape of several Arabic letters ("ﻻ") stays: readers disagree on the order of its letters,
    all of them know the shape, and it is the same as its letters after Unicode normalisation (NFKC).
    """
    if shape == "\t":
        return " "
    if "\ufb00" <= shape <= "\ufb06":
        return unicodedata.normalize("NFKC", shape)
    if "\ufb50" <= shape <= "\ufdff" or "\ufe70" <= shape <= "\ufefc":
        letter = unicodedata.normalize("NFKC", shape)
        return letter if len(letter) == 1 else shape
    return shape


def _update(pdf: bytes, changed: dict[int, bytes], previous: int) -> bytes:
    new = bytearray()
    table = bytearray(b"xref\n0 1\n0000000000 65535 f \n")
    for number, body in sorted(changed.items()):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(pdf) + len(new))
        new += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    trailer = pdf[pdf.rindex(b"trailer") : pdf.rindex(b">>", 0, pdf.rindex(b"startxref"))].rstrip()
    start = len(pdf) + len(new)
    return bytes(new + table + trailer + b"\n/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n" % (previous, start))
