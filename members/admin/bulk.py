"""Marks set on several organisations at once, each with its history and its deed."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import helpers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from members.actions import organisations
from members.forms.versioned import REASON_LENGTH
from members.models.base import today
from members.models.fields import LineFormField

MOST_AT_ONCE = 10_000


class ReasonActionForm(helpers.ActionForm):
    reason = LineFormField(
        label=gettext_lazy("Why"),
        required=False,
        max_length=REASON_LENGTH,
        widget=forms.TextInput({"dir": "auto"}),
    )


class BulkMarks:
    """Mixin of the list: every mark asks why."""

    action_form = ReasonActionForm
    actions = ["check_today", "list_publicly", "take_off_the_list"]

    @admin.action(description=gettext_lazy("Checked by the secretariat today"), permissions=["change"])
    def check_today(self, request, queryset):
        self._mark(request, queryset, checked_on=today())

    @admin.action(description=gettext_lazy("Show in the public directory"), permissions=["change"])
    def list_publicly(self, request, queryset):
        self._mark(request, queryset, is_listed=True)

    @admin.action(description=gettext_lazy("Take off the public directory"), permissions=["change"])
    def take_off_the_list(self, request, queryset):
        self._mark(request, queryset, is_listed=False)

    def _mark(self, request, queryset, **facts):
        form = self.action_form(request.POST, auto_id=None)
        form.fields["reason"].required = True
        del form.fields["action"]
        rows = list(queryset.order_by("pk").values_list("pk", flat=True)[: MOST_AT_ONCE + 1])
        if not form.is_valid():
            messages.error(request, _("Nothing was changed: say why."))
        elif len(rows) > MOST_AT_ONCE:
            messages.error(request, _("Choose at most %(most)s at once.") % {"most": MOST_AT_ONCE})
        else:
            reason = form.cleaned_data["reason"]
            changed = organisations.mark(rows, by=request.user, reason=reason, **facts)
            told = ngettext(
                "%(count)s organisation was changed.", "%(count)s organisations were changed.", changed
            )
            messages.success(request, told % {"count": changed})
