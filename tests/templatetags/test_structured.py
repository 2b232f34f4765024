"""Structured data as it is written into a page."""

import json

from members.templatetags.structured import structured_data


def test_nothing_of_nothing():
    assert structured_data(None) == structured_data([]) == ""


def test_what_looks_like_markup_is_written_as_escapes():
    hostile = "</script><script>alert(1)</script><!-- & \u2028\u2029 \"'"
    written = structured_data([{"@type": "NGO", "name": hostile}])
    start, end = '<script type="application/ld+json">', "</script>"
    assert written.startswith(start)
    inside = written.removeprefix(start).removesuffix(end)
    assert not set("<>&\u2028\u2029") & set(inside)
    assert json.loads(inside) == {
        "@context": "https://schema.org",
        "@graph": [{"@type": "NGO", "name": hostile}],
    }


def test_letters_of_all_scripts_stay_readable():
    assert "جمعية" in structured_data([{"name": "جمعية"}])
