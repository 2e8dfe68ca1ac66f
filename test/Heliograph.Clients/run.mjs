// Starts the server on the samples, and holds its document and a client made of it to what they promise.
// node run.mjs [PROGRAM]: the program is ../../artifacts/bin/Heliograph.Cli/release/heliograph where none is named.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const program = process.argv[2] ?? fileURLToPath(new URL("../../artifacts/bin/Heliograph.Cli/release/heliograph", import.meta.url));
const longestStart = 120_000; // milliseconds

rmSync(`${here}made`, { recursive: true, force: true });
mkdirSync(`${here}made`);
const url = `http://127.0.0.1:${await freePort()}`;
const server = spawn(program, ["serve", "--demo", "--url", url], { stdio: ["ignore", "ignore", "inherit"] });
try {
  writeFileSync(`${here}made/v1.json`, await document());
  run("spectral", ["lint", "--ruleset", "spectral.yaml", "--fail-severity", "hint", "made/v1.json"]);
  const told = JSON.parse(run("redocly", ["lint", "made/v1.json", "--format", "json"], true));
  if (told.totals.errors + told.totals.warnings > 0) fail(`redocly: ${JSON.stringify(told.problems.map((problem) => [problem.ruleId, problem.message]), null, 1)}`);
  run("openapi-typescript", ["made/v1.json", "--output", "made/v1.d.ts"]);
  run("tsc", []);
  const tests = spawnSync(process.execPath, ["--test", "made/client.test.js"], { cwd: here, stdio: "inherit", env: { ...process.env, HELIOGRAPH_URL: url } });
  if (tests.status !== 0) fail("The client made of the document does not get what the document promises. See above.");
} finally {
  server.kill();
}


function run(name, words, isKept = false) {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const ended = spawnSync(`${here}node_modules/.bin/${name}`, words, { cwd: here, encoding: "utf8", env, stdio: ["ignore", "pipe", isKept ? "ignore" : "inherit"] });
  if (!isKept && ended.status !== 0) fail(`${name}: ended with ${ended.status}.\n${ended.stdout}`);
  return ended.stdout;
}

function fail(what) {
  server.kill();
  console.error(what);
  process.exit(1);
}

async function document() {
  for (const end = Date.now() + longestStart; Date.now() < end; await pause(200)) {
    if (server.exitCode !== null) fail(`${program}: ended with ${server.exitCode} before it listened at ${url}. Build it first: dotnet build -c Release.`);
    const answer = await fetch(`${url}/openapi/v1.json`).catch(() => null);
    if (answer?.ok) return answer.text();
  }

  return fail(`${program}: found nothing at ${url} after ${longestStart / 1000} s, expected its document.`);
}

function freePort() {
  return new Promise((resolve) => {
    const asked = createServer().listen(0, "127.0.0.1", () => {
      const { port } = asked.address();
      asked.close(() => resolve(port));
    });
  });
}
