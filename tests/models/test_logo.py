"""Logos are made small and bare, and named by their content."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from members.models import Organisation, Union
from members.models.logo import LARGEST, fitted
from tests.factories import make_member, make_picture

GPS = 0x8825


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


@pytest.mark.parametrize(("kind", "suffix"), [("PNG", ".png"), ("JPEG", ".jpg"), ("WEBP", ".webp")])
def test_each_format_stays_what_it_is(kind, suffix):
    content, found = fitted(make_picture(kind))
    assert (opened(content).format, found) == (kind, suffix)
    assert opened(content).size == (300, 200)


@pytest.mark.parametrize("size", [(3000, 1000), (1000, 3000), (513, 512)])
def test_a_large_one_is_made_small_and_not_cropped(size):
    width, height = opened(fitted(make_picture(size=size))[0]).size
    assert max(width, height) == LARGEST
    assert width / height == pytest.approx(size[0] / size[1], rel=0.02)


def test_what_a_camera_wrote_is_gone_and_the_picture_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # lies on its side
    exif.get_ifd(GPS)[1] = "N"
    exif[0x010F] = "Canary camera"
    upload = make_picture("JPEG", (300, 200), exif=exif, comment=b"Canary comment")
    assert b"Canary" in upload.read()
    content, _suffix = fitted(upload)
    assert b"Canary" not in content
    assert not opened(content).getexif()
    assert opened(content).size == (200, 300)


@pytest.mark.parametrize("mode", ["P", "L", "LA", "I;16", "RGBA", "1"])
def test_every_kind_of_colour_is_kept_as_a_picture(mode):
    written = BytesIO()
    Image.new(mode, (600, 20)).save(written, "PNG")
    content, _suffix = fitted(SimpleUploadedFile("logo.png", written.getvalue()))
    assert opened(content).size == (LARGEST, 17)


def test_a_clear_ground_stays_clear():
    written = BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(written, "PNG")
    content, _suffix = fitted(SimpleUploadedFile("logo.png", written.getvalue()))
    assert opened(content).getpixel((3, 3))[3] == 0


@pytest.mark.django_db
class TestStored:
    def test_the_same_picture_is_stored_once(self):
        union, member = Union.objects.get(), make_member()
        for row in (union, member):
            row.logo = make_picture()
            row.full_clean()
            row.save()
        assert Union.objects.get().logo.name == Organisation.objects.get().logo.name
        folder, name = union.logo.name.split("/")
        assert (folder, len(name)) == ("logos", 68)
        assert default_storage.listdir("logos")[1].count(name) == 1
        assert union.logo.url == f"/logo/{name}"
        with default_storage.open(union.logo.name) as file:
            assert opened(file.read()).size == (300, 200)

    def test_saving_again_changes_nothing(self):
        union = Union.objects.get()
        union.logo.save("whatever.exe", make_picture())
        name = Union.objects.get().logo.name
        Union.objects.get().save()
        assert Union.objects.get().logo.name == name

    @pytest.mark.parametrize("content", [b"", b"<svg/>", b"GIF89a", b"\x89PNG\r\n\x1a\n"])
    def test_what_is_no_picture_is_refused(self, content):
        union = Union.objects.get()
        union.logo = SimpleUploadedFile("logo.png", content, "image/png")
        with pytest.raises(ValidationError):
            union.full_clean()
