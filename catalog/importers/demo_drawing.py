"""The demo catalogue's galleries, drawn and taken in as an editor's uploads would be."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from django.core.files.base import ContentFile
from django.db import transaction
from django.tasks import task

from catalog.artwork.scenes import scene_image
from catalog.images import accept_upload, new_picture
from catalog.importers.demo_gallery import DrawnScene, read_galleries
from catalog.models import Drama, GalleryImage, Picture


@task()
def draw_gallery_of(drama_id: int, demo_id: str) -> int:
    """Draw a demo drama's gallery, the first time; how many pictures it has."""
    drama = Drama.objects.filter(pk=drama_id).first()
    if drama is None:
        return 0
    if not drama.gallery.exists():
        draw_gallery(drama, read_galleries()[demo_id])
    return drama.gallery.count()


def draw_gallery(drama: Drama, scenes: Iterable[DrawnScene]) -> None:
    """All of the gallery or, when it fails or is killed, none of it."""
    pictures = [(scene, _drawn(scene, drama.title)) for scene in scenes]
    with transaction.atomic():
        for order, (scene, picture) in enumerate(pictures, start=1):
            # Sizes are made as they are asked for: drawing everything at once would take minutes.
            picture.save()
            GalleryImage.objects.create(
                drama=drama, picture=picture, kind=scene.kind, caption=scene.caption, order=order
            )


def _drawn(scene: DrawnScene, seed: str) -> Picture:
    file = BytesIO()
    # Decoded again at once: to make it small would take longer than all the rest.
    scene_image(scene.scene, seed + scene.caption).save(file, "PNG", compress_level=1)
    return new_picture(accept_upload(ContentFile(file.getvalue())), alt=scene.alt)
