"""Lists of options as they are written."""

from members.templatetags import options
from members.views.filters import Option

HOSTILE = Option('"><script>', "<b>Ünion & Co</b>", 3, False)


def test_a_tick_box():
    assert options.ticks("focus", [Option("water", "Water", 12, True)]) == (
        '<label><input type="checkbox" name="focus" value="water" id="focus-water" checked>'
        'Water <span class="num">12</span></label>\n'
    )


def test_parts_and_long_lists_are_brief():
    part = Option("145", "Western Asia", 2, False, is_part=True)
    assert options.ticks("region", [part]).startswith('<label class="part">')
    assert options.ticks("region", [part]).endswith("Western Asia (2)</label>\n")
    assert "A (1)</label>" in options.ticks("country", [Option("AA", "A", 1, False)], in_brief=True)


def test_a_box_to_choose_from():
    assert options.choices([Option("TR", "Türkiye", 2, False)]) == '<option value="TR">Türkiye (2)</option>\n'


def test_everything_is_escaped():
    for written in (options.ticks("focus", [HOSTILE]), options.choices([HOSTILE])):
        assert "&quot;&gt;&lt;script&gt;" in written
        assert "&lt;b&gt;Ünion &amp; Co&lt;/b&gt;" in written
    assert options.ticks("focus", []) == options.choices([]) == ""
