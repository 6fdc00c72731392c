# SPDX-License-Identifier: GPL-3.0-or-later
"""How exercises look: one file for each kind, and the one place that knows them all."""

from typing import assert_never

from korak.content.exercises.choice import Choice
from korak.content.exercises.choose_picture import ChoosePicture
from korak.content.exercises.choose_word import ChooseWord
from korak.content.exercises.dialogue import Dialogue
from korak.content.exercises.dictation import Dictation
from korak.content.exercises.find_button import FindButton
from korak.content.exercises.flash import Flash
from korak.content.exercises.gap import Gap
from korak.content.exercises.letter import Letter
from korak.content.exercises.letters import Letters
from korak.content.exercises.listen import Listen
from korak.content.exercises.match import Match
from korak.content.exercises.minimal_pair import MinimalPair
from korak.content.exercises.number import Number
from korak.content.exercises.order import Order
from korak.content.exercises.right_form import RightForm
from korak.content.exercises.sort import Sort
from korak.content.exercises.speak import Speak
from korak.content.exercises.translate import Translate
from korak.content.exercises.typed import Typed
from korak.content.kinds import Exercise
from korak.content.pack import Pack
from korak.ui.exercise import ExerciseView
from korak.ui.exercises.choice import ChoiceView
from korak.ui.exercises.choose_picture import ChoosePictureView
from korak.ui.exercises.choose_word import ChooseWordView
from korak.ui.exercises.dialogue import DialogueView
from korak.ui.exercises.dictation import DictationView
from korak.ui.exercises.find_button import FindButtonView
from korak.ui.exercises.flash import FlashView
from korak.ui.exercises.gap import gap_view
from korak.ui.exercises.letter import LetterView
from korak.ui.exercises.letters import LettersView
from korak.ui.exercises.listen import ListenView
from korak.ui.exercises.match import MatchView
from korak.ui.exercises.minimal_pair import MinimalPairView
from korak.ui.exercises.number import number_view
from korak.ui.exercises.order import OrderView
from korak.ui.exercises.right_form import RightFormView
from korak.ui.exercises.sort import SortView
from korak.ui.exercises.speak import SpeakView
from korak.ui.exercises.translate import TranslateView
from korak.ui.exercises.typed import TypedView
from korak.ui.frame import Frame


def exercise_view(exercise: Exercise, pack: Pack, frame: Frame, seed: str) -> ExerciseView:
    """The view of an exercise, its texts set; `seed` orders what is mixed."""
    view = _view(exercise, pack, frame, seed)
    view.themed()
    view.retranslate()
    return view


def _view(exercise: Exercise, pack: Pack, frame: Frame, seed: str) -> ExerciseView:  # noqa: C901, PLR0911, PLR0912 - one case a kind
    """The one place that knows every kind; the type checker names a kind that has no view."""
    match exercise:
        case Choice():
            return ChoiceView(exercise, pack.id, frame, seed)
        case Match():
            return MatchView(exercise, pack.id, frame, seed)
        case Typed():
            return TypedView(exercise, pack.id, frame)
        case Flash():
            return FlashView(exercise, pack.id, frame)
        case ChoosePicture():
            return ChoosePictureView(exercise, pack, frame, seed)
        case ChooseWord():
            return ChooseWordView(exercise, pack.id, frame, seed)
        case Listen():
            return ListenView(exercise, pack.id, frame, seed)
        case MinimalPair():
            return MinimalPairView(exercise, pack.id, frame, seed)
        case Letters():
            return LettersView(exercise, pack.id, frame, seed)
        case Order():
            return OrderView(exercise, pack.id, frame, seed)
        case Gap():
            return gap_view(exercise, pack.id, frame, seed)
        case RightForm():
            return RightFormView(exercise, pack.id, frame, seed)
        case Dictation():
            return DictationView(exercise, pack.id, frame)
        case Translate():
            return TranslateView(exercise, pack.id, frame)
        case Letter():
            return LetterView(exercise, pack.id, frame, seed)
        case Dialogue():
            return DialogueView(exercise, pack.id, frame, seed)
        case Number():
            return number_view(exercise, pack.id, frame, seed)
        case Sort():
            return SortView(exercise, pack.id, frame, seed)
        case FindButton():
            return FindButtonView(exercise, pack, frame)
        case Speak():
            return SpeakView(exercise, pack.id, frame)
        case _:
            assert_never(exercise)
