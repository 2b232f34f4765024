"""Years and days of lists: read, or refused where they could be read in two ways."""

import datetime

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from members.imports import dates
from members.imports.problems import ValueProblem

WILD = st.one_of(
    st.text(max_size=40),
    st.text(st.sampled_from("0123456789٠١٢٣۴۵².-/ Te+_:"), max_size=14),
    st.from_regex(r"[0-9]{1,5}[-/. ][0-9]{1,3}[-/. ][0-9]{1,5}", fullmatch=True),
)


class TestYear:
    @pytest.mark.parametrize(
        "cell",
        [
            "1998", " 1998 ", "1998.0", "1998.00", "١٩٩٨", "۱۹۹۸", "१९९८", "１９９８", "est. 1998",
            "Est 1998",
            "Established: 1998", "founded in 1998", "since 1998", "depuis 1998", "fondée en 1998",
            "desde 1998",
            "kuruluş 1998", "sejak 1998", "سنة 1998", "عام ١٩٩٨", "1998-05-01", "1998/5/1",
            "1998-05-01T00:00:00",
            "1998-05-01 00:00:00", "05/1998", "1998-05", "31/12/1998", "03/04/1998", "3 May 1998",
            "May 3, 1998",
            "3rd May 1998", "May 1998", "mayo de 1998", "3 de mayo de 1998", "Mayıs 1998", "مايو 1998",
            "1er mai 1998",
        ],
    )  # fmt: skip
    def test_is_read(self, cell):
        assert dates.year(cell) == 1998

    def test_of_now_is_read(self):
        this_year = timezone.localdate().year
        assert dates.year(str(this_year)) == this_year

    @pytest.mark.parametrize(
        ("cell", "said"),
        [
            ("98", "“98” has two digits; write the year with four."),
            ("٩٨", "“٩٨” has two digits; write the year with four."),
            ("0999", "“0999” is no year of four digits."),
            ("0000", "“0000” is no year of four digits."),
            *(
                (cell, f"“{cell}” is not a year. Write four digits, such as 1998.")
                for cell in (
                    "", "-1", "0.5", "2147483648", "9223372036854775808", "1e400", "1E3", "NaN", "inf",
                    "١٢٣", "1_000",
                    "1998-1999", "1998/99", "1998?", "c. 1998", "19 98", "1998.13", "²⁰⁰⁰", "Foo 1998",
                    "3 Foo 1998",
                    "0x7CE", "MCMXCVIII", "1900-13", "<b>1998</b>", "1998\x00",
                )
            ),
        ],
    )  # fmt: skip
    def test_is_never_guessed(self, cell, said):
        with pytest.raises(ValueProblem) as problem:
            dates.year(cell)
        assert str(problem.value) == said

    def test_that_has_not_come_is_refused(self):
        following = timezone.localdate().year + 1
        with pytest.raises(ValueProblem, match=f"^The year {following} has not come yet"):
            dates.year(str(following))

    @pytest.mark.parametrize("cell", ["١٣٧٥", "۱۳۷۵"])
    def test_of_perhaps_another_calendar_is_refused_in_the_digits_of_its_languages(self, cell):
        with pytest.raises(ValueProblem, match=r"^1375 may be of another calendar"):
            dates.year(cell)

    def test_of_perhaps_another_calendar_is_refused_where_that_is_in_use(self):
        with pytest.raises(ValueProblem, match=r"^1419 may be of another calendar"):
            dates.year("1419", country="SA")
        assert dates.year("1998", country="SA") == 1998
        assert dates.year("1419", country="GB") == 1419
        assert dates.year("1501", country="IR") == 1501

    def test_a_long_cell_is_not_repeated_in_full(self):
        with pytest.raises(ValueProblem) as problem:
            dates.year("9" * 5000)
        assert len(str(problem.value)) < 150


class TestDay:
    @pytest.mark.parametrize(
        "cell",
        [
            "2020-04-25", "2020/4/25", "2020.04.25", "2020-04-25T10:00", "2020-04-25 00:00:00", "25/04/2020",
            "04/25/2020", "25.4.2020", "25-04-2020", "25 04 2020", "25 April 2020", "25 Apr 2020",
            "25 Apr. 2020",
            "April 25, 2020", "Apr 25th 2020", "25th April 2020", "25 avril 2020", "25 de abril de 2020",
            "25 Nisan 2020",
            "25. April 2020", "٢٥ أبريل ٢٠٢٠", "۲۵/۰۴/۲۰۲۰", "25  April\n2020", "43946", "43946.0",
            "٤٣٩٤٦", "25 апреля 2020",
        ],
    )  # fmt: skip
    def test_is_read(self, cell):
        assert dates.day(cell) == datetime.date(2020, 4, 25)

    def test_with_day_and_month_alike_is_one_day(self):
        assert dates.day("04/04/2020") == datetime.date(2020, 4, 4)

    @pytest.mark.parametrize("cell", ["03/04/2020", "3-4-2020", "03.04.2020", "٠٣/٠٤/٢٠٢٠"])
    def test_that_could_be_two_is_refused_with_both(self, cell):
        with pytest.raises(ValueProblem) as problem:
            dates.day(cell)
        said = f"“{cell}” can be read as two different days. Write it as 2020-03-04 or 2020-04-03."
        assert str(problem.value) == said

    @pytest.mark.parametrize(
        ("cell", "said"),
        [
            ("2020", "lacks the day"),
            ("2020.0", "lacks the day"),
            ("05/2020", "lacks the day"),
            ("2020-05", "lacks the day"),
            ("May 2020", "lacks the day"),
            ("31/02/2020", "is no day of the calendar"),
            ("2021-02-29", "is no day of the calendar"),
            ("2020-13-01", "is no day of the calendar"),
            ("13/13/2020", "is no day of the calendar"),
            ("00/00/2020", "is no day of the calendar"),
            ("0000-01-01", "is no day of the calendar"),
            ("45 May 2020", "is no day of the calendar"),
            ("0001-01-01", "cannot be right"),
            ("1399-02-06", "cannot be right"),
            ("9999-12-31", "cannot be right"),
            ("3 Foo 2020", "is not a date"),
            ("03/04/20", "is not a date"),
            ("19999", "is not a date"),
            ("80000", "is not a date"),
            ("-43946", "is not a date"),
            ("²", "is not a date"),
            ("²²²²²", "is not a date"),
            ("1e400", "is not a date"),
            ("NaN", "is not a date"),
            ("9" * 5000, "is not a date"),
            ("9" * 5000 + ".0", "is not a date"),
            ("soon", "is not a date"),
            ("", "is not a date"),
        ],
    )
    def test_is_never_guessed(self, cell, said):
        with pytest.raises(ValueProblem, match=said):
            dates.day(cell)


class TestMonths:
    def test_are_known_in_the_languages_of_lists(self):
        known = dates._months()
        for name in ("january", "janvier", "enero", "يناير", "ژانویه", "ocak", "januari", "جنوری", "januar"):
            assert known[dates.text.fold(name)] == 1

    def test_a_name_is_one_month(self):
        assert set(dates._months().values()) == set(range(1, 13))


class TestWildInput:
    @settings(max_examples=400, deadline=None)
    @given(cell=WILD, country=st.sampled_from([None, "KE", "IR"]))
    def test_a_year_is_a_year_or_a_problem(self, cell, country):
        try:
            found = dates.year(cell, country=country)
        except ValueProblem as problem:
            said = str(problem)
            assert said
        else:
            assert 1000 <= found <= timezone.localdate().year

    @settings(max_examples=400, deadline=None)
    @given(cell=WILD)
    def test_a_day_is_a_day_or_a_problem(self, cell):
        try:
            found = dates.day(cell)
        except ValueProblem as problem:
            said = str(problem)
            assert said
        else:
            assert isinstance(found, datetime.date)

    @settings(max_examples=200, deadline=None)
    @given(day=st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)))
    def test_every_iso_day_is_itself(self, day):
        assert dates.day(day.isoformat()) == day

    @settings(max_examples=200, deadline=None)
    @given(cell=st.text())
    def test_digits_of_every_script_are_digits(self, cell):
        plain = dates.ascii_digits(cell)
        assert len(plain) == len(cell)
        assert not any(letter.isdecimal() and not letter.isascii() for letter in plain)
