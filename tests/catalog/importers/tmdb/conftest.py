from contextlib import ExitStack

import pytest

from tests.catalog.importers.tmdb.answers import known, serving


@pytest.fixture
def tmdb(settings, tmp_path):
    """Starts a server that stands in for TMDB; what it was asked."""
    settings.TMDB_KEY, settings.TMDB_MAY_BE_PRIVATE = "hidden-key", True
    settings.MEDIA_ROOT = settings.DATA_DIR = tmp_path
    with ExitStack() as stack:

        def start(*faults, **answers):
            base, asked = stack.enter_context(serving(known() | answers, *faults))
            settings.TMDB_API, settings.TMDB_IMAGES = f"{base}/3", f"{base}/p"
            return asked

        yield start
