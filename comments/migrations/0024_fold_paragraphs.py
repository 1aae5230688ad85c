from django.db import migrations

from dramasite import markup


def fold(apps, schema_editor):
    """A spoiler of several paragraphs had a switch for each of them until now."""
    replies = apps.get_model("comments", "Reply").objects.filter(body__contains="||")
    for reply in replies.only("body", "body_html").iterator():
        html = markup.render(reply.body)
        if html != reply.body_html:
            reply.body_html = html
            reply.save(update_fields=["body_html"])


class Migration(migrations.Migration):
    dependencies = [("comments", "0023_asks_for_work")]

    operations = [migrations.RunPython(fold, migrations.RunPython.noop, elidable=True)]
