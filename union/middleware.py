"""Rules that hold for every request and response.

Sessions, sign-in and messages exist on staff pages only. A public page therefore can neither read nor
set a cookie, and no cache can mix one visitor's page with another's.
"""

from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpResponseBadRequest
from django.template.loader import render_to_string
from django.utils import translation

PERMISSIONS_POLICY = (
    "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()"
)
HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
    "Permissions-Policy": PERMISSIONS_POLICY,
    "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": settings.X_FRAME_OPTIONS,
}
MAX_QUERY_LENGTH = 4096  # bytes


def is_staff_path(path: str) -> bool:
    return path.startswith(f"/{settings.ADMIN_PATH}/")


class StaffPagesOnly:
    """Mixin before a Django middleware: on public paths the middleware is not there."""

    def __call__(self, request):
        if not is_staff_path(request.path_info):
            return self.get_response(request)
        return super().__call__(request)


class StaffSession(StaffPagesOnly, SessionMiddleware):
    pass


class StaffAuthentication(StaffPagesOnly, AuthenticationMiddleware):
    def process_view(self, request, view_func, view_args, view_kwargs):
        """Speaks the language that a signed-in member of staff has chosen."""
        user = getattr(request, "user", None)
        if user is not None and user.is_authenticated:
            translation.activate(user.language)
            request.LANGUAGE_CODE = user.language


class StaffMessages(StaffPagesOnly, MessageMiddleware):
    pass


class ResponseHeaders:
    """Private unless said otherwise, and closed to other origins.

    Outermost, so that files and refusals of the middleware below have these headers too; what Django's own
    middleware sets is repeated for those that never reach it.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not response.has_header("Cache-Control"):
            response["Cache-Control"] = "private, no-store"
        for name, value in HEADERS.items():
            response.setdefault(name, value)
        if is_staff_path(request.path_info):
            response["Referrer-Policy"] = "same-origin"
            response["X-Robots-Tag"] = "noindex, noarchive"
        return response


class CleanRequest:
    """Refuses what no reader and no browser sends: NUL characters and endless query strings."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        query = request.META.get("QUERY_STRING", "")
        if "\x00" in request.path_info or b"\x00" in unquote_to_bytes(query) or len(query) > MAX_QUERY_LENGTH:
            return HttpResponseBadRequest(render_to_string("400.html"))
        return self.get_response(request)
