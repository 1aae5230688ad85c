import pytest
from django.db import IntegrityError

from comments.models import Conversation


def test_conversation_is_ruled_in_three_ways(drama):
    talk = Conversation.objects.create(drama=drama)
    found = []
    for act in (talk.close, talk.keep_open, talk.go_by_rule):
        act()
        kept = Conversation.objects.get()
        found.append((kept.closing, kept.closed_at is not None))
    assert found == [("closed", True), ("open", False), ("by rule", False)]


def test_time_is_only_of_what_is_closed(drama):
    talk = Conversation(drama=drama, closing="open", closed_at="2024-01-01T00:00Z")
    talk.clean()
    assert talk.closed_at is None
    with pytest.raises(IntegrityError):
        Conversation.objects.create(drama=drama, closing="open", closed_at="2024-01-01T00:00Z")
