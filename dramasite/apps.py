from django.apps import AppConfig


class DramasiteConfig(AppConfig):
    name = "dramasite"

    def ready(self) -> None:
        from dramasite import checks  # noqa: F401  (registers them, once the settings are there)
