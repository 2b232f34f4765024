"""Names of countries as lists in the wild write them, beside what CLDR and ISO 3166-1 already say.

Curated by hand: official long forms where the rule of designators does not reach, inverted ISO forms,
short forms of the press, constituent parts of the United Kingdom, names of before a change of name. A name
stands here only when it means one country and no other; what may mean several is in `AMBIGUOUS`.
"""

_ALIASES = {
    "AE": "UAE; U.A.E.; Emirates; EAU; الامارات; امارات; BAE",
    "AF": "Islamic Emirate of Afghanistan",
    "AR": "Argentine Republic; República Argentina",
    "AU": "Commonwealth of Australia",
    "AX": "Aland; Åland; Aaland Islands",
    "BA": "Bosnia; Bosnia-Herzegovina; Bosnia & Herzegovina; BiH; B&H; Bosnie; Bosna Hersek",
    "BL": "Saint Barthelemy; St Barts; St. Barths",
    "BN": "Brunei; Nation of Brunei; Brunei, Abode of Peace",
    "BO": "Bolivia, Plurinational State of",
    "BQ": (
        "Bonaire; Caribbean Netherlands; BES Islands; Bonaire, Sint Eustatius, Saba; "
        "Bonaire, Saint Eustatius and Saba"
    ),
    "BS": "Bahamas; Commonwealth of the Bahamas; The Bahamas",
    "BY": "Byelorussia; Belorussia",
    "CC": "Cocos Islands; Keeling Islands; Cocos Keeling Islands",
    "CD": (
        "DR Congo; D.R. Congo; DRC; D.R.C.; RDC; R.D.C.; R.D. Congo; RD Congo; RD del Congo; Congo DR; "
        "Congo, DR; Congo DRC; Congo RDC; Congo (Kinshasa); Congo-Kinshasa; "
        "Democratic Republic of Congo; Democratic Republic of the Congo; Congo, Dem. Rep.; "
        "Congo, Dem. Rep. of the; République démocratique du Congo; République Démocratique de Congo; "
        "República Democrática del Congo; República Democrática do Congo; Demokratische Republik Kongo; "
        "Repubblica Democratica del Congo; Demokratik Kongo Cumhuriyeti; Republik Demokratik Kongo; "
        "جمهورية الكونغو الديمقراطية; الكونغو الديمقراطية; جمهوری دموکراتیک کنگو; Zaire; Zaïre"
    ),
    "CF": "CAR; C.A.R.; RCA; R.C.A.; Central African Rep.; Centrafrique",
    "CG": (
        "Congo Republic; Republic of the Congo; Republic of Congo; Congo, Republic of the; Congo, Rep.; "
        "Congo (Brazzaville); Congo-Brazzaville; République du Congo; República del Congo; "
        "República do Congo; Republik Kongo; Repubblica del Congo; Kongo Cumhuriyeti; جمهورية الكونغو; "
        "جمهوری کنگو"
    ),
    "CH": "Swiss Confederation; Confédération suisse; Confoederatio Helvetica",
    "CI": "Ivory Coast; Cote dIvoire; Republic of Côte d'Ivoire",
    "CN": (
        "People's Republic of China; Peoples Republic of China; PR China; P.R. China; PRC; P.R.C.; "
        "Mainland China; China (mainland); République populaire de Chine; República Popular China; "
        "República Popular de China; Volksrepublik China; جمهورية الصين الشعبية; Çin Halk Cumhuriyeti"
    ),
    "CV": "Cape Verde; Cap-Vert; Cabo Verde",
    "CZ": "Czech Republic; Czech Rep.; Česká republika; République tchèque; República Checa",
    "DE": "Federal Republic of Germany; Bundesrepublik Deutschland; BRD",
    "DK": "Kingdom of Denmark",
    "DM": "Commonwealth of Dominica",
    "DO": "Dominican Rep.; Rep. Dominicana",
    "DZ": "People's Democratic Republic of Algeria; الجمهورية الجزائرية",
    "EG": "Arab Republic of Egypt; جمهورية مصر العربية",
    "EH": "Western Sahara; Sahrawi Arab Democratic Republic; Sahara occidental; SADR",
    "FK": "Falkland Islands (Malvinas); Falklands; Malvinas; Islas Malvinas; Falkland Islands",
    "FM": "Federated States of Micronesia; Micronesia, Fed. Sts.; F.S. Micronesia; Micronesia",
    "FO": "Faeroe Islands; Faroes; The Faroes; Faeroes",
    "FR": "French Republic; République française; Metropolitan France; France métropolitaine",
    "GB": (
        "UK; U.K.; Great Britain; Britain; G.B.; England; Scotland; Wales; Northern Ireland; "
        "England and Wales; United Kingdom of Great Britain and Northern Ireland; "
        "United Kingdom of Great Britain; UK of Great Britain and Northern Ireland; Grande-Bretagne; "
        "Gran Bretaña; Großbritannien; Angleterre; Inglaterra; İngiltere; Birleşik Krallık; بريطانيا; "
        "انگلستان; Inggris; برطانیہ"
    ),
    "GF": "French Guyana; Guyane française",
    "GM": "The Gambia; Gambia; Islamic Republic of the Gambia",
    "GR": "Hellas; Hellenic Republic",
    "GW": "Guinea Bissau; Guiné-Bissau",
    "GY": "British Guiana; Co-operative Republic of Guyana; Cooperative Republic of Guyana",
    "HK": (
        "Hong Kong; Hong Kong SAR; Hongkong; HKSAR; Hong Kong, China; "
        "China, Hong Kong Special Administrative Region; China, Hong Kong SAR; Hong Kong (China); "
        "Hong Kong, China (SAR)"
    ),
    "HM": "Heard Island and McDonald Islands; Heard and McDonald Islands",
    "HR": "Hrvatska",
    "IE": "Republic of Ireland; Eire; Éire",
    "IM": "Isle of Man; Man, Isle of",
    "IO": "BIOT; Chagos Archipelago; British Indian Ocean Territories",
    "IR": "Islamic Republic of Iran; Persia; I.R. Iran; IR Iran",
    "JO": "Hashemite Kingdom of Jordan; المملكة الأردنية الهاشمية",
    "KE": "Kenia",
    "KG": "Kyrgyz Republic; Kirghizia; Kirgizstan; Kirghizstan",
    "KH": "Kampuchea; Cambodge",
    "KN": "Saint Christopher and Nevis; St Kitts; Saint Kitts; St Kitts & Nevis",
    "KP": (
        "North Korea; N. Korea; DPRK; D.P.R.K.; DPR Korea; Korea DPR; Korea North; Korea, North; "
        "Democratic People's Republic of Korea; Democratic Peoples Republic of Korea; "
        "Dem. People's Rep. of Korea; Korea, Dem. People's Rep.; Corée du Nord; Corea del Norte; "
        "République populaire démocratique de Corée; República Popular Democrática de Corea; "
        "جمهورية كوريا الشعبية الديمقراطية"
    ),
    "KR": (
        "South Korea; S. Korea; ROK; R.O.K.; Republic of Korea; Korea Republic; Korea South; "
        "Korea, South; Korea, Rep.; Korea (South); Corée du Sud; Corea del Sur; République de Corée; "
        "República de Corea; Republik Korea; جمهورية كوريا; 한국"
    ),
    "LA": (
        "Laos; Lao PDR; Lao P.D.R.; Lao; Lao People's Democratic Republic; Laos, People's Democratic Republic"
    ),
    "LB": "Lebanese Republic; الجمهورية اللبنانية",
    "LC": "St Lucia",
    "LY": (
        "Libyan Arab Jamahiriya; Socialist People's Libyan Arab Jamahiriya; State of Libya; "
        "Libyan Arab Republic"
    ),
    "MA": "المملكة المغربية; Al-Maghrib",
    "MD": "Moldova; Republic of Moldova; Moldavia; Moldavie",
    "MF": "Saint Martin (French part); Saint-Martin (partie française); French Saint Martin",
    "MK": (
        "Macedonia; FYROM; F.Y.R.O.M.; FYR Macedonia; TFYR Macedonia; "
        "Former Yugoslav Republic of Macedonia; The former Yugoslav Republic of Macedonia; "
        "Republic of North Macedonia; Republic of Macedonia; N. Macedonia; Macédoine; Mazedonien"
    ),
    "MM": "Burma; Myanmar (Burma); Birmanie; Birmania; Union of Myanmar; Republic of the Union of Myanmar",
    "MO": (
        "Macau; Macao SAR; Macau SAR; China, Macao Special Administrative Region; China, Macao SAR; "
        "Macao, China; Macau, China"
    ),
    "MP": "Northern Marianas; Commonwealth of the Northern Mariana Islands; CNMI; Saipan",
    "NL": "Holland; The Netherlands; Kingdom of the Netherlands; Nederland; Pays-Bas; Países Bajos",
    "NZ": "Aotearoa; Aotearoa New Zealand; N.Z.",
    "OM": "Sultanate of Oman",
    "PF": "Tahiti",
    "PG": "PNG; P.N.G.; Independent State of Papua New Guinea; Papua-New Guinea",
    "PH": "The Philippines; Phillipines; Philipines",
    "PM": "Saint Pierre and Miquelon; St Pierre & Miquelon",
    "PN": "Pitcairn; Pitcairn Islands",
    "PR": "Commonwealth of Puerto Rico; Porto Rico",
    "PS": (
        "Palestine; State of Palestine; Palestine, State of; Palestinian Territory; "
        "Palestinian Territories; Palestinian Territory, Occupied; Occupied Palestinian Territory; "
        "occupied Palestinian territory; Occupied Palestinian Territories; Palestinian Authority; oPt; "
        "West Bank and Gaza; West Bank and Gaza Strip; West Bank; Gaza; Gaza Strip; دولة فلسطين; فلسطين; "
        "فلسطین; Filistin; Palestina; Territoires palestiniens; Territorios Palestinos"
    ),
    "PT": "Portuguese Republic",
    "RE": "Reunion; La Réunion; Reunion Island",
    "RU": (
        "Russia; Russian Federation; Russian Fed.; Fédération de Russie; Federación de Rusia; روسيا الاتحادية"
    ),
    "SA": "KSA; K.S.A.; Kingdom of Saudi Arabia; Saudi; السعودية",
    "SE": "Kingdom of Sweden; Sverige",
    "SG": "Republic of Singapore",
    "SH": (
        "Saint Helena; St Helena; Ascension Island; Tristan da Cunha; "
        "Saint Helena, Ascension and Tristan da Cunha"
    ),
    "SJ": "Svalbard; Jan Mayen; Svalbard and Jan Mayen Islands",
    "SK": "Slovak Republic; Slovak Rep.; République slovaque",
    "SR": "Surinam; Dutch Guiana",
    "SS": "S. Sudan; Republic of South Sudan",
    "ST": "Sao Tome and Principe; Sao Tome & Principe; Sao Tome; São Tomé",
    "SX": "Sint Maarten (Dutch part); Dutch Sint Maarten; St Maarten; Saint-Martin (partie néerlandaise)",
    "SY": "Syria; Syrian Arab Republic; Syrian AR; الجمهورية العربية السورية",
    "SZ": "Swaziland; Kingdom of Eswatini; eSwatini",
    "TF": "French Southern and Antarctic Lands; French Southern Territories",
    "TH": "ประเทศไทย; Kingdom of Thailand; Siam",
    "TL": "East Timor; Timor Leste; Timor oriental; Democratic Republic of Timor-Leste; Timor-Est",
    "TR": "Turkey; Turkiye; Türkiye; Turquie; Turquía; تركيا; ترکیه; Republic of Türkiye",
    "TT": "Trinidad; Trinidad & Tobago",
    "TW": (
        "Taiwan; Taiwan (Province of China); Taiwan, Province of China; Taiwan, China; China, Taiwan; "
        "Chinese Taipei; Taiwan ROC; Taiwan (ROC); Taiwan, Republic of China; "
        "Republic of China (Taiwan); Taiwan Province of China; Taiwan area"
    ),
    "TZ": "United Republic of Tanzania; Tanzania, United Rep. of; Tanganyika; Zanzibar",
    "US": (
        "USA; U.S.A.; U.S.; US; US of A; United States of America; United States (USA); The States; "
        "America, United States of; Etats-Unis; Etats-Unis d'Amérique; Estados Unidos; "
        "Estados Unidos de América; EE.UU.; EE UU; EEUU; EUA; Vereinigte Staaten von Amerika; ABD; "
        "A.B.D.; Amerika Birleşik Devletleri; الولايات المتحدة الأمريكية; ایالات متحده آمریکا; "
        "Amerika Serikat"
    ),
    "UY": "Eastern Republic of Uruguay; República Oriental del Uruguay",
    "VA": "Vatican; The Vatican; Holy See; Vatican City State; Holy See (Vatican City State); Santa Sede",
    "VC": "St Vincent; Saint Vincent; St Vincent and Grenadines; Saint Vincent & Grenadines",
    "VE": "Venezuela, Bolivarian Republic of; Venezuela, RB; Venezuela (BR)",
    "VG": "British Virgin Islands; BVI; B.V.I.; Virgin Islands, British; Virgin Islands (British); Tortola",
    "VI": (
        "US Virgin Islands; U.S. Virgin Islands; USVI; United States Virgin Islands; "
        "Virgin Islands, U.S.; Virgin Islands (US); Virgin Islands of the United States; "
        "Virgin Islands, United States"
    ),
    "VN": "Viet Nam; Vietnam; Socialist Republic of Viet Nam; Socialist Republic of Vietnam",
    "WF": "Wallis & Futuna; Wallis and Futuna Islands",
    "WS": "Western Samoa; Independent State of Samoa",
    "XK": (
        "Kosovo; Kosova; Republic of Kosovo; Kosovo (UNSCR 1244); Kosovo (UNSC 1244); Kosovo*; "
        "Kosovo, UN resolution; Kosovo (under UNSC res. 1244)"
    ),
    "YE": "Republic of Yemen; Yemen, Rep.; الجمهورية اليمنية",
    "ZA": "RSA; R.S.A.; S. Africa; Republic of South Africa; South-Africa",
}
ALIASES: dict[str, list[str]] = {code: names.split("; ") for code, names in _ALIASES.items()}

# What may mean several countries: the folded name to the codes that could be meant (none: it is no country).
_AMBIGUOUS = {
    "CG CD": "Congo; Kongo; Le Congo; الكونغو; کنگو; Конго",
    "CD CG": "Democratic Congo",
    "KR KP": "Korea; Corea; Corée; Kore; كوريا; کره",
    "KP KR": "Democratic Republic of Korea; People's Republic of Korea",
    "VG VI": "Virgin Islands; Îles Vierges; Islas Vírgenes",
    "MF SX": "Saint Martin; San Martín; سينت مارتن",
    "TW CN": "Republic of China; China, Republic of",
    "WS AS": "Samoa Islands",
    "GY GF SR": "Guiana",
    "GF GY": "Guyane",
    "GY GF": "Guayana",
    "US": "America; Amerika; América; أمريكا",
    "IE GB": "Ireland, Northern and Republic",
    "CY": "Cyprus (Northern); Northern Cyprus; Turkish Republic of Northern Cyprus",
    "SO": "Somaliland",
    "CW SX BQ": "Netherlands Antilles; Dutch Antilles",
    "RS ME HR SI BA MK": "Yugoslavia",
    "RS ME": "Serbia and Montenegro",
    "CZ SK": "Czechoslovakia",
    "RU": "USSR; Soviet Union",
    "DE": "East Germany; German Democratic Republic",
    "JE GG": "Channel Islands",
    "SD SS": "Sudan (South and North)",
    "UA RU": "Crimea",
    "IQ TR IR SY": "Kurdistan",
    "IN PK": "Kashmir",
    "EH MA": "Sahara",
    "": "Antilles",
    "KN": "Nevis",
    "US GE": "Georgia (US); State of Georgia",
    "DM DO": "Republic of Dominica",
    "VN": "Republic of Vietnam",
    "GQ": "Republic of Guinea Ecuatorial",
}
AMBIGUOUS: dict[str, list[str]] = {
    name: codes.split() for codes, names in _AMBIGUOUS.items() for name in names.split("; ")
}

# Words for the form of a state. "Republic of Kenya" is Kenya; for the names in `AMBIGUOUS` that is not so.
_DESIGNATORS = (
    "federal democratic republic of; democratic socialist republic of; democratic people s republic of; "
    "people s democratic republic of; people s republic of; co operative republic of; "
    "bolivarian republic of; democratic republic of; federative republic of; federal republic of; "
    "islamic republic of; socialist republic of; plurinational state of; united republic of; "
    "arab republic of; independent state of; hashemite kingdom of; federated states of; federation of; "
    "republic of union of; union of; republic of; kingdom of; state of; commonwealth of; "
    "principality of; grand duchy of; sultanate of; republique islamique de; republique islamique du; "
    "republique islamique d; republique federale de; republique federale du; republique federale d; "
    "republique unie de; republique de; republique du; republique des; republique d; royaume de; "
    "royaume du; royaume d; etat de; republica islamica de; republica islamica del; "
    "republica bolivariana de; republica federal de; republica de; republica del; republica da; "
    "republica do; reino de; reino del; estado de; republik; kerajaan; negara; جمهورية; مملكة; المملكة; "
    "دولة; سلطنة; إمارة; جمهوری; کشور"
)
DESIGNATORS: list[str] = _DESIGNATORS.split("; ")
_ENDINGS = "cumhuriyeti; krallığı; republic; kingdom; الإسلامية; republik"
DESIGNATOR_ENDINGS: list[str] = _ENDINGS.split("; ")

# With these the form of the state is the difference: never stripped.
FORM_MATTERS = frozenset(
    {"CN", "CD", "CG", "KP", "KR", "DE", "VN", "DM", "DO", "TW", "CF", "GE", "YE", "CY", "SD", "SS"}
)
