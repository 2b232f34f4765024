"""Countries in any convention and language to their codes: exactly, or a problem."""

from types import SimpleNamespace

import pytest
from django_countries import countries as iso
from hypothesis import given, settings
from hypothesis import strategies as st

from members.imports import cldr
from members.imports.countries import Countries, key
from members.imports.country_names import ALIASES, AMBIGUOUS
from members.imports.problems import ValueProblem
from members.models import Country
from members.regions import WITHOUT_M49


def row(code: str, **overrides) -> SimpleNamespace:
    m49 = "" if code in WITHOUT_M49 else iso.numeric(code, padded=True)
    return SimpleNamespace(
        code=code, alpha3=iso.alpha3(code) or "XKX", m49=m49 or "", name_overrides=overrides
    )


@pytest.fixture(scope="module")
def known():
    return Countries(row(code) for code, _name in iso)


def problem(known, cell: str) -> str:
    with pytest.raises(ValueProblem) as refused:
        known.resolve(cell)
    return str(refused.value)


class TestConventions:
    @pytest.mark.parametrize(
        ("cell", "code"),
        [
            ("Kenya", "KE"), ("  KENYA ", "KE"), ("KE", "KE"), ("ke", "KE"), ("KEN", "KE"), ("404", "KE"),
            ("Republic of Kenya", "KE"), ("Rep. of Kenya", "KE"), ("The Republic of Kenya", "KE"),
            ("Kenya Republic", "KE"),
            ("KE - Kenya", "KE"), ("Kenya (KE)", "KE"), ("Kenya; Kenya", "KE"), ("NA", "NA"),
            ("004", "AF"), ("LA", "LA"), ("ST", "ST"), ("AND", "AD"), ("IS", "IS"), ("(KE)", "KE"),
            ("Tanzania, United Republic of", "TZ"), ("United Republic of Tanzania", "TZ"), ("Tanzania", "TZ"),
            ("Iran (Islamic Republic of)", "IR"), ("Iran, Islamic Republic of", "IR"),
            ("Bolivia (Plurinational State of)", "BO"),
            ("Venezuela, Bolivarian Republic of", "VE"), ("Micronesia (Federated States of)", "FM"),
            ("Moldova, Republic of", "MD"), ("Syrian Arab Republic", "SY"), ("Russian Federation", "RU"),
            ("Viet Nam", "VN"),
            ("U.S.", "US"), ("USA", "US"), ("U.S.A.", "US"), ("United States", "US"), ("UK", "GB"),
            ("U.K.", "GB"),
            ("Great Britain", "GB"), ("Scotland", "GB"), ("UK, Scotland", "GB"), ("UAE", "AE"),
            ("Gambia, The", "GM"),
            ("The Gambia", "GM"), ("Bahamas, The", "BS"), ("Côte d’Ivoire", "CI"),
            ("COTE D'IVOIRE", "CI"), ("Ivory Coast", "CI"),
            ("St. Lucia", "LC"), ("St Kitts & Nevis", "KN"), ("Burma", "MM"), ("Swaziland", "SZ"),
            ("Cape Verde", "CV"),
            ("Macedonia", "MK"), ("Czech Republic", "CZ"), ("Holland", "NL"), ("Türkiye (Turkey)", "TR"),
            ("Turkey", "TR"),
            ("Niger", "NE"), ("Nigeria", "NG"), ("Guinea", "GN"), ("Guinea-Bissau", "GW"),
            ("Equatorial Guinea", "GQ"),
            ("Papua New Guinea", "PG"), ("Dominica", "DM"), ("Dominican Republic", "DO"), ("Sudan", "SD"),
            ("South Sudan", "SS"),
            ("Samoa", "WS"), ("American Samoa", "AS"), ("Georgia", "GE"), ("Ireland", "IE"),
            ("Mali", "ML"), ("Malawi", "MW"),
            ("Congo (Democratic Republic of the)", "CD"), ("Congo, Democratic Republic of the", "CD"),
            ("DR Congo", "CD"),
            ("DRC", "CD"), ("Congo-Kinshasa", "CD"), ("Congo - Kinshasa", "CD"), ("Zaire", "CD"),
            ("Congo (Republic of the)", "CG"), ("Congo, Republic of the", "CG"), ("Congo-Brazzaville", "CG"),
            ("Korea, Republic of", "KR"), ("Republic of Korea", "KR"), ("South Korea", "KR"),
            ("Korea (South)", "KR"),
            ("Korea (Democratic People's Republic of)", "KP"), ("DPRK", "KP"), ("North Korea", "KP"),
            ("Virgin Islands (British)", "VG"), ("Virgin Islands, British", "VG"), ("BVI", "VG"),
            ("Virgin Islands (U.S.)", "VI"), ("US Virgin Islands", "VI"),
            ("China", "CN"), ("PR China", "CN"), ("Hong Kong SAR", "HK"), ("Taiwan", "TW"),
            ("Taiwan, Province of China", "TW"),
            ("Palestine", "PS"), ("State of Palestine", "PS"), ("Gaza Strip", "PS"), ("Kosovo", "XK"),
            ("XK", "XK"),
            ("Kosovo (UNSCR 1244)", "XK"), ("Western Sahara", "EH"), ("Saint Martin (French part)", "MF"),
            ("Sint Maarten (Dutch part)", "SX"), ("Federal Republic of Germany", "DE"), ("Holy See", "VA"),
        ],
    )  # fmt: skip
    def test_of_english(self, known, cell, code):
        assert known.resolve(cell) == code

    @pytest.mark.parametrize(
        ("cell", "code"),
        [
            ("تركيا", "TR"), ("ترکیه", "TR"), ("Türkiye Cumhuriyeti", "TR"), ("Turquie", "TR"),
            ("Turki", "TR"), ("Türkei", "TR"),
            ("جمهورية مصر العربية", "EG"), ("المملكة العربية السعودية", "SA"), ("السعودية", "SA"),
            ("الأردن", "JO"),
            ("الاردن", "JO"), ("جمهورية الكونغو الديمقراطية", "CD"), ("آلمان", "DE"), ("Almanya", "DE"),
            ("Jerman", "DE"),
            ("Allemagne", "DE"), ("Deutschland", "DE"), ("Bundesrepublik Deutschland", "DE"),
            ("Alemania", "DE"), ("ہندوستان", "IN"),
            ("Hindistan", "IN"), ("République démocratique du Congo", "CD"), ("République du Mali", "ML"),
            ("Royaume du Maroc", "MA"), ("República de Colombia", "CO"), ("Estados Unidos", "US"),
            ("EE.UU.", "US"), ("ABD", "US"),
            ("Etats-Unis", "US"), ("Suisse", "CH"), ("Schweiz", "CH"), ("İsviçre", "CH"),
            ("Россия", "RU"), ("Ελλάδα", "GR"),
            ("中国", "CN"), ("日本", "JP"), ("한국", "KR"), ("ประเทศไทย", "TH"), ("भारत", "IN"),
            ("Österreich", "AT"), ("Éire", "IE"),
            ("Belanda", "NL"), ("İNGİLTERE", "GB"), ("ISRAIL", "IL"), ("Polska", "PL"),
            ("Magyarország", "HU"),
        ],
    )  # fmt: skip
    def test_of_other_languages(self, known, cell, code):
        assert known.resolve(cell) == code

    @pytest.mark.parametrize(
        ("cell", "code"),
        [
            ("U.K", "GB"), ("U. S. A.", "US"), ("D R Congo", "CD"), ("P. R. China", "CN"),
            ("[TR] Türkiye", "TR"), ("Puerto Rico (USA)", "PR"), ("Puerto Rico, US", "PR"),
            ("Réunion (France)", "RE"), ("Bermuda (UK)", "BM"), ("Republic of Georgia", "GE"),
            ("Republic of the Sudan", "SD"), ("Republic of Cyprus", "CY"), ("Italian Republic", "IT"),
            ("United Mexican States", "MX"), ("Guinea Conakry", "GN"), ("Turks & Caicos", "TC"),
            ("Southern Sudan", "SS"), ("Antigua", "AG"), ("Kosovo (under UNSCR 1244/99)", "XK"),
            ("République fédérale d'Allemagne", "DE"), ("Royaume hachémite de Jordanie", "JO"),
            ("République arabe d'Égypte", "EG"), ("Grand-duché du Luxembourg", "LU"),
            ("Sultanat d'Oman", "OM"), ("República Árabe de Egipto", "EG"), ("Principado de Andorra", "AD"),
            ("Estados Unidos Mexicanos", "MX"), ("Fildişi Sahili", "CI"), ("İran İslam Cumhuriyeti", "IR"),
            ("Pakistan İslam Cumhuriyeti", "PK"), ("Suriye Arap Cumhuriyeti", "SY"),
            ("Çek Cumhuriyeti", "CZ"), ("İSRAİL DEVLETİ", "IL"), ("Makedonya", "MK"),
            ("Republik Islam Iran", "IR"), ("Republik Rakyat Tiongkok", "CN"), ("Kesultanan Oman", "OM"),
            ("Pantai Gading", "CI"), ("Federasi Rusia", "RU"), ("جمهورية إيران الإسلامية", "IR"),
            ("جمهورية ألمانيا الاتحادية", "DE"), ("الجمهورية التونسية", "TN"),
            ("جمهورية باكستان الإسلامية", "PK"), ("جمهورية السودان", "SD"), ("غزة", "PS"),
            ("إنجلترا", "GB"), ("جمهوری اسلامی ایران", "IR"), ("ایران، جمهوری اسلامی", "IR"),
            ("پادشاهی دانمارک", "DK"), ("انگلیس", "GB"), ("عربستان", "SA"),
            ("اسلامی جمہوریہ پاکستان", "PK"), ("امریکہ", "US"), ("انڈیا", "IN"),
            ("Königreich Spanien", "ES"), ("Islamische Republik Iran", "IR"), ("Elfenbeinküste", "CI"),
            ("США", "US"), ("Южная Корея", "KR"), ("Республика Кения", "KE"), ("Королевство Испания", "ES"),
            ("Repubblica di Polonia", "PL"), ("Koninkrijk België", "BE"), ("República da Moldávia", "MD"),
        ],
    )  # fmt: skip
    def test_of_long_forms_and_everyday_names(self, known, cell, code):
        assert known.resolve(cell) == code

    @pytest.mark.parametrize(("code", "_name"), list(iso))
    def test_every_code_is_itself_in_two_letters_three_and_figures(self, known, code, _name):
        assert known.resolve(code) == code
        assert known.resolve(known.rows[code].alpha3) == code
        if m49 := known.rows[code].m49:
            assert known.resolve(m49) == code

    def test_every_alias_means_its_country_and_no_other(self, known):
        wrong = []
        for code, names in ALIASES.items():
            for name in names:
                try:
                    found = known.resolve(name)
                except ValueProblem as refused:
                    found = str(refused)
                if found != code:
                    wrong.append((name, code, found))
        assert wrong == []

    @pytest.mark.parametrize(
        "language", ["en", "ar", "fa", "fr", "es", "tr", "id", "ur", "de", "pt", "ru", "it", "zh"]
    )
    def test_no_name_of_cldr_gets_another_country(self, known, language):
        wrong, refused = [], 0
        for code, name in cldr.section(language, "territories").items():
            if code in known.rows:
                try:
                    found = known.resolve(name)
                except ValueProblem:
                    refused += 1
                else:
                    if found != code:
                        wrong.append((name, code, found))
        assert wrong == []
        assert refused <= 8


class TestProblems:
    @pytest.mark.parametrize(
        ("cell", "codes"),
        [
            ("Congo", {"CG", "CD"}), ("CONGO", {"CG", "CD"}), ("The Congo", {"CG", "CD"}),
            ("الكونغو", {"CG", "CD"}),
            ("Kongo", {"CG", "CD"}), ("Korea", {"KR", "KP"}), ("Corée", {"KR", "KP"}),
            ("كوريا", {"KR", "KP"}),
            ("Virgin Islands", {"VG", "VI"}), ("Virgin Is.", {"VG", "VI"}), ("Saint Martin", {"MF", "SX"}),
            ("St. Martin", {"MF", "SX"}), ("Republic of China", {"CN", "TW"}),
            ("Rep. of China", {"CN", "TW"}),
            ("Serbia and Montenegro", {"RS", "ME"}), ("Czechoslovakia", {"CZ", "SK"}),
            ("Channel Islands", {"JE", "GG"}),
            ("Netherlands Antilles", {"CW", "SX", "BQ"}), ("America", {"US"}), ("Soviet Union", {"RU"}),
            ("Guyane", {"GF", "GY"}),
        ],
    )  # fmt: skip
    def test_what_could_be_several_is_told_with_all(self, known, cell, codes):
        said = problem(known, cell)
        assert said.startswith(f"“{cell}” is not clear. It could mean ")
        for code in codes:
            assert f"({code})" in said
        assert said.count("(") >= len(codes)

    def test_what_is_no_single_country_is_told(self, known):
        assert problem(known, "Antilles") == "“Antilles” is not one country."

    @pytest.mark.parametrize(
        "cell",
        [
            "", " ", "(No country assigned)", "Europe, regional", "Benelux", "Europe", "Africa", "Asia",
            "World", "Global",
            "International", "EU", "Unknown", "N/A", "None", "-", "Middle East", "Scandinavia", "Balkans",
            "Latin America",
            "90", "4", "+254", "1", "000", "999", "AN", "SU", "EL", "ZZ", "XX", "Nairobi",
            "Nairobi, Kenya", "Kenya (Nairobi)",
            "USA (Texas)", "Kenya - Foo", "Republic", "Republic of", "Kingdom of", "Atlantis",
            "\x00", "T.C.", "Nairobi, UK",
            "null", "Ke nya", "()", "(,)", ", ,", "Kenya?Uganda", "C?te d'Ivoire", "Republic of Tatarstan",
            "Niger Delta", "State of Goa", "New Jersey", "Kurdistan Region of Iraq", "Republika Srpska",
        ],
    )  # fmt: skip
    def test_what_is_none_is_never_guessed(self, known, cell):
        assert "is not the name or code of a country." in problem(known, cell)

    @pytest.mark.parametrize(
        ("cell", "meant"),
        [("Kennya", "Kenya"), ("Keny", "Kenya"), ("Atlantis", None), ("Zimbabwee", "Zimbabwe")],
    )
    def test_a_slip_is_asked_about_and_not_taken(self, known, cell, meant):
        said = problem(known, cell)
        assert said.endswith(f"Did you mean {meant}?") == (meant is not None)

    @pytest.mark.parametrize(
        "cell",
        [
            "Kenya, Uganda", "Kenya/Uganda", "Kenya; Uganda", "Kenya: Uganda", "Kenya\nUganda",
            "Georgia, USA", "Jersey, USA", "Kenya (USA)", "Macedonia (Greece)", "Puerto Rico; USA",
            "USA, Puerto Rico", "Greenland (Norway)",
        ],
    )  # fmt: skip
    def test_several_countries_are_told(self, known, cell):
        assert problem(known, cell) == "The cell names several countries. The seat is in one; write that one."

    def test_an_unclear_part_makes_the_cell_unclear(self, known):
        assert "is not the name or code" in problem(known, "Kenya; Congo")

    @pytest.mark.parametrize("cell", ["Guinea?", "Kenya (?)", "? Kenya", "الأردن؟"])
    def test_what_the_list_itself_doubts_is_not_taken(self, known, cell):
        assert problem(known, cell) == f"“{cell}” is in doubt; write the country alone."

    @pytest.mark.parametrize("cell", ["کونگو", "Kóngo", "Конго", "Коng"])
    def test_one_word_tells_the_two_congos_apart_in_no_language(self, known, cell):
        assert problem(known, cell)

    def test_too_long_is_told_without_looking(self, known):
        assert problem(known, "x" * 201) == "This is too long for a country."

    def test_a_problem_is_told_each_time(self, known):
        assert problem(known, "Benelux") == problem(known, "Benelux")

    def test_every_ambiguous_name_is_a_problem(self, known):
        for name in AMBIGUOUS:
            assert problem(known, name)


class TestNames:
    def test_chosen_by_the_union_count(self):
        rows = [row("TR", en="Anatolia"), row("KE")]
        assert Countries(rows).resolve("anatolia") == "TR"

    def test_of_two_countries_alike_are_a_problem(self):
        rows = [row("TR", en="Anatolia"), row("KE", en="Anatolia")]
        assert problem(Countries(rows), "Anatolia").startswith("“Anatolia” is not clear.")

    def test_are_of_the_register_alone(self):
        assert "is not the name" in problem(Countries([row("KE")]), "Uganda")

    def test_in_messages_are_the_row_s_where_it_has_one(self, known):
        assert known.name("KE") == "Kenya"
        assert known.name("QQ") == "QQ"
        assert Countries([SimpleNamespace(**vars(row("KE")), name="Kenia")]).name("KE") == "Kenia"

    def test_are_compared_without_articles_and_abbreviations(self):
        assert key("The St. Helena Is.") == key("Saint Helena Islands")

    @pytest.mark.django_db
    def test_of_the_register_resolve(self):
        known = Countries(Country.objects.all())
        assert known.resolve("Tanzania, United Republic of") == "TZ"
        assert "(CD)" in problem(known, "Congo")


class TestCLDR:
    def test_regional_variants_are_left_out(self):
        found = cldr.identifiers()
        assert {"en", "fr", "zh_Hant", "uz_Cyrl"} <= set(found)
        assert not {"en_GB", "fr_CA", "zh_Hant_HK"} & set(found)

    def test_a_section_is_read(self):
        assert cldr.section("fr", "territories")["DE"] == "Allemagne"
        assert cldr.section("fr", "languages")["de"] == "allemand"
        assert cldr.section("fr", "nothing") == {}


class TestWildInput:
    @settings(max_examples=400, deadline=None)
    @given(
        cell=st.one_of(
            st.text(max_size=60),
            st.lists(
                st.sampled_from(
                    [
                        "Kenya",
                        "Congo",
                        "Republic of",
                        "(",
                        ")",
                        ",",
                        ";",
                        " - ",
                        "[",
                        "the",
                        "\n",
                        "د",
                        "St",
                        ":",
                    ]
                ),
                max_size=8,
            ).map(" ".join),
        )
    )
    def test_any_text_is_a_code_or_a_problem(self, known, cell):
        try:
            found = known.resolve(cell)
        except ValueProblem as refused:
            said = str(refused)
            assert said
        else:
            assert found in known.rows
