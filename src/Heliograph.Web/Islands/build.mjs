// Makes the bundles of ../wwwroot from the sources beside this file, one for each island:  node build.mjs [FOLDER]
// They are checked in, and the tests make them again in another folder and compare, so that neither dotnet build nor
// whoever runs the program needs Node.
import { readdir } from "node:fs/promises";
import { build } from "esbuild";
import { earth } from "./world.mjs";

const folder = process.argv[2] ?? "../wwwroot";
const islands = (await readdir(".")).filter((file) => file.endsWith(".ts"));

await build({
  entryPoints: islands,
  outdir: folder,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  charset: "utf8",
  legalComments: "eof",
});

await earth(folder);
