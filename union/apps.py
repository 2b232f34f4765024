from django.contrib.admin.apps import AdminConfig


class UnionAdminConfig(AdminConfig):
    default_site = "union.admin_site.UnionAdminSite"
