# SPDX-License-Identifier: GPL-3.0-or-later
"""Paper: a finished PDF is saved where somebody says, or printed page by page."""

import contextlib
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QFileDialog, QWidget

from korak.i18n import _
from korak.services.faults import FaultKind, ServiceFault
from korak.ui.crash import dialog_for

_DOTS_PER_INCH = 200


def save_pdf(pdf: bytes, name: str, parent: QWidget) -> Path | None:
    """Ask where, and write the file there; None when nobody wanted to."""
    return save_file(pdf, name, (_("Save PDF"), "PDF (*.pdf)"), parent)


def save_file(data: bytes, name: str, asked: tuple[str, str], parent: QWidget) -> Path | None:
    """Ask where (the window's title, the kind of file), and write it there; None when nobody wanted to.

    `name` is what is suggested; its ending is added where somebody leaves it out. Where it cannot be written,
    a dialog says so and what to do, and nothing is returned either.
    """
    chosen, _kind = QFileDialog.getSaveFileName(parent, asked[0], name, asked[1])
    if not chosen:
        return None
    path, ending = Path(chosen), Path(name).suffix
    path = path if path.suffix.lower() == ending else path.with_name(path.name + ending)
    return path if write_file(data, path, parent) else None


def write_file(data: bytes, path: Path, parent: QWidget) -> bool:
    """Write a whole file or nothing; a dialog over `parent` says why not."""
    fresh = path.with_name(path.name + ".part")
    try:
        fresh.write_bytes(data)
        fresh.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        dialog_for(ServiceFault(FaultKind.CANNOT_WRITE, {"file": path.name}), parent.window()).open()
        return False
    return True


def print_pdf(pdf: bytes, parent: QWidget, *, large: bool = False) -> bool:
    """Ask for a printer and print every page, on A4 or (large) A3; False when nobody wanted to."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - seldom needed

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3 if large else QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("Print"))
    if dialog.exec() != int(QPrintDialog.DialogCode.Accepted):
        return False
    paint_pages(pdf, printer)
    return True


def paint_pages(pdf: bytes, paper: QPagedPaintDevice) -> int:
    """Paint the pages of a PDF on paper, as large as it is; returns how many."""
    from PySide6.QtPdf import QPdfDocument  # noqa: PLC0415 - seldom needed

    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument(buffer)
    document.load(buffer)
    painter = QPainter(paper)
    for page in range(document.pageCount()):
        if page > 0:
            paper.newPage()
        size = document.pagePointSize(page) * (_DOTS_PER_INCH / 72)
        image = document.render(page, QSize(round(size.width()), round(size.height())))
        painter.drawImage(QRectF(0, 0, paper.width(), paper.height()), image)
    painter.end()
    return document.pageCount()


def text_pdf(document: QTextDocument, title: str) -> bytes:
    """A short text as one A4 page."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(96)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(20, 20, 20, 20)
        )
    )
    document.print_(writer)
    buffer.close()
    return bytes(data.data())
