"""Every link of the public site, in every language, leads somewhere."""

import re
from html import unescape
from urllib.parse import urldefrag, urljoin

import pytest
from django.conf import settings

from members.search import index
from tests.factories.register import make_register

pytestmark = pytest.mark.django_db
SITE = settings.SITE_URL
LANGUAGES = [code for code, _name in settings.LANGUAGES]
LINK = re.compile(r'<(?:a|area|link|form|img|script|use)\b[^>]*?\s(?:href|src|action)="([^"]*)"')
PICTURE = re.compile(r'<meta property="og:(?:image|url)" content="([^"]*)"')
ADDRESS = re.compile(r"<loc>([^<]*)</loc>|\shref='([^']*)'|<link [^>]*href=\"([^\"]*)\"")
IDENTITY = re.compile(r'\sid="([^"]*)"')
# More would mean that pages lead to ever new pages.
MOST = 4_000


class Crawler:
    """Follows every link from the front pages, the sitemap and the robots' file, each address once."""

    def __init__(self, client):
        self.client, self.bodies, self.came_from, self.broken = client, {}, {}, []

    def run(self, starts: list[str]) -> None:
        waiting = [(start, "start") for start in starts]
        while waiting:
            path, source = waiting.pop()
            if path in self.bodies:
                continue
            assert len(self.bodies) < MOST
            self.came_from[path] = source
            self.bodies[path] = self.body(path)
            waiting += [(link, path) for link in self.links(path) if link not in self.bodies]

    def body(self, path: str) -> str:
        response = self.client.get(path, follow=True)
        if response.status_code != 200:
            self.broken.append((response.status_code, path, self.came_from[path]))
            return ""
        kind = response.get("Content-Type", "")
        return response.content.decode() if kind.startswith(("text/", "application/")) else ""

    def links(self, path: str) -> list[str]:
        body = self.bodies[path]
        found = [*LINK.findall(body), *PICTURE.findall(body)]
        if path.endswith((".xml", ".atom")):
            found = [next(filter(None, groups)) for groups in ADDRESS.findall(body)]
        elif path == "/robots.txt":
            found = re.findall(r"Sitemap: (\S+)", body)
        absolute = [urldefrag(urljoin(f"{SITE}{path}", unescape(link)))[0] for link in found]
        return [link.removeprefix(SITE) for link in absolute if link.startswith(f"{SITE}/") and is_page(link)]

    def anchors(self):
        """Each (path, anchor, source) that a link points at."""
        for source, body in self.bodies.items():
            for link in re.findall(r'<a\b[^>]*?\shref="([^"]*#[^"]+)"', body):
                target, anchor = urldefrag(urljoin(f"{SITE}{source}", unescape(link)))
                if target.startswith(f"{SITE}/"):
                    yield target.removeprefix(SITE), anchor, source


def is_page(link: str) -> bool:
    return not link.startswith(f"{SITE}{settings.STATIC_URL}")


@pytest.fixture
def crawler(client):
    make_register()
    index.refresh()
    crawler = Crawler(client)
    # No link leads to those who left, only a filter.
    former = [f"/{language}/members/?status=former" for language in LANGUAGES]
    crawler.run([*(f"/{language}/" for language in LANGUAGES), *former, "/robots.txt"])
    return crawler


def test_every_link_leads_somewhere(crawler):
    assert crawler.broken == []
    for path, anchor, source in crawler.anchors():
        assert anchor in IDENTITY.findall(crawler.bodies[path]), (source, path, anchor)
    kinds = {
        "/members/TR-0001/", "/members/PK-0001/", "/members/BA-0001/", "/countries/SN/", "/about/statute/",
        "/about/statute/1/", "/members/new.atom", "/sitemap-1.xml", "/share.png", "/manifest.webmanifest",
        "sort=new", "page=2", "focus=youth", "crop=142",
    }  # fmt: skip
    for language in LANGUAGES:
        met = [path for path in crawler.bodies if path.startswith(f"/{language}/")]
        missed = {kind for kind in kinds if not any(kind in path for path in met)}
        assert missed <= {"/sitemap-1.xml"}  # where no profile speaks the language
    for hidden in ("/BT-0001", "/WS-0001", "/KI-0001", "/about/draft"):
        assert not [path for path in crawler.bodies if hidden in path]


def test_the_crawler_finds_what_is_broken(client):
    make_register()
    crawler = Crawler(client)
    crawler.links = lambda path: ["/en/nothing/"] if path == "/en/" else []
    crawler.run(["/en/"])
    assert crawler.broken == [(404, "/en/nothing/", "/en/")]
