from comments.models import Conversation


def test_conversation_is_closed_and_opened_again(admin_client, drama):
    talk = Conversation.objects.create(drama=drama)
    for action, closed in (("close", True), ("reopen", False)):
        data = {"action": action, "_selected_action": [talk.pk]}
        admin_client.post("/admin/comments/conversation/", data)
        talk.refresh_from_db()
        assert talk.is_closed is closed
