// The island of a reading that takes a while: told by the server how far it has come. Without it, the page asks again
// every two seconds.

interface Progress {
  readonly stage: string;
  readonly counts: string;
  readonly left: string;
  readonly share: number;
}

class ReadingProgress extends HTMLElement {
  #source: EventSource | null = null;

  connectedCallback(): void {
    this.#source = new EventSource(this.dataset.events ?? "");
    this.#source.addEventListener("progress", (event) => this.#show(event));
    this.#source.addEventListener("over", (event) => {
      this.#show(event);
      this.#source?.close();
      location.reload();
    });
    this.#source.addEventListener("error", () => {
      if (this.#source?.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 2000); // forgotten, or too many listen
    });
  }

  disconnectedCallback(): void {
    this.#source?.close();
  }

  #show(event: MessageEvent<string>): void {
    const told = JSON.parse(event.data) as Progress;
    this.#put(".stage", told.stage);
    this.#put(".counts", told.counts);
    this.#put(".left", told.left);
    const bar = this.querySelector("progress");
    if (bar) bar.value = told.share;
  }

  /** Changes a text only where it is another, so that it is not read out again. */
  #put(selector: string, text: string): void {
    const element = this.querySelector(selector);
    if (element && element.textContent !== text) element.textContent = text;
  }
}

customElements.define("reading-progress", ReadingProgress);
