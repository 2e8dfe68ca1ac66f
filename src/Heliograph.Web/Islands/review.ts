// The review desk: each key presses the button that prints it, and the next entry takes the place of the last without
// a new page. Every deed is a form or a link of the page, so that it works without this.

class ReviewDesk extends HTMLElement {
  private busy = false;
  private asked = 0; // of searches for actors, so that a late answer does not overwrite a newer one

  connectedCallback(): void {
    document.addEventListener("keydown", (event) => this.key(event));
    addEventListener("popstate", () => void this.show(location.href, {}, false));
    this.addEventListener("submit", (event) => this.submit(event));
    this.addEventListener("click", (event) => this.follow(event));
    this.addEventListener("input", (event) => this.search(event));
    this.addEventListener("keydown", (event) => {
      // in a choice, Enter sets it: a form's first button would accept
      const at = event.target;
      if (event.key === "Enter" && at instanceof HTMLSelectElement) {
        event.preventDefault();
        at.parentElement?.querySelector("button")?.click();
      } else if (event.key === "Escape" && at instanceof HTMLElement && at.closest("input, select")) {
        at.blur();
        this.card?.focus({ preventScroll: true });
      }
    });
  }

  private get card(): HTMLElement | null {
    return this.querySelector(".case, .nothing");
  }

  private key(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const at = event.target;
    if (at instanceof Element && at.closest("input, textarea, select, dialog, [contenteditable]")) return;
    const key = CSS.escape(event.key);
    const field = this.querySelector<HTMLElement>(`[data-focus="${key}"]`);
    if (field) {
      const more = field.closest("details");
      if (more) more.open = true;
      field.focus();
      event.preventDefault();
      return;
    }
    const control = this.querySelector<HTMLElement>(`button[data-key="${key}"]:enabled, a[data-key="${key}"]`);
    if (!control) return;
    event.preventDefault();
    control.click();
  }

  private submit(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    event.preventDefault();
    const said = new FormData(form, event.submitter);
    const words = new URLSearchParams([...said].map(([name, value]) => [name, String(value)]));
    if (form.method === "get") void this.show(`${new URL(form.action).pathname}?${words}`, {}, true);
    else void this.show(form.action, { method: "POST", body: words }, true);
  }

  // Links that stay at the desk
  private follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || link.pathname !== "/review" || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void this.show(link.href, {}, true);
  }

  private search(event: Event): void {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || field.name !== "name" || !field.form) return;
    const form = field.form;
    const asked = ++this.asked;
    setTimeout(async () => {
      if (asked !== this.asked) return;
      const words = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
      const page = await this.load(`${new URL(form.action).pathname}?${words}`, {});
      const found = page?.body.querySelector(".found");
      if (found && asked === this.asked) this.querySelector(".found")?.replaceWith(document.adoptNode(found));
    }, 150);
  }

  private async load(link: string, how: RequestInit): Promise<{ body: Document; link: string } | null> {
    const answer = await fetch(link, { ...how, headers: { Accept: "text/html" } });
    if (!answer.ok || !answer.headers.get("Content-Type")?.startsWith("text/html")) return null;
    return { body: new DOMParser().parseFromString(await answer.text(), "text/html"), link: answer.url };
  }

  private async show(link: string, how: RequestInit, push: boolean): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      const page = await this.load(link, how).catch(() => null);
      const desk = page?.body.querySelector<HTMLElement>(".desk");
      if (!page || !desk) {
        this.fail(link, how);
        return;
      }
      const held = document.activeElement instanceof HTMLButtonElement && this.contains(document.activeElement) ? document.activeElement.value : "";
      this.querySelector(".desk")?.replaceWith(document.adoptNode(desk));
      if (push) history.pushState(null, "", page.link);
      document.title = page.body.title;
      const same = held ? this.querySelector<HTMLElement>(`button[value="${CSS.escape(held)}"]:enabled`) : null;
      (same ?? this.card)?.focus({ preventScroll: true });
      const aloud = document.querySelector(".aloud");
      if (aloud) aloud.textContent = desk.dataset.say ?? "";
    } finally {
      this.busy = false;
    }
  }

  // What cannot be shown here is shown by a page of its own; what could not be sent is said
  private fail(link: string, how: RequestInit): void {
    if (how.method !== "POST") {
      location.href = link;
      return;
    }
    const aloud = document.querySelector(".aloud");
    if (!aloud) return;
    aloud.textContent = "This could not be kept. Load the page again, and judge it once more.";
    aloud.classList.add("seen", "notice", "bad");
  }
}

customElements.define("review-desk", ReviewDesk);
export {};
