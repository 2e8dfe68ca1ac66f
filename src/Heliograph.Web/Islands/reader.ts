// The reader's island: pointing at words lights their entries and back, a click pins, j and k move, copying adds the
// citation. Reading works without it: words and entries are links to one another.

/** A report and its entries, side by side; both are in the page, this only ties them. */
class ReportReader extends HTMLElement {
  private readonly byEntry = new Map<string, HTMLElement[]>();
  private cards: HTMLElement[] = [];
  private lit: HTMLElement[] = [];
  private pinned: string | null = null;

  connectedCallback(): void {
    this.cards = [...this.querySelectorAll<HTMLElement>(".card")];
    for (const element of this.querySelectorAll<HTMLElement>("[data-e]")) {
      for (const id of idsOf(element)) {
        const known = this.byEntry.get(id);
        if (known) known.push(element);
        else this.byEntry.set(id, [element]);
      }
    }

    this.addEventListener("pointerover", (event) => this.light(entriesAt(event)));
    this.addEventListener("focusin", (event) => this.light(entriesAt(event)));
    this.addEventListener("pointerleave", () => this.light([]));
    this.addEventListener("click", (event) => this.clicked(event));
    this.addEventListener("copy", (event) => this.copied(event));
    document.addEventListener("keydown", (event) => this.pressed(event));
    const keys = document.querySelector<HTMLButtonElement>("button.keys");
    if (keys) {
      keys.hidden = false;
      keys.addEventListener("click", showKeys);
    }

    if (location.hash.startsWith("#e-")) this.pin(location.hash.slice(3));
  }

  private light(ids: string[]): void {
    for (const element of this.lit) element.classList.remove("lit");
    this.lit = ids.flatMap((id) => this.byEntry.get(id) ?? []);
    for (const element of this.lit) element.classList.add("lit");
  }

  private pin(id: string | null): void {
    for (const element of this.querySelectorAll(".pinned")) element.classList.remove("pinned");
    this.pinned = id;
    if (id !== null) for (const element of this.byEntry.get(id) ?? []) element.classList.add("pinned");
  }

  private clicked(event: MouseEvent): void {
    const target = event.target as Element;
    const [id] = entriesAt(event);
    const card = target.closest(".card");
    if (!id || (card && target.closest("a")) || !getSelection()?.isCollapsed) return;
    if (!card) event.preventDefault(); // the link of the words; here the card comes beside them
    if (this.pinned === id) {
      this.pin(null);
      return;
    }

    this.pin(id);
    history.replaceState(null, "", `#e-${id}`);
    if (card) show(this.wordsOf(id), false);
    else show(document.getElementById(`e-${id}`), event.detail === 0);
  }

  private pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.target as Element).closest("input:not([type=checkbox]), textarea, select, dialog")) return;
    if (event.key === "j") this.step(1);
    else if (event.key === "k") this.step(-1);
    else if (event.key === "o" && this.pinned) show(this.wordsOf(this.pinned), true);
    else if (event.key === "?") showKeys();
    else if (event.key === "Escape") {
      this.pin(null);
      this.light([]);
    }
  }

  private step(by: 1 | -1): void {
    const at = this.cards.findIndex((one) => one.dataset.e === this.pinned);
    const first = by > 0 ? 0 : this.cards.length - 1;
    const card = this.cards[at < 0 ? first : Math.min(this.cards.length - 1, Math.max(0, at + by))];
    const id = card?.dataset.e;
    if (!card || id === undefined) return;
    this.pin(id);
    show(this.wordsOf(id), false);
    show(card, true);
  }

  private copied(event: ClipboardEvent): void {
    const text = (event.target as Element).closest<HTMLElement>(".text");
    const words = getSelection()?.toString();
    if (!text || !words) return;
    event.clipboardData?.setData("text/plain", `“${words}”\n${text.dataset.citation ?? ""}\n${location.href}`);
    event.preventDefault();
  }

  private wordsOf(id: string): HTMLElement | undefined {
    return this.byEntry.get(id)?.find((element) => element.closest(".text"));
  }
}

function idsOf(element: HTMLElement): string[] {
  return element.dataset.e?.split(" ").filter(Boolean) ?? [];
}

function entriesAt(event: Event): string[] {
  const element = (event.target as Element).closest<HTMLElement>("[data-e]");
  return element ? idsOf(element) : [];
}

function show(element: HTMLElement | null | undefined, focus: boolean): void {
  element?.scrollIntoView({ block: "nearest", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  if (focus) element?.focus({ preventScroll: true });
}

function showKeys(): void {
  document.querySelector<HTMLDialogElement>("dialog#keys")?.showModal();
}

customElements.define("report-reader", ReportReader);
