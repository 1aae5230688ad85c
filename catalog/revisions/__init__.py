"""What a drama was: kept at each editor's save, told apart, and put back."""

from catalog.revisions.log import note, note_as_found
from catalog.revisions.state import State, states_of

__all__ = ["State", "note", "note_as_found", "states_of"]
