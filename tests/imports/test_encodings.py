"""Which encoding a file is in is told by its bytes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from members.imports import encodings
from members.imports.encodings import detect
from members.imports.problems import FileRefused

TURKISH = "Adı;Ülke\nIşık ve Çağrı Derneği;Türkiye\nYeşil Dağ Vakfı;Türkiye\n"
ARABIC = "الاسم;البلد\nجمعية وادي الزيتون;تركيا\nمؤسسة بيت الأرز، فرع الشمال;لبنان\n"
FRENCH = "Nom;Pays\nMaison du Cèdre française;France\nÉquité;Sénégal\n"
ICELANDIC = "Nafn;Land\nRauði dalurinn á Íslandi;Ísland\nÞjóðarhús og það;Ísland\n"
RUSSIAN = "Имя;Страна\nДолина Оливок;Россия\nКедровый дом;Россия\n"


@pytest.mark.parametrize(
    ("text", "written", "detected"),
    [
        (ARABIC, "utf-8", "utf-8-sig"),
        (ARABIC, "utf-8-sig", "utf-8-sig"),
        ("Name\nOlive\n", "ascii", "utf-8-sig"),
        (ARABIC, "utf-16", "utf-16"),
        (TURKISH, "utf-16-le", "utf-16-le"),
        (TURKISH, "utf-16-be", "utf-16-be"),
        (ARABIC, "cp1256", "cp1256"),
        (ARABIC + "Maison du Cèdre;Liban\n", "cp1256", "cp1256"),
        (TURKISH, "cp1254", "cp1254"),
        (TURKISH + FRENCH, "cp1254", "cp1254"),
        ("Ad\nDağ ağ\n", "cp1254", "cp1254"),
        (FRENCH, "cp1252", "cp1252"),
        (ICELANDIC, "cp1252", "cp1252"),
        (RUSSIAN, "cp1251", "cp1251"),
    ],
)
def test_the_encoding_is_detected(tmp_path, text, written, detected):
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode(written))
    assert detect(path) == detected
    assert path.read_text(encoding=detect(path)).lstrip("\ufeff") == text


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("Name\nOlive\n".encode("utf-32"), "UTF-32"),
        (ARABIC.encode() + b"\n\xd8\n", "but for line 5"),
        (b"\xef\xbb\xbfName\n\xff\n", "but for line 2"),
        (b"Name\nOl\x00ive, a long enough line\n", "Line 2 holds empty characters"),
        (b"Name\nOl\xed\xa0\x80ve\n", "but for line 2"),  # half a character
        (b"Name\nOlive\nOl\xc0\xafve\n", "but for line 3"),  # an overlong one
        (b"Name\nOl\x81ve V\x8dlley\n", "cannot be told"),
    ],
)
def test_what_cannot_be_told_is_refused(tmp_path, content, sentence):
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(FileRefused, match=sentence):
        detect(path)


def test_damage_behind_the_first_chunk_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr(encodings, "CHUNK", 8)
    path = tmp_path / "list.csv"
    path.write_bytes("é,b\n".encode() * 39 + b"\xff,b\n")
    with pytest.raises(FileRefused, match="but for line 40"):
        detect(path)


def test_many_arabic_words_bear_one_astray(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(("جمعية الندى,الأردن\n" * 30 + "abcجمعية,x\n").encode("cp1256"))
    assert detect(path) == "cp1256"


def test_no_line_of_a_good_file_is_damaged(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(ARABIC, encoding="utf-8")
    assert encodings._first_bad_line(path) == 0


@settings(max_examples=300, deadline=None)
@given(content=st.binary(max_size=300))
def test_any_bytes_are_told_or_refused(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("wild") / "list.csv"
    path.write_bytes(content)
    try:
        found = detect(path)
    except FileRefused as refused:
        said = str(refused)
        assert "\n" not in said
    else:
        assert found in encodings.NAMES


@settings(max_examples=100, deadline=None)
@given(content=st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), min_size=1))
def test_whatever_is_utf_8_is_read_as_utf_8(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("wild") / "list.csv"
    path.write_bytes(content.encode())
    assert detect(path) == "utf-8-sig"
