// The frame's island, on every page: g and a letter go to a screen, / goes to the search field, ? shows the page's keys.
// Everything here is also a link or a button of the page.

const screens: Record<string, string> = { t: "/", l: "/ledger?kind=event&kind=statement", r: "/runs" };
const patience = 1500; // ms between g and its letter

let asked = 0;

/** Whether keys belong to whatever has the focus. */
function isTyping(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || !!(event.target as Element).closest("input:not([type=checkbox]), textarea, select, dialog");
}

document.addEventListener("keydown", (event) => {
  if (isTyping(event)) return;
  const screen = screens[event.key];
  if (screen && event.timeStamp - asked < patience) {
    location.href = screen;
  } else if (event.key === "g") {
    asked = event.timeStamp;
    return;
  } else if (event.key === "/") {
    const field = document.querySelector<HTMLInputElement>("input[type=search]");
    if (!field) return;
    field.focus();
    event.preventDefault();
  }
  asked = 0;
});
