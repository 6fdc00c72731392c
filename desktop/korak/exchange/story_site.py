# SPDX-License-Identifier: GPL-3.0-or-later
"""Learners' stories as a web page that stands alone: HTML, a stylesheet, photos; no script, no request out.

Nothing in the files tells of the computer they were made on: no path, no name of a user, no time but the
day. The same stories give the same bytes.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from string import Template

from korak import i18n
from korak.centre.stories import QUESTIONS, Shown, photo_file
from korak.i18n import N_

INDEX, STYLE = "index.html", "style.css"
ASKED: Mapping[str, str] = {
    "come_from": N_("Where do I come from?"),
    "learned": N_("What have I learned?"),
    "now": N_("What do I do by myself now?"),
}
"""The guiding questions in words, by the field that holds the answer."""

_SL = i18n.CONTENT_LANGUAGE
_LEAD_LETTERS = 150


@dataclass(frozen=True, slots=True)
class Page:
    """One story as it is shown; `photo` is a JPEG, its size in pixels."""

    file: str
    title: str
    name: str
    language: str
    answers: tuple[str, ...]
    photo: bytes | None = None
    photo_file: str = ""
    photo_size: tuple[int, int] = (0, 0)
    photo_text: str = ""

    @property
    def heading(self) -> str:
        """The title, or who tells the story where it has none."""
        return self.title or gettext_sl(N_("The story of {name}")).format(name=self.name)


def gettext_sl(message: str) -> str:
    """Return a text of the program in Slovenian, the language of the page around the stories."""
    return i18n.gettext_in(_SL, message)


def site(centre: str, pages: Sequence[Page], made_on: date) -> Mapping[str, bytes]:
    """Return every file of the web page by its name; stories in the order given."""
    files: dict[str, bytes] = {STYLE: _CSS.encode(), INDEX: _index(centre, pages, made_on).encode()}
    for number, page in enumerate(pages):
        before = pages[number - 1] if number else None
        after = pages[number + 1] if number + 1 < len(pages) else None
        files[page.file] = _story(centre, page, before, after).encode()
        if page.photo is not None:
            files[page.photo_file] = page.photo
    return files


def listed(lines: Iterable[tuple[Shown, str, str]]) -> bytes:
    """Return what is shown with its names and titles, as a CSV file that a spreadsheet opens (UTF-8, `;`)."""
    told = io.StringIO()
    table = csv.writer(told, delimiter=";", lineterminator="\r\n")
    head = (N_("File"), N_("Name"), N_("Title"), N_("Photo"), N_("Consent of"), N_("Until"))
    table.writerow([gettext_sl(name) for name in head])
    for shown, name, title in lines:
        days = [i18n.format_date(day, _SL) if day else "" for day in (shown.consented_on, shown.until)]
        photo = photo_file(shown.photo) if shown.photo else ""
        table.writerow([_no_formula(cell) for cell in (shown.file, name, title, photo, *days)])
    return told.getvalue().encode("utf-8-sig")


def _no_formula(text: str) -> str:
    """A cell that a spreadsheet takes for words, whatever it begins with."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def write_folder(folder: Path, files: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
    """Write the files into a folder and erase those named `gone` there; the index is written last."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in sorted(files.items(), key=_index_last):
        fresh = folder / f".{name}.new"
        fresh.write_bytes(data)
        fresh.replace(folder / name)
    for name in gone:
        if name not in files:
            (folder / name).unlink(missing_ok=True)


def write_zip(path: Path, files: Mapping[str, bytes], made_on: date) -> None:
    """Write the files into one .zip file; every entry bears the day alone."""
    fresh = path.with_name(f".{path.name}.new")
    day = (max(made_on.year, 1980), made_on.month, made_on.day, 0, 0, 0)
    with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in sorted(files.items(), key=_index_last):
            entry = zipfile.ZipInfo(name, day)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, data)
    fresh.replace(path)


def _index_last(item: tuple[str, bytes]) -> tuple[bool, str]:
    return item[0] == INDEX, item[0]


def _index(centre: str, pages: Sequence[Page], made_on: date) -> str:
    title = gettext_sl(N_("Our stories"))
    cards = "\n".join(_card(page) for page in pages)
    empty = f"<p>{_text(gettext_sl(N_('There is no story here at the moment.')))}</p>"
    lead = gettext_sl(N_("People who learn digital skills tell where they come from and what they do now."))
    day = i18n.format_date(made_on, _SL)
    body = _INDEX.substitute(
        title=_text(title),
        lead=_text(lead),
        cards=f'<ul class="stories">\n{cards}\n</ul>' if pages else empty,
    )
    foot = _text(gettext_sl(N_("Last changed: {day}")).format(day=day))
    return _whole(f"{title} · {centre}", centre, body, f'<p><time datetime="{made_on}">{foot}</time></p>')


def _card(page: Page) -> str:
    lead = " ".join(" ".join(page.answers).split())
    if len(lead) > _LEAD_LETTERS:
        lead = lead[:_LEAD_LETTERS].rsplit(" ", 1)[0] + " …"
    return _CARD.substitute(
        file=_text(page.file),
        photo=_photo(page, lazy=True),
        heading=_text(page.heading),
        heading_language=_spoken(page.language if page.title else _SL),
        language=_spoken(page.language),
        lead=_text(lead),
        name=_text(page.name),
    )


def _story(centre: str, page: Page, before: Page | None, after: Page | None) -> str:
    parts = [
        _part(question, answer, page.language)
        for question, answer in zip(QUESTIONS, page.answers, strict=True)
        if answer.strip()
    ]
    body = _STORY.substitute(
        language=_spoken(page.language),
        heading=_text(page.heading),
        heading_language=_spoken(page.language if page.title else _SL),
        name=_text(page.name),
        photo=_photo(page),
        parts="\n".join(parts),
        back=_text(gettext_sl(N_("All stories"))),
        ways=_ways(before, after),
        ways_name=_text(gettext_sl(N_("More stories"))),
    )
    agreed = _text(gettext_sl(N_("Shown with the consent of its author.")))
    return _whole(f"{page.heading} · {centre}", centre, body, f"<p>{agreed}</p>")


def _part(question: str, answer: str, language: str) -> str:
    asked = ASKED[question]
    sl, own = gettext_sl(asked), i18n.gettext_in(language, asked)
    told = f'<span lang="sl" dir="ltr">{_text(sl)}</span>'
    if language != _SL and own not in (asked, sl):
        told = f"<span>{_text(own)}</span> {told}"
    paragraphs = "\n".join(
        f"<p>{'<br>'.join(_text(line) for line in block)}</p>" for block in _paragraphs(answer)
    )
    return f"<section>\n<h2>{told}</h2>\n{paragraphs}\n</section>"


def _paragraphs(answer: str) -> list[list[str]]:
    """The lines of each paragraph; an empty line ends one."""
    found: list[list[str]] = [[]]
    for line in answer.strip().splitlines():
        if line.strip():
            found[-1].append(line.strip())
        elif found[-1]:
            found.append([])
    return [block for block in found if block]


def _photo(page: Page, *, lazy: bool = False) -> str:
    if page.photo is None:
        return ""
    width, height = page.photo_size
    spoken = page.photo_text or gettext_sl(N_("Photo: {name}")).format(name=page.name)
    language = _spoken(page.language if page.photo_text else _SL)
    late = ' loading="lazy"' if lazy else ""
    return (
        f'<img src="{_text(page.photo_file)}" alt="{_text(spoken)}" {language} '
        f'width="{width}" height="{height}"{late}>'
    )


def _ways(before: Page | None, after: Page | None) -> str:
    shown = ((before, "prev", N_("Previous story")), (after, "next", N_("Next story")))
    return "\n".join(
        f'<a rel="{rel}" href="{_text(page.file)}"><span>{_text(gettext_sl(said))}</span> '
        f"<strong {_spoken(page.language if page.title else _SL)}>{_text(page.heading)}</strong></a>"
        for page, rel, said in shown
        if page is not None
    )


def _whole(title: str, centre: str, body: str, foot: str) -> str:
    return _PAGE.substitute(
        title=_text(title),
        centre=_text(centre),
        skip=_text(gettext_sl(N_("To the text"))),
        stones=_STONES,
        body=body,
        foot=foot,
    )


def _spoken(language: str) -> str:
    way = "rtl" if i18n.is_rtl(language) else "ltr"
    return f'lang="{_text(language)}" dir="{way}"'


def _text(text: str) -> str:
    return escape(text, quote=True)


_STONES = (
    '<svg class="stones" viewBox="0 0 120 64" width="120" height="64" aria-hidden="true" focusable="false">'
    '<ellipse cx="24" cy="50" rx="22" ry="11" fill="#1E5B4F"/>'
    '<ellipse cx="62" cy="32" rx="20" ry="10" fill="#3B8271"/>'
    '<ellipse cx="98" cy="14" rx="18" ry="9" fill="#E9A23B"/></svg>'
)
_PAGE = Template(
    """<!DOCTYPE html>
<html lang="sl" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>$title</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
<a class="skip" href="#text">$skip</a>
<header>
<a class="centre" href="index.html">$stones<span>$centre</span></a>
</header>
<main id="text">
$body
</main>
<footer>
$foot
</footer>
</body>
</html>
"""
)
_INDEX = Template(
    """<h1>$title</h1>
<p class="lead">$lead</p>
$cards"""
)
_CARD = Template(
    """<li><article $language>
$photo
<h2 $heading_language><a href="$file">$heading</a></h2>
<p>$lead</p>
<p class="author"><bdi>$name</bdi></p>
</article></li>"""
)
_STORY = Template(
    """<article class="story" $language>
<h1 $heading_language>$heading</h1>
<p class="author"><bdi>$name</bdi></p>
$photo
$parts
</article>
<nav aria-label="$ways_name">
$ways
<a class="all" href="index.html">$back</a>
</nav>"""
)
_CSS = """:root {
  --paper: #FBF8F2; --card: #FFFFFF; --line: #E6DFD2; --ink: #1D2A2B; --soft: #4C5A59;
  --pine: #1E5B4F; --mint: #E3F0EA; --amber: #E9A23B; --ground: #FDF1DC; --focus: #B96B00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14201F; --card: #1C2B29; --line: #34463F; --ink: #F2EFE7; --soft: #C4CFCA;
    --pine: #8FD1BD; --mint: #20352F; --amber: #E9A23B; --ground: #3A2F1A; --focus: #F2B45C;
  }
}
* { box-sizing: border-box; }
html { font-size: 112.5%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font-family: "Noto Sans", "Noto Sans Arabic", system-ui, "Segoe UI", Roboto, sans-serif; line-height: 1.65;
}
header, main, footer { max-width: 62rem; margin-inline: auto; padding-inline: 1.25rem; }
header { padding-block: 1.5rem .5rem; }
.centre {
  display: inline-flex; align-items: center; gap: .9rem; min-height: 2.75rem;
  color: var(--ink); font-weight: 700; text-decoration: none;
}
.stones { width: 3.6rem; height: auto; }
.skip { position: absolute; inset-inline-start: -99rem; }
.skip:focus { inset-inline-start: 1rem; top: .5rem; padding: .6rem 1rem; background: var(--card); }
h1, h2, p { overflow-wrap: anywhere; }
h1 { margin: 1.2rem 0 .3rem; font-size: clamp(1.9rem, 6vw, 2.9rem); line-height: 1.2; }
h2 { font-size: 1.25rem; line-height: 1.35; }
p { margin: 0 0 1rem; }
a { color: var(--pine); }
a:focus-visible { outline: 4px solid var(--focus); outline-offset: 3px; border-radius: .4rem; }
.lead { max-width: 40rem; font-size: 1.15rem; color: var(--soft); }
.stories {
  display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: 1.5rem;
  margin: 2rem 0; padding: 0; list-style: none;
}
.stories article {
  position: relative; height: 100%; padding: 1.25rem; border: 1px solid var(--line); border-radius: 1.1rem;
  background: var(--card); border-block-end: .45rem solid var(--pine);
}
.stories li:nth-child(3n+2) article { border-block-end-color: #3B8271; }
.stories li:nth-child(3n) article { border-block-end-color: var(--amber); }
.stories img {
  display: block; width: calc(100% + 2.5rem); height: 13rem; margin: -1.25rem -1.25rem 1rem;
  object-fit: cover; border-radius: 1.05rem 1.05rem 0 0;
}
.stories h2 { margin: 0 0 .6rem; }
.stories h2 a { text-decoration: none; }
.stories h2 a::after { content: ""; position: absolute; inset: 0; }
.stories h2 a:hover { text-decoration: underline; }
.stories .author { margin-bottom: 0; }
.author { color: var(--soft); font-weight: 700; }
.story { max-width: 40rem; margin-inline: auto; }
.story > img {
  display: block; width: auto; max-width: 100%; height: auto; max-height: 34rem; margin: 1.4rem auto;
  border-radius: 1.1rem;
}
.story section { margin: 2rem 0; padding-inline-start: 1.4rem; border-inline-start: .4rem solid var(--pine); }
.story section:nth-of-type(2) { border-inline-start-color: #3B8271; }
.story section:nth-of-type(3) { border-inline-start-color: var(--amber); }
.story h2 { margin: 0 0 .6rem; color: var(--pine); }
.story h2 span { display: block; }
.story h2 span + span { color: var(--soft); font-size: 1rem; font-weight: 400; }
[dir="rtl"] { line-height: 1.9; text-align: start; }
nav { display: flex; flex-wrap: wrap; gap: 1rem; max-width: 40rem; margin: 3rem auto 1rem; }
nav a {
  flex: 1 1 14rem; padding: .9rem 1.1rem; border-radius: .9rem;
  background: var(--mint); text-decoration: none;
}
nav a span, nav a strong { display: block; }
nav a span { color: var(--soft); font-size: .95rem; }
nav a.all { flex-basis: 100%; background: var(--ground); color: var(--ink); }
nav a.all { font-weight: 700; text-align: center; }
footer { margin-top: 2rem; padding-block: 1.2rem 2.5rem; color: var(--soft); font-size: .95rem; }
footer::before { content: ""; display: block; margin-bottom: 1rem; border-top: 1px solid var(--line); }
@media print {
  body { background: #FFFFFF; color: #000000; }
  nav, .skip { display: none; }
  .stories article, .story section { break-inside: avoid; }
}
"""
