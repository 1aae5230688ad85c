from django.apps import AppConfig


class DramasiteConfig(AppConfig):
    name = "dramasite"
