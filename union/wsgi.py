"""The application for a WSGI server: `gunicorn union.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "union.settings")
application = get_wsgi_application()
