"""Keeping pictures, and letting go of those that nothing shows any more."""

from __future__ import annotations

from django.db import transaction
from django.db.models import ManyToOneRel

from catalog.models import ImportedPost, Picture, Redirect
from catalog.tasks import make_variants_of

# What only remembers a picture does not show it.
REMEMBERING = (ImportedPost, Redirect)


def keep(picture: Picture) -> Picture:
    """Save a picture; a new one gets its variants in the background."""
    with transaction.atomic():
        is_new = picture.pk is None
        picture.save()
        if is_new:
            make_variants_of.enqueue(picture.pk)
    return picture


def let_go(picture_id: int) -> None:
    """Delete a picture, unless something shows it."""
    picture = Picture.objects.filter(pk=picture_id).first()
    if picture and not is_shown(picture):
        picture.delete()


def is_shown(picture: Picture) -> bool:
    """Whether any row of any model refers to it, but to remember it."""
    return any(
        relation.related_model._base_manager.filter(**{relation.field.name: picture}).exists()
        for relation in Picture._meta.get_fields(include_hidden=True)
        if isinstance(relation, ManyToOneRel) and relation.related_model not in REMEMBERING
    )
