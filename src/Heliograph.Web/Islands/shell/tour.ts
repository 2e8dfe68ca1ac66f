// The tour: three steps over a report, one small box in the corner. It is offered on the first page until it was taken
// or waved away, and begins anew at /tour. The step stands in the address.

interface Step {
  readonly title: string;
  readonly text: string;
  readonly at: string; // the first of these elements that the page has
}

const taken = "heliograph-tour"; // in the browser's own store
const steps: readonly Step[] = [
  {
    title: "The marked words",
    text: "Every word that Heliograph goes by is marked in the report: by hue for its role, by its underline for how the deed stands to the world. Nothing is told without such words.",
    at: ".text a.m, .text [data-e]",
  },
  {
    title: "The card, and who says so",
    text: "Beside them stands what was read: who did what to whom, where and when, who says so, and how far it is to be trusted. Click words to find their card, or a card to find its words.",
    at: ".cards .card",
  },
  {
    title: "Correct it, or search",
    text: "Where a card is wrong, review it: what you say lasts, and is learnt from. All cards of all reports stand in the ledger, to be searched and narrowed.",
    at: ".cards .card .ways, .top nav a[href^='/ledger']",
  },
];

function remember(): void {
  try {
    localStorage.setItem(taken, "taken");
  } catch {
    // a browser that keeps nothing offers it again
  }
}

function isTaken(): boolean {
  try {
    return localStorage.getItem(taken) !== null;
  } catch {
    return true;
  }
}

function button(name: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = name;
  made.addEventListener("click", act);
  return made;
}

/** Shows one step; the box takes the focus, so that its text is read out and its buttons are at hand. */
function show(box: HTMLElement, number: number): void {
  const step = steps[number - 1];
  if (!step) return end(box);
  const address = new URL(location.href);
  address.searchParams.set("tour", `${number}`);
  history.replaceState(history.state, "", address);
  for (const element of document.querySelectorAll(".toured")) element.classList.remove("toured");
  const target = document.querySelector(step.at);
  target?.classList.add("toured");
  target?.scrollIntoView({ block: "center" });

  const [count, title, text, ways] = [document.createElement("p"), document.createElement("h2"), document.createElement("p"), document.createElement("p")];
  count.className = "quiet";
  count.textContent = `Tour, ${number} of ${steps.length}`;
  title.id = "tour-title";
  title.textContent = step.title;
  text.id = "tour-text";
  text.textContent = step.text;
  ways.className = "tour-ways";
  if (number > 1) ways.append(button("Back", () => show(box, number - 1)));
  if (number < steps.length) ways.append(button("Next", () => show(box, number + 1)), button("End the tour", () => end(box)));
  else {
    const ledger = document.createElement("a");
    ledger.href = "/ledger?kind=event&kind=statement";
    ledger.textContent = "Search the ledger";
    ledger.addEventListener("click", remember);
    ways.append(button("Done", () => end(box)), ledger);
  }
  box.replaceChildren(count, title, text, ways);
  box.focus({ preventScroll: true });
}

function end(box: HTMLElement): void {
  remember();
  box.remove();
  for (const element of document.querySelectorAll(".toured")) element.classList.remove("toured");
  const address = new URL(location.href);
  address.searchParams.delete("tour");
  history.replaceState(history.state, "", address);
  document.querySelector<HTMLElement>("#main")?.focus({ preventScroll: true });
}

/** Begins where the address says so, and shows the offer of the first page to who has not taken it. */
export function tour(): void {
  const offer = document.querySelector<HTMLElement>("#tour-offer");
  if (offer && !isTaken()) {
    offer.hidden = false;
    offer.querySelector("button")?.addEventListener("click", () => {
      remember();
      offer.hidden = true;
      document.querySelector<HTMLElement>("#main")?.focus({ preventScroll: true });
    });
  }

  const number = Number(new URLSearchParams(location.search).get("tour"));
  if (!Number.isInteger(number) || number < 1 || number > steps.length || !document.querySelector(".cards")) return;
  const box = document.createElement("section");
  box.className = "tour";
  box.role = "dialog";
  box.tabIndex = -1;
  box.setAttribute("aria-labelledby", "tour-title");
  box.setAttribute("aria-describedby", "tour-text");
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") end(box);
    event.stopPropagation(); // letters are not the page's keys in here
  });
  document.body.append(box);
  show(box, number);
}
