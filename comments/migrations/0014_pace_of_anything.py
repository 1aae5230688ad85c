"""Paces count what is not a reply, too, and each says until when: those of now are forgotten."""

from django.db import migrations, models
from django.utils import timezone


class Migration(migrations.Migration):
    dependencies = [("comments", "0013_imported_reply")]

    operations = [
        migrations.RemoveConstraint("pace", "pace_once_a_slot"),
        migrations.RenameField("pace", "network_key", "key"),
        migrations.AlterField("pace", "slot", models.DateTimeField()),
        migrations.AddField(
            "pace",
            "until",
            models.DateTimeField(db_index=True, default=timezone.now),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            "pace", models.UniqueConstraint(fields=["key", "slot"], name="pace_once_a_slot")
        ),
    ]
