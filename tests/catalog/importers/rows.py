"""The whole catalogue as plain rows, to compare two states of it."""

from django.apps import apps


def all_rows():
    """Every row of every table of the catalogue, to the letter; not what is made of them."""
    models = apps.get_app_config("catalog").get_models(include_auto_created=True)
    nouns = [model for model in models if not model.__name__.startswith("Search")]
    return {model.__name__: list(model.objects.order_by("pk").values_list()) for model in nouns}
