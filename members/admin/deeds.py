"""Pages on which something is done to one row: a form of facts, an action, a refusal in words."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from members.actions.refusals import Refused
from members.admin import refusals


class DeedPages:
    """Mixin of ModelAdmin. `deeds` are routes below a row: {"status": "status_view"}."""

    deeds: dict[str, str] = {}

    def get_urls(self):
        own = [
            path(
                f"<path:object_id>/{route}/",
                self.admin_site.admin_view(getattr(self, view)),
                name=f"{self.opts.app_label}_{self.opts.model_name}_{view.removesuffix('_view')}",
            )
            for route, view in self.deeds.items()
        ]
        return own + super().get_urls()

    def deed_url(self, deed: str, *args) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{deed}", args=args)

    def change_url(self, row) -> str:
        return self.deed_url("change", row.pk)

    def require(self, request, *rights: str) -> None:
        if not request.user.has_perms([f"members.{right}" for right in rights]):
            raise PermissionDenied

    def deed_page(self, request, row, form: forms.Form, *, title: str, **context):
        """The page with its form, as it stands before and after a refusal."""
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "subtitle": str(row),
            "form": form,
            "media": self.media + form.media,
            "opts": self.opts,
            "original": row,
            "back_url": self.change_url(row),
            **context,
        }
        return TemplateResponse(request, "admin/deed.html", context)

    def redirect_to(self, url: str) -> HttpResponseRedirect:
        return HttpResponseRedirect(url)

    def done(self, request, row, message: str) -> HttpResponseRedirect:
        messages.success(request, message)
        return self.redirect_to(self.change_url(row))


def performed(form: forms.Form, act: Callable[[dict], object]) -> bool:
    """Whether `act` was done with the form's facts. It is done in one transaction or not at all; what
    speaks against it is then an error of the form."""
    if not form.is_valid():
        return False
    try:
        with transaction.atomic():
            act(form.cleaned_data)
    except (Refused, IntegrityError) as error:
        form.add_error(None, refusals.in_words(error))
    except ValidationError as error:
        form.add_error(None, error.messages)
    return form.is_valid()
