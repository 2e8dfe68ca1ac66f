// Makes what maps are drawn on from Natural Earth, by way of the npm package world-atlas:  node world.mjs  for
// ../Pages/Dossiers/world.txt, the outline of the land that the server's maps are drawn on; build.mjs calls earth() for
// the land and the borders of the ledger's map.
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { feature, mesh } from "topojson-client";

const digits = 3; // of a degree: finer than a pixel where the map is closest

/** Land and borders at 1:50 million for the map of the ledger, in GeoJSON, as files of a folder. */
export async function earth(folder) {
  const atlas = JSON.parse(await readFile("node_modules/world-atlas/countries-50m.json", "utf8"));
  const land = feature(atlas, atlas.objects.land).features.flatMap(({ geometry }) => geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates);
  const borders = mesh(atlas, atlas.objects.countries, (one, other) => one !== other).coordinates;
  await write(`${folder}/land.json`, { type: "MultiPolygon", coordinates: land.map(turned).filter((polygon) => polygon.length > 0) });
  await write(`${folder}/borders.json`, { type: "MultiLineString", coordinates: borders.map(rounded).filter((line) => line.length > 1) });
}

async function write(file, geometry) {
  await writeFile(file, JSON.stringify(geometry) + "\n");
}

// Outlines turn one way and holes the other, as a flat map has it: around the pole they do not on a sphere
function turned(polygon) {
  const rings = polygon.filter((ring) => ring.some(([, y]) => y > -89)).map(unrolled).map(rounded).filter((ring) => ring.length > 3); // one ring is the pole itself
  return rings.map((ring, at) => (area(ring) > 0 === (at === 0) ? ring : ring.toReversed()));
}

// Rings that cross the line of the date go on beyond 180 degrees; the coast around the south pole closes below it
function unrolled(ring) {
  let [turn, before] = [0, ring[0][0]];
  const open = ring.map(([x, y]) => {
    if (Math.abs(x - before) > 180) turn += x < before ? 360 : -360;
    before = x;
    return [x + turn, y];
  });
  return turn === 0 ? open : [...open, [open.at(-1)[0], -85], [open[0][0], -85], open[0]];
}

function rounded(line) {
  return line.map((point) => point.map((degrees) => Number(degrees.toFixed(digits)))).filter(([x, y], at, all) => at === 0 || x !== all[at - 1][0] || y !== all[at - 1][1]);
}

function area(ring) {
  return ring.reduce((all, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length];
    return all + x * nextY - nextX * y;
  }, 0);
}

// Units: quarters of a degree, x east of 180° W, y south of 90° N; points that round to the one before, islands of fewer
// than four points and Antarctica are left out.
async function outline() {
  const atlas = JSON.parse(await readFile("node_modules/world-atlas/land-110m.json", "utf8"));
  const rings = feature(atlas, atlas.objects.land).features.flatMap((land) => land.geometry.coordinates).flat();
  const path = rings
    .filter((ring) => ring.some(([, latitude]) => latitude > -60))
    .map((ring) => ring.map(([longitude, latitude]) => [Math.round((longitude + 180) * 4), Math.round((90 - latitude) * 4)]))
    .map((ring) => ring.filter(([x, y], i) => i === 0 || x !== ring[i - 1][0] || y !== ring[i - 1][1]))
    .filter((ring) => ring.length > 4)
    .map((ring) => "M" + ring[0].join(" ") + "l" + ring.slice(1, -1).map(([x, y], i) => `${x - ring[i][0]} ${y - ring[i][1]}`).join(" ") + "z")
    .join("")
    .replaceAll(" -", "-");
  await writeFile("../Pages/Dossiers/world.txt", path + "\n");
  console.log(`${path.length} characters`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await outline();
