"""The fingerprint of the software."""

from members.views import release


def test_it_follows_the_templates(tmp_path, settings):
    release.release.cache_clear()
    before = release.release()
    assert before == release.release()
    (tmp_path / "new.html").write_text("new")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    release.release.cache_clear()
    assert release.release() != before
    release.release.cache_clear()
