"""The access policy: for every route who may ask, by which methods, and whether a cache may keep the answer.

A route without a row fails the build. `members.views.base` asks this table, so what it says is what happens.
Hidden, foreign and unknown rows are answered alike: 404.
"""

from dataclasses import dataclass

EVERYBODY = "everybody"
STAFF = "staff"
READ = ("GET", "HEAD")


@dataclass(frozen=True)
class Access:
    """`is_cacheable`: the answer is the same for everybody and touches neither session nor cookie."""

    who: str
    methods: tuple[str, ...]
    is_cacheable: bool


POLICY: dict[str, Access] = {
    "neutral:home": Access(EVERYBODY, READ, is_cacheable=False),  # depends on Accept-Language
    "neutral:organisation": Access(EVERYBODY, READ, is_cacheable=False),  # the same
    "neutral:healthz": Access(EVERYBODY, READ, is_cacheable=False),
    "neutral:readyz": Access(EVERYBODY, READ, is_cacheable=False),
    "neutral:robots": Access(EVERYBODY, READ, is_cacheable=True),
    "neutral:sitemap": Access(EVERYBODY, READ, is_cacheable=True),
    "neutral:logo": Access(EVERYBODY, READ, is_cacheable=True),
    "members:home": Access(EVERYBODY, READ, is_cacheable=True),
    "members:directory": Access(EVERYBODY, READ, is_cacheable=True),
    "members:organisation": Access(EVERYBODY, READ, is_cacheable=False),  # only redirects
    "members:organisation-detail": Access(EVERYBODY, READ, is_cacheable=True),
    "members:countries": Access(EVERYBODY, READ, is_cacheable=True),
    "members:country-detail": Access(EVERYBODY, READ, is_cacheable=True),
    "members:country-picture": Access(EVERYBODY, READ, is_cacheable=True),
    "members:site-picture": Access(EVERYBODY, READ, is_cacheable=True),
    "members:manifest": Access(EVERYBODY, READ, is_cacheable=True),
    "members:about": Access(EVERYBODY, READ, is_cacheable=True),
    "members:page": Access(EVERYBODY, READ, is_cacheable=True),
    "members:page-version": Access(EVERYBODY, READ, is_cacheable=True),
    "members:new-members": Access(EVERYBODY, READ, is_cacheable=True),
    "members:sitemap": Access(EVERYBODY, READ, is_cacheable=True),
    "members:sitemap-profiles": Access(EVERYBODY, READ, is_cacheable=True),
}
# Every page under ADMIN_PATH: the staff site asks for sign-in and rights itself.
STAFF_NAMESPACE = "admin"
STAFF_ACCESS = Access(STAFF, (*READ, "POST"), is_cacheable=False)


def access(route: str) -> Access:
    """The row of a route, "members:directory". Raises LookupError for a route that has none."""
    if route.partition(":")[0] == STAFF_NAMESPACE:
        return STAFF_ACCESS
    try:
        return POLICY[route]
    except KeyError:
        raise LookupError(f"The route {route} has no row in members/policy.py.") from None
