// A client made of the API's document by openapi-typescript, against a running server with the samples.
import assert from "node:assert/strict";
import { test } from "node:test";
import createClient from "openapi-fetch";
import type { components, paths } from "./made/v1.js";

const baseUrl = process.env["HELIOGRAPH_URL"]!;
const client = createClient<paths>({ baseUrl });

type Events = components["schemas"]["EventLine"];

async function attacks(): Promise<Events[]> {
  const { data, error } = await client.GET("/api/v1/entries", {
    params: { query: { kind: ["event"], type: ["ASSAULT"], quad: [4], factuality: ["happened", "ongoing"], sort: "oldest", limit: 20 } },
  });
  assert.equal(error, undefined);
  return data!.entries.flatMap((row) => (row.entry.kind === "event" ? [row.entry] : []));
}

test("finds events by typed filters, and knows an event from a statement", async () => {
  const found = await attacks();
  assert.ok(found.length > 0);
  for (const event of found) {
    assert.equal(event.type, "ASSAULT");
    assert.ok(event.trigger.text.length > 0);
    assert.equal(typeof event.trigger.spans[0]![0], "number");
  }
});

test("refuses at compile time what the filter does not know, and so does the server", async () => {
  // @ts-expect-error: there is no such kind
  const { error, response } = await client.GET("/api/v1/entries", { params: { query: { kind: ["rumour"] } } });
  assert.equal(response.status, 400);
  assert.match(error!.detail!, /rumour/);
});

test("follows the pages to the end", async () => {
  const ids = new Set<string>();
  let after: string | null = null;
  do {
    const query: { kind: "event"[]; limit: number; after?: string } = { kind: ["event"], limit: 10, ...(after === null ? {} : { after }) };
    const { data } = await client.GET("/api/v1/entries", { params: { query } });
    for (const row of data!.entries) ids.add(row.entry.id);
    after = data!.next ? new URL(data!.next, baseUrl).searchParams.get("after") : null;
  } while (after !== null);
  const { data } = await client.GET("/api/v1/entries", { params: { query: { kind: ["event"], limit: 1, total: true } } });
  assert.equal(ids.size, data!.total);
});

test("leads from an entry to its words and back to its report", async () => {
  const [event] = await attacks();
  const entry = await client.GET("/api/v1/entries/{id}", { params: { path: { id: event!.id } } });
  assert.ok(entry.data!.passage.text.includes(event!.trigger.text.split(" … ")[0]!));
  const report = await client.GET("/api/v1/reports/{hash}", { params: { path: { hash: event!.report } } });
  const [start, end] = event!.trigger.spans[0]!;
  assert.ok(event!.trigger.text.startsWith([...report.data!.report.text!].slice(start, end).join("")));
});

test("reads a text without keeping it", async () => {
  const { data, error } = await client.POST("/api/v1/read", { body: { text: "Norland’s army attacked the port of Venn on Monday, officials said.", published: "2031-05-07" } });
  assert.equal(error, undefined);
  assert.equal(data!.kept, false);
  assert.ok(data!.entries.some((entry) => entry.kind === "event"));
});

test("exports in any format, and a feed by its limit", async () => {
  const csv = await client.GET("/api/v1/entries.{format}", { params: { path: { format: "acled" }, query: { kind: ["event"] } }, parseAs: "text" });
  assert.match(csv.data!, /^event_id_cnty,/);
  const feed = await client.GET("/api/v1/entries.{format}", { params: { path: { format: "atom" }, query: { limit: 3 } }, parseAs: "text" });
  assert.equal(feed.data!.split("<entry>").length - 1, 3);
  assert.match(feed.data!, /<link rel="self" href="http:\/\/127\.0\.0\.1:\d+\/api\/v1\/entries\.atom\?limit=3"/);
  const size = await client.HEAD("/api/v1/entries.{format}", { params: { path: { format: "jsonl" } } });
  assert.ok(Number(size.response.headers.get("x-heliograph-rows")) > 0);
});

test("counts, draws and lists", async () => {
  const counts = await client.GET("/api/v1/counts", { params: { query: { by: "type", kind: ["event"] } } });
  assert.ok(counts.data!.counts.every((row) => row.count > 0));
  const answers = await Promise.all([
    client.GET("/api/v1/timeline"), client.GET("/api/v1/network"), client.GET("/api/v1/places"), client.GET("/api/v1/exports"), client.GET("/api/v1/runs"),
    client.GET("/api/v1/corrections"), client.GET("/api/v1/reports", { params: { query: { limit: 5 } } }),
    client.GET("/api/v1/actors", { params: { query: { name: "France" } } }), client.GET("/api/v1/actors/{id}", { params: { path: { id: "FRA" } } }),
    client.GET("/api/v1/actors/{id}/dossier", { params: { path: { id: "FRA" } } }), client.GET("/api/v1/pairs", { params: { query: { a: "FRA", b: "DEU" } } }),
    client.GET("/api/v1/runs.{format}", { params: { path: { format: "csv" } }, parseAs: "text" }),
  ]);
  for (const answer of answers) assert.equal(answer.response.status, 200, `${answer.response.url}: ${JSON.stringify(answer.error)}`);
});

test("tells problems as the document does", async () => {
  const { error, response } = await client.GET("/api/v1/entries/{id}", { params: { path: { id: "ffffffffffffffffffffffffffffffff" } } });
  assert.equal(response.status, 404);
  assert.equal(error!.status, 404);
  assert.ok(error!.title.length > 0);
});
