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

const dialog = document.querySelector<HTMLDialogElement>("#palette");
const field = dialog?.querySelector<HTMLInputElement>("input");
const list = dialog?.querySelector<HTMLUListElement>("[role=listbox]");
const count = dialog?.querySelector<HTMLElement>("[role=status]");

let choices: Choice[] = [];
let at = 0;
let asking = new AbortController();
let isLooking = false; // the server is asked, or will be in a moment
let hasFailed = false; // and did not answer
let isMoved = false; // an arrow chose
let isEntered = false; // Enter was pressed while nothing was known yet

const places: Choice[] = [...document.querySelectorAll<HTMLAnchorElement>("a[data-go]")].map((link) => ({
  name: link.textContent ?? "",
  what: `${link.dataset.what ?? ""} · g ${link.dataset.go}`,
  link: link.getAttribute("href") ?? "/",
}));

/** Asks a door of this server. */
async function ask<T>(address: string, signal: AbortSignal): Promise<T> {
  const answer = await fetch(address, { headers: { Accept: "application/json" }, signal });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.json()) as T;
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
  return found.actors.slice(0, most).map((actor) => ({
    name: actor.name,
    what: `${actor.kind} · ${actor.id}`,
    link: hasDossiers ? `/a/${actor.id.split("/").map(encodeURIComponent).join("/")}` : `/ledger?kind=event&kind=statement&actor=${encodeURIComponent(actor.id)}`,
  }));
}

async function titled(text: string, signal: AbortSignal): Promise<Choice[]> {
  const found = await ask<{ reports: { report: ReportHead }[] }>(`/api/v1/reports?title=${encodeURIComponent(text)}&limit=${most}`, signal);
  return found.reports.map(({ report }) => ({
    name: report.title ?? report.input ?? report.id,
    what: `report · ${report.outlet ?? "no outlet named"}`,
    link: `/d/${report.id.replace("sha256:", "")}`,
  }));
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
    row.addEventListener("click", () => go(choice));
    return row;
  }));
  list.hidden = choices.length === 0;
  field.ariaExpanded = `${choices.length > 0}`;
  if (choices.length > 0) field.setAttribute("aria-activedescendant", `choice-${at}`);
  else field.removeAttribute("aria-activedescendant");
  list.children[at]?.scrollIntoView({ block: "nearest" });
}

function tell(): void {
  if (!count) return;
  const told = choices.length === 0 ? "Nothing of this name." : `${choices.length} ${choices.length === 1 ? "choice" : "choices"}`;
  count.textContent = isLooking ? "Looking …" : hasFailed ? `${told}. The server does not answer: actors and reports may be missing.` : told;
}

function go(choice: Choice | undefined): void {
  if (choice) location.href = choice.link;
}

async function look(): Promise<void> {
  const text = field?.value.trim() ?? "";
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  at = 0;
  isMoved = isEntered = hasFailed = false;
  const near = places.filter((place) => text.toLowerCase().split(/\s+/).every((part) => `${place.name} ${place.what}`.toLowerCase().includes(part)));
  const asked = search(text);
  choices = asked ? [...near, asked] : near;
  isLooking = asked !== null && !text.includes("=");
  show();
  tell();
  if (!asked || !isLooking) return;
  await new Promise((resolve) => setTimeout(resolve, pause));
  if (signal.aborted) return;
  const found = await Promise.allSettled([actors(text, signal), titled(text, signal)]);
  if (signal.aborted) return;
  isLooking = false;
  hasFailed = found.some((part) => part.status === "rejected");
  const kept = isMoved ? choices[at]?.link : null; // what was chosen meanwhile stays chosen
  choices = [...near, ...found.flatMap((part) => (part.status === "fulfilled" ? part.value : [])), asked];
  at = kept === null ? 0 : choices.findIndex((choice) => choice.link === kept);
  show();
  tell();
  if (isEntered) go(choices[at]);
}

/** Goes to what is chosen. What comes first is known when the server has answered, unless a place is, or someone chose. */
function enter(): void {
  const isSettled = !isLooking || isMoved || choices.length > 1;
  if (isSettled) go(choices[at]);
  else isEntered = true;
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
      isMoved = true;
      isEntered = false;
      show();
      event.preventDefault();
    } else if (event.key === "Enter") {
      enter();
      event.preventDefault();
    }
  });
  dialog?.addEventListener("close", () => asking.abort()); // and nothing that was on the way is gone to
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
