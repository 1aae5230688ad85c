import datetime

from django.utils import timezone

from comments.models import Conversation


def test_conversation_closes_and_opens_again(drama):
    conversation = Conversation.objects.create(drama=drama)
    assert conversation.is_closed is False
    conversation.close()
    assert Conversation.objects.get().is_closed is True
    conversation.reopen()
    assert Conversation.objects.get().is_closed is False


def test_conversation_may_close_at_a_time_to_come(drama):
    later = timezone.now() + datetime.timedelta(days=1)
    assert Conversation(drama=drama, closed_at=later).is_closed is False
