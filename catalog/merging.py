"""Making one of two dramas, or of two people, and taking it back.

Nothing is deleted: what can be led to the kept one is led there, what it has already stays with
the other, which is a draft from then on (a person without credits has no page either). So
undoing it is leading everything back, and putting both into the state that they were in.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, transaction
from django.db.models import Max, Model, QuerySet
from django.utils import timezone

from catalog.models import (
    AlternativeTitle,
    Credit,
    Drama,
    Finding,
    FormerSlug,
    GalleryImage,
    Merge,
    MergedNoun,
    PersonName,
    Publication,
    Revision,
    Season,
)
from catalog.models.dates import ends_too_early
from catalog.revisions import State, note_as_found, states_of
from catalog.revisions.restoring import restore
from catalog.signals import merged, unmerged

Noun = Any  # a Drama or a Person
Moved = list[list[Any]]  # label of a model, column, where it was, keys
CREDITED = ("role", "character", "order")
STATE = ("publication", "publish_at", "unpublish_at", "merged_into_id")


class MergedOnError(Exception):
    """The kept one has since been merged into another: that is to be undone first."""


@transaction.atomic
def merge(kept: Noun, gone: Noun) -> Merge:
    """``gone`` is ``kept`` from now on: its addresses lead there, and what was its own is there."""
    before = {"kept": _before(kept), "gone": _before(gone)}
    made = _keep_names(kept, gone)
    moved = _move_all(kept, gone)
    dropped = _drop_doubled_credits(gone)
    _fill(kept, gone)
    gone.merged_into = kept
    if isinstance(gone, Drama):
        gone.publication = Publication.DRAFT
    gone.save()
    done: dict[str, Any] = {}
    for _receiver, answer in merged.send(type(kept), kept=kept, gone=gone):
        done |= answer or {}  # type: ignore[arg-type]
    return Merge.objects.create(
        noun=MergedNoun.DRAMA if isinstance(kept, Drama) else MergedNoun.PERSON,
        kept_number=kept.pk,
        gone_number=gone.pk,
        kept_name=str(kept),
        gone_name=str(gone),
        packed=_packed(
            {"before": before, "made": made, "moved": moved, "dropped": dropped, "done": done}
        ),
    )


@transaction.atomic
def undo(merge: Merge) -> None:
    """Both as they were. Raises MergedOnError; Model.DoesNotExist when one was deleted since."""
    kept, gone = (merge.model.objects.get(pk=n) for n in (merge.kept_number, merge.gone_number))
    if kept.merged_into_id:
        raise MergedOnError
    packed = json.loads(zlib.decompress(merge.packed))
    if isinstance(kept, Drama):
        # What was written since is a revision, and can be put back.
        note_as_found(kept.pk)
    unmerged.send(merge.model, kept=kept, gone=gone, done=packed["done"])
    for model, keys in packed["made"]:
        MADE[model].objects.filter(pk__in=keys).delete()
    for label, column, was, keys in reversed(packed["moved"]):
        _related(label, merge.model).filter(pk__in=keys).update(**{column: was})
    for credit in packed["dropped"]:
        if Drama.objects.filter(pk=credit["drama_id"]).exists():
            Credit.objects.get_or_create(**credit)
    for noun, before in ((kept, packed["before"]["kept"]), (gone, packed["before"]["gone"])):
        _put_back(noun, before)
    merge.undone_at = timezone.now()
    merge.save(update_fields=["undone_at"])


MADE: dict[str, Any] = {"title": AlternativeTitle, "name": PersonName, "slug": FormerSlug}


def _before(noun: Noun) -> dict[str, Any]:
    row = {field.attname: getattr(noun, field.attname) for field in _columns(noun)}
    state = asdict(states_of([noun.pk])[noun.pk]) if isinstance(noun, Drama) else None
    return {"row": row, "state": state}


def _put_back(noun: Noun, before: dict[str, Any]) -> None:
    if before["state"]:
        restore(noun, State(**before["state"]))
    row = {f.attname: f.to_python(before["row"][f.attname]) for f in _columns(noun)}
    type(noun).objects.filter(pk=noun.pk).update(**row)


def _columns(noun: Noun) -> list[Any]:
    """A drama's are mostly in its state; a person's are all here."""
    fields = [field for field in noun._meta.concrete_fields if not field.primary_key]
    return [f for f in fields if f.attname in STATE] if isinstance(noun, Drama) else fields


def _keep_names(kept: Noun, gone: Noun) -> list[list[Any]]:
    """What the other was called, and its address."""
    slug = FormerSlug.objects.create(slug=gone.slug, **{_name(kept): kept})
    made = [["slug", [slug.pk]]]
    if isinstance(kept, Drama):
        if gone.title != kept.title and not kept.alternative_titles.filter(title=gone.title):
            title = kept.alternative_titles.create(title=gone.title)
            made.append(["title", [title.pk]])
    elif gone.name != kept.name and not kept.other_names.filter(name=gone.name):
        made.append(["name", [kept.other_names.create(name=gone.name).pk]])
    return made


def _name(noun: Noun) -> str:
    return str(noun._meta.model_name)


def _move_all(kept: Noun, gone: Noun) -> Moved:
    moved: Moved = []
    for label, column, rows in _referring(type(gone)):
        keys = _move(rows.filter(**{column: gone}), column, kept)
        moved.append([label, column, gone.pk, keys])
    if isinstance(kept, Drama):
        moved += _move_episodes(kept, gone)
        _add_labels(kept, gone)
    return moved


def _referring(noun: type[Model]) -> Iterator[tuple[str, str, QuerySet]]:
    """All of the catalogue that refers to such a noun, but what it was or was found to be."""
    for relation in noun._meta.related_objects:
        model: Any = relation.related_model
        if model._meta.app_label == "catalog" and model not in (Revision, Finding):
            label = f"{model._meta.label_lower}"
            yield label, relation.field.attname, model._base_manager.order_by("pk")


def _related(label: str, noun: type[Model]) -> QuerySet:
    if label == "catalog.episode":
        return Season._meta.get_field("episodes").related_model._base_manager.all()
    return next(rows for found, _column, rows in _referring(noun) if found == label)


def _move(rows: QuerySet, column: str, to: Model) -> list[int]:
    """The keys of those that ``to`` did not have already."""
    return [row.pk for row in list(rows) if _is_moved(row, column, to)]


def _is_moved(row: Any, column: str, to: Model) -> bool:
    values: dict[str, Any] = {column: to.pk}
    if isinstance(row, GalleryImage):
        last = GalleryImage.objects.filter(drama=to.pk).aggregate(n=Max("number"))["n"] or 0
        values |= {"number": last + 1, "order": last + row.order + 1}
    try:
        with transaction.atomic():
            type(row)._base_manager.filter(pk=row.pk).update(**values)
    except IntegrityError:
        return False
    return True


def _move_episodes(kept: Drama, gone: Drama) -> Moved:
    """Those of seasons that both have."""
    moved = []
    theirs = {season.number: season for season in kept.seasons.all()}
    for season in gone.seasons.all():
        keys = _move(season.episodes.order_by("pk"), "season_id", theirs[season.number])
        moved.append(["catalog.episode", "season_id", season.pk, keys])
    return moved


def _drop_doubled_credits(gone: Noun) -> list[dict[str, Any]]:
    """Of a person they would be shown still, beside the same of the kept one."""
    if isinstance(gone, Drama):
        return []
    doubled = list(gone.credits.values("id", "drama_id", "person_id", *CREDITED))
    gone.credits.all().delete()
    return doubled


def _add_labels(kept: Drama, gone: Drama) -> None:
    for plural in ("countries", "networks", "genres"):
        getattr(kept, plural).add(*getattr(gone, plural).all())


def _fill(kept: Noun, gone: Noun) -> None:
    """What the kept one does not know and the other does; a date with what is known of it."""
    for field in kept._meta.concrete_fields:
        name = field.attname
        is_own = field.primary_key or name in (*STATE, "slug") or not field.editable
        if not is_own and getattr(kept, name) in ("", None):
            setattr(kept, name, getattr(gone, name))
    if isinstance(kept, Drama) and ends_too_early(kept.released, kept.ended):
        kept.ended = None
    kept.save()


def _packed(value: dict[str, Any]) -> bytes:
    return zlib.compress(json.dumps(value, cls=DjangoJSONEncoder).encode(), 9)
