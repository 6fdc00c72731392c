# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogues are whole, and the tool that keeps them does what it says."""

import gettext
from io import BytesIO
from pathlib import Path

import catalogues
import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

SLOVENIAN = "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);"


@pytest.mark.parametrize("domain", [catalogues.PROGRAM, *catalogues.packs()])
def test_every_catalogue_holds_every_text(domain: str) -> None:
    assert list(catalogues.faults(domain)) == []


def test_slovenian_counts_in_four_forms(project: Path) -> None:
    path = project / "locales" / "sl" / "LC_MESSAGES" / "korak.po"
    assert catalogues.read(path, "sl").plural_forms == SLOVENIAN


HEADER = (
    f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {SLOVENIAN}\\n"\n'
)


def _catalogue(body: str, language: str = "sl") -> Catalog:
    header = HEADER if language == "sl" else HEADER.replace(f'"Plural-Forms: {SLOVENIAN}\\n"\n', "")
    return read_po(BytesIO(f"{header}\n{body}".encode()), locale=language)


def _faults(body: str, language: str = "sl") -> list[str]:
    catalog = _catalogue(body, language)
    return [
        fault
        for message in catalogues.entries(catalog)
        for fault in catalogues.faults_of_entry(message, catalog)
    ]


def test_a_translation_with_another_placeholder_is_a_fault() -> None:
    assert _faults('msgid "Hello {name}"\nmsgstr "Dober dan, {ime}"\n')
    assert not _faults('msgid "Hello {name}"\nmsgstr "Dober dan, {name}"\n')


def test_an_untranslated_text_is_a_fault_only_where_all_must_be_translated() -> None:
    catalog = _catalogue('msgid "Hello"\nmsgstr ""\n')
    assert list(catalogues.faults_against(catalog, catalog, must_be_complete=True))
    assert not list(catalogues.faults_against(catalog, catalog, must_be_complete=False))


def test_a_text_the_catalogue_lacks_and_one_it_no_longer_needs_are_faults() -> None:
    old, new = _catalogue('msgid "Old"\nmsgstr "Staro"\n'), _catalogue('msgid "New"\nmsgstr ""\n')
    assert len(list(catalogues.faults_against(old, new, must_be_complete=True))) == 2


def test_a_fuzzy_text_is_a_fault() -> None:
    assert _faults('#, fuzzy\nmsgid "Hello"\nmsgstr "Dober dan"\n')


OTHER_FORMS = 'msgstr[1] "{n} koraka"\nmsgstr[2] "{n} koraki"\nmsgstr[3] "{n} korakov"\n'
STEPS = 'msgid "{n} step"\nmsgid_plural "{n} steps"\n'


def test_slovenian_form_one_also_counts_one_hundred_and_one_so_it_needs_its_number() -> None:
    assert _faults(f'{STEPS}msgstr[0] "en korak"\n{OTHER_FORMS}')
    assert not _faults(f'{STEPS}msgstr[0] "{{n}} korak"\n{OTHER_FORMS}')


def test_english_form_one_may_leave_its_number_out() -> None:
    assert not _faults(f'{STEPS}msgstr[0] "one step"\nmsgstr[1] "{{n}} steps"\n', "en")


def test_a_missing_plural_form_is_a_fault() -> None:
    assert _faults(f'{STEPS}msgstr[0] "{{n}} korak"\nmsgstr[1] "{{n}} koraka"\nmsgstr[2] ""\nmsgstr[3] ""\n')


def test_a_compiled_catalogue_tells_how_many_texts_nobody_has_reviewed(tmp_path: Path) -> None:
    body = (
        '#, draft\nmsgid "Open"\nmsgstr "Odpri"\n\nmsgid "Close"\nmsgstr "Zapri"\n\n'
        'msgid "Save"\nmsgstr ""\n\n'
        f'{STEPS}msgstr[0] "{{n}} korak"\n{OTHER_FORMS}'
    )
    source = tmp_path / "sl" / "LC_MESSAGES" / "x.po"
    source.parent.mkdir(parents=True)
    source.write_text(f"{HEADER}\n{body}", "utf-8")
    catalogues.compile_one(source)

    compiled = gettext.translation("x", tmp_path, ["sl"])
    assert compiled.info()["x-korak-drafts"] == "1"
    assert compiled.info()["x-korak-state"] == "draft"
    assert compiled.info()["x-korak-untranslated"] == "1"
    assert compiled.gettext("Close") == "Zapri"
    assert compiled.gettext("Save") == "Save"
    words = [compiled.ngettext("{n} step", "{n} steps", n).format(n=n) for n in (1, 2, 3, 5, 101)]
    assert words == ["1 korak", "2 koraka", "3 koraki", "5 korakov", "101 korak"]


SOURCE = """
from korak.i18n import _, ngettext
# Translators: on a button
a = _("Open " "it")
b = f"{_('inside')} {i18n.gettext_in(language, 'named')}"
c = ngettext("{n} step", "{n} steps", n)
d = pgettext("verb", "Open")
e = _(variable)
"""


def test_marked_texts_are_found_wherever_they_stand() -> None:
    found = list(catalogues.texts_of_source(SOURCE, "a.py"))
    assert found == [
        ("Open it", "a.py", ["Translators: on a button"], None),
        ("inside", "a.py", [], None),
        ("named", "a.py", [], None),
        (("{n} step", "{n} steps"), "a.py", [], None),
        ("Open", "a.py", [], "verb"),
    ]
