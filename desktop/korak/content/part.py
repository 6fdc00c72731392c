# SPDX-License-Identifier: GPL-3.0-or-later
"""What every written thing is made of: frozen, strict parts, and strings that know what they are for.

A string in a pack is annotated once, here, with its role. The same annotation serves the decoder, the JSON
Schema, the list of texts for translators and the checks of references, pictures and sentence length.
"""

from typing import Annotated

from msgspec import Meta, Struct

Sentence = Annotated[str, Meta(extra={"text": "sentence"}, description="A sentence a learner reads: short.")]
Line = Annotated[str, Meta(extra={"text": "line"}, description="A title, a label, a word: translated.")]
Screen = Annotated[str, Meta(extra={"text": "screen"}, description="What stands in a portal or a message.")]
Note = Annotated[str, Meta(extra={"text": "note"}, description="A text for the trainer.")]

PictureName = Annotated[str, Meta(extra={"ref": "picture"}, description="The name of a pictogram.")]
WordName = Annotated[str, Meta(extra={"ref": "word"}, description="The id of a word of this pack.")]
LessonName = Annotated[str, Meta(extra={"ref": "lesson"}, description="The file name of a lesson.")]
TopicName = Annotated[str, Meta(extra={"ref": "topic"}, description="The id of a topic in plan.toml.")]
TaskName = Annotated[str, Meta(extra={"ref": "task"}, description="The file name of a task.")]
PersonName = Annotated[str, Meta(extra={"ref": "person"}, description="The id of a person in people.toml.")]
PortalName = Annotated[str, Meta(extra={"ref": "portal"}, description="The file name of a portal.")]
PageName = Annotated[str, Meta(extra={"ref": "page"}, description="A page: page, or portal/page.")]
FieldName = Annotated[
    str, Meta(extra={"ref": "field"}, description="A field: field (on this page), or portal/page/field.")
]
TargetName = Annotated[
    str, Meta(extra={"ref": "target"}, description="What one presses or fills: portal/page/block, phone/...")
]
DocumentName = Annotated[
    str, Meta(extra={"ref": "document"}, description="The id of a document of this pack.")
]
CallName = Annotated[str, Meta(extra={"ref": "call"}, description="The id of a call of this task.")]
MailName = Annotated[str, Meta(extra={"ref": "mail"}, description="The id of a mail.")]
RecordName = Annotated[str, Meta(description="A kind of record: whatever the effect `record` named it.")]
AddressText = Annotated[str, Meta(extra={"ref": "address"}, description="What stands in the address bar.")]
SideText = Annotated[str, Meta(extra={"ref": "file"}, description="A text file of this pack.")]


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A written thing: frozen, and strict about the names of its fields."""
