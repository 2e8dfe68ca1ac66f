// The reader's island: pointing at words lights their entries and back, a click pins, j and k move, picked words have an
// address (#char=120,185) and a citation. Reading works without it: words and entries are links to one another.
// Offsets in addresses count Unicode code points of the report's text, as everywhere outside the program.

const patience = 150; // ms that a selection rests before it is offered
const longestQuote = 120; // code units of a quotation shown, not of one copied

/** A stretch of the report's text as it stands in the page. */
interface Run {
  node: Text;
  start: number;
  end: number;
  /** Whether the page shows something else than the text's own letters; such a run is taken whole. */
  isAltered: boolean;
}

/** Words that are painted over. No element changes, so that it costs the same with two thousand marks. */
class Paint {
  private readonly highlight = typeof Highlight === "undefined" ? null : new Highlight();

  constructor(name: string) {
    if (this.highlight) CSS.highlights.set(name, this.highlight);
  }

  show(ranges: Iterable<Range>): void {
    this.highlight?.clear();
    for (const range of ranges) this.highlight?.add(range);
  }
}

/** A report and its entries, side by side; both are in the page, this only ties them. */
class ReportReader extends HTMLElement {
  private readonly words = new Map<string, HTMLElement[]>(); // by the number of the card
  private readonly cards = new Map<string, HTMLElement>(); // by their numbers, from 1 in the order they stand
  private readonly numbers = new Map<string, string>(); // of the cards, by their addresses
  private readonly lit = new Paint("lit");
  private readonly pinnedWords = new Paint("pinned");
  private readonly asked = new Paint("asked");
  private text!: HTMLElement;
  private litNumbers = "";
  private pinned: string | null = null;
  private rest = 0;

  connectedCallback(): void {
    const text = this.querySelector<HTMLElement>(".text");
    if (!text) return;
    this.text = text;
    for (const card of this.querySelectorAll<HTMLElement>(".card")) {
      const number = String(this.cards.size + 1);
      this.cards.set(number, card);
      this.numbers.set(`#${card.id}`, number);
      card.tabIndex = -1; // j and k bring the focus
    }

    for (const element of text.querySelectorAll<HTMLElement>("a, [data-e]")) {
      for (const number of this.numbersOf(element)) {
        const known = this.words.get(number);
        if (known) known.push(element);
        else this.words.set(number, [element]);
      }
    }

    this.addEventListener("pointerover", (event) => this.light(this.numbersAt(event)));
    this.addEventListener("focusin", (event) => this.light(this.numbersAt(event)));
    this.addEventListener("pointerleave", () => this.light([]));
    this.addEventListener("click", (event) => this.clicked(event));
    text.addEventListener("copy", (event) => this.copied(event));
    document.addEventListener("keydown", (event) => this.pressed(event));
    document.addEventListener("selectionchange", () => {
      clearTimeout(this.rest);
      this.rest = setTimeout(() => this.offer(), patience);
    });
    addEventListener("hashchange", () => this.restore());
    addEventListener("popstate", () => this.restore());
    this.prepare();
    this.restore();
  }

  /** What the page holds back from readers without script. */
  private prepare(): void {
    const box = this.querySelector<HTMLElement>(".picked");
    box?.addEventListener("mousedown", (event) => event.preventDefault()); // or the words would not be picked any more
    box?.querySelector("a")?.addEventListener("click", () => getSelection()?.removeAllRanges());
    box?.querySelector("button")?.addEventListener("click", () => {
      const isCopied = document.execCommand("copy"); // asks for no permission, and the copy is told of as any other
      const status = box.querySelector("[role=status]");
      if (status) status.textContent = isCopied ? "Copied." : "The browser does not let a page copy. Press Ctrl+C.";
    });
    const layers = document.querySelector<HTMLElement>(".layers");
    layers?.addEventListener("change", () => keepLayers(layers));
  }

  /** Shows what the address names: an entry, or words. */
  private restore(): void {
    const [, part, id] = /^#([ew])-([0-9a-f]+)$/.exec(location.hash) ?? [];
    const card = id === undefined ? null : document.getElementById(`e-${id}`);
    const number = (card && this.numbers.get(`#${card.id}`)) ?? null;
    this.pin(part === "e" ? number : null);
    if (part === "e") show(this.wordsOf(number), false);
    show(card, false);

    const chars = /^#char=(\d*),(\d*)(;|$)/.exec(location.hash);
    const ranges = chars ? this.rangesOf(Number(chars[1] || 0), chars[2] ? Number(chars[2]) : Infinity) : [];
    this.asked.show(part === "w" && number !== null ? this.painted(number) : ranges);
    ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: "center" });
  }

  private light(numbers: string[]): void {
    const key = numbers.join(" ");
    if (key === this.litNumbers) return;
    for (const number of this.litNumbers.split(" ")) this.cards.get(number)?.classList.remove("lit");
    this.litNumbers = key;
    for (const number of numbers) this.cards.get(number)?.classList.add("lit");
    this.lit.show(numbers.flatMap((number) => this.painted(number)));
  }

  private pin(number: string | null): void {
    if (this.pinned !== null) this.cards.get(this.pinned)?.classList.remove("pinned");
    this.pinned = number;
    if (number !== null) this.cards.get(number)?.classList.add("pinned");
    this.pinnedWords.show(number === null ? [] : this.painted(number));
  }

  private clicked(event: MouseEvent): void {
    const target = event.target;
    if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const card = target.closest(".card");
    const numbers = this.numbersAt(event);
    if (numbers.length === 0 || (card && target.closest("a")) || !getSelection()?.isCollapsed) return;
    if (!card) event.preventDefault(); // the link of the words; here the card comes beside them
    // words of several entries lead from one to the next, then let go
    const next = numbers[this.pinned === null ? 0 : numbers.indexOf(this.pinned) + 1] ?? null;
    this.pin(next);
    history.pushState(null, "", this.address());
    if (next === null) return;
    if (card) show(this.wordsOf(next), false);
    else show(this.cards.get(next), event.detail === 0);
  }

  private pressed(event: KeyboardEvent): void {
    const target = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return;
    if (target.closest("input:not([type=checkbox]), textarea, select, dialog")) return;
    if (event.key === "j") this.step(1);
    else if (event.key === "k") this.step(-1);
    else if (event.key === "o") show(this.wordsOf(this.pinned), true);
    else if (event.key === "Escape") {
      this.pin(null);
      this.light([]);
      this.asked.show([]);
      history.replaceState(null, "", this.address());
    }
  }

  private step(by: 1 | -1): void {
    const numbers = [...this.cards.keys()];
    const at = this.pinned === null ? -1 : numbers.indexOf(this.pinned);
    const first = by > 0 ? 0 : numbers.length - 1;
    const number = numbers[at < 0 ? first : Math.min(numbers.length - 1, Math.max(0, at + by))];
    if (number === undefined) return;
    this.pin(number);
    history.replaceState(null, "", this.address());
    show(this.wordsOf(number), false);
    show(this.cards.get(number), true);
  }

  /** The address of the page with the pinned entry. */
  private address(): string {
    const card = this.pinned === null ? undefined : this.cards.get(this.pinned);
    return location.pathname + location.search + (card ? `#${card.id}` : "");
  }

  /** The first words of a card: those that link to it, which the focus can go to. */
  private wordsOf(number: string | null): HTMLElement | undefined {
    const words = number === null ? undefined : this.words.get(number);
    return words?.find((element) => element instanceof HTMLAnchorElement) ?? words?.[0];
  }

  /** The cards that an element says are its own: the one that it links to first. */
  private numbersOf(element: HTMLElement): string[] {
    const linked = this.numbers.get(element.getAttribute("href") ?? "");
    return [...(linked === undefined ? [] : [linked]), ...(element.dataset.e?.split(" ") ?? [])];
  }

  /** The cards of the words, or the card, that an event is at: of the words themselves first, then of those around them. */
  private numbersAt(event: Event): string[] {
    const found = new Set<string>();
    let at = event.target instanceof Element ? event.target : null;
    const card = at?.closest(".card");
    if (card) return [this.numbers.get(`#${card.id}`) ?? ""];
    for (; at && at !== this.text; at = at.parentElement) {
      if (at instanceof HTMLElement) for (const number of this.numbersOf(at)) found.add(number);
    }
    return at ? [...found] : [];
  }

  private painted(number: string): Range[] {
    return (this.words.get(number) ?? []).map((element) => {
      const range = new Range();
      range.selectNodeContents(element);
      return range;
    });
  }

  /** Offers the address of the words that are picked, and their citation. */
  private offer(): void {
    const box = this.querySelector<HTMLElement>(".picked");
    if (!box) return;
    const picked = this.picked();
    box.hidden = picked === null;
    if (!picked) return;
    const [quote, link, status] = [box.querySelector("q"), box.querySelector("a"), box.querySelector("[role=status]")];
    if (quote) quote.textContent = picked.words.length > longestQuote ? `${picked.words.slice(0, longestQuote)}…` : picked.words;
    if (link) link.href = `#char=${picked.start},${picked.end}`;
    if (status) status.textContent = "";
  }

  private copied(event: ClipboardEvent): void {
    const picked = this.picked();
    if (!picked) return;
    const link = `${location.origin}${location.pathname}#char=${picked.start},${picked.end}`;
    event.clipboardData?.setData("text/plain", `“${picked.words}”\n${this.text.dataset.citation ?? ""}\n${link}`);
    event.preventDefault();
  }

  /** The words of the report that are selected, and where they stand. */
  private picked(): { words: string; start: number; end: number } | null {
    const selection = getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
    const words = selection?.toString().trim();
    if (!range || range.collapsed || !words || !range.intersectsNode(this.text)) return null;
    let start = Infinity;
    let end = -Infinity;
    for (const run of this.runs((paragraph) => range.intersectsNode(paragraph))) {
      if (!range.intersectsNode(run.node)) continue;
      const from = run.node === range.startContainer ? range.startOffset : 0;
      const to = run.node === range.endContainer ? range.endOffset : run.node.length;
      if (from >= to) continue;
      start = Math.min(start, run.isAltered ? run.start : run.start + points(run.node.data.slice(0, from)));
      end = Math.max(end, run.isAltered ? run.end : run.start + points(run.node.data.slice(0, to)));
    }

    return start < end ? { words, start, end } : null;
  }

  private rangesOf(start: number, end: number): Range[] {
    const ranges: Range[] = [];
    for (const run of this.runs()) {
      if (run.end <= start || run.start >= end) continue;
      const range = new Range();
      range.setStart(run.node, run.isAltered ? 0 : units(run.node.data, start - run.start));
      range.setEnd(run.node, run.isAltered ? run.node.length : units(run.node.data, end - run.start));
      ranges.push(range);
    }

    return ranges;
  }

  /** The report's text in the page, and where each stretch of it stands in the report. */
  private *runs(isMeant: (paragraph: Element) => boolean = () => true): Generator<Run> {
    for (const paragraph of this.text.querySelectorAll<HTMLElement>("p[data-c]")) {
      if (!isMeant(paragraph)) continue;
      let at = Number(paragraph.dataset.c);
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
        const [from, to] = node.parentElement?.closest<HTMLElement>("span[data-c]")?.dataset.c?.split(",") ?? [];
        const start = from === undefined ? at : Number(from);
        at = to === undefined ? start + points(node.data) : Number(to);
        yield { node, start, end: at, isAltered: to !== undefined };
      }
    }
  }
}

/** How many code points a text has. */
function points(text: string): number {
  let count = text.length;
  for (let i = 1; i < text.length; i++) {
    if (isPair(text, i)) {
      count--;
      i++;
    }
  }

  return count;
}

/** How many code units the first so many code points of a text take; at most all, at least none. */
function units(text: string, count: number): number {
  let at = 0;
  for (let left = count; left > 0 && at < text.length; left--) at += isPair(text, at + 1) ? 2 : 1;
  return at;
}

function isPair(text: string, second: number): boolean {
  return (text.charCodeAt(second - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(second) & 0xfc00) === 0xdc00;
}

function show(element: HTMLElement | null | undefined, focus: boolean): void {
  element?.scrollIntoView({ block: "nearest", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  if (focus) element?.focus({ preventScroll: true });
}

/** Keeps in the address which layers are on, where the page has an address of its own. */
function keepLayers(layers: HTMLElement): void {
  if (!/^\/(d|sample)\//.test(location.pathname)) return;
  const on = [...layers.querySelectorAll<HTMLInputElement>("input:checked")].map((box) => box.value).join(",");
  const address = new URL(location.href);
  if (on === layers.dataset.on) address.searchParams.delete("layers");
  else address.searchParams.set("layers", on);
  history.replaceState(null, "", address.href.replaceAll("%2C", ","));
}

customElements.define("report-reader", ReportReader);
