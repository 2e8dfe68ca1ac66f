// The ledger's island: j and k go from entry to entry, o or a click anywhere on a row opens one, x shows the formats to
// export in and puts them away again. Entries open and close without it, by their own button, and the formats have a
// page of their own.

const entries = () => [...document.querySelectorAll<HTMLElement>(".entry > details > summary")];

function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  const at = event.target;
  return at instanceof Element && !!at.closest("input:not([type=checkbox], [type=radio]), textarea, select, dialog, [contenteditable]");
}

function go(by: 1 | -1): void {
  const all = entries();
  const at = all.findIndex((entry) => entry.closest(".entry")!.contains(document.activeElement));
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(at + by, all.length - 1))];
  next?.focus();
  next?.closest(".entry")?.scrollIntoView({ block: "nearest" });
}

function open(at: Element | null): void {
  at?.closest(".entry")?.querySelector("details")?.toggleAttribute("open");
}

document.addEventListener("keydown", (event) => {
  if (isTyping(event) || event.defaultPrevented) return;
  if (event.key === "j") go(1);
  else if (event.key === "k") go(-1);
  else if (event.key === "o") open(document.activeElement);
  else if (event.key === "x") document.querySelector<HTMLElement>("[data-export]")?.click();
});

// Anywhere on a row but on its names, and not where its words are being picked
document.addEventListener("click", (event) => {
  const at = event.target;
  if (at instanceof Element && at.closest(".entry > .row") && !at.closest("a") && getSelection()?.isCollapsed) open(at);
});

// Asked for again, the formats go away
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("[data-export]") : null;
  const place = document.querySelector("#export");
  if (!link || !place?.firstElementChild) return;
  place.replaceChildren();
  event.preventDefault();
  event.stopImmediatePropagation();
}, { capture: true });
