// Tells how far a run under way has come, as the server says it. Without this the page shows how far it was when it
// was loaded.

class RunProgress extends HTMLElement {
  private line: EventSource | null = null;

  connectedCallback(): void {
    this.line = new EventSource(`/runs/${this.dataset.run}/progress`);
    this.querySelector(".spot")?.classList.add("live");
    this.line.addEventListener("silent", () => this.disconnectedCallback()); // stopped short
    this.line.addEventListener("message", (event) => {
      const news = JSON.parse(event.data as string) as { reports: number; refused: number; rate?: number; ended: boolean };
      if (news.ended) {
        this.disconnectedCallback();
        location.reload(); // its time and rates are known now
        return;
      }
      const speed = news.rate ? ` (${news.rate} a second)` : "";
      const soFar = this.querySelector(".so-far");
      if (soFar) soFar.textContent = `${count(news.reports)} ${news.reports === 1 ? "report" : "reports"} read so far${speed}, ${count(news.refused)} refused`;
    });
  }

  disconnectedCallback(): void {
    this.line?.close();
    this.line = null;
    this.querySelector(".spot")?.classList.remove("live");
  }
}

function count(number: number): string {
  return number.toLocaleString("en-GB");
}

customElements.define("run-progress", RunProgress);
export {};
