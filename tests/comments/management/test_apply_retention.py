import datetime
import io

import pytest
from django.core.management import call_command
from django.utils import timezone

from comments.models import Reply


@pytest.mark.django_db
def test_command_tells_what_it_forgets_and_a_dry_run_leaves_it(said):
    said(created_at=timezone.now() - datetime.timedelta(days=91))
    lines = {}
    for name, options in (("dry", {"dry_run": True}), ("real", {}), ("again", {})):
        call_command("apply_retention", stdout=(out := io.StringIO()), **options)
        lines[name] = next(line for line in out.getvalue().splitlines() if "email" in line)
        assert Reply.objects.exclude(email_key="").exists() == (name == "dry")
    assert lines == {
        "dry": "       1  email address of a reply: past its time",
        "real": "       1  email address of a reply: forgotten",
        "again": "       0  email address of a reply: forgotten",
    }
