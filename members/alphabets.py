"""How each language departs from the order that all scripts share, as data.

The rules are CLDR's standard ones (Unicode licence), in CLDR's own notation, read by `members.collation`:
`&` names a place, `<` a letter of its own after it, `<<` the same letter with another mark, `<<<` with
another case or form; `[before 1]` and `[before 2]` mean before the place. Where a language is not named,
the shared order holds: English, French and Indonesian. Forms of letters that only old fonts need are left
out: they differ in the last step, where the number decides.
"""

# Scripts that come before all others, as their readers expect.
ARABIC_FIRST = frozenset({"ar", "fa", "ur"})

RULES = {
    "es": "&n<ñ<<<Ñ",
    "tr": "&c<ç<<<Ç &g<ğ<<<Ğ &[before 1]i<ı<<<I &i<<<İ &o<ö<<<Ö &s<ş<<<Ş &u<ü<<<Ü",
    "ar": (
        "&[before 2]ت<<ة &[before 2]ي<<ی<<ى &ء<<أ<<ؤ<<إ<<ئ<<ىٕ<<ا &ءا<<آ "
        "&[ignored]<<<\u064b<<<\u064c<<<\u064d<<<\u064e<<<\u064f<<<\u0650<<<\u0651<<<\u0652<<<\u0653"
        "<<<\u0656<<<\u0657<<<\u0658<<<\u0670"
    ),
    "fa": (
        "&\u064e<<\u0650<<\u064f<<\u064b<<\u064d<<\u064c &[before 1]ا<آ "
        "&ا<<ٱ<ء<<أ<<ٲ<<إ<<ٳ<<ؤ<<یٔ<<<ىٔ<<<ئ &ک<<ڪ<<ګ<<ك<<ڬ<<ڭ<<ڮ "
        "&ۏ<ه<<ە<<ہ<<ة<<ۃ<<ۀ<<ھ &ی<<ى<<ے<<ي<<ې<<ۑ<<ۍ<<ێ"
    ),
    "ur": (
        "&ا<<أ<آ<ب<بھ<پ<پھ<ت<تھ<ٹ<ٹھ<ث<ج<جھ<چ<چھ<ح<خ<د<دھ<ڈ<ڈھ<ذ<ر<رھ<ڑ<ڑھ<ز<ژ<س<ش<ص<ض<ط<ظ"
        "<ع<غ<ف<ق<ک<کھ<گ<گھ<ل<لھ<م<مھ<ن<نھ<ں<ںھ<و<<ؤ<وھ<ہ<<ۂ<ھ<ۃ<ء<ی<<ئ<یھ<ے<<ۓ "
        "&\u0652<<\u064e<<\u0650<<\u064f<<\u0670<<\u0656<<\u0657<<\u064b<<\u064d<<\u064c<<\u0654"
        "<<\u0651<<\u0658<<\u0653 &[ignored]<<<\u0610<<<\u0611<<<\u0613<<<\u0612<<<\u0614"
    ),
}
