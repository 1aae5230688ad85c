"""The site's settings, with everything that is written kept out of the way."""

import os
import tempfile

os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="dramasite-tests-")

from dramasite.settings import *  # noqa: F403  (the folder must be named first)

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}
# Argon2 takes its time on purpose; a test that logs in need not.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STATIC_ROOT.mkdir(parents=True)  # noqa: F405  (whitenoise warns of a folder that is not there)
# A file, as on the site: in memory, threads would share one connection and prove nothing.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": DATA_DIR / "tests.sqlite3"}  # noqa: F405
    # It need not survive a power cut, and a commit waits for no disk.
    DATABASES["default"]["OPTIONS"]["init_command"] += " PRAGMA synchronous = OFF;"  # noqa: F405
