// The palette: one field that goes to a place, an actor or a report, and takes filters of the ledger as an address has
// them (type=ASSAULT actor=PAK). A dialog around a combobox; the focus stays in the field.

interface Choice {
  readonly name: string;
  readonly what: string;
  readonly link: string;
}

interface ActorRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

interface ReportHead {
  readonly id: string;
  readonly title?: string;
  readonly input?: string;
  readonly outlet?: string;
}

const pause = 120; // ms after a letter before the server is asked
const most = 6; // actors, and reports, that are offered at a time
const lastReports = 200; // whose titles are searched

const dialog = document.querySelector<HTMLDialogElement>("#palette");
const field = dialog?.querySelector<HTMLInputElement>("input");
const list = dialog?.querySelector<HTMLUListElement>("[role=listbox]");
const count = dialog?.querySelector<HTMLElement>("[role=status]");

let choices: Choice[] = [];
let at = 0;
let asking = new AbortController();
let waiting = 0;
let reports: Promise<ReportHead[]> | null = null;

const places: Choice[] = [...document.querySelectorAll<HTMLAnchorElement>("a[data-go]")].map((link) => ({
  name: link.textContent ?? "",
  what: `${link.dataset.what ?? ""} · g ${link.dataset.go}`,
  link: link.getAttribute("href") ?? "/",
}));

/** Asks a door of this server; what it does not answer is nothing. */
async function ask<T>(address: string, signal?: AbortSignal): Promise<T | null> {
  try {
    const answer = await fetch(address, { headers: { Accept: "application/json" }, signal: signal ?? null });
    return answer.ok ? ((await answer.json()) as T) : null;
  } catch {
    return null; // asked anew meanwhile, or the server is gone: the places are still there
  }
}

/** The ledger by the filters and words that were typed; null where nothing was. */
function search(text: string): Choice | null {
  const asked = new URLSearchParams();
  const words: string[] = [];
  for (const part of text.match(/[a-z-]+="[^"]*"|"[^"]*"|\S+/g) ?? []) {
    const pair = /^([a-z-]+)=(.+)$/.exec(part);
    if (pair?.[1] && pair[2]) asked.append(pair[1], pair[2].startsWith('"') ? pair[2].slice(1, -1) : pair[2]);
    else words.push(part);
  }
  if (asked.size === 0 && words.length === 0) return null;
  if (words.length > 0) asked.append("text", words.join(" "));
  const told = [...asked].map(([key, value]) => `${key}=${value}`).join(" ");
  if (!asked.has("kind")) for (const kind of ["event", "statement"]) asked.append("kind", kind);
  return { name: `Search the ledger: ${told}`, what: "events and statements", link: `/ledger?${asked}` };
}

async function actors(text: string, signal: AbortSignal): Promise<Choice[]> {
  const found = await ask<{ actors: ActorRow[] }>(`/api/v1/actors?name=${encodeURIComponent(text)}`, signal);
  const hasDossiers = !!document.querySelector('a[data-go][href="/a"]');
  return (found?.actors ?? []).slice(0, most).map((actor) => ({
    name: actor.name,
    what: `${actor.kind} · ${actor.id}`,
    link: hasDossiers ? `/a/${actor.id.split("/").map(encodeURIComponent).join("/")}` : `/ledger?kind=event&kind=statement&actor=${encodeURIComponent(actor.id)}`,
  }));
}

async function titled(text: string): Promise<Choice[]> {
  reports ??= ask<{ reports: { report: ReportHead }[] }>(`/api/v1/reports?limit=${lastReports}`).then((page) => (page?.reports ?? []).map((row) => row.report));
  const parts = text.toLowerCase().split(/\s+/);
  return (await reports)
    .filter((report) => parts.every((part) => (report.title ?? report.input ?? "").toLowerCase().includes(part)))
    .slice(0, most)
    .map((report) => ({ name: report.title ?? report.input ?? report.id, what: `report · ${report.outlet ?? "no outlet named"}`, link: `/d/${report.id.replace("sha256:", "")}` }));
}

function show(): void {
  if (!list || !field || !count) return;
  at = Math.max(0, Math.min(at, choices.length - 1));
  list.replaceChildren(...choices.map((choice, i) => {
    const row = document.createElement("li");
    row.id = `choice-${i}`;
    row.role = "option";
    row.ariaSelected = `${i === at}`;
    const [name, what] = [document.createElement("bdi"), document.createElement("small")];
    name.textContent = choice.name;
    what.textContent = choice.what;
    row.append(name, " ", what);
    row.addEventListener("pointerdown", (event) => event.preventDefault()); // the focus stays in the field
    row.addEventListener("click", () => { location.href = choice.link; });
    return row;
  }));
  list.hidden = choices.length === 0;
  field.ariaExpanded = `${choices.length > 0}`;
  if (choices.length > 0) field.setAttribute("aria-activedescendant", `choice-${at}`);
  else field.removeAttribute("aria-activedescendant");
  list.children[at]?.scrollIntoView({ block: "nearest" });
}

function tell(): void {
  if (count) count.textContent = choices.length === 0 ? "Nothing of this name." : `${choices.length} ${choices.length === 1 ? "choice" : "choices"}`;
}

async function look(): Promise<void> {
  const text = field?.value.trim() ?? "";
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  clearTimeout(waiting);
  at = 0;
  const near = places.filter((place) => text.toLowerCase().split(/\s+/).every((part) => `${place.name} ${place.what}`.toLowerCase().includes(part)));
  const asked = search(text);
  choices = asked ? [...near, asked] : near;
  show();
  tell();
  if (!asked || text.includes("=")) return;
  await new Promise((resolve) => { waiting = window.setTimeout(resolve, pause); });
  const [people, titles] = await Promise.all([actors(text, signal), titled(text)]);
  if (signal.aborted) return;
  const kept = at > 0 ? choices[at]?.link : null; // what was chosen meanwhile stays chosen
  choices = [...near, ...people, ...titles, asked];
  if (kept) at = choices.findIndex((choice) => choice.link === kept);
  show();
  tell();
}

function open(): void {
  if (!dialog || !field || dialog.open) return;
  for (const other of document.querySelectorAll<HTMLDialogElement>("dialog[open]")) other.close();
  dialog.showModal();
  field.select();
  void look();
}

/** Makes the palette ready; it takes its keys before the page does. */
export function palette(): void {
  field?.addEventListener("input", () => void look());
  field?.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && choices.length > 0) {
      at = (at + step + choices.length) % choices.length;
      show();
      event.preventDefault();
    } else if (event.key === "Enter") {
      const chosen = choices[at];
      if (chosen) location.href = chosen.link;
      event.preventDefault();
    }
  });
  dialog?.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // beside it
  });
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    open();
  }, { capture: true });
  for (const button of document.querySelectorAll<HTMLButtonElement>("button.find")) {
    button.hidden = false;
    button.addEventListener("click", open);
  }
}
