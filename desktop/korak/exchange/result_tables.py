# SPDX-License-Identifier: GPL-3.0-or-later
"""Results as tables for a spreadsheet: people, answers, tasks, groups, indicators, and what the codes mean.

One row per learner and occasion, real numbers and dates, codes with labels, no merged cells; a code and
never a name. The same result objects as on paper fill them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from korak.assessment.group_result import GroupResult, Member, TaskCounts
from korak.assessment.measured import Measured
from korak.assessment.sitting import Area, ItemScore

Value = str | float | int | date | None

OCCASIONS = {"pre": "pred tečajem", "post": "po tečaju", "followup": "pozneje"}
MODES = {"pc": "računalnik", "tablet": "tablica", "paper": "papir", "oral": "ustno"}
CHANGES = {
    "clear_up": "zanesljivo več",
    "likely_up": "verjetno več",
    "same": "približno enako",
    "likely_down": "verjetno manj",
    "clear_down": "zanesljivo manj",
    "missing": "brez primerjave",
}
STATES = {"not_yet": "še ne", "with_help": "s pomočjo", "alone": "samostojno"}
COMPARISONS = {
    "yes": "obe meritvi",
    "nothing": "brez preverjanja",
    "no_before": "brez začetnega preverjanja",
    "no_after": "brez končnega preverjanja",
    "no_score": "premalo odgovorov",
    "modes_differ": "enkrat na papirju, enkrat na zaslonu",
    "same_form": "dvakrat ista oblika",
}
STATUSES = {
    "completed": "opravljeno",
    "skipped": "preskočeno",
    "stopped": "ustavljeno",
    "not_reached": "ni prišlo na vrsto",
    "technical": "tehnična težava",
    "exempt": "oproščeno",
}
LEFT = {
    "work": "delo",
    "family": "družina in skrb za druge",
    "health": "zdravje",
    "moved_away": "selitev",
    "other_course": "drug tečaj",
    "too_hard": "pretežko",
    "too_easy": "prelahko",
    "time_or_way": "ura ali pot",
    "reached": "cilj je dosežen",
    "other": "drugo",
    "unknown": "razlog ni znan",
}
HELP = {0: "brez pomoči", 1: "jezikovna podpora", 2: "namig", 3: "prikaz"}
SELF = {"NT": "Še nikoli", "0": "Ne gre", "1": "S pomočjo", "2": "Sam / sama", "SKIP": "preskočeno"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name and what it means, with the unit."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of the workbook."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class About:
    """What the first sheet says about the file."""

    centre: str
    made_on: date
    version: str  # of the program


def result_tables(groups: Sequence[GroupResult], about: About) -> tuple[Table, ...]:
    """Return every table, the explanation first and the code book last."""
    tables = (_people(groups), _answers(groups), _tasks(groups), _groups(groups), _indicators(groups))
    return (_read_me(groups, about, tables), *tables, _code_book(tables))


# ----------------------------------------------------------------------------------------- people

Told = tuple[Column, Callable[[GroupResult, Member, Measured], Value]]


def _area_columns() -> list[Told]:
    told: list[Told] = []
    for area in (one for one in Area if one is not Area.V):
        told.append((Column(area.value, f"področje {area.value}, odstotki 0–100"), _AreaPercent(area)))
        told.append((Column(f"{area.value}_stanje", "stanje področja, glej Šifrant"), _AreaState(area)))
    return told


@dataclass(frozen=True, slots=True)
class _AreaPercent:
    area: Area

    def __call__(self, _group: GroupResult, _member: Member, one: Measured) -> Value:
        return one.area(self.area).percent


@dataclass(frozen=True, slots=True)
class _AreaState:
    area: Area

    def __call__(self, _group: GroupResult, _member: Member, one: Measured) -> Value:
        state = one.area(self.area).state
        return state.value if state else None


_PEOPLE: tuple[Told, ...] = (
    (Column("koda", "koda osebe; ime je samo v centru"), lambda _g, m, _o: m.result.code),
    (Column("skupina", "koda skupine"), lambda g, _m, _o: g.code),
    (Column("meritev", "pre, post, followup"), lambda _g, _m, o: o.occasion.value),
    (Column("meritev_ime", "ime meritve"), lambda _g, _m, o: OCCASIONS[o.occasion.value]),
    (Column("datum", "dan, ko je bilo preverjanje oddano"), lambda _g, _m, o: o.day),
    (Column("obrazec", "A ali B"), lambda _g, _m, o: o.form.value),
    (Column("vrstni_red", "AB ali BA"), lambda _g, _m, o: o.order.value),
    (Column("nacin", "pc, tablet, paper, oral"), lambda _g, _m, o: o.mode.value),
    (Column("zbirka", "različica zbirke nalog"), lambda _g, _m, o: o.record.bank.version),
    (Column("P", "izvedba nalog, odstotki 0–100"), lambda _g, _m, o: o.p),
    (Column("S", "lastna ocena, odstotki 0–100"), lambda _g, _m, o: o.s),
    (Column("V", "besede, odstotki 0–100"), lambda _g, _m, o: o.v),
    (Column("stopnja", "0–4, glej Šifrant"), lambda _g, _m, o: o.band.band),
    (Column("stopnja_blizu", "sosednja stopnja, če je meja blizu"), lambda _g, _m, o: o.band.toward),
    *_area_columns(),
    (Column("besede_prav", "pravilne besede"), lambda _g, _m, o: o.words_right),
    (Column("besede_od", "veljavne besede"), lambda _g, _m, o: o.words_of),
    (Column("se_nikoli", "odgovori »Še nikoli«"), lambda _g, _m, o: len(o.score.not_tried)),
    (Column("preskoceno", "preskočene naloge in vprašanja"), lambda _g, _m, o: len(o.score.skipped)),
    (
        Column("manjka", "naloge in vprašanja brez veljavnega odgovora"),
        lambda _g, _m, o: len(o.score.missing),
    ),
    (
        Column("lastni_jezik", "1, če je bil uporabljen lastni jezik"),
        lambda _g, _m, o: int(o.score.with_language),
    ),
    (Column("minute", "minute dela brez odmorov"), lambda _g, _m, o: o.record.seconds / 60),
    (Column("spremenjen_obrazec", "razlog, če je obrazec izbral človek"), lambda _g, _m, o: o.record.forced),
    (Column("koristno", "yes, partly, no; samo po tečaju"), lambda _g, _m, o: o.useful or None),
    (Column("primerjava", "glej Šifrant"), lambda _g, m, _o: m.result.comparison.value),
    (Column("razlika_P", "P po minus P pred, odstotne točke"), lambda _g, m, _o: m.result.difference),
    (Column("RC", "zanesljivost spremembe; nad 1,96 je zanesljivo"), lambda _g, m, _o: m.result.reliable.rc),
    (Column("sprememba", "glej Šifrant"), lambda _g, m, _o: m.result.change.value),
    (Column("sprememba_ime", "ime spremembe"), lambda _g, m, _o: CHANGES[m.result.change.value]),
    (Column("minute_prisotnosti", "minute na srečanjih"), lambda _g, m, _o: _minutes(m, attended=True)),
    (Column("minute_srecanj", "minute vseh srečanj"), lambda _g, m, _o: _minutes(m, attended=False)),
    (Column("odhod", "razlog odhoda, glej Šifrant"), lambda _g, m, _o: m.left.value if m.left else None),
)


def _minutes(member: Member, *, attended: bool) -> int | None:
    if member.attendance is None:
        return None
    return member.attendance.attended if attended else member.attendance.planned


def _people(groups: Iterable[GroupResult]) -> Table:
    rows = tuple(
        tuple(tell(group, member, one) for _column, tell in _PEOPLE)
        for group in groups
        for member in group.members
        for one in member.result.sittings
    )
    return Table("Osebe", tuple(column for column, _tell in _PEOPLE), rows)


# ---------------------------------------------------------------------------------------- answers

_ANSWERS = (
    Column("koda", "koda osebe"),
    Column("skupina", "koda skupine"),
    Column("meritev", "pre, post, followup"),
    Column("naloga", "naloga ali vprašanje"),
    Column("predloga", "predloga; ista v obrazcih A in B"),
    Column("vrsta", "task, judgement, recognition, self, vocab, then, exit"),
    Column("podrocje", "D0–D5, V"),
    Column("stanje", "glej Šifrant"),
    Column("odgovor", "koda ali izbrana možnost"),
    Column("tocke", "točke; prazno, če manjka"),
    Column("najvec", "največ točk"),
    Column("pomoc", "0–3, glej Šifrant"),
    Column("kriticno", "1, če je prišlo do nevarne napake"),
    Column("sekunde", "trajanje, samo za obveščanje"),
)


def _answers(groups: Iterable[GroupResult]) -> Table:
    rows = tuple(
        (member.result.code, group.code, one.occasion.value, *_answer(item))
        for group in groups
        for member in group.members
        for one in member.result.sittings
        for item in one.score.items
    )
    return Table("Odgovori", _ANSWERS, rows)


def _answer(one: ItemScore) -> tuple[Value, ...]:
    item, answer = one.item, one.answer
    return (
        item.id,
        item.template,
        item.kind.value,
        item.area.value,
        answer.status.value if answer else "not_reached",
        (answer.code or None) if answer else None,
        one.score,
        item.most,
        one.help,
        int(answer.critical) if answer else 0,
        answer.seconds if answer else None,
    )


# -------------------------------------------------------------------------------- tasks and groups

_TASKS = (
    Column("skupina", "koda skupine"),
    Column("predloga", "predloga naloge"),
    Column("podrocje", "D0–D5"),
    Column("raven", "1–4"),
    Column("meritev", "pre, post"),
    Column("n", "osebe na zaslonu"),
    Column("brez_pomoci", "osebe"),
    Column("z_namigom", "osebe"),
    Column("s_prikazom", "osebe"),
    Column("se_ne", "osebe"),
    Column("dosezene_tocke", "delež vseh točk, 0–1"),
    Column("zataknilo_se_je", "ključni korak, pri katerem se je ustavilo največ oseb"),
    Column("zataknilo_n", "osebe pri tem koraku"),
    Column("srednji_cas", "mediana, sekunde"),
)


def _tasks(groups: Iterable[GroupResult]) -> Table:
    rows = tuple(
        (group.code, facts.template, facts.area.value, facts.level, name, *_counts(counts))
        for group in groups
        for facts in group.tasks
        for name, counts in (("pre", facts.before), ("post", facts.after))
    )
    return Table("Naloge", _TASKS, rows)


def _counts(counts: TaskCounts) -> tuple[Value, ...]:
    return (
        counts.n,
        counts.alone,
        counts.hint,
        counts.shown,
        counts.not_done,
        counts.facility,
        counts.stuck or None,
        counts.stuck_n,
        counts.seconds,
    )


Figure = tuple[Column, Callable[[GroupResult], Value]]

_FIGURES: tuple[Figure, ...] = (
    (Column("skupina", "koda skupine"), lambda g: g.code),
    (Column("n_vpisani", "vpisane osebe"), lambda g: g.n_registered),
    (Column("n_pred", "osebe z začetnim preverjanjem"), lambda g: g.n_pre),
    (Column("n_po", "osebe s končnim preverjanjem"), lambda g: g.n_post),
    (Column("n_pari", "osebe z obema, primerljivo"), lambda g: g.n_paired),
    (Column("vec", "osebe z višjim P"), lambda g: g.p.improved),
    (Column("n_zero", "osebe z enakim P (ničle)"), lambda g: g.p.n_zero),
    (Column("manj", "osebe z nižjim P"), lambda g: g.p.declined),
    (Column("P_pred_mediana", "odstotki"), lambda g: g.p.pre.median),
    (Column("P_pred_q1", "odstotki"), lambda g: g.p.pre.q1),
    (Column("P_pred_q3", "odstotki"), lambda g: g.p.pre.q3),
    (Column("P_po_mediana", "odstotki"), lambda g: g.p.post.median),
    (Column("P_po_q1", "odstotki"), lambda g: g.p.post.q1),
    (Column("P_po_q3", "odstotki"), lambda g: g.p.post.q3),
    (Column("HL", "Hodges-Lehmann, točke"), lambda g: g.p.shift.estimate if g.p.shift else None),
    (Column("HL_od", "spodnja meja"), lambda g: g.p.shift.low if g.p.shift else None),
    (Column("HL_do", "zgornja meja"), lambda g: g.p.shift.high if g.p.shift else None),
    (
        Column("conf_achieved", "dejanska stopnja zaupanja, 0–1"),
        lambda g: g.p.shift.confidence if g.p.shift else None,
    ),
    (Column("p_exact", "natančen test predznačenih rangov"), lambda g: g.p.p_exact),
    (Column("p_pratt", "Prattova različica"), lambda g: g.p.p_pratt),
    (
        Column("rank_biserial", "−1 do +1; od 6 parov"),
        lambda g: g.p.ranks.rank_biserial if g.showing.attains_95 else None,
    ),
    (Column("S_pred_mediana", "odstotki"), lambda g: g.s.pre.median),
    (Column("S_po_mediana", "odstotki"), lambda g: g.s.post.median),
    (Column("V_pred_mediana", "odstotki"), lambda g: g.v.pre.median),
    (Column("V_po_mediana", "odstotki"), lambda g: g.v.post.median),
    (Column("sprememba_brez_obrazcev", "povprečje obeh vrstnih redov, točke"), lambda g: g.orders.gain),
    (Column("razlika_obrazcev", "B glede na A, točke"), lambda g: g.orders.form_effect),
    (Column("dz", "samo za prilogo"), lambda g: g.p.effects.dz),
    (Column("g_av", "samo za prilogo"), lambda g: g.p.effects.g_av),
    (Column("visja_stopnja", "osebe"), lambda g: g.n_band_gained),
    (Column("napaka_merjenja", "SEM, točke"), lambda g: g.sem),
    (
        Column("dvojno_tockovane", "naloge na papirju, ki sta jih točkovali dve osebi"),
        lambda g: g.agreement.n,
    ),
    (Column("dvojno_enake", "od teh z enako oceno"), lambda g: g.agreement.equal),
    (Column("dvojno_blizu", "od teh z razliko največ 1 točka"), lambda g: g.agreement.close),
    (Column("dvojno_dogovorjene", "različni oceni, nato dogovor"), lambda g: g.agreement.agreed),
)


def _groups(groups: Iterable[GroupResult]) -> Table:
    rows = tuple(tuple(tell(group) for _column, tell in _FIGURES) for group in groups)
    return Table("Skupina", tuple(column for column, _tell in _FIGURES), rows)


_INDICATORS = (
    Column("skupina", "koda skupine"),
    Column("kazalnik", "K1–K4, kazalniki Koraka, niso kode sklada"),
    Column("pomen", "kaj šteje"),
    Column("stevilo", "osebe"),
    Column("od", "osebe"),
)


def _indicators(groups: Iterable[GroupResult]) -> Table:
    rows: list[tuple[Value, ...]] = []
    for group in groups:
        tried = [one for one in group.results if one.before and one.after]
        _before, safe, judged = group.solved_safety
        clear = sum(member.result.change.value == "clear_up" for member in group.paired)
        first = sum(bool(one.newly_tried) for one in tried)
        rows += [
            (group.code, "K1", "višja stopnja", group.n_band_gained, group.n_paired),
            (group.code, "K2", "zanesljivo več", clear, group.n_paired),
            (group.code, "K3", "nekaj prvič", first, len(tried)),
            (group.code, "K4", "lažna sporočila po tečaju", safe, judged),
        ]
    return Table("Kazalniki", _INDICATORS, tuple(rows))


# ------------------------------------------------------------------------- explanation and code book


def _read_me(groups: Sequence[GroupResult], about: About, tables: Iterable[Table]) -> Table:
    rows: list[tuple[Value, ...]] = [
        ("Korak", f"različica {about.version}"),
        ("Center", about.centre),
        ("Datum izvoza", about.made_on),
        ("Skupine", ", ".join(group.code for group in groups)),
        ("Zaupno", "Datoteka vsebuje podatke posameznih oseb pod kodami. Ne sme iz centra."),
        ("Primerjava", "Primerjalne skupine ni bilo: sprememba, ne učinek."),
        ("Prazna celica", "ni izmerjeno; nikoli ne pomeni 0"),
    ]
    rows += [(f"List {table.name}", f"vrstic: {len(table.rows)}") for table in tables]
    columns = (Column("kaj", "o datoteki"), Column("pomen", "pojasnilo"))
    return Table("Preberi me", columns, tuple(rows))


def _code_book(tables: Iterable[Table]) -> Table:
    books: Sequence[tuple[str, Mapping[str, str] | Mapping[int, str]]] = (
        ("meritev", OCCASIONS),
        ("nacin", MODES),
        ("sprememba", CHANGES),
        ("stanje področja", STATES),
        ("primerjava", COMPARISONS),
        ("stanje odgovora", STATUSES),
        ("odhod", LEFT),
        ("pomoc", HELP),
        ("lastna ocena", SELF),
    )
    rows: list[tuple[Value, ...]] = [
        ("stolpec", f"{table.name}.{column.name}", column.meaning)
        for table in tables
        for column in table.columns
    ]
    rows += [(name, str(code), label) for name, book in books for code, label in book.items()]
    columns = (Column("kaj", "vrsta šifre"), Column("koda", "šifra"), Column("pomen", "pojasnilo"))
    return Table("Šifrant", columns, tuple(rows))
