"""What a column of a list can be. The names are those of `--columns FILE` and of our own exports."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

IGNORE = "ignore"
NAME_IN = "name:"  # name:fr is the name in French


@dataclass(frozen=True)
class Field:
    """`headings` are what lists call it; the better ones come first. `is_many`: several columns may be it."""

    name: str
    label: str
    headings: tuple[str, ...]
    is_many: bool = False

    def labels(self) -> list[str]:
        """What our own messages call it, in each language of the site."""
        found = []
        for language, _language in settings.LANGUAGES:
            with override(language):
                found.append(str(self.label))
        return found


def _field(name: str, label: str, headings: str, *, is_many: bool = False) -> Field:
    return Field(name, label, tuple(item.strip() for item in headings.split(",")), is_many)


FIELDS: dict[str, Field] = {
    field.name: field
    for field in [
        _field(
            "number",
            _("number in the register"),
            "register number, union number, membership number, member number, member no, number, "
            "numéro de membre, número de miembro, رقم العضوية, شماره عضویت, üye no, üye numarası, "
            "nomor anggota, رکنیت نمبر, mitgliedsnummer, org code",
        ),
        _field(
            "name",
            _("official name"),
            "organisation name, organization name, official name, name of organisation, "
            "name of the organisation, name of organization, name of the organization, organisation, "
            "organization, ngo name, member name, name of ngo, society name, legal name, full name, "
            "name, org name, member, ngo, society, nom de l'organisation, nom officiel, nom, "
            "raison sociale, dénomination, association, nombre de la organización, nombre oficial, "
            "nombre, organización, razón social, denominación, اسم المنظمة, اسم الجمعية, "
            "الاسم الرسمي, الاسم, المنظمة, اسم المؤسسة, نام سازمان, نام رسمی, نام, سازمان, "
            "kuruluş adı, resmi adı, kurum adı, dernek adı, vakıf adı, ad, adı, isim, unvan, "
            "üye kuruluş, kuruluş, nama organisasi, nama resmi, nama, organisasi, nama lembaga, "
            "تنظیم کا نام, سرکاری نام, ادارے کا نام, name der organisation, vereinsname, "
            "nome da organização, nome dell'organizzazione, nome, название организации, название, "
            "наименование, 名称, 機関名, 团体名称, naam, naam organisatie, org name official, "
            "name of the ngo, organisation's name, organization's name, member organisation, "
            "member organization, name of member, full name of organisation, institution, "
            "institution name, association name, entity, المؤسسة, الجمعية, اسم العضو, اسم الهيئة, "
            "نام موسسه, نام نهاد, نام انجمن, نام تشکل, stk adı, kurumun adı, kuruluşun adı, "
            "derneğin adı, vakfın adı, dernek, vakıf, unvanı, nama lsm, nama yayasan, lembaga, "
            "تنظیم, ادارہ, nom de l'ong, nom de l'association, organisation membre, nom complet, "
            "nombre de la ong, entidad, nombre de la entidad, asociación, bezeichnung, "
            "mitgliedsorganisation, nazwa, naziv",
        ),
        _field(
            "name_language",
            _("language of the official name"),
            "language of name, name language, language, langue, idioma, اللغة, زبان, dil, bahasa, sprache",
        ),
        _field(
            "acronym",
            _("acronym"),
            "acronym, abbreviation, abbr, short name, acronyms, initials, sigle, acronyme, "
            "abréviation, sigla, siglas, acrónimo, abreviatura, الاختصار, اختصار, الاسم المختصر, "
            "سرواژه, نام اختصاری, kısaltma, kısa ad, kısa adı, singkatan, akronim, مخفف, abkürzung, "
            "kürzel, сокращение, аббревиатура, 略称, 简称, afkorting, abbrev, kısaltması, kurzname, "
            "kurzform",
            is_many=True,
        ),
        _field(
            "alias",
            _("other names"),
            "other names, other name, also known as, aka, alias, aliases, alternative names, "
            "alternative name, alternate names, synonyms, trading name, trading as, known as, "
            "autres noms, autre nom, otros nombres, otro nombre, أسماء أخرى, الأسماء الأخرى, "
            "اسم آخر, نام های دیگر, سایر نام ها, diğer adlar, diğer adları, diğer isimler, "
            "nama lain, دیگر نام, andere namen, weitere namen, outros nomes, altri nomi, "
            "другие названия, 別名, 其他名称, other name s, autre s nom s",
            is_many=True,
        ),
        _field(
            "former_name",
            _("former names"),
            "former name, former names, previous name, previous names, formerly, old name, "
            "ancien nom, anciens noms, nombre anterior, nombres anteriores, antiguo nombre, "
            "الاسم السابق, الأسماء السابقة, نام پیشین, نام قبلی, eski adı, eski ad, önceki adı, "
            "nama lama, nama sebelumnya, سابقہ نام, früherer name, frühere namen, прежнее название, "
            "previous name s, نام سابق, eski isim, ehemaliger name",
            is_many=True,
        ),
        _field(
            "names",
            _("names with their languages"),
            "names in other languages, name in other languages, translations, translated names, "
            "multilingual names, labels, names, all names, noms dans d'autres langues, "
            "nombres en otros idiomas, الأسماء بلغات أخرى, diğer dillerdeki adlar, diğer dillerde adı, "
            "nama dalam bahasa lain, نام به زبان های دیگر",
            is_many=True,
        ),
        _field(
            "country",
            _("country of seat"),
            "country, country of seat, country of registration, country name, seat country, nation, "
            "home country, country or territory, country/territory, headquarters country, "
            "hq country, pays, pays du siège, país, pais, país de sede, البلد, الدولة, دولة, بلد, "
            "دولة المقر, کشور, ülke, ülkesi, merkez ülke, negara, ملک, land, staat, paese, страна, "
            "国, 国名, 国家, državа, kraj, vend, country hq, country of hq, country of origin, "
            "country of residence, country name en, بلد المقر, القطر, کشور مقر, bulunduğu ülke, "
            "negara asal, ملک کا نام, pays d'origine, pays siège, país de origen, país sede, "
            "sitzland, herkunftsland",
        ),
        _field(
            "country_code",
            _("code of the country of seat"),
            "country code, iso code, iso, iso2, iso3, iso 3166, country iso, alpha 2, alpha 3, "
            "iso country code, m49, code pays, código de país, código país, رمز البلد, رمز الدولة, "
            "کد کشور, ülke kodu, kode negara, country code v iso2, länderkürzel, ländercode, "
            "country iso2, country iso3, iso3166 1 alpha 2, iso3166 1 alpha 3, alpha 2 code, "
            "alpha 3 code, código del país",
        ),
        _field(
            "works_in",
            _("countries of work"),
            "works in, countries of work, countries of operation, countries of intervention, "
            "active in, operates in, countries, pays d'intervention, países de intervención, "
            "países donde trabaja, بلدان العمل, کشورهای فعالیت, faaliyet ülkeleri, "
            "çalıştığı ülkeler, negara kerja, country of operation, کشورهای محل فعالیت, "
            "faaliyet gösterdiği ülkeler, países de trabajo, einsatzländer, projektländer",
            is_many=True,
        ),
        _field(
            "kind",
            _("kind of organisation"),
            "type, kind, organisation type, organization type, type of organisation, "
            "type of organization, types, legal form, legal status, org type, type d'organisation, "
            "forme juridique, tipo, tipo de organización, forma jurídica, النوع, نوع المنظمة, "
            "الشكل القانوني, نوع, نوع سازمان, tür, türü, kuruluş türü, hukuki yapı, jenis, "
            "jenis organisasi, قسم, art, rechtsform, тип, 種別, 类型, category of organisation, "
            "bentuk hukum, jenis lembaga, statut juridique, naturaleza jurídica, typ",
        ),
        _field(
            "focus",
            _("focus areas"),
            "focus area, focus areas, focus, sector, sectors, areas of work, fields of work, themes, "
            "thematic areas, domaines, domaines d'action, secteur, secteurs, áreas de trabajo, "
            "sectores, ámbitos, مجالات العمل, القطاع, حوزه فعالیت, faaliyet alanı, "
            "faaliyet alanları, çalışma alanları, bidang, bidang kerja, شعبہ, sector list, "
            "fields of activity, areas of activity, حوزه های فعالیت, domaines d'intervention, "
            "secteurs d'activité, áreas de actuación, arbeitsbereiche, tätigkeitsfelder",
            is_many=True,
        ),
        _field(
            "founded_year",
            _("year founded"),
            "founded, year founded, established, year established, year of foundation, "
            "year of establishment, foundation year, founding year, founded in, "
            "date of establishment, date founded, date established, année de création, "
            "année de fondation, fondée en, création, año de fundación, fundada en, fundación, "
            "سنة التأسيس, تاريخ التأسيس, عام التأسيس, سال تأسیس, سال تاسیس, kuruluş yılı, "
            "kuruluş tarihi, tahun berdiri, tahun pendirian, سال قیام, gründungsjahr, gegründet, "
            "год основания, 設立年, 成立年份, est, year est, establishment date, date of foundation, "
            "تأسست عام, tahun didirikan, قیام کا سال, date de création, créée en, "
            "fecha de fundación, gründung",
        ),
        _field(
            "legal_number",
            _("legal number"),
            "registration / id, registration number, registration no, legal number, reg no, "
            "registration id, registration, registry number, charity number, company number, "
            "tax number, tax id, legal id, identification number, organisation id, organization id, "
            "org id, organisation identifier, identifier, ein, id, numéro d'enregistrement, "
            "numéro d'immatriculation, número de registro, cif, nif, رقم التسجيل, رقم القيد, "
            "شماره ثبت, sicil no, kütük no, tescil numarası, kayıt no, nomor registrasi, "
            "nomor pendaftaran, رجسٹریشن نمبر, registernummer, vereinsregisternummer, "
            "регистрационный номер, 登録番号, registration number / id, registry no, رقم الترخيص, "
            "شناسه ملی, vergi no, no registrasi, npwp, n° d'enregistrement, n° rna, siret, "
            "n.º de registro, registernr",
        ),
        _field(
            "legal_register",
            _("register that gave the legal number"),
            "register, legal register, registered with, registration authority, registry, registre, "
            "registro, جهة التسجيل, مرجع ثبت, kayıt makamı, lembaga pendaftaran",
        ),
        _field(
            "city",
            _("city"),
            "city, town, place, city of seat, ville, siège, ciudad, localidad, sede, المدينة, مدينة, "
            "المقر, شهر, şehir, kent, il, kota, شہر, stadt, ort, sitz, cidade, città, город, 市, "
            "都市, 城市, adm1 name, city / town, hq city, kota / kabupaten",
        ),
        _field(
            "address",
            _("address"),
            "address, postal address, street address, mailing address, full address, adresse, "
            "adresse postale, dirección, domicilio, العنوان, نشانی, آدرس, adres, açık adres, alamat, "
            "پتہ, anschrift, endereço, indirizzo, адрес, 住所, 地址, hq address, street, adresi",
        ),
        _field(
            "email",
            _("e-mail"),
            "email, e-mail, e-mail address, email address, mail, contact email, courriel, "
            "adresse électronique, correo electrónico, correo, البريد الإلكتروني, البريد الالكتروني, "
            "ایمیل, پست الکترونیک, رایانامه, e-posta, eposta, surel, ای میل, эл почта, メール, "
            "电子邮件, email 1, contact e-mail, e-posta adresi, alamat email, adresse e-mail, "
            "e-mail-adresse",
        ),
        _field(
            "phone",
            _("telephone"),
            "phone, telephone, tel, phone number, telephone number, mobile, téléphone, teléfono, "
            "telefono, الهاتف, هاتف, رقم الهاتف, تلفن, telefon, telepon, nomor telepon, فون, "
            "فون نمبر, telefone, телефон, 電話, 电话, phone no, شماره تلفن, tel no, telefon numarası, "
            "no telepon, no telp, telefonnummer",
        ),
        _field(
            "website",
            _("website"),
            "website, web site, web, url, homepage, home page, web page, website url, link, "
            "internet, site web, site internet, site, sitio web, página web, الموقع الإلكتروني, "
            "الموقع, وب سایت, وبگاه, تارنما, web sitesi, internet sitesi, web adresi, situs web, "
            "situs, laman, ویب سائٹ, webseite, sítio, sito, sito web, сайт, веб сайт, ウェブサイト, 网站, "
            "meta url, www, web address, موقع الويب, وبسایت, سایت, internet adresi, laman web",
        ),
        _field(
            "status",
            _("status of membership"),
            "status, membership status, member status, statut, estado, situación, الحالة, "
            "حالة العضوية, وضعیت, وضعیت عضویت, durum, durumu, üyelik durumu, status keanggotaan, "
            "حیثیت, статус, status anggota, mitgliedsstatus",
        ),
        _field(
            "class",
            _("class of membership"),
            "class, membership class, membership type, category, membership category, member type, "
            "catégorie, catégorie de membre, categoría, clase, فئة العضوية, الفئة, نوع العضوية, رده, "
            "نوع عضویت, üyelik türü, üyelik sınıfı, kategori, kategori keanggotaan, mitgliedschaft, "
            "mitgliedsart, категория",
        ),
        _field(
            "member_since",
            _("member since"),
            "member since, admitted, admission date, date of admission, joined, join date, "
            "date joined, membership start, member from, admitted on, membre depuis, "
            "date d'admission, adhésion, miembro desde, fecha de admisión, fecha de ingreso, "
            "تاريخ الانضمام, عضو منذ, تاريخ العضوية, تاریخ عضویت, عضو از, üyelik tarihi, "
            "üyelik başlangıcı, kabul tarihi, anggota sejak, tanggal bergabung, رکن از, "
            "mitglied seit, член с, date start, membership since, joining date, membership date, "
            "عضویت از, üye olduğu tarih, üyelik başlangıç tarihi, رکنیت کی تاریخ, date d'adhésion, "
            "fecha de alta, beitritt, beitrittsdatum, aufnahmedatum",
        ),
        _field(
            "member_until",
            _("member until"),
            "member until, membership end, date left, left on, left, end date, date of withdrawal, "
            "ended on, membre jusqu'au, date de départ, date de sortie, miembro hasta, fecha de baja, "
            "تاريخ الانسحاب, نهاية العضوية, پایان عضویت, üyelik bitişi, ayrılma tarihi, "
            "üyelik bitiş tarihi, anggota sampai, tanggal keluar, mitglied bis, ausgetreten am",
        ),
        _field(
            "suspended_since",
            _("suspended since"),
            "suspended since, suspended on, suspension date, suspended from, date of suspension, "
            "suspendu depuis, suspendido desde, تاريخ التعليق, تعلیق از, askıya alınma tarihi, "
            "ditangguhkan sejak",
        ),
    ]
}
