from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    name = "comments"
    verbose_name = _("Replies")

    def ready(self) -> None:
        # Receivers and checks import models, which are there only now.
        from comments import checks, receivers  # noqa: F401  (checks register themselves)

        receivers.connect()
