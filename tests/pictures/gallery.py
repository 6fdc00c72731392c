# SPDX-License-Identifier: GPL-3.0-or-later
"""The widgets by themselves, painted to files so that people can look at them.

`python tests/pictures/gallery.py [light dark contrast] [ltr rtl] [100 200] [home ...]` paints what is named,
or all of it, to `tests/pictures/out/widgets/`. Pages have their own pictures; these are the pieces.
"""

import os
import sys
from collections.abc import Callable
from functools import partial
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2] / "desktop"))

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from korak.ui.theme import theme
from korak.ui.widgets.buttons import Button, PillButton, RoundButton, SpeakButton
from korak.ui.widgets.cards import Card, Door, Feedback, FeedbackCard, NowCard, Piece
from korak.ui.widgets.fields import Field, LineEdit, Passphrase, TextArea
from korak.ui.widgets.focus import FocusRing
from korak.ui.widgets.labels import Label
from korak.ui.widgets.letters import LetterKeys
from korak.ui.widgets.path import StoneItem, StonePath
from korak.ui.widgets.picture import Picture, PicturePanel
from korak.ui.widgets.progress import ProgressLine, StageBar, StepList
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.table import CHIP, PICTOGRAM, Table
from korak.ui.widgets.tile import Tile, TileGrid
from korak.ui.widgets.topbar import PillMenu, TopBar
from korak.ui.widgets.words import SecondLanguage, TouchText

OUT = Path(__file__).parent / "out" / "widgets"
PEOPLE = [
    ("Amra", "honeybee"), ("Arben", "sailboat"), ("Blerta", "sunflower"), ("Dragana", "owl"),
    ("Elena", "red-apple"), ("Fatima", "teapot"), ("Igor", "bicycle"), ("Jasmina", "butterfly"),
    ("Mirjeta", "tulip"), ("Nadia", "hedgehog"),
    ("Oksana", "cherries"), ("Zoran", "mountain"),
]  # fmt: skip
COURSE = [
    StoneItem("0", "Računalnik in telefon", "desktop-computer", "done"),
    StoneItem("1", "E-pošta in geslo", "e-mail", "done"),
    StoneItem("2", "Varnost na spletu", "shield", "done"),
    StoneItem("3", "E-identiteta", "locked-with-key", "done"),
    StoneItem("4", "Šola in vrtec", "school", "done"),
    StoneItem("5", "Zdravje", "stethoscope", "now"), StoneItem("6", "Denar in prevare", "credit-card"),
    StoneItem("7", "Uradi in socialna pomoč", "classical-building"),
    StoneItem("8", "Delo in davki", "briefcase"),
    StoneItem("9", "Moj kraj", "world-map"), StoneItem("10", "Moja zgodba", "open-book"),
]  # fmt: skip


def window() -> tuple[QWidget, QVBoxLayout]:
    """An empty window of the size the drawings have."""
    page = QWidget()
    page.setObjectName("page")
    theme.set_property(page, "role", "page")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    page.resize(1366, 768)
    return page, column


def row(*pieces: QWidget | int, stretch: bool = False) -> QHBoxLayout:
    """Widgets side by side; a number is room between them, 0 takes all there is."""
    line = QHBoxLayout()
    line.setSpacing(16)
    for piece in pieces:
        if isinstance(piece, QWidget):
            line.addWidget(piece, 1 if stretch else 0)
        elif piece:
            line.addSpacing(piece)
        else:
            line.addStretch(1)
    return line


def bar(title: str, *ends: QWidget) -> TopBar:
    """The top bar."""
    top = TopBar()
    top.set_title(title)
    for end in ends:
        top.add_end(end)
    return top


def inside(column: QVBoxLayout, side: int = 64) -> QVBoxLayout:
    """A body that scrolls, below the bar."""
    body = QWidget()
    inner = QVBoxLayout(body)
    inner.setContentsMargins(side, 16, side, 24)
    column.addWidget(Scroller(body), 1)
    return inner


def languages(text: str = "Slovenščina + Shqip") -> PillMenu:
    """The pill with the languages."""
    pill = PillMenu(text)
    pill.set_choices([("sl", "Slovenščina"), ("sq", "Slovenščina + Shqip"), ("ar", "Slovenščina + العربية")])
    return pill


def wall() -> tuple[QWidget, QWidget]:
    """01: who are you?"""
    page, column = window()
    size = PillButton("", icon="a-large-small")
    size.setAccessibleName("Velikost črk")
    column.addWidget(bar("Korak", languages("Slovenščina"), size, PillButton("Za učitelje")))
    inner = inside(column)
    inner.addLayout(
        row(Label("Dober dan! Kdo ste?", "title"), 0, SpeakButton("Poslušaj"), PillMenu("Skupina Jesenice 1"))
    )
    inner.addWidget(Label("Izberite svojo sliko.", "soft"))
    inner.addSpacing(20)
    grid = TileGrid()
    grid.set_tiles([Tile(name, picture) for name, picture in PEOPLE])
    inner.addWidget(grid)
    inner.addStretch(1)
    return page, grid.tiles()[1]


def pin() -> tuple[QWidget, QWidget]:
    """02: the three pictures."""
    page, column = window()
    column.addWidget(bar("Korak", languages("Slovenščina")))
    inner = inside(column, 90)
    left = QVBoxLayout()
    left.addWidget(Picture("sailboat", 110))
    left.addWidget(Label("Arben", "title"))
    left.addWidget(Label("Pritisnite svoje tri slike."))
    left.addWidget(Button("Nisem Arben", "quiet"), 0, Qt.AlignmentFlag.AlignLeft)
    left.addStretch(1)
    grid = TileGrid(columns=4)
    tiles: list[Tile] = []
    for name in [
        "house",
        "key",
        "fish",
        "sun",
        "books",
        "tulip",
        "cat",
        "minibus",
        "umbrella",
        "star",
        "bell",
        "red-apple",
    ]:
        tile = Tile("", name, kind="pin")
        tile.set_accessible(name)
        tiles.append(tile)
    grid.set_tiles(tiles)
    both = QHBoxLayout()
    both.addLayout(left, 1)
    both.addWidget(grid, 2)
    inner.addLayout(both)
    inner.addStretch(1)
    return page, tiles[5]


def home() -> tuple[QWidget, QWidget]:
    """03: one obvious next step."""
    page, column = window()
    who = PillButton("Arben", pictogram="sailboat")
    column.addWidget(bar("Korak", who, languages(), Button("Odjavi se")))
    inner = inside(column, 48)
    card = NowCard()
    card.set_pictogram("hospital")
    card.set_kicker("Nadaljujte tukaj")
    card.set_title("Sporočilo zdravniku v zVEM")
    card.set_note("Korak 4 od 7  ·  Mesazh mjekut në zVEM")
    card.set_progress(4, 7)
    card.set_action("Naprej")
    card.set_speak_name("Poslušaj")
    inner.addWidget(card)
    path = StonePath()
    path.set_arrow_names("Prejšnji sklopi", "Naslednji sklopi")
    path.set_state_words("opravljeno", "zdaj", "pozneje")
    path.set_stones(COURSE)
    inner.addStretch(1)
    inner.addWidget(path)
    inner.addStretch(1)
    doors = [
        Door("Besede", "10 minut · vadite danes", "books"),
        Door("Vadišče", "Vadite e-storitve po svoje", "laptop"),
        Door("Kaj že znam", "Moj list in napredek", "memo"),
    ]
    inner.addLayout(row(*doors, stretch=True))
    return page, card.action


def arabic() -> tuple[QWidget, QWidget]:
    """11: the same in Arabic; seen best with rtl."""
    page, column = window()
    who = PillButton("Fatima", pictogram="teapot")
    column.addWidget(bar("Korak", who, languages("العربية + Slovenščina"), Button("تسجيل الخروج")))
    inner = inside(column, 48)
    card = NowCard()
    card.set_pictogram("hospital")
    card.set_kicker("تابعي من هنا")
    card.set_title("رسالة إلى الطبيب في zVEM")
    card.set_note("Sporočilo zdravniku v zVEM")
    card.set_progress(4, 7)
    card.set_action("التالي")
    inner.addWidget(card)
    names = [
        "الحاسوب",
        "البريد وكلمة السر",
        "الأمان",
        "الهوية الإلكترونية",
        "المدرسة والروضة",
        "الصحة",
        "المال والاحتيال",
    ]
    path = StonePath()
    path.set_stones(
        [StoneItem(old.key, name, old.pictogram, old.state) for name, old in zip(names, COURSE, strict=False)]
    )
    inner.addStretch(1)
    inner.addWidget(path)
    inner.addStretch(1)
    doors = [
        Door("الكلمات", "١٠ دقائق", "books"),
        Door("التدريب", "تدرّبي بحرية", "laptop"),
        Door("ما أعرفه", "ورقتي وتقدّمي", "memo"),
    ]
    inner.addLayout(row(*doors, stretch=True))
    inner.addSpacing(8)
    buttons = [Button("خطوة إلى الوراء", "quiet", icon="undo-2"), Button("ابدأ من جديد", icon="rotate-ccw")]
    inner.addLayout(row(*buttons, 0, Button("تلميح", "primary", icon="lightbulb")))
    return page, card.action


def lesson() -> tuple[QWidget, QWidget]:
    """04: read."""
    page, column = window()
    column.addWidget(bar("Sporočilo zdravniku v zVEM", languages(), Button("Premor")))
    stages = StageBar()
    stages.set_stages(
        ["Poslušam in berem", "Besede", "Pokaži mi", "Vodi me", "Brez pomoči", "Preverim", "Moj korak"]
    )
    stages.set_current(2)
    stages.set_summary("Korak 3 od 7: Pokaži mi")
    column.addWidget(stages)
    inner = inside(column, 88)
    panel = PicturePanel("mint", "mobile-phone", 190)
    panel.set_caption("4827")
    panel.set_description("Telefon pokaže kodo 4827.")
    text = TouchText()
    text.set_sentences(
        ["Na telefon dobite kodo.", "Koda ima štiri števke.", "Kode ne povejte nikomur."], ["kodo", "nikomur"]
    )
    own = SecondLanguage()
    if page.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        own.set_text("ستصلك رسالة فيها رمز على هاتفك. الرمز من أربعة أرقام. لا تخبر أحدًا بالرمز.", "ar")
    else:
        own.set_text("Në telefon merrni një kod. Kodi ka katër shifra. Mos ia tregoni kodin askujt.", "sq")
    right = QVBoxLayout()
    right.addSpacing(16)
    sentence = row(SpeakButton("Poslušaj"), text)
    sentence.setAlignment(sentence.itemAt(0).widget(), Qt.AlignmentFlag.AlignTop)
    right.addLayout(sentence)
    right.addSpacing(20)
    right.addLayout(row(60, own))
    right.addStretch(1)
    both = QHBoxLayout()
    both.setSpacing(48)
    right.setSpacing(8)
    both.addWidget(panel, 4)
    both.addLayout(right, 5)
    inner.addLayout(both, 1)
    inner.addSpacing(24)
    main = Button("Razumem, naprej", "main", trailing="arrow-right")
    inner.addLayout(row(Button("Nazaj", "quiet"), 0, main))
    return page, text.words()[0]


def guide() -> tuple[QWidget, QWidget]:
    """05: the coach's side, and fields."""
    page, column = window()
    column.addWidget(bar("Sporočilo zdravniku v zVEM", PillButton("Vodi me"), languages(), Button("Premor")))
    inner = inside(column, 28)
    choice = QComboBox()
    choice.addItems(["Družinska medicina – tim dr. Primer", "Pediatrija"])
    area = TextArea()
    area.setPlainText("Dober dan! Otrok ima vročino. Prosim za ")
    line = LineEdit()
    line.setText("Prosim za termin")
    form = Card()
    for label, editor in (("Prejemnik", choice), ("Zadeva", line), ("Sporočilo", area)):
        field = Field(editor)
        field.set_label(label)
        form.body.addWidget(field)
    secret = Field(Passphrase())
    secret.set_label("Geslo")
    secret.set_hint("Vsaj 12 znakov")
    secret.set_message("Geslo je prekratko.", "attention")
    form.body.addWidget(secret)
    form.body.addWidget(QCheckBox("Ostani prijavljen"))
    tick = QCheckBox("Seznanjen sem s pogoji")
    tick.setChecked(True)
    form.body.addWidget(tick)
    radio = QRadioButton("Obvestilo po e-pošti")
    radio.setChecked(True)
    form.body.addWidget(radio)
    coach = Card("amber")
    coach.body.addWidget(Label("Napišite, kaj potrebujete.", "lead"))
    coach.body.addWidget(Label("Shkruani çfarë ju duhet.", "soft"))
    coach.body.addLayout(row(Button("Pokaži mi"), Button("Namig", icon="lightbulb"), 0))
    steps = StepList()
    steps.set_steps(
        ["Prijava s kodo SMS", "Odprite »Sporočila«", "Napišite sporočilo", "Pošljite", "Odjavite se"]
    )
    steps.set_current(2)
    list_card = Card()
    list_card.body.addWidget(steps)
    side = QVBoxLayout()
    side.setSpacing(16)
    side.addWidget(coach)
    side.addWidget(list_card)
    side.addStretch(1)
    both = QHBoxLayout()
    both.setSpacing(24)
    both.addWidget(form, 5)
    both.addLayout(side, 2)
    inner.addLayout(both)
    world = [Button("Brskalnik", "night"), Button("Telefon"), Button("Datoteke")]
    inner.addLayout(
        row(*world, 0, Button("Korak nazaj", "quiet", icon="undo-2"), Button("Začni znova", "quiet"))
    )
    return page, area


def answer() -> tuple[QWidget, QWidget]:
    """06: what is said after an answer."""
    page, column = window()
    column.addWidget(bar("Besede", PillButton("Besede · 6 od 12"), Button("Premor")))
    inner = inside(column, 110)
    line = LineEdit("answer")
    line.setText("osebni dokumnet")
    line.setAccessibleName("Beseda")
    cards = [FeedbackCard(), FeedbackCard(), FeedbackCard()]
    cards[0].show_feedback(
        Feedback(
            "near", "Skoraj! Dve črki sta zamenjani.",
            [Piece("osebni dokum"), Piece("en", marked=True), Piece("t")],
            "Poslušajte in napišite še enkrat.",
        )
    )  # fmt: skip
    cards[1].show_feedback(
        Feedback("right", "Tako je. Besedo ste napisali brez napake.", [Piece("osebni dokument")])
    )
    cards[2].show_feedback(
        Feedback("wrong", "To je druga beseda: geslo.", (), "Poglejte sliko in poskusite še enkrat.")
    )
    right = QVBoxLayout()
    right.setSpacing(18)
    right.addLayout(row(SpeakButton("Poslušaj"), Label("Napišite besedo.", "lead")))
    right.addWidget(line)
    right.addWidget(LetterKeys())
    for card in cards:
        right.addWidget(card)
    right.addStretch(1)
    both = QHBoxLayout()
    both.setSpacing(56)
    both.addWidget(PicturePanel("sky", "identification-card", 170), 2)
    both.addLayout(right, 3)
    inner.addLayout(both, 1)
    inner.addLayout(row(Button("Pomoč", "quiet"), 0, Button("Preskoči", "second"), Button("Preveri", "main")))
    return page, line


def report() -> tuple[QWidget, QWidget]:
    """07: four answers."""
    page, column = window()
    column.addWidget(bar("Moj začetek", PillButton("Vprašanje 4 od 15"), Button("Premor")))
    inner = inside(column, 90)
    text = TouchText()
    text.set_sentences(["Prek spleta se naročim pri zdravniku."])
    own = SecondLanguage()
    own.set_text("Përmes internetit lë takim te mjeku.", "sq")
    words = QVBoxLayout()
    words.addWidget(text)
    words.addWidget(own)
    line = row(Picture("stethoscope", 100), SpeakButton("Poslušaj"))
    line.addLayout(words, 1)
    inner.addLayout(line)
    inner.addSpacing(24)
    grid = TileGrid(columns=4)
    answers = [
        ("Še nikoli", "report-never", "soft"), ("Ne gre", "report-cannot", "soft"),
        ("S pomočjo", "report-help", "moss"), ("Sam / sama", "report-alone", "pine"),
    ]  # fmt: skip
    tiles: list[Tile] = []
    for name, icon, role in answers:
        tile = Tile(name, kind="answer")
        tile.set_icon(icon, role)
        tile.setCheckable(True)
        tiles.append(tile)
    tiles[0].set_quiet(True)
    tiles[3].setChecked(True)
    grid.set_tiles(tiles)
    inner.addWidget(grid)
    inner.addSpacing(24)
    inner.addLayout(row(Button("Nazaj", "quiet"), 0, Button("Preskoči", "quiet")))
    inner.addStretch(1)
    return page, tiles[2]


def trainer() -> tuple[QWidget, QWidget]:
    """08: dense but calm."""
    page, column = window()
    column.addWidget(
        bar(
            "Korak",
            PillButton("LU Jesenice · Includ 2026"),
            PillButton("Maja, učiteljica"),
            Button("Zakleni"),
        )
    )
    inner = inside(column, 28)
    side = QVBoxLayout()
    for place, name in enumerate(
        ["Danes", "Skupine", "Udeleženci", "Tečaj", "Rezultati", "Poročila", "Zgodbe"]
    ):
        door = Button(name, "nav")
        door.setCheckable(True)
        door.setChecked(place == 0)
        side.addWidget(door)
    side.addStretch(1)
    model = QStandardItemModel(0, 5)
    model.setHorizontalHeaderLabels(["Oseba", "Dela", "Korak", "Od kdaj", "Stanje"])
    states = [
        ("works", "dela"), ("works", "dela"), ("help", "potrebuje pomoč"), ("done", "končano"),
        ("works", "dela"),
        ("idle", "miruje"), ("absent", "ni prisoten"),
    ]  # fmt: skip
    for (name, picture), (kind, word) in zip(PEOPLE, states, strict=False):
        cells = [
            QStandardItem(text) for text in (name, "Sporočilo zdravniku", "Vodi me · 3/5", "4 min", word)
        ]
        cells[0].setData(picture, PICTOGRAM)
        cells[4].setData(kind, CHIP)
        model.appendRow(cells)
    table = Table()
    table.setAccessibleName("Skupina")
    table.setModel(model)
    table.setMinimumHeight(420)
    right = QVBoxLayout()
    buttons = [
        Button("Prisotnost"),
        Button("Projektor", icon="projector"),
        Button("Konec srečanja", "primary"),
    ]
    for button in buttons:
        theme.set_property(button, "density", "dense")
    right.addLayout(row(Label("Skupina Jesenice 1 · 9. srečanje", "title"), 0, *buttons))
    right.addWidget(Label("sreda, 25. november 2026, 17.00–19.30 · prisotnih 6 od 7", "soft"))
    right.addWidget(table, 1)
    suggestions: list[QWidget] = []
    for kicker, words in (
        ("Kje se zatika", "Koda SMS: 3 od 6"),
        ("Težke besede", "napotnica · rok · priloga"),
    ):
        card = Card()
        card.body.addWidget(Label(kicker, "soft"))
        card.body.addWidget(Label(words, "lead"))
        card.body.addWidget(
            Button("Pokažite na projektorju", "link", trailing="chevron-right"), 0, Qt.AlignmentFlag.AlignLeft
        )
        suggestions.append(card)
    right.addLayout(row(*suggestions, stretch=True))
    both = QHBoxLayout()
    both.setSpacing(24)
    both.addLayout(side, 1)
    both.addLayout(right, 5)
    inner.addLayout(both, 1)
    return page, side.itemAt(1).widget() or page


def drawer() -> tuple[QWidget, QWidget]:
    """Every button and text, one beside the other."""
    page, column = window()
    column.addWidget(bar("Predal", RoundButton("settings", "Nastavitve")))
    inner = inside(column)
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    roles = ["main", "second", "primary", "secondary", "quiet", "night", "danger", "link", "letter", "pill"]
    for place, role in enumerate(roles):
        off = Button(role, role, icon="printer")
        off.setEnabled(False)
        grid.addWidget(Label(role, "note"), place, 0)
        grid.addWidget(Button("Natisni list", role), place, 1)
        grid.addWidget(Button("Natisni list", role, icon="printer"), place, 2)
        grid.addWidget(Button("Naprej", role, trailing="arrow-right"), place, 3)
        grid.addWidget(off, place, 4)
    inner.addLayout(grid)
    long = Button("Naročanje z e-napotnico in odpoved termina pri zdravniku", "main", trailing="arrow-right")
    long.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    long.setMaximumWidth(420)
    inner.addWidget(long)
    line = ProgressLine()
    line.set_part(2, 5)
    inner.addWidget(line)
    for role in ("title", "sentence", "heading", "lead", "body", "soft", "note", "code", "attention"):
        inner.addWidget(Label(f"{role}: Dober dan! Kdo ste? Добрый день السلام عليكم", role))
    inner.addStretch(1)
    return page, long


SCENES: dict[str, Callable[[], tuple[QWidget, QWidget]]] = {
    scene.__name__: scene
    for scene in (wall, pin, home, arabic, lesson, guide, answer, report, trainer, drawer)
}


def paint(app: QApplication, name: str, look: theme.Theme, direction: str) -> Path:
    """Paint one scene and return the file."""
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if direction == "rtl" else Qt.LayoutDirection.LeftToRight
    )
    page, focus = SCENES[name]()
    page.resize(1366, round(768 * look.scale))
    FocusRing(page)
    page.show()
    page.activateWindow()
    focus.setFocus(Qt.FocusReason.TabFocusReason)
    app.processEvents()
    file = OUT / f"{name}-{look.name}-{direction}-{round(look.scale * 100)}.png"
    page.grab().save(str(file))
    page.close()
    page.deleteLater()
    app.processEvents()
    return file


def main(words: list[str]) -> None:
    """Paint what was asked for."""
    chosen = partial(_chosen, words)
    app = QApplication([])
    OUT.mkdir(parents=True, exist_ok=True)
    for name, scale in product(chosen(theme.NAMES), chosen(("100", "200"))):
        worn = theme.apply(app, theme.load(name, motion=False), int(scale) / 100)
        for direction, scene in product(chosen(("ltr", "rtl")), chosen(tuple(SCENES))):
            print(paint(app, scene, worn, direction).name)


def _chosen(words: list[str], possible: tuple[str, ...]) -> list[str]:
    return [word for word in possible if word in words] or list(possible)


if __name__ == "__main__":
    main(sys.argv[1:])
