from django.db import migrations

from dramasite import markup


def fold(apps, schema_editor):
    """What stands between bars was shown like everything else until now."""
    replies = apps.get_model("comments", "Reply").objects.filter(body__contains="||")
    for reply in replies.only("body").iterator():
        reply.body_html = markup.render(reply.body)
        reply.save(update_fields=["body_html"])


class Migration(migrations.Migration):
    dependencies = [("comments", "0010_report")]

    operations = [migrations.RunPython(fold, migrations.RunPython.noop, elidable=True)]
