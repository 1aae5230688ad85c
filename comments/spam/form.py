"""What the unseen fields of the form give away: the trap, and the stamp.

The stamp is the same for everyone who reads the page, and holds for ever: it says only that the
form was taken from this site. Without one there are points, never a loss.
"""

from __future__ import annotations

from django.core.signing import Signer
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from comments.spam.said import Said
from comments.spam.verdict import Finding
from comments.visitor import Visitor

_signer = Signer(salt="comments.stamp")


def stamp_for(path: str) -> str:
    """Of the form that is posted to this path."""
    return _signer.signature(path)


def trap(said: Said, visitor: Visitor) -> Finding | None:
    """A field that nobody can see was filled."""
    if said.form is None or not said.form.trap:
        return None
    return Finding(6, _("A field was filled that people do not see"))


def stamp(said: Said, visitor: Visitor) -> Finding | None:
    if said.form is None:
        return None
    if constant_time_compare(stamp_for(said.form.path), said.form.stamp):
        return None
    return Finding(3, _("Posted without opening the form"))
