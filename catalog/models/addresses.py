"""What keeps an old address when the slug of a row changes."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Self

from django.db import models, transaction

from catalog.models.source import FormerSlug


class Addressed(models.Model):
    """A row with a slug whose former ones lead to it still: for nouns that FormerSlug names.

    Only ``save`` watches; whoever writes in bulk records former slugs himself.
    """

    slug: Any  # a SlugField of each noun
    _loaded_slug: str | None = None

    class Meta:
        abstract = True

    def save(self, **kwargs: Any) -> None:
        fields = kwargs.get("update_fields")
        slug = self.__dict__.get("slug")
        if slug == self._loaded_slug or (fields is not None and "slug" not in fields):
            return super().save(**kwargs)
        with transaction.atomic():
            super().save(**kwargs)
            self._keep_former_slug()
        self._loaded_slug = slug
        return None

    @classmethod
    def from_db(
        cls, db: str | None, field_names: Collection[str], values: Collection[Any], **kwargs: Any
    ) -> Self:
        row = super().from_db(db, field_names, values, **kwargs)
        row._loaded_slug = row.__dict__.get("slug")
        return row

    def refresh_from_db(
        self, using: str | None = None, fields: Any = None, from_queryset: Any = None
    ) -> None:
        super().refresh_from_db(using, fields, from_queryset)
        if fields is None or "slug" in fields:
            self._loaded_slug = self.slug

    def _keep_former_slug(self) -> None:
        """The newest owner of a former slug has it; a current one is nobody's former one."""
        noun = self._meta.model_name
        of_the_noun = FormerSlug.objects.filter(**{f"{noun}__isnull": False})
        of_the_noun.filter(slug__in=[self.slug, self._loaded_slug]).delete()
        if self._loaded_slug:
            FormerSlug.objects.create(slug=self._loaded_slug, **{str(noun): self})
