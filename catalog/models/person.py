"""People, and what they did in which drama."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.models.addresses import Addressed
from catalog.models.dates import PartialDate, Precision
from catalog.models.drama import Drama, date_and_precision_together


class PersonQuerySet(models.QuerySet["Person"]):
    def published(self) -> PersonQuerySet:
        """Those with a credit in a drama that visitors may read."""
        dramas = Drama.objects.published().filter(pk=models.OuterRef("drama"))
        credits = Credit.objects.filter(models.Exists(dramas), person=models.OuterRef("pk"))
        return self.filter(models.Exists(credits))


class Person(Addressed):
    """Two people may share a name; an external id tells them apart."""

    name = models.CharField(_("name"), max_length=200)
    native_name = models.CharField(_("native name"), max_length=200, blank=True)
    native_language = models.CharField(_("native language"), max_length=12, blank=True)
    slug = models.SlugField(max_length=140, unique=True)
    born_on = models.DateField(_("birthday"), null=True, blank=True)
    born_precision = models.CharField(
        _("known to the"), max_length=5, choices=Precision, blank=True
    )
    biography = models.TextField(_("biography"), blank=True)
    portrait = models.ForeignKey(
        "catalog.Picture", models.SET_NULL, null=True, blank=True, related_name="+"
    )

    merged_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, editable=False, related_name="merged"
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["name"])]
        constraints = [date_and_precision_together("born_on", "born_precision")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.slug])

    @property
    def born(self) -> PartialDate | None:
        return PartialDate.of(self.born_on, self.born_precision)

    @born.setter
    def born(self, date: PartialDate | None) -> None:
        self.born_on, self.born_precision = PartialDate.columns(date)

    @property
    def initials(self) -> str:
        """One or two letters for a monogram."""
        words = self.name.split()
        return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


class PersonName(models.Model):
    """Another name that a person is known by."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="other_names")
    name = models.CharField(_("name"), max_length=200)

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["person", "name"], name="person_name_once")]

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    MAIN = "main", _("main role")
    SUPPORT = "support", _("support role")
    GUEST = "guest", _("guest role")
    CAMEO = "cameo", _("cameo")
    HOST = "host", _("host")
    REGULAR = "regular", _("regular member")
    CAST = "cast", _("cast")
    DIRECTOR = "director", _("director")
    SCREENWRITER = "screenwriter", _("screenwriter")
    AUTHOR = "author", _("original author")
    PRODUCER = "producer", _("producer")
    COMPOSER = "composer", _("composer")


CAST_ROLES = (
    Role.MAIN,
    Role.HOST,
    Role.REGULAR,
    Role.SUPPORT,
    Role.CAST,
    Role.GUEST,
    Role.CAMEO,
)


class Credit(models.Model):
    drama = models.ForeignKey(Drama, models.CASCADE, related_name="credits")
    person = models.ForeignKey(Person, models.CASCADE, related_name="credits")
    role = models.CharField(_("role"), max_length=12, choices=Role)
    character = models.CharField(_("character"), max_length=200, blank=True)
    order = models.PositiveIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("credit")
        verbose_name_plural = _("credits")
        ordering = ["order", "pk"]
        indexes = [models.Index(fields=["drama", "order"])]
        constraints = [
            models.UniqueConstraint(
                fields=["drama", "person", "role", "character"], name="credit_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()}"

    @property
    def is_cast(self) -> bool:
        return self.role in CAST_ROLES

    @staticmethod
    def cast_and_crew(credits: Iterable[Credit]) -> tuple[list[Credit], list[Credit]]:
        """Those before the camera and those behind it, each in the order given."""
        parted: tuple[list[Credit], list[Credit]] = ([], [])
        for credit in credits:
            parted[not credit.is_cast].append(credit)
        return parted

    @staticmethod
    def by_role(credits: Iterable[Credit]) -> list[Credit]:
        """Each role together, in the order of Role; within a role, in the order given."""
        return sorted(credits, key=lambda credit: Role.values.index(credit.role))
