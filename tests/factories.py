"""Rows of the catalogue for tests: ``DramaFactory()`` is published, everything else is plain."""

import datetime
import io
from decimal import Decimal

import factory
from django.core.files.base import ContentFile
from factory.django import DjangoModelFactory
from PIL import Image

from catalog import models


def tiny_jpeg(colour="#884422", size=(16, 24)):
    """The bytes of a real picture, a few hundred of them."""
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, "JPEG", quality=40)
    return file.getvalue()


class LabelFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    slug = factory.LazyAttribute(lambda label: label.name.lower().replace(" ", "-"))


class GenreFactory(LabelFactory):
    class Meta:
        model = models.Genre

    name = factory.Sequence(lambda n: f"Genre {n}")


class TagFactory(LabelFactory):
    class Meta:
        model = models.Tag

    name = factory.Sequence(lambda n: f"Tag {n}")


class NetworkFactory(LabelFactory):
    class Meta:
        model = models.Network

    name = factory.Sequence(lambda n: f"Network {n}")


class CountryFactory(DjangoModelFactory):
    """Japan, unless told otherwise; the same row when asked for twice."""

    class Meta:
        model = models.Country
        django_get_or_create = ("code",)

    code = "JP"
    slug = factory.LazyAttribute(lambda country: {"JP": "japan"}.get(country.code, country.code))


class PictureFactory(DjangoModelFactory):
    """A described picture with a real tiny file; ``size`` in pixels."""

    class Meta:
        model = models.Picture

    class Params:
        size = (16, 24)

    colour = "#884422"
    alt = factory.Sequence(lambda n: f"What picture {n} shows")
    width = factory.LazyAttribute(lambda picture: picture.size[0])
    height = factory.LazyAttribute(lambda picture: picture.size[1])
    original = factory.LazyAttribute(
        lambda picture: ContentFile(tiny_jpeg(picture.colour, picture.size), "tiny.jpg")
    )


class DramaFactory(DjangoModelFactory):
    """Published; genres, networks and countries may be given as lists."""

    class Meta:
        model = models.Drama
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Drama {n}")
    slug = factory.Sequence(lambda n: f"drama-{n}")
    publication = models.Publication.PUBLISHED

    @factory.post_generation
    def genres(self, create, given, **kwargs):
        if create:
            self.genres.set(given or [])

    @factory.post_generation
    def networks(self, create, given, **kwargs):
        if create:
            self.networks.set(given or [])

    @factory.post_generation
    def countries(self, create, given, **kwargs):
        if create:
            self.countries.set(given or [])


class DramaTagFactory(DjangoModelFactory):
    class Meta:
        model = models.DramaTag

    drama = factory.SubFactory(DramaFactory)
    tag = factory.SubFactory(TagFactory)


class AlternativeTitleFactory(DjangoModelFactory):
    class Meta:
        model = models.AlternativeTitle

    drama = factory.SubFactory(DramaFactory)
    title = factory.Sequence(lambda n: f"Another title {n}")
    language = "en"


class LinkFactory(DjangoModelFactory):
    class Meta:
        model = models.Link

    drama = factory.SubFactory(DramaFactory)
    kind = models.LinkKind.WATCH
    label = "A place to watch"
    url = factory.Sequence(lambda n: f"https://watch.example/{n}")


class RelationFactory(DjangoModelFactory):
    class Meta:
        model = models.Relation

    drama = factory.SubFactory(DramaFactory)
    other = factory.SubFactory(DramaFactory)
    kind = models.RelationKind.SEQUEL


class SeasonFactory(DjangoModelFactory):
    class Meta:
        model = models.Season

    drama = factory.SubFactory(DramaFactory)
    number = factory.LazyAttribute(
        lambda season: models.Season.objects.filter(drama=season.drama).count() + 1
    )


class EpisodeFactory(DjangoModelFactory):
    class Meta:
        model = models.Episode

    season = factory.SubFactory(SeasonFactory)
    number = factory.LazyAttribute(
        lambda episode: models.Episode.objects.filter(season=episode.season).count() + 1
    )
    title = factory.LazyAttribute(lambda episode: f"The story of day {episode.number}")


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = models.Person

    name = factory.Sequence(lambda n: f"Person {n}")
    slug = factory.Sequence(lambda n: f"person-{n}")


class PersonNameFactory(DjangoModelFactory):
    class Meta:
        model = models.PersonName

    person = factory.SubFactory(PersonFactory)
    name = factory.Sequence(lambda n: f"Other name {n}")


class CreditFactory(DjangoModelFactory):
    class Meta:
        model = models.Credit

    drama = factory.SubFactory(DramaFactory)
    person = factory.SubFactory(PersonFactory)
    role = models.Role.MAIN
    character = factory.Sequence(lambda n: f"Character {n}")
    order = factory.Sequence(lambda n: n)


class GalleryImageFactory(DjangoModelFactory):
    class Meta:
        model = models.GalleryImage

    drama = factory.SubFactory(DramaFactory)
    picture = factory.SubFactory(PictureFactory)
    caption = factory.Sequence(lambda n: f"Caption {n}")


class ListingFiguresFactory(DjangoModelFactory):
    class Meta:
        model = models.ListingFigures

    drama = factory.SubFactory(DramaFactory)
    source = models.Source.MYDRAMALIST
    rating = Decimal("8.7")
    votes = 1234
    as_of = datetime.date(2024, 5, 1)


class PickFactory(DjangoModelFactory):
    class Meta:
        model = models.Pick

    drama = factory.SubFactory(DramaFactory)


class ExternalIdFactory(DjangoModelFactory):
    """Of a drama; for a person's give ``drama=None`` and a person."""

    class Meta:
        model = models.ExternalId

    source = models.Source.TMDB
    value = factory.Sequence(str)
    drama = factory.SubFactory(DramaFactory)


class FormerSlugFactory(DjangoModelFactory):
    """Of a drama; for a person's give ``drama=None`` and a person."""

    class Meta:
        model = models.FormerSlug

    slug = factory.Sequence(lambda n: f"former-{n}")
    drama = factory.SubFactory(DramaFactory)


class PageFactory(DjangoModelFactory):
    """Published, and written in Markdown."""

    class Meta:
        model = models.Page

    title = factory.Sequence(lambda n: f"Page {n}")
    slug = factory.Sequence(lambda n: f"page-{n}")
    body = "What is to be said."
    publication = models.Publication.PUBLISHED


class RedirectFactory(DjangoModelFactory):
    """To the list of dramas, unless told otherwise."""

    class Meta:
        model = models.Redirect

    old = factory.Sequence(lambda n: f"/old-{n}")
    address = "/dramas/"
