// The reader's island: pointing at words lights their entries and back, a click pins, j and k move, copying adds the
// citation. Reading works without it: words and entries are links to one another.

const reader = document.querySelector(".reader");
const text = reader?.querySelector(".text");
const cards = [...document.querySelectorAll(".card")];
const byEntry = new Map();
for (const element of document.querySelectorAll("[data-e]")) {
  for (const id of element.dataset.e.split(" ")) {
    if (!byEntry.has(id)) byEntry.set(id, []);
    byEntry.get(id).push(element);
  }
}

let lit = [];
let pinned = null;

function light(ids) {
  for (const element of lit) element.classList.remove("lit");
  lit = ids.flatMap((id) => byEntry.get(id) ?? []);
  for (const element of lit) element.classList.add("lit");
}

function pin(id) {
  for (const element of document.querySelectorAll(".pinned")) element.classList.remove("pinned");
  pinned = id;
  for (const element of byEntry.get(id) ?? []) element.classList.add("pinned");
}

function show(element, focus) {
  element?.scrollIntoView({ block: "nearest", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  if (focus) element?.focus({ preventScroll: true });
}

const entriesOf = (event) => event.target.closest?.("[data-e]")?.dataset.e.split(" ") ?? [];

reader?.addEventListener("pointerover", (event) => light(entriesOf(event)));
reader?.addEventListener("focusin", (event) => light(entriesOf(event)));
reader?.addEventListener("pointerleave", () => light([]));

reader?.addEventListener("click", (event) => {
  const [id] = entriesOf(event);
  const card = event.target.closest(".card");
  if (!id || (card && event.target.closest("a")) || !getSelection().isCollapsed) return;
  if (!card) event.preventDefault(); // the link of the words; here the card comes beside them
  if (pinned === id) {
    pin(null);
    return;
  }
  pin(id);
  history.replaceState(null, "", `#e-${id}`);
  if (card) show(text.querySelector(`[data-e~="${id}"]`), false);
  else show(document.getElementById(`e-${id}`), event.detail === 0);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), textarea, select, dialog")) return;
  const at = cards.findIndex((card) => card.dataset.e === pinned);
  const step = { j: 1, k: -1 }[event.key];
  if (step && cards.length > 0) {
    const card = cards[at < 0 ? (step > 0 ? 0 : cards.length - 1) : Math.min(cards.length - 1, Math.max(0, at + step))];
    pin(card.dataset.e);
    show(text.querySelector(`[data-e~="${card.dataset.e}"]`), false);
    show(card, true);
  } else if (event.key === "o" && pinned) {
    show(text.querySelector(`[data-e~="${pinned}"]`), true);
  } else if (event.key === "Escape") {
    pin(null);
    light([]);
  } else if (event.key === "?") {
    document.getElementById("keys")?.showModal();
  }
});

text?.addEventListener("copy", (event) => {
  const words = getSelection().toString();
  if (!words) return;
  event.clipboardData.setData("text/plain", `“${words}”\n${text.dataset.citation}\n${location.href}`);
  event.preventDefault();
});

const keys = document.querySelector(".keys");
if (keys) {
  keys.hidden = false;
  keys.addEventListener("click", () => document.getElementById("keys")?.showModal());
}

if (location.hash.startsWith("#e-")) pin(location.hash.slice(3));
