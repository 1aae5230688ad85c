from comments.models import Revision


def test_revision_never_says_what_was_said(said):
    revision = Revision.objects.create(reply=said(), name="Hana", body="Frist words.")
    assert str(revision) == f"Reply {revision.reply_id} as it was"


def test_revisions_go_with_their_reply(said):
    reply = said()
    Revision.objects.create(reply=reply, name="Hana", body="Frist words.")
    reply.delete()
    assert Revision.objects.count() == 0
