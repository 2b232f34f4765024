"""An environment as in production for whatever runs in this process and below it. Import it before Django."""

import os
import secrets
import socket
import tempfile

HOST = "127.0.0.1"
STATIC_FOLDER = tempfile.TemporaryDirectory(prefix="union-benchmark-")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


PORT = _free_port()
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
    "DEBUG": "false",
    "SECRET_KEY": secrets.token_urlsafe(50),
    "SEALED_KEYS": f"{secrets.token_urlsafe(32)}=",
    "SITE_URL": f"http://{HOST}:{PORT}",
    "ALLOWED_HOSTS": HOST,
    "STATIC_MANIFEST": "true",
    "BENCHMARK_STATIC_ROOT": STATIC_FOLDER.name,
}
