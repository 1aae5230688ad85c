"""What follows when rows of the catalogue are written or deleted, or its tables made.

Handlers first, then the wiring.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.db.models.signals import (
    m2m_changed,
    post_delete,
    post_migrate,
    post_save,
    pre_migrate,
)
from django.utils import timezone

from catalog.changes import install_triggers
from catalog.images.maker import remove_files
from catalog.models import (
    AlternativeTitle,
    Credit,
    Drama,
    Episode,
    GalleryImage,
    Genre,
    ListingFigures,
    Network,
    PagePicture,
    Person,
    PersonName,
    Picture,
    Season,
)
from catalog.pictures import let_go
from catalog.search import marks
from catalog.search.index import AT_ONCE, catch_up
from catalog.telling import tell_of

FOUND_BY = (AlternativeTitle, Credit, Drama, Genre, ListingFigures, Network, Person, PersonName)


def remove_files_of_picture(instance: Picture, **kwargs: Any) -> None:
    # Only after the commit: a transaction that is rolled back brings the row back.
    transaction.on_commit(partial(remove_files, instance.token))


def let_go_of_pictures(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    for column in picture_columns(sender):
        picture_id = getattr(instance, column)
        if picture_id is not None:
            transaction.on_commit(partial(let_go, picture_id))


def note_change_of_drama(instance: Credit | Season, **kwargs: Any) -> None:
    """What is on a drama's page may be written without the drama itself."""
    Drama.objects.filter(pk=instance.drama_id).update(changed_at=timezone.now())


def note_change_of_episode(instance: Episode, origin: Any = None, **kwargs: Any) -> None:
    # Episodes that go with the whole drama, or with a season, by the hundreds.
    if origin is None or getattr(origin, "model", type(origin)) is Episode:
        drama = Drama.objects.filter(seasons=instance.season_id)
        drama.update(changed_at=timezone.now())


def tell_others(instance: Drama, **kwargs: Any) -> None:
    tell_of(instance)


def picture_columns(model: type[models.Model]) -> list[str]:
    return [f.attname for f in model._meta.concrete_fields if f.related_model is Picture]


def write_search_documents(**kwargs: Any) -> None:
    # The mark is part of the change; what it asks for may follow, and at the latest the next
    # search sees to it.
    transaction.on_commit(partial(catch_up, AT_ONCE), robust=True)


def stop_watching(**kwargs: Any) -> None:
    if marks.is_installed():
        marks.stop_watching()


def watch(plan: Any = (), **kwargs: Any) -> None:
    """After a migration of the catalogue all of it is marked: documents may be made otherwise."""
    if not marks.is_installed():
        return
    marks.watch()
    if any(migration.app_label == "catalog" for migration, _is_backwards in plan):
        marks.mark_all()


def connect() -> None:
    post_migrate.connect(install_triggers, sender=apps.get_app_config("catalog"))
    post_save.connect(tell_others, sender=Drama)
    post_save.connect(note_change_of_drama, sender=Credit)
    post_save.connect(note_change_of_drama, sender=Season)
    post_save.connect(note_change_of_episode, sender=Episode)
    post_delete.connect(note_change_of_episode, sender=Episode)
    post_delete.connect(remove_files_of_picture, sender=Picture)
    for model in (Drama, Episode, GalleryImage, PagePicture, Person):
        post_delete.connect(let_go_of_pictures, sender=model)
    for noun in FOUND_BY:
        post_save.connect(write_search_documents, sender=noun)
        post_delete.connect(write_search_documents, sender=noun)
    for links in (Drama.countries, Drama.genres, Drama.networks):
        m2m_changed.connect(write_search_documents, sender=links.through)
    catalog = apps.get_app_config("catalog")
    pre_migrate.connect(stop_watching, sender=catalog)
    post_migrate.connect(watch, sender=catalog)
