# SPDX-License-Identifier: GPL-3.0-or-later
"""The first page of a PDF on the screen, as it will come out of the printer."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from korak.ui.theme.theme import Themed


class PdfView(Themed, QWidget):
    """As wide as there is room, at most so many pixels; keeps the page's own shape."""

    def __init__(self, most: int = 620) -> None:
        super().__init__()
        self._most = most
        self._data = b""
        self._buffer: QBuffer | None = None
        self._document: QPdfDocument | None = None
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pdf(self, data: bytes) -> None:
        """Show this document's first page; an empty one shows nothing."""
        self._data = data
        self._document = None
        if data:
            self._buffer = QBuffer(self)
            self._buffer.setData(QByteArray(data))
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self._document = QPdfDocument(self)
            self._document.load(self._buffer)
        self._draw()

    def page_size(self) -> QSize:
        """How large the page is, in points; empty where there is none."""
        if self._document is None or self._document.pageCount() == 0:
            return QSize()
        return self._document.pagePointSize(0).toSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    def themed(self) -> None:
        """Grow with the text."""
        self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        wide = self._wide()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        page = QRectF(self.width() - wide if rtl else 0, 0, wide, self.height())
        painter.drawImage(page, self._image)
        painter.setPen(QPen(self.theme().colour("line"), 1))
        painter.drawRect(page.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _wide(self) -> int:
        return max(1, min(self.width(), self.theme().grown(self._most)))

    def _draw(self) -> None:
        size = self.page_size()
        if self._document is None or size.isEmpty():
            self._image = QImage()
            self.setFixedHeight(0)
            return
        wide = self._wide()
        tall = round(wide * size.height() / size.width())
        scale = self.devicePixelRatioF()
        self._image = self._document.render(0, QSize(round(wide * scale), round(tall * scale)))
        self.setFixedHeight(tall)
        self.update()
