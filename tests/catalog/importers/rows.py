"""The whole catalogue as plain rows, to compare two states of it."""

from django.apps import apps


def all_rows():
    """Every row of every table of the catalogue, to the letter."""
    models = apps.get_app_config("catalog").get_models(include_auto_created=True)
    return {model.__name__: list(model.objects.order_by("pk").values_list()) for model in models}
