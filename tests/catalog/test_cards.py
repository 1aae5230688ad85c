import re

import pytest

from comments.models import Reply, State
from tests.factories import DramaFactory, GenreFactory, RelationFactory

pytestmark = pytest.mark.django_db


def test_cards_beneath_a_drama_say_how_many_replies_there_are(client):
    genre = GenreFactory(name="Romance")
    drama, related, alike, quiet = (DramaFactory(title=each, genres=[genre]) for each in "ABCD")
    RelationFactory(drama=drama, other=related)
    for about, state in ((related, "published"), (alike, "published"), (alike, "held")):
        Reply.objects.post(about, name="Mei", body=state, state=State(state))
    Reply.objects.post(alike, name="Mei", body="Once more.", state=State.PUBLISHED)
    html = client.get(drama.get_absolute_url()).content.decode()
    said = [re.findall(r">(\d repl\w+)<", card) for card in html.split('class="card"')[1:]]
    assert said == [["1 reply"], ["2 replies"], []]
    assert quiet.title in html
