"""Addresses of a former site, or of pages that have moved, and where they lead now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote

from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Value, When
from django.utils.translation import gettext_lazy as _

from catalog.models.drama import Drama
from catalog.models.publication import visible

LONGEST = 500
LABELS = ("genre", "tag", "network", "country")
NOUNS = ("drama", "page", *LABELS, "picture")


def spelled(path: str, query: str = "") -> str:
    """An old address as it stands in the table; ``path`` may be escaped, and have capitals."""
    path = unquote(path).strip().lower().rstrip("/") or "/"
    return f"{path}?{query.lower()}" if query else path


class RedirectQuerySet(models.QuerySet["Redirect"]):
    def first_of(self, addresses: Iterable[str]) -> Redirect | None:
        """The redirect of the first of these addresses that has one, with all that it leads to.

        One query. Nothing leads to what visitors may not read; ``has_dramas`` is said of it
        for a label, which without one has no page.
        """
        wanted = list(dict.fromkeys(addresses))
        ranks = Case(*(When(old=old, then=Value(n)) for n, old in enumerate(wanted)))
        rows = self.filter(_is_there(), old__in=wanted).annotate(has_dramas=_has_dramas())
        return rows.select_related(*NOUNS).order_by(ranks).first()

    def lead(self, old: str, **target: Any) -> Redirect:
        """Make ``old`` lead there from now on; ``target`` is one noun or an ``address``."""
        empty = dict.fromkeys(NOUNS) | {"address": ""}
        return self.update_or_create(old=spelled(old), defaults=empty | target)[0]

    def let_go(self, old: str) -> None:
        self.filter(old=spelled(old)).delete()


def _is_there() -> Q:
    """Whether visitors may read what it leads to."""
    found = Q(address__gt="") | Q(picture__isnull=False)
    for noun in ("drama", "page"):
        found |= Q(**{f"{noun}__isnull": False}) & visible(of=f"{noun}__")
    for noun in LABELS:
        found |= Q(**{f"{noun}__isnull": False})
    return found


def _has_dramas() -> Q:
    """Of a label: whether it has a page."""
    dramas = Drama.objects.published()
    found = Q()
    for noun in LABELS:
        field = {"country": "countries"}.get(noun, f"{noun}s")
        found |= Q(Exists(dramas.filter(**{field: OuterRef(noun)})))
    return found


def _leads_to_one() -> Q:
    """Exactly one noun, or an address."""
    one = Q()
    for noun in (*NOUNS, None):
        others = {f"{other}__isnull": True for other in NOUNS if other != noun}
        own = Q(address="") & Q(**{f"{noun}__isnull": False}) if noun else Q(address__gt="")
        one |= own & Q(**others)
    return one


def _to(model: str) -> models.ForeignKey:
    return models.ForeignKey(
        f"catalog.{model}", models.CASCADE, null=True, blank=True, related_name="redirects"
    )


class Redirect(models.Model):
    """``old`` is a path without a slash at its end, in small letters, perhaps with a query:
    see ``spelled``. ``address`` is a path of this site."""

    old = models.CharField(_("old address"), max_length=LONGEST, unique=True)
    drama = _to("Drama")
    page = _to("Page")
    genre = _to("Genre")
    tag = _to("Tag")
    network = _to("Network")
    country = _to("Country")
    picture = _to("Picture")
    address = models.CharField(
        _("address"), max_length=LONGEST, blank=True, help_text=_("A path of this site: /dramas/")
    )

    objects = RedirectQuerySet.as_manager()

    class Meta:
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")
        constraints = [
            models.CheckConstraint(condition=_leads_to_one(), name="redirect_leads_to_one")
        ]

    def __str__(self) -> str:
        return self.old

    @property
    def target(self) -> Any:
        """The noun that it leads to, or the address."""
        return next((row for noun in NOUNS if (row := getattr(self, noun))), self.address)
