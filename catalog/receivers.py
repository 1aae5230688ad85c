"""What follows when rows of the catalogue are deleted, or its tables made.

Handlers first, then the wiring.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.db.models.signals import post_delete, post_migrate

from catalog.changes import install_triggers
from catalog.images.maker import remove_files
from catalog.models import Drama, Episode, GalleryImage, Person, Picture
from catalog.pictures import let_go


def remove_files_of_picture(instance: Picture, **kwargs: Any) -> None:
    # Only after the commit: a transaction that is rolled back brings the row back.
    transaction.on_commit(partial(remove_files, instance.token))


def let_go_of_pictures(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    for column in picture_columns(sender):
        picture_id = getattr(instance, column)
        if picture_id is not None:
            transaction.on_commit(partial(let_go, picture_id))


def picture_columns(model: type[models.Model]) -> list[str]:
    return [f.attname for f in model._meta.concrete_fields if f.related_model is Picture]


def connect() -> None:
    post_migrate.connect(install_triggers, sender=apps.get_app_config("catalog"))
    post_delete.connect(remove_files_of_picture, sender=Picture)
    for model in (Drama, Episode, GalleryImage, Person):
        post_delete.connect(let_go_of_pictures, sender=model)
