"""Newly admitted members as an Atom feed, one for each language."""

from members.models.base import today
from members.reports.rows import Listed
from members.reports.selection import Selection
from members.views.base import PublicPage
from members.views.entries import Entry

NEWEST = 20


class NewMembers(PublicPage):
    template_name = "members/new.atom"
    content_type = "application/atom+xml; charset=utf-8"

    def get(self, request):
        rows = Listed(Selection(), self.register).page("new", start=0, number=NEWEST)
        entries = [Entry(row, self.register) for row in rows if row.member_since]
        newest = entries[0].organisation.member_since if entries else self.register.changed_on or today()
        return self.render_to_response(self.get_context_data(entries=entries, newest=newest))
