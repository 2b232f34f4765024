"""The application for a ASGI server: `uvicorn union.asgi:application`."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "union.settings")
application = get_asgi_application()
