import pytest
from django.contrib.admin.models import LogEntry

from comments.models import Reply, State

LIST = "/admin/comments/reply/"
QUEUE = f"{LIST}queue/"


def told(page):
    return [str(message) for message in page.context["messages"]]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, ["1 reply was left as it is: its author has withdrawn or erased it."]),
        (
            1,
            [
                "1 reply decided.",
                "1 reply was left as it is: its author has withdrawn or erased it.",
            ],
        ),
    ],
)
def test_list_says_what_was_decided_and_what_could_not_be(admin_client, said, number, words):
    withdrawn, others = said(), [said(state=State.HELD) for _ in range(number)]
    withdrawn.withdraw()
    chosen = [reply.pk for reply in (withdrawn, *others)]
    data = {"action": "approve", "_selected_action": chosen}
    assert told(admin_client.post(LIST, data, follow=True)) == words
    assert LogEntry.objects.count() == number
    assert Reply.objects.filter(state=State.PUBLISHED).count() == number


def test_queue_says_how_many_were_decided_meanwhile(admin_client, said):
    replies = [said(state=State.HELD) for _ in range(3)]
    replies[1].withdraw()
    data = {"approve": "checked", "reply": [reply.pk for reply in replies]}
    page = admin_client.post(QUEUE, data, follow=True)
    assert told(page) == ["Left as they are, for somebody has decided on them meanwhile: 1."]
    assert Reply.objects.filter(state=State.PUBLISHED).count() == 2
