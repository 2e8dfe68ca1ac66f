// Makes ../Pages/Dossiers/world.txt, the outline of the world's land that the server's maps are drawn on:  node world.mjs
// From Natural Earth's land at 1:110 million, by way of the npm package world-atlas. Units: quarters of a degree, x east of
// 180° W, y south of 90° N; points that round to the one before, islands of fewer than four points and Antarctica are left out.
import { readFile, writeFile } from "node:fs/promises";
import { feature } from "topojson-client";

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
