// The timeline's island: one column at a time is in the order of the Tab key, arrows go from one to the next, and what the
// pointer or the focus is on is told below the drawing and lit in the table. Each column is a link without it, too.

class Timeline extends HTMLElement {
  #columns: SVGAElement[] = [];
  #told: HTMLElement | null = null;
  #usual = "";

  connectedCallback(): void {
    this.#columns = [...this.querySelectorAll<SVGAElement>("a.column")];
    this.#told = this.querySelector(".told");
    this.#usual = this.#told?.textContent ?? "";
    this.#columns.forEach((column, at) => {
      column.setAttribute("tabindex", at === 0 ? "0" : "-1");
      column.addEventListener("pointerenter", () => this.#tell(column));
      column.addEventListener("pointerleave", () => this.#tell(null));
      column.addEventListener("focus", () => this.#tell(column));
      column.addEventListener("blur", () => this.#tell(null));
    });
    this.addEventListener("keydown", (event) => this.#move(event));
  }

  #move(event: KeyboardEvent): void {
    const at = this.#columns.indexOf(document.activeElement as unknown as SVGAElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: this.#columns.length - 1 }[event.key];
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const column = this.#columns[Math.max(0, Math.min(next, this.#columns.length - 1))];
    if (!column) return;
    for (const other of this.#columns) other.setAttribute("tabindex", other === column ? "0" : "-1");
    column.focus();
    event.preventDefault();
  }

  #tell(column: SVGAElement | null): void {
    if (this.#told) this.#told.textContent = column?.getAttribute("aria-label") ?? this.#usual;
    for (const lit of document.querySelectorAll(".numbers tr.lit")) lit.classList.remove("lit");
    if (!column) return;
    const row = document.getElementById(column.dataset.row ?? "");
    const box = row?.closest<HTMLElement>(".numbers");
    if (!row || !box) return;
    row.classList.add("lit");
    const [inside, around] = [row.getBoundingClientRect(), box.getBoundingClientRect()];
    if (inside.top < around.top + 60 || inside.bottom > around.bottom) box.scrollTop += inside.top - around.top - around.height / 2;
  }
}

customElements.define("ledger-timeline", Timeline);
