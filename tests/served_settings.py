"""The site's settings for a server that tests start: DATA_DIR is given to it."""

from dramasite.settings import *  # noqa: F403

# Compressing the static files takes longer than all else of a first start.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
