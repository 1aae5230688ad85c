from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalog', '0013_merge'),
    ]

    operations = [
        # What is there already was imported before claims were kept: null, and not an empty one.
        migrations.AddField(
            model_name='externalid',
            name='claims',
            field=models.JSONField(editable=False, null=True, verbose_name='claims'),
        ),
        migrations.AlterField(
            model_name='externalid',
            name='claims',
            field=models.JSONField(default=dict, editable=False, null=True, verbose_name='claims'),
        ),
    ]
