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
# Beside those above: official long forms and everyday names in the languages of the site, German and Russian.
_FURTHER = {
    "AE": "Объединённые Арабские Эмираты; ОАЭ; Persatuan Emirat Arab; Uni Emirat Arab",
    "AG": "Antigua",
    "AX": "Аландские острова; Åland-Inseln",
    "BE": "بلجئیم",
    "BM": "Бермуды; Islas Bermudas",
    "BO": "Bolivia (Plur. State of)",
    "BQ": "Bonaire, Sint Eustatius und Saba; Bonaire, Sint Eustatius ve Saba",
    "BY": "Белоруссия; روسيا البيضاء; Beyaz Rusya; Weißrussland; Biélorussie; Bielorrusia",
    "CD": (
        "Congo (Rép. dém.); Rép. dém. du Congo; Kongo Demokratik Cumhuriyeti; "
        "Republik Demokrat Kongo; Democratische Republiek Congo; "
        "Демократическая Республика Конго; ДР Конго; جمہوری جمہوریہ کانگو; "
        "Republik Demokrat Congo"
    ),
    "CF": "وسطی افریقی جمہوریہ",
    "CG": ("Republic of the Congo (Brazzaville); Республика Конго; Republiek Congo; جمہوریہ کانگو"),
    "CH": (
        "Confederación Suiza; Schweizerische Eidgenossenschaft; Confederazione svizzera; "
        "Konfederasi Swiss; الاتحاد السويسري; Швейцарская Конфедерация; سویٹزرلینڈ; "
        "Confédération helvétique"
    ),
    "CI": "Elfenbeinküste; Fildişi Sahili; Pantai Gading; کوت دیوار; ساحل عاج",
    "CK": "Острова Кука",
    "CN": (
        "China PR; Republik Rakyat Tiongkok; Republik Rakyat Cina; "
        "Китайская Народная Республика; КНР; جمهوری خلق چین; عوامی جمہوریہ چین; "
        "Repubblica Popolare Cinese; Volksrepubliek China"
    ),
    "CV": "Yeşil Burun Adaları; Kap Verde",
    "CY": (
        "Republic of Cyprus; République de Chypre; República de Chipre; Republik Zypern; "
        "Repubblica di Cipro; Kıbrıs Cumhuriyeti; Republik Siprus; جمهورية قبرص; "
        "جمهوری قبرس; Республика Кипр"
    ),
    "CZ": (
        "Çek Cumhuriyeti; Tschechische Republik; Republik Ceko; Repubblica Ceca; "
        "Tsjechische Republiek; Чешская Республика; الجمهورية التشيكية; جمهورية التشيك; "
        "جمهوری چک; چیک جمہوریہ"
    ),
    "DE": (
        "République fédérale d'Allemagne; República Federal de Alemania; "
        "República Federal da Alemanha; Repubblica Federale di Germania; "
        "Almanya Federal Cumhuriyeti; Republik Federal Jerman; جمهورية ألمانيا الاتحادية; "
        "جمهوری فدرال آلمان; وفاقی جمہوریہ جرمنی; Федеративная Республика Германия; ФРГ; "
        "Bondsrepubliek Duitsland"
    ),
    "DM": "Commonwealth de la Dominique; Mancomunidad de Dominica",
    "DZ": ("République algérienne démocratique et populaire; الجمهورية الجزائرية الديمقراطية الشعبية"),
    "FO": "Фарерские острова; Färöer-Inseln",
    "FR": (
        "República Francesa; Französische Republik; Repubblica francese; الجمهورية الفرنسية; "
        "France (métropole)"
    ),
    "GA": "Gabonese Republic; République gabonaise; República Gabonesa",
    "GB": (
        "England and Scotland; Great Britain and Northern Ireland; Büyük Britanya; Britania; "
        "إنجلترا; انگلیس; برطانیہ عظمی; بريطانيا العظمى; Соединённое Королевство; Англия; "
        "Royaume-Uni de Grande-Bretagne et d'Irlande du Nord; "
        "Reino Unido de Gran Bretaña e Irlanda del Norte; "
        "Vereinigtes Königreich Großbritannien und Nordirland; "
        "Büyük Britanya ve Kuzey İrlanda Birleşik Krallığı; "
        "Kerajaan Bersatu Britania Raya dan Irlandia Utara; "
        "المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية; Écosse; Escocia; Schottland; "
        "İskoçya; Skotlandia; اسكتلندا; اسکاتلند; Pays de Galles; País de Gales; Galler; "
        "Irlande du Nord; Irlanda del Norte; Nordirland; Kuzey İrlanda"
    ),
    "GE": (
        "Republic of Georgia; Georgia (Republic of); République de Géorgie; "
        "República de Georgia; جمهورية جورجيا"
    ),
    "GN": "Guinea Conakry; Guinée Conakry; Guinea (Conakry); Guinea - Conakry",
    "GQ": "Eq. Guinea",
    "GR": "République hellénique; República Helénica; Hellenische Republik; الجمهورية اليونانية",
    "HK": (
        "Hong Kong Special Administrative Region of China; "
        "Hong Kong Special Administrative Region; هونغ كونغ; Гонконг"
    ),
    "HU": "Hongaria",
    "IN": "انڈیا; Republik Indien",
    "IT": (
        "Italian Republic; Repubblica Italiana; République italienne; República Italiana; "
        "Italienische Republik; الجمهورية الإيطالية; اطالیہ"
    ),
    "KG": (
        "République kirghize; República Kirguisa; Kirgisische Republik; "
        "Кыргызская Республика; Киргизская Республика; کرغیزستان"
    ),
    "KP": (
        "Kore Demokratik Halk Cumhuriyeti; Republik Demokratik Rakyat Korea; "
        "Demokratische Volksrepublik Korea; КНДР; Северная Корея; "
        "Корейская Народно-Демократическая Республика; جمهوری دموکراتیک خلق کره; "
        "조선민주주의인민공화국; Korea, D.P.R. of; République démocratique populaire de Corée; "
        "Corea, República Democrática Popular de"
    ),
    "KR": "Kore Cumhuriyeti; Южная Корея; Республика Корея; جمهوری کره; جمہوریہ کوریا; 대한민국",
    "KY": "Каймановы острова; Cayman-Inseln",
    "LA": (
        "République démocratique populaire lao; República Democrática Popular Lao; "
        "Demokratische Volksrepublik Laos"
    ),
    "LB": "République libanaise; República Libanesa; Libanesische Republik",
    "LC": "سن لوسیا",
    "LI": "Lihtenştayn",
    "LK": "Ceylon",
    "LU": "لوگزامبورگ",
    "MD": "Молдавия; Moldavya",
    "MH": "Маршалловы острова",
    "MK": "Makedonya; Makedonia; مقدونيا; مقدونیه; Македония",
    "MM": "Мьянма; République de l'Union du Myanmar; República de la Unión de Myanmar",
    "MO": ("Macao Special Administrative Region of China; Macao Special Administrative Region; Макао"),
    "MP": "N. Mariana Islands; N. Mariana Is.",
    "MR": "الجمهورية الإسلامية الموريتانية",
    "MU": "Île Maurice; République de l'Île Maurice",
    "MV": "Islas Maldivas",
    "MX": (
        "United Mexican States; Estados Unidos Mexicanos; États-Unis du Mexique; "
        "États-Unis mexicains; Vereinigte Mexikanische Staaten; Birleşik Meksika Devletleri"
    ),
    "NA": "نمیبیا",
    "NI": "نکاراگوا",
    "NL": "Королевство Нидерландов; Голландия; نیدرلینڈز",
    "PG": "Papua N. Guinea",
    "PS": (
        "غزة; قطاع غزة; الضفة الغربية; فلسطين المحتلة; الأراضي الفلسطينية المحتلة; "
        "Палестина; Государство Палестина"
    ),
    "PT": "República Portuguesa; République portugaise; Portugiesische Republik",
    "RE": "Île de la Réunion",
    "RU": (
        "Rusya Federasyonu; Federasi Rusia; Russische Föderation; Российская Федерация; РФ; "
        "فدراسیون روسیه; الاتحاد الروسي; روسی وفاق; Federación Rusa"
    ),
    "RW": "Rwandese Republic; République rwandaise",
    "SA": "عربستان",
    "SB": "Соломоновы Острова; Salomoninseln",
    "SC": "Сейшелы",
    "SD": (
        "North Sudan; Republic of Sudan; Republic of the Sudan; République du Soudan; "
        "República del Sudán; República de Sudán; Republik Sudan; Sudan Cumhuriyeti; "
        "جمهورية السودان; جمهوری سودان; جمہوریہ سوڈان; Республика Судан"
    ),
    "SK": "República Eslovaca; Slowakische Republik; Словацкая Республика",
    "SR": "سرینام",
    "SS": (
        "Southern Sudan; République du Soudan du Sud; República de Sudán del Sur; "
        "Republik Südsudan; Güney Sudan Cumhuriyeti; Republik Sudan Selatan; "
        "جمهورية جنوب السودان; جمهوری سودان جنوبی; Республика Южный Судан"
    ),
    "SY": "République arabe syrienne; República Árabe Siria; Сирийская Арабская Республика",
    "TC": "Turks and Caicos; Turks & Caicos",
    "TG": "Togolese Republic; République togolaise; República Togolesa",
    "TL": "Timor Timur; Doğu Timor",
    "TN": (
        "الجمهورية التونسية; République tunisienne; República Tunecina; Tunesische Republik; "
        "Тунисская Республика"
    ),
    "TR": "Турецкая Республика",
    "TW": (
        "Taïwan, province de Chine; Taiwán, Provincia de China; Taiwan, Chinesische Provinz; "
        "Tayvan, Çin Eyaleti"
    ),
    "UA": "اکراین",
    "UM": "U.S. Minor Outlying Islands; United States Minor Outlying Is.",
    "US": (
        "امریکہ; ریاستہائے متحدہ امریکہ; ریاست ہائے متحدہ امریکہ; ریاست ہائے متحدہ; США; "
        "Соединённые Штаты; Соединённые Штаты Америки; U.S. of America; Birleşik Devletler; "
        "Verenigde Staten van Amerika; Stati Uniti d'America; ریاستہائے متحدہ امریکا"
    ),
    "UY": "République orientale de l'Uruguay; Republik Östlich des Uruguay; یوراگوئے",
    "VA": "Saint-Siège; Heiliger Stuhl; Estado de la Ciudad del Vaticano; دولة الفاتيكان",
    "VE": "وینیزویلا",
    "VG": "İngiliz Virgin Adaları; Британские Виргинские Острова",
    "VI": (
        "Virgin Islands (USA); Virgin Islands, USA; Amerikan Virgin Adaları; Американские Виргинские острова"
    ),
    "VN": (
        "République socialiste du Viet Nam; République socialiste du Vietnam; "
        "República Socialista de Vietnam; Sozialistische Republik Vietnam; "
        "Vietnam Sosyalist Cumhuriyeti; Republik Sosialis Vietnam; "
        "جمهورية فيتنام الاشتراكية; جمهوری سوسیالیستی ویتنام; "
        "Социалистическая Республика Вьетнам"
    ),
    "XK": "Kosovo (under UNSCR 1244/99); Kosovo (UNSCR 1244/99); Kosovo (UN Administered)",
    "YE": (
        "République du Yémen; República del Yemen; República de Yemen; Republik Jemen; "
        "Yemen Cumhuriyeti; Republik Yaman; جمهوری یمن; Йеменская Республика; "
        "Yemen Arab Republic"
    ),
    "ZA": "Южная Африка",
}
ALIASES: dict[str, list[str]] = {
    code: [name for names in (_ALIASES, _FURTHER) if code in names for name in names[code].split("; ")]
    for code in sorted(_ALIASES.keys() | _FURTHER.keys())
}

# What may mean several countries: the folded name to the codes that could be meant (none: it is no country).
_AMBIGUOUS = {
    "CG CD": "Congo; Kongo; Le Congo; الكونغو; کنگو; Конго",
    "CD CG": "Democratic Congo",
    "KR KP": "Korea; Corea; Corée; Kore; كوريا; کره; Корея; Coirèa",
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
    "NE NG": "Niger State; State of Niger",
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
# The same in French, Spanish, Portuguese, Indonesian, German, Italian, Dutch, Russian, Persian, Urdu, Arabic.
_FURTHER_DESIGNATORS = (
    "republique populaire de; republique populaire du; republique arabe de; "
    "republique arabe d; republique socialiste de; "
    "republique democratique socialiste de; republique democratique socialiste du; "
    "republique democratique populaire de; republique democratique populaire du; "
    "republique federale democratique de; republique federale democratique du; "
    "republique federale democratique d; republique democratique de; "
    "republique democratique du; republique federative de; republique federative du; "
    "republique bolivarienne du; republique cooperative de; republique cooperative du; "
    "republique de l union du; republique unie du; etat plurinational de; "
    "etat independant de; etat independant du; etats federes de; etat du; etat d; "
    "l etat de; l etat du; l etat d; principaute de; principaute du; principaute d; "
    "grand duche de; grand duche du; sultanat de; sultanat d; royaume des; "
    "royaume hachemite de; commonwealth des; union des; principado de; gran ducado de; "
    "sultanato de; emirato de; republica arabe de; republica popular de; "
    "republica federativa de; republica federativa del; "
    "republica federal democratica de; republica democratica federal de; "
    "republica democratica popular de; republica democratica socialista de; "
    "republica democratica de; republica socialista de; "
    "republica socialista democratica de; republica unida de; republica de union de; "
    "republica cooperativa de; republica islamica del; republica islamica da; "
    "republica islamica do; republica federal da; republica unida da; republica dos; "
    "republica das; republica; estado plurinacional de; estado plurinacional da; "
    "estado independiente de; estados federados de; estado del; estado da; estado do; "
    "union de; union de las; commonwealth de; commonwealth de las; mancomunidad de; "
    "mancomunidad de las; reino hachemi de; reino hachemita de; reino dos; reino da; "
    "reino do; republik der; republik islam; republik rakyat; republik federal; "
    "republik federasi; republik demokrat; republik demokratik; "
    "republik demokratik rakyat; republik demokrat federal; republik demokratik federal; "
    "republik demokratik sosialis; republik sosialis demokrat; republik sosialis; "
    "republik arab; republik bersatu; republik bolivarian; republik bolivaria; "
    "republik persatuan; negara kesatuan republik; negara plurinasional; "
    "negara independen; negara federasi; kesultanan; keharyapatihan; kepangeranan; "
    "persemakmuran; kerajaan hasyimiyah; islamische republik; "
    "demokratische bundesrepublik; demokratische volksrepublik; "
    "demokratische sozialistische republik; demokratische republik; "
    "sozialistische republik; foderative republik; kooperative republik; "
    "vereinigte republik; bolivarische republik; arabische republik; bundesrepublik; "
    "volksrepublik; plurinationaler staat; unabhangiger staat; foderierte staaten von; "
    "furstentum; konigreich der; konigreich; haschemitisches konigreich; grossherzogtum; "
    "sultanat; staat; commonwealth der; repubblica islamica di; repubblica islamica del; "
    "repubblica islamica dell; repubblica federale di; repubblica federale del; "
    "repubblica federale della; repubblica popolare di; repubblica popolare del; "
    "repubblica unita di; repubblica bolivariana del; "
    "repubblica federale democratica del; repubblica federale democratica d; "
    "repubblica democratica popolare di; repubblica di; repubblica del; repubblica dell; "
    "repubblica della; repubblica delle; repubblica dello; repubblica d; regno di; "
    "regno del; regno dell; regno dei; principato di; principato del; principato d; "
    "granducato di; sultanato dell; sultanato di; stato di; stato del; stato d; "
    "stato dell; unione delle; republiek der; republiek; islamitische republiek; "
    "federale democratische republiek; federale republiek; socialistische republiek; "
    "democratische socialistische republiek; democratische republiek; "
    "democratische volksrepubliek; verenigde republiek; bolivariaanse republiek; "
    "arabische republiek; cooperatieve republiek; volksrepubliek; koninkrijk der; "
    "koninkrijk; vorstendom; groothertogdom; sultanaat; onafhankelijke staat; "
    "federale staten van; gemenebest van; gemenebest van de; исламская республика; "
    "федеративная республика; федеративная демократическая республика; "
    "народная республика; социалистическая республика; "
    "демократическая социалистическая республика; демократическая республика; "
    "объединенная республика; кооперативная республика; боливарианская республика; "
    "восточная республика; арабская республика; республика; королевство; княжество; "
    "великое герцогство; султанат; многонациональное государство; "
    "независимое государство; государство; содружество; جمهوری اسلامی; "
    "جمهوری دموکراتیک خلق; جمهوری دموکراتیک فدرال; جمهوری دموکراتیک سوسیالیستی; "
    "جمهوری دموکراتیک; جمهوری فدرال دموکراتیک; جمهوری فدرال; جمهوری خلق; جمهوری عربی; "
    "جمهوری سوسیالیستی; جمهوری متحده; جمهوری متحد; جمهوری بولیواری; جمهوری شرقی; "
    "جمهوری تعاونی; پادشاهی هاشمی; پادشاهی; دولت; سلطان نشین; امارت; شاهزاده نشین; "
    "ایالات فدرال; مشترک المنافع; اسلامی جمہوریہ; عوامی جمہوریہ; وفاقی جمہوریہ; "
    "متحدہ جمہوریہ; جمہوریہ; مملکت; سلطنت; ریاست; الجمهورية; اتحاد; دوقية; كومنولث"
)
DESIGNATORS: list[str] = f"{_DESIGNATORS}; {_FURTHER_DESIGNATORS}".split("; ")
_ENDINGS = (
    "cumhuriyeti; krallığı; republic; kingdom; republik; islam cumhuriyeti; "
    "federal cumhuriyeti; federe cumhuriyeti; federal demokratik cumhuriyeti; "
    "halk cumhuriyeti; demokratik halk cumhuriyeti; demokratik cumhuriyeti; "
    "demokratik sosyalist cumhuriyeti; sosyalist cumhuriyeti; arap cumhuriyeti; "
    "birleşik cumhuriyeti; bolivarcı cumhuriyeti; bolivar cumhuriyeti; "
    "çokuluslu devleti; bağımsız devleti; federe devletleri; devleti; haşimi krallığı; "
    "prensliği; sultanlığı; emirliği; islam emirliği; büyük dükalığı; konfederasyonu; "
    "birliği; milletler topluluğu; الإسلامية; الاتحادية; الاتحادية الديمقراطية; "
    "الديمقراطية الاتحادية; الديمقراطية الشعبية; الشعبية الديمقراطية; الشعبية; "
    "الديمقراطية; الاشتراكية; الديمقراطية الاشتراكية; الاشتراكية الديمقراطية; المتحدة; "
    "البوليفارية; التعاونية; المستقلة; الكبرى; الموحدة"
)
DESIGNATOR_ENDINGS: list[str] = _ENDINGS.split("; ")

# With these the form of the state is the difference: never stripped.
FORM_MATTERS = frozenset(
    {"CN", "CD", "CG", "KP", "KR", "DE", "VN", "DM", "DO", "TW", "CF", "GE", "YE", "CY", "SD", "SS"}
)

# Bare names of these in any language whatever: one word cannot tell the two apart.
TWINS = frozenset({"CD", "CG"})

# "Puerto Rico (USA)" names a territory and whose it is, not two countries.
_TERRITORIES = {
    "AU": "CC CX HM NF",
    "CN": "HK MO",
    "DK": "FO GL",
    "FI": "AX",
    "FR": "BL GF GP MF MQ NC PF PM RE TF WF YT",
    "GB": "AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG",
    "NL": "AW BQ CW SX",
    "NO": "BV SJ",
    "NZ": "CK NU TK",
    "US": "AS GU MP PR UM VI",
}
TERRITORIES: dict[str, str] = {
    territory: code for code, territories in _TERRITORIES.items() for territory in territories.split()
}
