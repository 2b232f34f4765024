"""Changing the status of an organisation: one page, one form for each step, each by a decision."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.actions import decisions, memberships
from members.actions.refusals import TransitionRefused
from members.admin.deeds import DeedPages, performed
from members.choices import DecisionKind, MembershipStatus
from members.forms.deeds import ClassForm, DecisionForm, EndForm, SuspendForm
from members.lifecycle import may_follow
from members.models import Decision, Membership, Organisation
from members.models.base import today


@dataclass(frozen=True)
class Step:
    """What may be done: its words, its form, the rights it needs, the kind of its decision, its action."""

    label: str
    form: type[forms.ModelForm]
    rights: tuple[str, ...]
    kinds: tuple[DecisionKind, ...]
    take: Callable[[Organisation, Decision, dict, object], object]

    def is_open_to(self, status: MembershipStatus) -> bool:
        return any(may_follow(status, kind) for kind in self.kinds)

    def may_be_taken_by(self, user) -> bool:
        return user.has_perms([f"members.{right}" for right in ("add_decision", *self.rights)])

    def kind_for(self, organisation: Organisation, on) -> DecisionKind:
        """The kind that the status on that day calls for; the first if none fits, to be refused in words."""
        status = organisation.status_for(on)
        return next((kind for kind in self.kinds if may_follow(status, kind)), self.kinds[0])


def _membership_on(organisation: Organisation, decision: Decision) -> Membership:
    membership = organisation.memberships.on(decision.effective_on).first()
    if membership is None:
        raise TransitionRefused(
            _("The organisation is not a member on %(day)s.") % {"day": decision.effective_on.isoformat()}
        )
    return membership


def _admit(organisation, decision, facts, by):
    return memberships.admit(organisation, to=facts["to"], decision=decision, by=by)


def _suspend(organisation, decision, facts, by):
    membership = _membership_on(organisation, decision)
    return memberships.suspend(
        membership, decision=decision, reason=facts["reason"], until=facts["until"], by=by
    )


def _reinstate(organisation, decision, facts, by):
    return memberships.reinstate(_membership_on(organisation, decision), decision=decision, by=by)


def _end(organisation, decision, facts, by):
    membership = _membership_on(organisation, decision)
    return memberships.end(
        membership, how=facts["how"], decision=decision, barred_until=facts["barred_until"], by=by
    )


def _change_class(organisation, decision, facts, by):
    membership = _membership_on(organisation, decision)
    return memberships.change_class(membership, to=facts["to"], decision=decision, by=by)


STEPS = {
    "admit": Step(
        gettext_lazy("Admit"),
        ClassForm,
        ("add_membership",),
        (DecisionKind.ADMISSION, DecisionKind.READMISSION),
        _admit,
    ),
    "suspend": Step(
        gettext_lazy("Suspend"), SuspendForm, ("add_suspension",), (DecisionKind.SUSPENSION,), _suspend
    ),
    "reinstate": Step(
        gettext_lazy("Lift the suspension"),
        DecisionForm,
        ("change_suspension",),
        (DecisionKind.REINSTATEMENT,),
        _reinstate,
    ),
    "change-class": Step(
        gettext_lazy("Change the class"),
        ClassForm,
        ("add_membership", "change_membership"),
        (DecisionKind.CLASS_CHANGE,),
        _change_class,
    ),
    "end": Step(
        gettext_lazy("End the membership"), EndForm, ("change_membership",), (DecisionKind.ENDING,), _end
    ),
}


class StatusPages(DeedPages):
    """Mixin of the organisation's pages: which steps are open today, and a page for each."""

    def status_view(self, request, object_id):
        organisation = self.get_object_or_404(request, object_id)
        allowed = {name: step for name, step in STEPS.items() if step.may_be_taken_by(request.user)}
        if not allowed:
            raise PermissionDenied
        status = organisation.status_for(today())
        name = request.GET.get("step") or next(
            (name for name, step in allowed.items() if step.is_open_to(status)), next(iter(allowed))
        )
        if name not in STEPS:
            raise Http404
        if name not in allowed:
            raise PermissionDenied
        step, form = STEPS[name], STEPS[name].form(request.POST or None)
        if request.method == "POST" and performed(
            form, lambda facts: self._take(step, organisation, form, request)
        ):
            return self.done(request, organisation, _("Recorded: %(step)s.") % {"step": step.label})
        return self.deed_page(
            request,
            organisation,
            form,
            title=_("Change status"),
            status=status,
            step=name,
            steps=[(name, step.label, step.is_open_to(status)) for name, step in allowed.items()],
            button=step.label,
        )

    def _take(self, step: Step, organisation: Organisation, form, request):
        facts = form.decision
        kind = step.kind_for(organisation, facts["effective_on"])
        decision = decisions.record(by=request.user, kind=kind, **facts)
        step.take(organisation, decision, form.cleaned_data, request.user)
