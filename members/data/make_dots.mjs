// Lays the world out in dots: which cells of a hexagonal grid, drawn over an Equal Earth map, lie in which
// country. Writes dots.json; README.md says how this is run and where the data comes from.
import fs from 'fs';
import {geoEqualEarth, geoBounds, geoCentroid, geoContains} from 'd3-geo';
import {feature} from 'topojson-client';

const COLUMNS = 168;
const WIDTH = 1000; // of the map while it is computed
const NORTH = 84, SOUTH = -57; // the latitudes shown
const CUT = 11; // the map is cut 180° from this meridian: between the Aleutians and Samoa

// Overseas parts that the source draws with another country: [country, part, does a polygon's first point lie in it?]
const PARTS = [
  ['France', 'GF', ([lo, la]) => lo < -50 && la < 7],
  ['France', 'GP', ([lo, la]) => lo < -60 && la > 15.5],
  ['France', 'MQ', ([lo]) => lo < -60],
  ['France', 'RE', ([lo]) => lo > 50],
  ['France', 'YT', ([lo]) => lo > 40],
  ['Netherlands', 'BQ', ([lo]) => lo < -60],
  ['New Zealand', 'TK', ([lo, la]) => lo < -170 && la > -10],
  ['Norway', 'SJ', ([lo, la]) => la > 75 || (lo < 0 && la > 69)],
  ['Indian Ocean Ter.', 'CX', ([lo]) => lo > 100],
  ['Indian Ocean Ter.', 'CC', ([lo]) => lo < 100],
];
// Islands that the source leaves out, or that lie so far apart that their middle is open sea: [longitude, latitude].
const PLACED = {
  BQ: [[-68.27, 12.15]],
  BV: [[3.41, -54.42]],
  GI: [[-5.35, 36.14]],
  KI: [[172.98, 1.45], [-171.7, -2.8], [-157.36, 1.87]],
  TK: [[-171.8, -9.2]],
  TV: [[179.2, -8.52]],
  UM: [[-169.53, 16.73], [-177.37, 28.2], [-176.6, 0.5]],
};
const LEFT_OUT = {AQ: 'The map ends at 57 degrees south, north of Antarctica.'};
// Cells in these boxes belong to nobody on this map: west, south, east, north.
const NEUTRAL = {
  'Black Sea coast': [32.4, 44.3, 36.7, 46.1],
  'Kashmir and around': [73.3, 32.9, 80.2, 37.0],
};

const world = JSON.parse(fs.readFileSync('node_modules/world-atlas/countries-50m.json'));
const letters = JSON.parse(fs.readFileSync('numeric.json')); // "792" -> "TR"
const projection = geoEqualEarth().rotate([-CUT, 0]).fitWidth(WIDTH, {type: 'Sphere'});
const step = WIDTH / COLUMNS, rowHeight = step * Math.sqrt(3) / 2;
const top = projection([CUT, NORTH])[1], bottom = projection([CUT, SOUTH])[1];
const rows = Math.ceil((bottom - top) / rowHeight);

const middle = (c, r) => [(c + (r % 2 ? .5 : 0) + .25) * step, top + r * rowHeight];

function countries() {
  const found = [];
  for (const one of feature(world, world.objects.countries).features) {
    const {name} = one.properties;
    if (name === 'Antarctica') continue;
    const code = name === 'Kosovo' ? 'XK' : letters[one.id] || null;
    const polygons = one.geometry.type === 'Polygon' ? [one.geometry.coordinates] : one.geometry.coordinates;
    const byCode = new Map();
    for (const polygon of polygons) {
      const part = PARTS.find(([of, , test]) => of === name && test(polygon[0][0]));
      const key = part ? part[1] : code;
      byCode.set(key, [...(byCode.get(key) || []), polygon]);
    }
    for (const [key, coordinates] of byCode) {
      const shape = {type: 'Feature', geometry: {type: 'MultiPolygon', coordinates}};
      found.push({code: key, shape, bounds: geoBounds(shape)});
    }
  }
  return found;
}

function isNear([[west, south], [east, north]], [lo, la]) {
  if (la < south - .1 || la > north + .1) return false;
  return west <= east ? lo >= west - .1 && lo <= east + .1 : lo >= west - .1 || lo <= east + .1;
}

const dots = {}, owner = new Map();
const key = (c, r) => `${c},${r}`;
function give(code, c, r) {
  (dots[code] = dots[code] || []).push([c, r]);
  owner.set(key(c, r), code);
}

function fill(all) {
  for (let r = 0; r < rows; r++) for (let c = 0; c < COLUMNS; c++) {
    const [x, y] = middle(c, r), place = projection.invert([x, y]);
    if (!place || isNaN(place[0]) || Math.abs(place[1]) > 85) continue;
    const again = projection(place);
    if (Math.hypot(again[0] - x, again[1] - y) > 1) continue; // outside the globe
    const hit = all.find(one => isNear(one.bounds, place) && geoContains(one.shape, place));
    if (!hit) continue;
    const disputed = Object.values(NEUTRAL).some(([w, s, e, n]) => place[0] > w && place[0] < e && place[1] > s && place[1] < n);
    give(disputed ? '_' : hit.code || '_', c, r);
  }
}

// The nearest cell that is free, or that a country with dots to spare can give up.
function place(code, [x, y]) {
  let best = null;
  const near = Math.round((y - top) / rowHeight);
  for (let r = Math.max(0, near - 3); r <= near + 3; r++) {
    const around = Math.round(x / step - (r % 2 ? .5 : 0) - .25);
    for (let c = Math.max(0, around - 3); c <= around + 3; c++) {
      const holder = owner.get(key(c, r));
      if (holder && dots[holder].length < 4) continue;
      const [cx, cy] = middle(c, r), distance = Math.hypot(cx - x, cy - y) + (holder ? step * .6 : 0);
      if (!best || distance < best.distance) best = {distance, c, r, holder};
    }
  }
  if (best.holder) dots[best.holder] = dots[best.holder].filter(([c, r]) => c !== best.c || r !== best.r);
  give(code, best.c, best.r);
}

const all = countries();
fill(all);
for (const {code, shape} of all) if (code && !dots[code] && !PLACED[code]) place(code, projection(geoCentroid(shape)));
for (const [code, places] of Object.entries(PLACED)) {
  if (dots[code]) for (const [c, r] of dots[code]) owner.delete(key(c, r));
  delete dots[code];
  for (const one of places) place(code, projection(one));
}

// How many columns the whole world takes in a row: what lies beyond the cut is that far away.
const widths = [];
for (let r = 0; r < rows; r++) {
  const latitude = projection.invert([WIDTH / 2, top + r * rowHeight])[1];
  widths.push(Math.round((projection([CUT + 179.999, latitude])[0] - projection([CUT - 179.999, latitude])[0]) / step));
}
const line = code => `  "${code}": ${JSON.stringify(dots[code].sort((a, b) => a[1] - b[1] || a[0] - b[0]))}`;
fs.writeFileSync('dots.json', `{
"columns": ${COLUMNS},
"rows": ${rows},
"widths": ${JSON.stringify(widths)},
"left_out": ${JSON.stringify(LEFT_OUT)},
"dots": {
${Object.keys(dots).sort().map(line).join(',\n')}
}
}
`);
const total = Object.values(dots).reduce((sum, cells) => sum + cells.length, 0);
console.log(`${total} dots in ${rows} rows, ${Object.keys(dots).length - 1} countries`);
