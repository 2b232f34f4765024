"""The world in dots: where they stand, who has none, what a drawing is made of."""

import math
import re

import pytest
from django_countries.data import COUNTRIES

from members import dotmap, regions
from members.dotmap import Said, Scale

CODES = {*COUNTRIES, "XK"}
# The map's projection is Equal Earth, cut at 169 degrees west.
EQUAL_EARTH = (1.340264, -0.081106, 0.000893, 0.003796)


def projected(longitude: float, latitude: float) -> tuple[float, float]:
    """Where a place lies in the drawing (Šavrič, Patterson, Jenny: The Equal Earth map projection, 2018)."""
    a1, a2, a3, a4 = EQUAL_EARTH
    half = math.sqrt(3) / 2

    def height(degrees: float) -> tuple[float, float]:
        t = math.asin(half * math.sin(math.radians(degrees)))
        return t * (a1 + a2 * t**2 + t**6 * (a3 + a4 * t**2)), t

    y, t = height(latitude)
    slope = a1 + 3 * a2 * t**2 + t**6 * (7 * a3 + 9 * a4 * t**2)
    around = (longitude - 11 + 180) % 360 - 180
    x = math.radians(around) * math.cos(t) / (half * slope)
    whole = 2 * math.pi / (half * a1)
    unit = dotmap.COLUMNS * dotmap.UNIT / whole
    return x * unit + dotmap.COLUMNS * dotmap.UNIT / 2, (height(84)[0] - y) * unit


def test_every_code_has_a_dot_or_a_reason():
    placed = set(dotmap.CELLS) - {dotmap.NOBODY}
    assert placed | set(dotmap.LEFT_OUT) == CODES
    assert not placed & set(dotmap.LEFT_OUT)
    assert all(dotmap.CELLS.values())
    assert all(len(reason) > 20 for reason in dotmap.LEFT_OUT.values())
    assert set(regions.PLACE_OF) <= placed


def test_no_cell_belongs_to_two():
    cells = [cell for cells in dotmap.CELLS.values() for cell in cells]
    assert len(cells) == len(set(cells)) > 3700
    assert all(0 <= column < dotmap.COLUMNS and 0 <= row < dotmap.ROWS for column, row in cells)


@pytest.mark.parametrize(
    ("code", "longitude", "latitude"),
    [
        ("TR", 32.9, 39.9), ("BR", -47.9, -15.8), ("AU", 133.9, -23.7), ("CA", -106.6, 52.1),
        ("ZA", 26.2, -29.1), ("IN", 77.2, 23.3), ("RU", 82.9, 55.0), ("EG", 31.2, 27.0),
        # placed by hand
        ("BQ", -68.3, 12.2), ("GI", -5.4, 36.1), ("TK", -171.8, -9.2), ("TV", 179.2, -8.5),
        ("KI", 173.0, 1.5), ("KI", -157.4, 1.9), ("UM", -169.5, 16.7), ("BV", 3.4, -54.4),
        ("CX", 105.6, -10.5), ("CC", 96.8, -12.2), ("SJ", 18.0, 78.5),
        # moved a little by their neighbours
        ("MT", 14.4, 35.9), ("BH", 50.5, 26.0), ("MV", 73.5, 4.2), ("XK", 20.9, 42.6), ("PS", 35.2, 31.9),
    ],
)  # fmt: skip
def test_dots_stand_where_the_country_is(code, longitude, latitude):
    x, y = projected(longitude, latitude)
    nearest = min(math.hypot(x - left, y - top) for left, top in map(dotmap.point, dotmap.CELLS[code]))
    assert nearest <= 2.6 * dotmap.UNIT


@pytest.mark.parametrize(
    ("longitude", "latitude", "claimants"), [(34.1, 45.3, {"RU"}), (76.0, 34.8, {"IN", "PK", "CN"})]
)
def test_disputed_cells_belong_to_nobody(longitude, latitude, claimants):
    x, y = projected(longitude, latitude)
    near = {
        code
        for code, cells in dotmap.CELLS.items()
        for left, top in map(dotmap.point, cells)
        if math.hypot(x - left, y - top) <= 1.2 * dotmap.UNIT
    }
    assert dotmap.NOBODY in near
    assert not near & claimants


def dots_of(path: str) -> list[tuple[float, float]]:
    """Where the style sheet draws dots: at the beginning of each line, and a column apart."""
    x = y = 0.0
    places = []
    for kind, across, down, length in re.findall(r"([Mm])(-?[\d.]+) (-?[\d.]+)h(\d+)", path):
        x, y = (float(across), float(down)) if kind == "M" else (x + float(across), y + float(down))
        places += [(round(x + step, 1), round(y, 1)) for step in range(0, int(length), dotmap.UNIT)]
        x += int(length)
    return places


def drawn_dots(path: str) -> int:
    return len(dots_of(path))


def test_the_world():
    said = {"TR": Said("Türkiye: 42", "/en/countries/TR/")}
    found = dotmap.drawn({"TR": 42, "MT": 1, "SN": 0, "AQ": 3}, said)
    assert found.frame.view_box == "0 0 5055 2217"
    assert [mark.strokes[0].look for mark in found.marks] == ["q4", "q1"]
    assert (found.marks[0].title, found.marks[0].url) == ("Türkiye: 42", "/en/countries/TR/")
    assert drawn_dots(found.ground) == sum(map(len, dotmap.CELLS.values()))
    assert found.label == ""


def test_the_small_are_easier_to_point_at_and_lie_on_top():
    marks = dotmap.drawn({"MT": 1, "TR": 1, "IT": 1}, {}).marks
    assert [len(mark.strokes) for mark in marks] == [1, 1, 2]
    seen, pointed_at = marks[-1].strokes
    assert (pointed_at.look, pointed_at.path) == ("t", seen.path)


def test_nobody_has_members():
    found = dotmap.drawn({}, {})
    assert found.marks == []
    assert drawn_dots(found.ground) == sum(map(len, dotmap.CELLS.values()))


def test_paths_lead_where_the_dots_are():
    for code in ("TR", "RU", "FJ", "VA"):
        path = dotmap.drawn({code: 1}, {}).marks[0].strokes[0].path
        assert sorted(dots_of(path)) == sorted(map(dotmap.point, dotmap.CELLS[code]))


@pytest.mark.parametrize("region", dotmap.REGIONS)
def test_a_part_shows_its_countries(region):
    frame = dotmap.REGIONS[region]
    codes = [code for code, place in regions.PLACE_OF.items() if place[0] == region]
    missing = {code for code in codes if not dotmap.points_in(code, frame)}
    assert missing <= {"TF", "HM", "GS", "BV"}, "but for islands near Antarctica"
    assert len(dotmap.drawn(dict.fromkeys(codes, 1), {}, frame=frame).marks) == len(codes) - len(missing)


def test_the_pacific_is_whole():
    """French Polynesia lies beyond the map's cut and stands in the west of it, and in the east of Oceania."""
    [(west, _row)] = map(dotmap.point, dotmap.CELLS["PF"])
    [(x, _y)] = dotmap.points_in("PF", dotmap.REGIONS["009"])
    assert west < dotmap.WORLD.width / 8
    assert x > dotmap.point(dotmap.CELLS["TO"][0])[0] > dotmap.WORLD.width * 0.9
    # Kiribati lies on both sides: its frame is not as wide as the world.
    assert dotmap.around("KI").width < dotmap.WORLD.width / 3
    assert len(dotmap.points_in("KI", dotmap.around("KI"))) == 3


@pytest.mark.parametrize("code", sorted(CODES))
def test_the_frame_around_a_country_holds_it(code):
    frame = dotmap.around(code)
    if code in dotmap.LEFT_OUT:
        assert frame is None
        return
    assert frame.width / frame.height == pytest.approx(1.6)
    assert len(dotmap.points_in(code, frame)) == len(dotmap.CELLS[code])


def test_around_a_country_it_alone_is_bright():
    found = dotmap.drawn(
        {"TR": 42, "GR": 99, "BG": 1}, {}, frame=dotmap.around("TR"), hot="TR", label="Türkiye"
    )
    assert {mark.strokes[0].look for mark in found.marks[:-1]} == {"q1"}
    assert found.marks[-1].strokes[0].look == "f"
    assert found.label == "Türkiye"
    alone = dotmap.drawn({}, {}, frame=dotmap.around("BT"), hot="BT")
    assert [mark.strokes[0].look for mark in alone.marks] == ["f"]


def test_by_region():
    counts = {"TR": 42, "JO": 1, "SN": 2, "AQ": 1}
    places = {"142": ["TR", "JO"], "002": ["SN"], "009": []}
    said = {"142": Said("Asia: 43", "?crop=142")}
    found = dotmap.drawn_by_region(counts, places, said)
    assert [mark.title for mark in found.marks] == ["Asia: 43", ""]
    assert [stroke.look for stroke in found.marks[0].strokes] == ["q1", "q4"]
    shown = sum(len(dotmap.CELLS[code]) for code in ("TR", "JO", "SN"))
    assert drawn_dots(found.ground) == sum(map(len, dotmap.CELLS.values())) - shown
    assert sum(drawn_dots(stroke.path) for stroke in found.marks[0].strokes) == sum(
        len(dotmap.CELLS[code]) for code in ("TR", "JO")
    )


@pytest.mark.parametrize(
    ("number", "look"),
    [(1, "q1"), (2, "q1"), (3, "q2"), (5, "q2"), (6, "q3"), (11, "q3"), (12, "q4"), (9999, "q4")],
)
def test_colours(number, look):
    assert Scale((3, 6, 12)).look(number) == look


def test_a_scale_tells_the_numbers_apart():
    assert dotmap.scale_for([]).bounds == (3, 6, 12)
    assert dotmap.scale_for([1, 5, 40]).bounds == (3, 6, 12)
    assert dotmap.scale_for([12, 40, 11]).bounds == (10, 30, 100)
    assert dotmap.scale_for([10**6] * 3).bounds == dotmap.SCALES[-1]
    assert Scale((3, 6, 12)).ranges == [("q1", 1, 2), ("q2", 3, 5), ("q3", 6, 11), ("q4", 12, None)]


class TestSeveralPlaces:
    def test_one_country_is_framed_as_ever(self):
        assert dotmap.around_all(["TR"]) == dotmap.around("TR")

    def test_the_frame_holds_all_that_are_near(self):
        frame = dotmap.around_all(["TR", "SN", "BA"])
        assert frame != dotmap.WORLD
        for code in ("TR", "SN", "BA"):
            assert all(frame.holds(*dotmap.point(cell)) for cell in dotmap.CELLS[code])
        assert frame.width / frame.height == pytest.approx(1.6)

    def test_far_apart_it_is_the_world(self):
        assert dotmap.around_all(["TR", "PE", "NZ"]) == dotmap.WORLD

    def test_places_without_dots_are_left_out(self):
        missing = next(iter(dotmap.LEFT_OUT))
        assert dotmap.around_all([missing]) is None
        assert dotmap.around_all([missing, "TR"]) == dotmap.around("TR")

    def test_all_are_bright_alike(self):
        frame = dotmap.around_all(["TR", "SN"])
        drawing = dotmap.drawn_places(["TR", "SN", "PE"], frame=frame, label="Here")
        looks = [{stroke.look for stroke in mark.strokes} for mark in drawing.marks]
        assert looks == [{"f"}, {"f"}]
        assert (drawing.label, drawing.frame) == ("Here", frame)
