from collections import Counter

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count
from django.urls import reverse

from catalog.models import Credit, Drama, Episode, Person
from comments.models import Reply
from tests.factories import DramaFactory

pytestmark = pytest.mark.django_db


def generate(**options):
    call_command("generate_catalogue", verbosity=0, **{"dramas": 30, "replies": 90} | options)


def contents():
    """All that the dice decide, without keys and the time of writing."""
    dramas = Drama.objects.order_by("pk")
    return [
        list(dramas.values_list("title", "native_title", "synopsis", "released_on", "kind")),
        list(dramas.values_list("tags__name").order_by("pk", "drama_tags__pk")),
        list(dramas.values_list("genres__name").order_by("pk", "genres__pk")),
        list(Credit.objects.order_by("pk").values_list("person__name", "role", "character")),
        list(Episode.objects.order_by("pk").values_list("title", "air_date")),
        list(Reply.objects.order_by("pk").values_list("name", "body", "state", "created_at")),
    ]


def made_with(seed):
    Drama.objects.all().delete()
    Person.objects.all().delete()
    generate(seed=seed)
    return contents()


def test_catalogue_is_the_same_for_the_same_seed_only():
    first, again, other = made_with(1), made_with(1), made_with(2)
    assert first == again
    assert all(one != another for one, another in zip(first, other, strict=True))


def test_catalogue_has_the_proportions_of_a_real_one():
    generate(dramas=200, replies=2000)
    assert Drama.objects.count() == 200
    assert 2200 < Episode.objects.count() < 3800
    assert 1700 < Credit.objects.count() < 2300
    assert 1900 < Reply.objects.count() < 2100
    busiest = Credit.objects.values("person").annotate(n=Count("pk")).order_by("-n")[:2]
    assert busiest[0]["n"] == 100 > 3 * busiest[1]["n"]
    most_discussed = Drama.objects.annotate(n=Count("replies")).order_by("-n")[0]
    assert most_discussed.n == 666
    languages = Counter(Drama.objects.values_list("original_language", flat=True))
    assert languages.most_common(2) == [("ko", languages["ko"]), ("zh-Hans", languages["zh-Hans"])]


def test_pages_of_a_generated_catalogue_can_be_read(client):
    generate(dramas=20)
    drama = Drama.objects.published().annotate(n=Count("replies")).order_by("-n").first()
    person = drama.credits.first().person
    addresses = [drama.get_absolute_url(), person.get_absolute_url(), reverse("dramas")]
    assert [client.get(address).status_code for address in addresses] == [200, 200, 200]


def test_episodes_and_replies_left_out_change_nothing_else():
    generate()
    whole = contents()
    Drama.objects.all().delete()
    Person.objects.all().delete()
    generate(replies=0, no_episodes=True)
    assert contents() == [*whole[:4], [], []]


def test_database_with_dramas_is_refused_unless_told_so():
    DramaFactory(slug="of-somebody")
    with pytest.raises(CommandError, match="has dramas"):
        generate()
    assert Drama.objects.count() == 1
    generate(add=True)
    assert Drama.objects.count() == 31


@pytest.mark.parametrize("options", [{"dramas": 0}, {"replies": -1}])
def test_number_below_one_is_refused(options):
    with pytest.raises(CommandError):
        generate(**options)
