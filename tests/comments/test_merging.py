import pytest

from catalog.merging import merge, undo
from comments.models import Reply, Subscription
from tests.factories import DramaFactory

pytestmark = pytest.mark.django_db


def where():
    replies = Reply.objects.order_by("pk").values_list("pk", "drama", "parent", "fingerprint")
    told = Subscription.objects.order_by("pk").values_list("pk", "drama")
    return list(replies), list(told)


def test_replies_and_those_who_are_told_go_along_and_come_back(client, drama, said, subscribed_to):
    kept = DramaFactory(slug="kept")
    words = {"name": "Hana", "body": "The same words.", "state": "published"}
    Reply.objects.post(kept, **words)
    first = said(**words)
    answer = said("An answer.", parent=first)
    only_here, both = (subscribed_to(f"{name}@example.org") for name in ("one", "two"))
    Subscription.objects.create(recipient=both.recipient, drama=kept)
    before = where()
    made = merge(kept, drama)
    assert {reply.drama for reply in Reply.objects.all()} == {kept}
    assert Reply.objects.get(pk=answer.pk).parent == first
    told = Subscription.objects.filter(drama=kept)
    assert sorted(each.recipient_id for each in told) == sorted(
        [only_here.recipient_id, both.recipient_id]
    )
    page = client.get(f"/dramas/{drama.slug}/", follow=True).content.decode()
    assert "An answer." in page
    undo(made)
    assert where() == before
