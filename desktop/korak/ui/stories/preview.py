# SPDX-License-Identifier: GPL-3.0-or-later
"""A story on the screen as others will see it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from korak import i18n
from korak.centre.stories import QUESTIONS, Story, Texts
from korak.ui.stories.question import QUESTION_TEXTS
from korak.ui.stories.words import title_of
from korak.ui.theme.theme import Themed
from korak.ui.widgets.labels import Label


class PhotoView(Themed, QWidget):
    """A photo as wide as there is room, at most so many pixels high, with round corners."""

    def __init__(self, most: int = 320) -> None:
        super().__init__()
        self._image = QImage()
        self._most = most
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.hide()

    def show_photo(self, data: bytes | None, said: str = "") -> None:
        """Show this photo (nothing: none); `said` is read out in its place."""
        self._image = QImage() if data is None else QImage.fromData(data)
        self.setAccessibleName(said)
        self.setVisible(not self._image.isNull())
        self.themed()

    def themed(self) -> None:
        """Grow with the text."""
        tall = 0 if self._image.isNull() else min(self._image.height(), self.theme().grown(self._most))
        self.setFixedHeight(tall)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - size.width() if rtl else 0
        outline = QPainterPath()
        radius = self.theme().px("radius")
        outline.addRoundedRect(left, 0, size.width(), size.height(), radius, radius)
        painter.setClipPath(outline)
        painter.drawImage(
            left,
            0,
            self._image.scaled(
                size,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            ),
        )
        painter.end()


class StoryView(QWidget):
    """Title, name, photo, and each answer below its question."""

    def __init__(self, story: Story, photo: bytes | None, texts: Texts | None = None) -> None:
        super().__init__()
        shown = texts or story.texts
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(shown.title.strip() or title_of(story), "heading"))
        if story.name:
            column.addWidget(Label(story.name, "soft"))
        self._photo = PhotoView()
        column.addWidget(self._photo)
        self._photo.show_photo(photo, story.photo_text)
        for question, answer in zip(QUESTIONS, shown.answers, strict=True):
            if answer.strip():
                asked = i18n.gettext_in(i18n.CONTENT_LANGUAGE, QUESTION_TEXTS[question])
                column.addSpacing(8)
                column.addWidget(Label(asked, "note"))
                column.addWidget(Label(answer.strip()))
        self.setProperty("ring", False)
