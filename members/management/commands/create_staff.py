"""`manage.py create_staff`: an account for the first member of staff, its password printed once."""

import secrets

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from members import audit
from members.models import User

PASSWORD_BYTES = 18  # 24 characters


class Command(BaseCommand):
    help = "Makes a superuser with a random password, which is printed once and kept nowhere."

    def add_arguments(self, parser):
        parser.add_argument("--username", default="admin", help="the account's name, admin if left out")
        parser.add_argument(
            "--if-none", action="store_true", help="do nothing when there is an active staff account"
        )

    @transaction.atomic
    def handle(self, *, username: str, if_none: bool, **options):
        if if_none and User.objects.filter(is_staff=True, is_active=True).exists():
            self.stdout.write(_("There is a staff account already; none was made."))
            return
        if User.objects.filter(username__iexact=username).exists():
            raise CommandError(
                _("There is an account “%(username)s” already. Choose another name with --username.")
                % {"username": username}
            )
        password = secrets.token_urlsafe(PASSWORD_BYTES)
        user = User.objects.create_superuser(username, password=password)
        audit.record("create_staff", user, by=None)
        self.stdout.write(_("User name: %(username)s") % {"username": username})
        self.stdout.write(_("Password:  %(password)s") % {"password": password})
        self.stdout.write(_("The password is shown this once. Note it now."))
