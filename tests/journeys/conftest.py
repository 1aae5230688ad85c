"""The demo catalogue, and one page of every kind."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import transaction

from catalog.models import DramaChange
from catalog.search.index import catch_up
from tests.conversations import write_conversation
from tests.factories import CreditFactory, DramaFactory, GenreFactory, PageFactory

KINDS = {
    "home": "/",
    "dramas": "/dramas/",
    "drama": "/dramas/1-litre-of-tears/",
    "drama with nothing": "/dramas/nothing-known/",
    "episodes": "/dramas/1-litre-of-tears/episodes/",
    "no episodes": "/dramas/nothing-known/episodes/",
    "picture": "/dramas/1-litre-of-tears/gallery/1/",
    "replies": "/dramas/1-litre-of-tears/replies/",
    "no replies": "/dramas/nothing-known/replies/",
    "thread": "/replies/900001/thread/?page=2",
    "people": "/people/",
    "people by name": "/people/?from=E",
    "role": "/people/erika-sawajiri/main/",
    "person": "/people/erika-sawajiri/",
    "person with nothing": "/people/unknown/",
    "genre": "/genres/melodrama/",
    "tag": "/tags/illness/",
    "network": "/networks/fuji-tv/",
    "country": "/countries/japan/",
    "year": "/years/2005/",
    "calendar": "/calendar/",
    "month": "/calendar/2005-10/",
    "day": "/calendar/2005-10-11/",
    "feeds and API": "/api/",
    "search": "/search/",
    "found": "/search/?q=aya+ikeuchi",
    "found by its story": "/search/?q=wheelchair+diary",
    "nothing found": "/search/?q=zzqqxx",
    "genres": "/genres/",
    "years": "/years/",
    "pages": "/pages/",
    "page": "/pages/imprint/",
    "article": "/pages/news/",
    "privacy": "/privacy/",
    "your data": "/privacy/data/",
    "data asked for": "/privacy/data/asked/",
    "not found": "/nowhere/",
}


@pytest.fixture(scope="session")
def demo_rows():
    """What loading the demo has written, by model; its files stay where they are."""
    return {}


@pytest.fixture
def demo(transactional_db, demo_rows):
    # To read and draw it takes two seconds, and two dozen tests ask for it.
    if demo_rows:
        with transaction.atomic():
            for model, rows in demo_rows.items():
                model.objects.bulk_create(rows)
        catch_up()
    else:
        empty = [model for model in loaded_models() if not model.objects.exists()]
        call_command("load_demo", "1-litre-of-tears", verbosity=0)
        demo_rows.update((model, list(model.objects.all())) for model in empty)


def loaded_models():
    """All but what triggers and the search make of them."""
    for model in apps.get_models(include_auto_created=True):
        told = model._meta.app_label in ("catalog", "comments")
        if told and not model._meta.object_name.startswith("Search") and model is not DramaChange:
            yield model


@pytest.fixture
def every_kind(demo):
    """The demo, and a drama and a person of whom nothing is known but the name."""
    nothing = DramaFactory(title="Nothing known", slug="nothing-known")
    CreditFactory(drama=nothing, person__name="Unknown", person__slug="unknown", character="")
    GenreFactory(name="Unused")
    long = DramaFactory(title="Long thread", slug="long-thread")
    write_conversation(long, 101, parents=lambda pks: pks[len(pks) // 2], first=900_001)
    PageFactory(
        title="Imprint of this site",
        slug="imprint",
        body="# Who\n\nWe are three people who *watch* all of it.\n\n| a | b |\n|-|-|\n| 1 | 2 |",
    )
    PageFactory(
        title="News of the week",
        slug="news",
        is_dated=True,
        summary="What came to the site this week.",
    )
    return KINDS


@pytest.fixture
def page_without_scripts(browser):
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()
