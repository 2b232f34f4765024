"""The staff site: its titles, its rules for everybody who enters, its first page."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class UnionAdminSite(admin.AdminSite):
    site_title = _("Register")
    site_header = _("Register of members")
    index_title = _("Work to do")
    enable_nav_sidebar = False
    final_catch_all_view = True

    def __init__(self, name="admin"):
        super().__init__(name)
        # Rows are deleted one by one, on a page that says what goes with them and asks why.
        self.disable_action("delete_selected")

    def get_urls(self):
        """Without /r/…, which leads anybody with an account to the page of any row."""
        return [route for route in super().get_urls() if getattr(route, "name", "") != "view_on_site"]

    def get_app_list(self, request, app_label=None):
        """The register first, accounts and groups after it."""
        apps = super().get_app_list(request, app_label)
        return sorted(apps, key=lambda app: app["app_label"] != "members")

    def index(self, request, extra_context=None):
        tiles = [
            tile
            for page in self._registry.values()
            if hasattr(page, "tiles") and page.has_view_permission(request)
            for tile in page.tiles(request)
        ]
        return super().index(request, {"tiles": tiles, **(extra_context or {})})
