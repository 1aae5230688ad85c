"""Work that is done in the background; each task may be run again without harm."""

from __future__ import annotations

from django.tasks import task

from catalog.images.maker import make_variants
from catalog.importers.demo_drawing import draw_gallery
from catalog.importers.demo_gallery import read_galleries
from catalog.models import Drama, Picture


@task()
def make_variants_of(picture_id: int) -> int:
    """Make the sizes and formats of a picture; how many were missing."""
    picture = Picture.objects.filter(pk=picture_id).first()
    return make_variants(picture) if picture else 0


@task()
def draw_gallery_of(drama_id: int, demo_id: str) -> int:
    """Draw a demo drama's gallery, the first time; how many pictures it has."""
    drama = Drama.objects.filter(pk=drama_id).first()
    if drama is None:
        return 0
    if not drama.gallery.exists():
        draw_gallery(drama, read_galleries()[demo_id])
    return drama.gallery.count()
