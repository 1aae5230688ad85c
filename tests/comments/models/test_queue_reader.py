import datetime

import pytest
from django.contrib.auth.models import User

from comments.models import QueueReader

NOW = datetime.datetime(2024, 5, 2, 9, 0, tzinfo=datetime.UTC)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("begun_at", "is_due"),
    [(None, True), (NOW, True), (NOW + datetime.timedelta(seconds=1), False)],
)
def test_editor_is_due_if_no_mail_was_begun_since(begun_at, is_due):
    editor = User.objects.create_user("mira", email="mira@example.net", is_staff=True)
    reader = QueueReader.objects.create(editor=editor, begun_at=begun_at)
    assert QueueReader.objects.due(NOW).exists() is is_due
    assert str(reader) == f"Mail about what waits, {reader.pk}"
