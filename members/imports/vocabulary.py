"""Words of lists for our choices: status of membership, how it ended, kind and legal form."""

from dataclasses import dataclass

from members import text
from members.choices import HowEnded, OrganisationKind


@dataclass(frozen=True)
class Status:
    """`ended` says how the membership ended, "" while it runs."""

    is_suspended: bool = False
    ended: str = ""


CURRENT = Status()


def _words(groups: dict) -> dict:
    return {text.fold(word): value for value, words in groups.items() for word in words.split(", ")}


STATUSES: dict[str, Status] = _words(
    {
        CURRENT: (
            "active, member, current, current member, active member, full member, admitted, "
            "in good standing, good standing, ok, yes, valid, actif, membre, membre actif, en cours, "
            "activo, activa, miembro, miembro activo, vigente, نشط, نشطة, عضو, عضو نشط, فعال, فعالة, "
            "عضو عامل, عضو فعال, aktif, aktif üye, üye, faal, anggota, anggota aktif, رکن, فعال رکن, "
            "aktiv, mitglied, ativo, membro, attivo, действующий, член"
        ),
        Status(is_suspended=True): (
            "suspended, suspension, membership suspended, suspendu, suspendue, suspendido, suspendida, "
            "معلق, معلقة, موقوف, عضوية معلقة, تعلیق, معلق شده, askıda, askıya alındı, üyeliği askıda, "
            "ditangguhkan, معطل, ausgesetzt, ruhend, suspenso, sospeso, приостановлен"
        ),
        Status(ended=HowEnded.RESIGNED): (
            "resigned, resignation, left, démissionné, démission, démissionnaire, renunció, renuncia, "
            "مستقيل, استقال, استعفا, istifa, istifa etti, ayrıldı, mengundurkan diri, keluar, مستعفی, "
            "ausgetreten"
        ),
        Status(ended=HowEnded.WITHDRAWN): (
            "withdrawn, former, former member, ex member, past member, terminated, ended, "
            "membership withdrawn, ancien membre, retiré, retirée, ex miembro, retirado, retirada, baja, "
            "عضو سابق, سابق, منسحب, پیشین, eski üye, üyeliği sona erdi, çekildi, mantan anggota, "
            "سابق رکن, ehemalig, ehemaliges mitglied, antigo membro, ex membro, бывший"
        ),
        Status(ended=HowEnded.LAPSED): (
            "lapsed, expired, not renewed, expiré, échu, caducado, vencido, منتهي, منتهية, منقضی, "
            "süresi doldu, kedaluwarsa, abgelaufen"
        ),
        Status(ended=HowEnded.EXPELLED): (
            "expelled, excluded, exclu, exclue, exclusion, expulsé, expulsado, excluido, مفصول, مطرود, "
            "اخراج, اخراجی, ihraç, ihraç edildi, dikeluarkan, خارج, ausgeschlossen"
        ),
        Status(ended=HowEnded.DISSOLVED): (
            "dissolved, closed, defunct, liquidated, dissous, dissoute, dissolution, disuelta, disuelto, "
            "منحل, منحلة, محلولة, منحل شده, kapatıldı, feshedildi, tasfiye, dibubarkan, تحلیل, aufgelöst"
        ),
        Status(ended=HowEnded.MERGED): (
            "merged, fusionné, fusionnée, fusionada, fusionado, مدمج, اندمجت, ادغام شده, birleşti, "
            "bergabung, fusioniert"
        ),
    }
)

KINDS: dict[str, str] = _words(
    {
        OrganisationKind.ASSOCIATION: (
            "association, registered association, society, club, membership organisation, "
            "voluntary association, ev, e v, eingetragener verein, verein, association loi 1901, asbl, "
            "vzw, vereniging, asociación, asociación civil, associação, associazione, جمعية, "
            "جمعية أهلية, جمعية خيرية, انجمن, dernek, asosiasi, perkumpulan, общественная организация, "
            "udruga, udruženje"
        ),
        OrganisationKind.FOUNDATION: (
            "foundation, charitable foundation, trust, charitable trust, endowment, stichting, stiftung, "
            "fondation, fundación, fundação, fondazione, مؤسسة, مؤسسة خيرية, وقف, بنیاد, vakıf, yayasan, "
            "فاؤنڈیشن, фонд, fundacja, säätiö, stiftelse"
        ),
        OrganisationKind.NETWORK: (
            "network, federation, confederation, umbrella, umbrella organisation, coalition, alliance, "
            "consortium, union, platform, réseau, fédération, confédération, red, federación, "
            "confederación, rede, شبكة, اتحاد, ائتلاف, شبکه, فدراسیون, federasyon, konfederasyon, ağ, "
            "jaringan, federasi, verband, dachverband, netzwerk"
        ),
        OrganisationKind.NATIONAL_SOCIETY: (
            "national society, red cross society, red crescent society, société nationale, "
            "sociedad nacional, جمعية وطنية, ulusal dernek, perhimpunan nasional"
        ),
        OrganisationKind.COOPERATIVE: (
            "cooperative, co operative, coop, coopérative, cooperativa, تعاونية, جمعية تعاونية, تعاونی, "
            "kooperatif, koperasi, genossenschaft"
        ),
        OrganisationKind.COMPANY: (
            "non profit company, nonprofit company, company limited by guarantee, clg, ggmbh, "
            "community interest company, cic, social enterprise, npc, section 8 company, شركة غير ربحية, "
            "gemeinnützige gmbh"
        ),
        OrganisationKind.RELIGIOUS: (
            "faith based, faith based organisation, faith based organization, fbo, religious, "
            "religious body, church, congregation, confessionnelle, organización religiosa, دينية, "
            "هيئة دينية, dini kuruluş, keagamaan"
        ),
        OrganisationKind.INSTITUTE: (
            "institute, research institute, training institute, think tank, research centre, "
            "research center, institut, instituto, معهد, مركز أبحاث, مؤسسه پژوهشی, enstitü, "
            "lembaga penelitian, istituto"
        ),
        OrganisationKind.OTHER: "other, autre, otro, otra, أخرى, سایر, diğer, lainnya, دیگر, sonstige",
    }
)
KINDS |= {text.fold(value): value for value in OrganisationKind.values}
KINDS |= {text.fold(value.replace("_", " ")): value for value in OrganisationKind.values}

# Written where nothing is known; never for a country, where NA is Namibia.
NOTHING = frozenset(
    text.fold(word)
    for word in (
        "n/a", "na", "none", "nil", "null", "unknown", "not known", "tbd", "tba", "inconnu", "desconocido",
        "غير معروف",
        "لا يوجد", "نامعلوم", "ندارد", "bilinmiyor", "yok", "tidak ada", "tidak diketahui",
    )
)  # fmt: skip
CLEAR = frozenset({"-", "–", "—"})
