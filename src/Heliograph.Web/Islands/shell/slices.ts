// Long work in pieces: between two of them the page draws, scrolls and answers.

const most = 12; // ms of a piece, well below the 50 from which on one is felt

/** Ends a piece of work; the next one begins when the page has done what waits. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** A piece of work, and whether it has lasted long enough. */
export class Slice {
  private began = performance.now();

  get isOver(): boolean {
    return performance.now() - this.began > most;
  }

  async next(): Promise<void> {
    await breath();
    this.began = performance.now();
  }
}
