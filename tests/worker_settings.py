"""The site's settings for a worker of its own: DATA_DIR and MAIL_PORT are given to it."""

import os

from dramasite.settings import *  # noqa: F403
from tests.mailserver import mailers

MAILERS = mailers(int(os.environ["MAIL_PORT"]))
