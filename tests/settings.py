"""Union's own settings, read from an environment made for tests."""

import os
import tempfile

os.environ |= {
    "SECRET_KEY": "for-tests-" + "k" * 50,
    "SEALED_KEYS": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
    "SITE_URL": "http://127.0.0.1:8000",
    "ALLOWED_HOSTS": "127.0.0.1,localhost,testserver",
    "DEBUG": "false",
    "STATIC_MANIFEST": "false",
    "DATABASE_URL": os.environ.get("TEST_DATABASE_URL") or "sqlite://:memory:",
}

from union import settings

globals().update({name: getattr(settings, name) for name in dir(settings) if name.isupper()})
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F821 -- brought by the line above
    # A file, not memory: tests with threads and browsers need several connections.
    DATABASES["default"]["TEST"] = {  # noqa: F821
        "NAME": os.path.join(tempfile.gettempdir(), f"union-tests-{os.getpid()}.sqlite3")  # noqa: PTH118
    }
DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F821 -- a live server's threads leave no session behind
STATIC_ROOT = tempfile.mkdtemp(prefix="union-static-")  # whitenoise warns where there is none
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick ones for throw-away accounts
