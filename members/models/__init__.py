"""Everything the register knows, one aggregate a file."""

from members.models.audit import AuditEvent
from members.models.country import Country
from members.models.decision import Decision
from members.models.document import Document
from members.models.filing import Filing
from members.models.focus_area import FocusArea
from members.models.import_run import ImportRow, ImportRun
from members.models.membership import Membership, MembershipClass, Suspension
from members.models.name import OrganisationName
from members.models.objective import Objective
from members.models.organisation import NumberSeries, Organisation, OrganisationText
from members.models.page import Page, PageText
from members.models.person import Person
from members.models.register import PublicChange, Revision, Union
from members.models.representative import Representative
from members.models.search_index import SearchPosting, SearchWord
from members.models.user import User

__all__ = [
    "AuditEvent", "Country", "Decision", "Document", "Filing", "FocusArea", "ImportRow", "ImportRun",
    "Membership", "MembershipClass", "NumberSeries", "Objective", "Organisation", "OrganisationName",
    "OrganisationText", "Page", "PageText", "Person", "PublicChange", "Representative", "Revision",
    "SearchPosting", "SearchWord", "Suspension", "Union", "User",
]  # fmt: skip
