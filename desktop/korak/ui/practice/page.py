# SPDX-License-Identifier: GPL-3.0-or-later
"""The page in the browser: header and blocks; made anew for another page, followed in place on the same."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from korak.i18n import _
from korak.practice import actions as act
from korak.practice.view import BlockView, LinkView, PageKind, PageView
from korak.ui.practice.block import BlockBox
from korak.ui.practice.blocks import block_box
from korak.ui.practice.header import SIDE_MENU, Footer, PortalHeader, SideMenu
from korak.ui.practice.picture_code import PictureCodeBox
from korak.ui.practice.portal import PLAIN, WIDEST_PAGE, PortalLink, PortalLook, page_side
from korak.ui.practice.pressing import ButtonBox
from korak.ui.practice.reading import NoticeBox
from korak.ui.practice.upload import UploadBox
from korak.ui.theme.theme import Themed
from korak.ui.widgets.labels import Label


class PageBody(Themed, QScrollArea):
    """The page: header and blocks; made anew for another page, followed in place on the same one."""

    acted = Signal(object)
    chooses = Signal(object)
    hears = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._page: PageView | None = None
        self._beside = False
        self._boxes: dict[str, BlockBox] = {}
        self._results: dict[str, PortalLink] = {}
        self._colours = PortalLook.of(PLAIN, self.theme())
        self._sheet = _Sheet()
        self._whole = QVBoxLayout(self._sheet)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._header = PortalHeader(self._colours)
        self._header.acted.connect(self.acted)
        self._whole.addWidget(self._header)
        self._side = SideMenu(self._colours)
        self._side.acted.connect(self.acted)
        self._side.hide()
        self._footer = Footer()
        self._margins = QHBoxLayout()
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(self._margins)
        middle.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self._side)
        across.addLayout(middle, 1)
        self._whole.addLayout(across, 1)
        self._whole.addWidget(self._footer)
        self._notice = NoticeBox("done")
        self._content = QWidget()
        self._lines = QVBoxLayout(self._content)
        self.setWidget(self._sheet)

    # methods

    def box(self, target: str) -> BlockBox | None:
        """The block of this target, if it is on the page."""
        return self._boxes.get(target)

    def control(self, target: str) -> QWidget | None:
        """What has the focus for a target."""
        box = self._boxes.get(target)
        if box is not None:
            return box.control()
        link = self._header.link(target) or self._side.link(target) or self._results.get(target)
        return link or self._part(target)

    def spot(self, target: str, index: int = 0) -> QWidget | None:
        """What to point at for a target."""
        box = self._boxes.get(target)
        return box.spot(index) if box is not None else self.control(target)

    def _part(self, target: str) -> QWidget | None:
        """A part of a block: its own target is the block's, a stroke, and more."""
        for name, box in self._boxes.items():
            if target.startswith(f"{name}/"):
                return box.part(target) or box.control()
        return None

    def boxes(self) -> tuple[BlockBox, ...]:
        """Every block on the page, in its order."""
        return tuple(self._boxes.values())

    def flush(self) -> None:
        """Send what was typed and not sent yet."""
        for box in tuple(self._boxes.values()):
            box.flush()

    def show_page(self, page: PageView) -> None:
        """Show a page, or follow the one that is shown."""
        before, self._page = self._page, page
        if before is None or _place(before) != _place(page):
            self._open(page)
            return
        if _structure(before) != _structure(page):
            self._relay(before, page)
        self._follow(before, page)

    def retranslate(self) -> None:
        """Say anew what is in the program's language."""
        for box in self._boxes.values():
            box.retranslate()
        if self._page is not None:
            if self._page.kind is PageKind.PORTAL:
                self.show_page(self._page)
            else:
                self._open(self._page)

    def focus_page(self) -> None:
        """Put the focus on the page itself: the next Tab leads to its first field, no ring tells which."""
        self._sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_covered(self, *, covered: bool) -> None:
        """Take no presses while something lies over the page; what stands in the fields stays."""
        if self._sheet.isEnabled() == covered:
            self.flush()
            self._sheet.setEnabled(not covered)

    def themed(self) -> None:
        self._stand_apart()
        if self._page is not None:
            self._wear(self._page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand_apart()
        page = self._page
        if page is not None and page.layout == "side":
            beside = bool(page.menu) and self.width() >= self.theme().grown(SIDE_MENU)
            if beside != self._beside:
                self._wear(page)

    # internal

    def _stand_apart(self) -> None:
        theme = self.theme()
        side = page_side(theme, self.width())
        self._margins.setContentsMargins(side, theme.px("s4"), side, theme.px("s4"))

    def _open(self, page: PageView) -> None:
        for box in self._boxes.values():
            box.retire()
        old = self._content
        focused = QApplication.focusWidget()
        inside = focused is not None and (focused is self._sheet or self.isAncestorOf(focused))
        self._boxes, self._results = {}, {}
        self._wear(page)
        self._notice = NoticeBox("done")
        self._content = QWidget()
        self._content.setMaximumWidth(WIDEST_PAGE)
        lines = self._lines = QVBoxLayout(self._content)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(self.theme().px("s3"))
        lines.addWidget(self._notice)
        self._fill(lines, page)
        self._margins.addWidget(self._content)
        old.hide()
        old.setParent(None)
        old.deleteLater()
        self._say_notice(page)
        self.verticalScrollBar().setValue(0)
        self._sheet.setAccessibleName(page.title)
        if inside:
            self.focus_page()

    def _relay(self, before: PageView, page: PageView) -> None:
        """Blocks came or went on the same page: those that stay keep their widgets, text and focus."""
        focused = QApplication.focusWidget()
        stays = {_identity(view) for view in before.blocks} & {_identity(view) for view in page.blocks}
        kept = {view.target: self._boxes[view.target] for view in page.blocks if _identity(view) in stays}
        for name, box in self._boxes.items():
            if name not in kept:
                box.retire()
                box.hide()
                box.deleteLater()
        self._boxes = kept
        lines = self._lines
        while lines.count() > 1:
            item = lines.takeAt(1)
            row = item.widget() if item is not None else None
            if row is not None and isinstance(row, _Buttons):
                row.release(self._content)
                row.deleteLater()
        self._fill(lines, page)
        if focused is not None and self._content.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, lines: QVBoxLayout, page: PageView) -> None:
        if page.kind is not PageKind.PORTAL:
            self._fill_own(lines, page)
            return
        known, self._boxes = self._boxes, {}
        row: _Buttons | None = None
        for view in page.blocks:
            box = self._boxes[view.target] = known.get(view.target) or self._new_box(view)
            if isinstance(box, ButtonBox):
                if row is None:
                    row = _Buttons(self.theme().px("s3"))
                    lines.addWidget(row)
                row.line.addWidget(box)
                box.show()
            else:
                row = None
                lines.addWidget(box)

    def _new_box(self, view: BlockView) -> BlockBox:
        box = block_box(view, self._colours)
        box.acted.connect(self.acted)
        box.entered.connect(self._enter)
        if isinstance(box, UploadBox):
            box.chooses.connect(self.chooses)
        if isinstance(box, PictureCodeBox):
            box.hears.connect(self.hears)
        return box

    def _fill_own(self, lines: QVBoxLayout, page: PageView) -> None:
        """The browser's own pages: an empty tab, and what it finds for an address nobody has."""
        empty = page.kind is PageKind.EMPTY
        lines.addWidget(Label(_("A new, empty tab") if empty else page.typed, "portal-heading"))
        words = _("Type an address above and press Enter.")
        if not empty:
            words = _("Nobody has this address. Did you mean one of these?")
            if not page.results:
                words = _("Nobody has this address. Check every letter.")
        lines.addWidget(Label(words, "portal-text"))
        for result in page.results:
            lines.addWidget(self._result(result))

    def _result(self, result: LinkView) -> QWidget:
        card = QWidget()
        inner = QVBoxLayout(card)
        inner.setContentsMargins(0, 0, 0, 8)
        inner.setSpacing(0)
        link = PortalLink(self._colours, result.text)
        link.clicked.connect(partial(self._press, result.target))
        self._results[result.target] = link
        inner.addWidget(link)
        inner.addWidget(Label(result.detail, "portal-help"))
        return card

    def _follow(self, before: PageView, page: PageView) -> None:
        if _around(before) != _around(page):
            self._wear(page)
        for view in page.blocks:
            self._boxes[view.target].show_view(view)
        if (page.notice, page.refused) != (before.notice, before.refused):
            self._say_notice(page)
        self._show_fault(page)

    def _say_notice(self, page: PageView) -> None:
        self._notice.set_tone("warning" if page.refused else "done")
        self._notice.set_text(page.notice)
        self._notice.setVisible(bool(page.notice))
        if page.notice:
            self.verticalScrollBar().setValue(0)

    def _show_fault(self, page: PageView) -> None:
        """Bring the first field the portal finds fault with into sight."""
        faulted = [view.target for view in page.blocks if view.message is not None]
        if not faulted or any(self._boxes[target].control().hasFocus() for target in faulted):
            return
        box = self._boxes[faulted[0]]
        self.ensureWidgetVisible(box, 0, 24)

    def _wear(self, page: PageView) -> None:
        self._colours = PortalLook.of(page.colours or PLAIN, self.theme(), page.layout)
        beside = page.layout == "side" and bool(page.menu) and self.width() >= self.theme().grown(SIDE_MENU)
        self._beside = beside
        self._header.setVisible(page.kind is PageKind.PORTAL)
        self._header.show_page(page, self._colours, beside=beside)
        self._side.show_menu(page.menu if beside else (), self._colours)
        self._side.setVisible(beside)
        self._footer.show_text(page.footer, self._colours)
        for box in self._boxes.values():
            box.wear(self._colours)
        for link in self._results.values():
            link.set_look(self._colours)

    def _enter(self) -> None:
        """Enter in a field presses the page's main button, as browsers do."""
        buttons = [box for box in self._boxes.values() if isinstance(box, ButtonBox)]
        main = next((box for box in buttons if box.main), None)
        if main is not None:
            main.press()

    def _press(self, target: str) -> None:
        self.acted.emit(act.Press(target))


class _Sheet(Themed, QWidget):
    """The ground of the page; it takes the focus when a page opens."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty("ring", False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.theme().colour("card"))


class _Buttons(QWidget):
    """Buttons that follow each other: side by side, below each other where there is little room."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(gap)
        self.line.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        boxes = self._boxes()
        needed = sum(box.sizeHint().width() + self.line.spacing() for box in boxes)
        fits = needed <= self.width() + self.line.spacing()
        ways = QBoxLayout.Direction
        self.line.setDirection(ways.LeftToRight if fits else ways.TopToBottom)
        for box in boxes:
            self.line.setAlignment(box, Qt.AlignmentFlag(0) if fits else Qt.AlignmentFlag.AlignRight)

    def release(self, keeper: QWidget) -> None:
        """Give the buttons back."""
        for box in self._boxes():
            self.line.removeWidget(box)
            box.setParent(keeper)

    def _boxes(self) -> list[ButtonBox]:
        return self.findChildren(ButtonBox, options=Qt.FindChildOption.FindDirectChildrenOnly)


def _place(page: PageView) -> tuple[object, ...]:
    """What makes a page another page."""
    return page.kind, page.portal, page.page, page.typed, page.results


def _identity(view: BlockView) -> tuple[object, ...]:
    """What makes a block another block: its widget cannot follow."""
    ticks = tuple(option.target for option in view.ticks)
    slots = tuple(slot.index for slot in view.slots)
    return view.target, type(view.block), view.options, ticks, slots


def _structure(page: PageView) -> tuple[object, ...]:
    """What must stay the same for the blocks of a page to be followed in place."""
    return tuple(_identity(view) for view in page.blocks)


def _around(page: PageView) -> tuple[object, ...]:
    """What stands around the blocks of a page."""
    return page.colours, page.layout, page.menu, page.person, page.sign_out, page.footer
