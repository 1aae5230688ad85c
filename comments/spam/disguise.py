"""Letters that pass for others, and scripts that nobody writes here."""

from __future__ import annotations

import re
from collections import Counter

from django.conf import settings
from django.utils.translation import gettext as _

from comments.spam.letters import MASKING, WORD, excerpt, folded, is_masked, script
from comments.spam.said import Said
from comments.spam.verdict import Finding
from comments.visitor import Visitor

HIDDEN = re.compile("(?<=[a-z])[\u00ad\u200b-\u200d\u2060\ufeff](?=[a-z])", re.IGNORECASE)
FANCY = re.compile("[\U0001d400-\U0001d7ff\U0001f130-\U0001f189]")
# Of dramas and those who watch them; the site's own language adds to these.
AT_HOME = {"LATIN", "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "THAI", ""}
SCRIPT_OF = {
    **dict.fromkeys(("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn"), "CYRILLIC"),
    **dict.fromkeys(("ar", "fa", "ur", "ckb"), "ARABIC"),
    "el": "GREEK",
    "he": "HEBREW",
    "hi": "DEVANAGARI",
    "ne": "DEVANAGARI",
    "bn": "BENGALI",
    "ta": "TAMIL",
    "te": "TELUGU",
    "my": "MYANMAR",
    "km": "KHMER",
    "lo": "LAO",
    "ka": "GEORGIAN",
}
SHORTEST = 20  # letters, to say of a text in which script it is


def disguise(said: Said, visitor: Visitor) -> Finding | None:
    """In the text or in the name."""
    text = f"{said.name} {said.text}"
    masked = (
        [word for word in WORD.findall(text) if is_masked(word)] if MASKING.search(text) else []
    )
    if masked:
        return Finding(5, _("Letters that pass for others: “%(word)s”") % {"word": masked[0][:40]})
    if HIDDEN.search(text) or FANCY.search(text):
        return Finding(3, _("Words in disguise: hidden or ornamental letters"))
    return None


def foreign_script(said: Said, visitor: Visitor) -> Finding | None:
    """Mostly in a script of neither the site nor its dramas: a hint, never enough to hold."""
    letters = [letter for letter in folded(excerpt(said.text)) if letter.isalpha()]
    if len(letters) < SHORTEST or sum(map(str.isascii, letters)) * 2 > len(letters):
        return None
    most, number = Counter(map(script, letters)).most_common(1)[0]
    own = SCRIPT_OF.get(settings.LANGUAGE_CODE.split("-")[0])
    if number * 2 < len(letters) or most in AT_HOME or most == own:
        return None
    return Finding(2, _("In a script that is rare here"))
