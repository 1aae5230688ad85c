from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    name = "comments"
    verbose_name = _("Replies")

    def ready(self) -> None:
        # Receivers import models, which are there only now.
        from comments import receivers

        receivers.connect()
