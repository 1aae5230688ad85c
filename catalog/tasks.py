"""Work that is done in the background; each task may be run again without harm."""

from __future__ import annotations

from django.tasks import task

from catalog.images.maker import make_variants
from catalog.models import Picture
from catalog.quality.check import check_all, check_changed
from catalog.search.index import catch_up


@task()
def make_variants_of(picture_id: int) -> int:
    """Make the sizes and formats of a picture; how many were missing."""
    picture = Picture.objects.filter(pk=picture_id).first()
    return make_variants(picture) if picture else 0


@task()
def write_search_documents() -> None:
    """Write the documents of all that is marked: after an upgrade that is the whole catalogue."""
    catch_up()


@task()
def check_quality() -> None:
    """Look over the whole catalogue for what does not make sense."""
    check_all()


@task()
def check_quality_of_changes() -> None:
    """Look over what has changed since the last look."""
    check_changed()
