"""The site as a WSGI application."""

import os
from threading import Thread

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dramasite.settings")
application = get_wsgi_application()

# These can be loaded only now that Django is set up.
from catalog.browse.current import warm  # noqa: E402

# At 100,000 dramas it takes seconds, for which no visitor need wait.
Thread(target=warm, name="warm", daemon=True).start()
