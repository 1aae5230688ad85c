import pytest

from comments.correction import Said, correct, version_of
from comments.models import State
from comments.spam.verdict import Verdict
from comments.templatetags.moderation import corrections_of, waiting_replies


def test_waiting_replies_are_the_held_ones_oldest_first(said):
    first, second = said(state=State.HELD), said(state=State.HELD)
    for state in (State.PUBLISHED, State.SPAM, State.REMOVED):
        said(state=state)
    found = waiting_replies()
    assert (found["number"], list(found["replies"])) == (2, [first, second])


@pytest.mark.parametrize("number", [1, 9])
def test_waiting_replies_take_two_queries(said, django_assert_num_queries, number):
    for _ in range(number):
        said(state=State.HELD)
    with django_assert_num_queries(2):
        found = waiting_replies()
        assert [reply.name for reply in found["replies"]][:1] == ["Hana"]
    assert found["number"] == number


def test_desk_opens_with_what_waits(admin_client, said):
    reply = said("A word <b>", state=State.HELD, name="Mei")
    html = admin_client.get("/admin/").content.decode()
    assert f'<a href="/admin/comments/reply/queue/#reply-{reply.pk}"><bdi>Mei</bdi>: ' in html
    assert "A word &lt;b&gt;" in html


def test_editor_sees_what_was_corrected(admin_client, said):
    reply = said("Frist <b> words")
    assert corrections_of(reply) == {"corrections": []}
    verdict = Verdict({}, State.HELD)
    correct(reply, Said("Hana", "", "First <b> words"), version_of(reply), verdict)
    html = admin_client.get(f"/admin/comments/reply/{reply.pk}/change/").content.decode()
    before = '<del><span class="visually-hidden">deleted: </span>Frist</del>'
    after = '<ins><span class="visually-hidden">inserted: </span>First</ins>'
    assert f"<bdi>{before}{after} &lt;b&gt; words</bdi>" in html
    queue = admin_client.get("/admin/comments/reply/queue/").content.decode()
    assert f'href="/admin/comments/reply/{reply.pk}/change/#corrections"' in queue
