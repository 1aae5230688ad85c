"""What of TMDB is fetched in the background."""

from __future__ import annotations

from django.tasks import task

from catalog.importers.tmdb.api import Api
from catalog.importers.tmdb.pictures import PictureRecord, take_pictures
from catalog.models import Drama


@task()
def take_tmdb_pictures(drama_id: int, pictures: list[list[str]]) -> list[str]:
    """Pictures for a gallery, each a path with a kind; what went wrong with some.

    Raises TmdbError when TMDB cannot be asked: what is there by then stays.
    """
    drama = Drama.objects.filter(pk=drama_id).first()
    if drama is None:
        return []
    records = tuple(PictureRecord(path, kind) for path, kind in pictures)
    return list(take_pictures(drama, records, Api().picture))
