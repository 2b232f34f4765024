"""For machines that watch the site: is the process alive, is it fit for work. They hear nothing else."""

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse

from members.views.base import Reading

PLAIN = "text/plain; charset=utf-8"


class Healthz(Reading):
    """200 as long as the process answers; the database is not asked."""

    def get(self, request):
        return HttpResponse("ok\n", content_type=PLAIN)


class Readyz(Reading):
    """200 when the database answers and no migration is pending, else 503."""

    def get(self, request):
        if is_ready():
            return HttpResponse("ok\n", content_type=PLAIN)
        return HttpResponse("not ready\n", status=503, content_type=PLAIN)


def is_ready() -> bool:
    try:
        executor = MigrationExecutor(connection)
        return not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Error:
        return False
