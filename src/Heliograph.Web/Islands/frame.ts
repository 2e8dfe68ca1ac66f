// The frame's island, on every page: g and a letter go to a place, / goes to the search field, ? shows the page's keys.
// Everything here is also a link or a button of the page. It brings htmx, which swaps parts of pages by their hx-
// attributes; the frame's head sets it up so that it needs no style and no code of its own inside a page.
import "htmx.org";
import { again } from "./shell/again";
import { palette } from "./shell/palette";
import { tour } from "./shell/tour";

const patience = 1500; // ms between g and its letter, from when g was taken note of: a busy machine may do so late

let asked = -Infinity; // when g was taken note of; never yet

/** Whether keys belong to whatever has the focus. */
function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  const at = event.target;
  if (at instanceof Element && at.closest("dialog:not([open])")) return false; // closed a moment ago, and not yet left by the focus
  return at instanceof Element && !!at.closest("input:not([type=checkbox], [type=radio]), textarea, select, dialog, [contenteditable]");
}

/** Goes to a place of the dialog of keys; views of the ledger keep the filter that is on the page. */
function goTo(link: HTMLAnchorElement): void {
  const isView = link.pathname.startsWith("/ledger") && location.pathname.startsWith("/ledger");
  location.href = isView ? link.pathname + location.search : link.href;
}

document.addEventListener("keydown", (event) => {
  if (isTyping(event)) return;
  const isSecond = event.timeStamp - asked < patience;
  asked = -Infinity;
  const place = isSecond ? document.querySelector<HTMLAnchorElement>(`a[data-go="${CSS.escape(event.key)}"]`) : null;
  if (place) {
    event.stopImmediatePropagation(); // its letter is not one of the page's own keys now
    event.preventDefault();
    goTo(place);
  } else if (event.key === "g") {
    asked = performance.now();
  } else if (event.key === "/") {
    const field = document.querySelector<HTMLInputElement>("main input[type=search]");
    if (!field) return;
    field.focus();
    field.select();
    event.preventDefault();
  } else if (event.key === "?" && !document.querySelector("dialog#keys")) {
    document.querySelector<HTMLDialogElement>("#page-keys")?.showModal();
  }
}, { capture: true }); // before the page's own, which may use the same letters

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-opens]")) {
  button.hidden = false;
  button.addEventListener("click", () => document.querySelector<HTMLDialogElement>(`#${button.dataset.opens}`)?.showModal());
}

// A part that cannot be had: the whole page says why
document.addEventListener("htmx:response:error", (event) => {
  const { ctx } = (event as CustomEvent<{ ctx?: { request?: { method?: string; action?: string } } }>).detail ?? {};
  if (ctx?.request?.action && ctx.request.method === "GET") location.href = ctx.request.action;
});

palette();
tour();
again();
