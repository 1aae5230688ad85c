"""No field is kept of which nobody has said whether it is personal, what for and how long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.checks import CheckMessage, Error, register
from django.db import models

from comments.impersonal import NOT_PERSONAL, WITHOUT_VISITORS
from comments.retention import PERSONAL
from comments.rotation import SEALED

LEFT_OUT = "Nothing says whether these are personal, what for and how long they are kept:"
HINT = (
    "In comments/retention.py, add it to PERSONAL (what, what for, in which form, how long) "
    "or to NOT_PERSONAL."
)


@register()
def personal_data_is_covered(**kwargs: Any) -> list[CheckMessage]:
    return list(complaints(apps.get_models()))


def complaints(found: Iterable[type[models.Model]]) -> Iterator[CheckMessage]:
    """What the table leaves out, says twice, or says of fields that are not there."""
    told, kept = Counter(_told()), dict[str, models.Field]()
    for model in found:
        fields = _fields(model)
        kept |= fields
        if f"{model._meta.label}.email_sealed" in fields and model not in SEALED:
            text = f"{model._meta.label} has addresses, and comments/rotation.py overlooks it."
            yield Error(text, id="comments.E005")
        if model._meta.app_label in WITHOUT_VISITORS:
            yield from _leading_to_people(fields)
        elif left_out := [name for name in fields if name not in told]:
            yield Error(f"{LEFT_OUT} {', '.join(left_out)}.", hint=HINT, id="comments.E001")
    for name, times in told.items():
        if name not in kept:
            text = f"{name} is in the table of personal data, and there is no such field."
            yield Error(text, id="comments.E003")
        elif times > 1:
            yield Error(f"{name} is in the table of personal data twice.", id="comments.E004")


def _told() -> Iterator[str]:
    for kept in PERSONAL:
        yield from (f"{kept.model}.{field}" for field in kept.fields)
    for model, fields in NOT_PERSONAL.items():
        yield from (f"{model}.{field}" for field in fields)


def _fields(model: type[models.Model]) -> dict[str, models.Field]:
    """All that its table has but a counted number, and what it is joined to by tables between."""
    meta = model._meta
    fields = [f for f in meta.local_fields if not isinstance(f, models.AutoField)]
    return {f"{meta.label}.{f.name}": f for f in [*fields, *meta.local_many_to_many]}


def _leading_to_people(fields: dict[str, models.Field]) -> Iterator[CheckMessage]:
    for name, field in fields.items():
        target = getattr(field.remote_field, "model", None)
        is_address = isinstance(field, models.EmailField | models.GenericIPAddressField)
        if is_address or target is get_user_model():
            yield Error(f"{name} leads to a person.", hint=HINT, id="comments.E002")
