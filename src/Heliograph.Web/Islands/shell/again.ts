/// <reference path="../types/window.d.ts" />
// Presses the keys again that were pressed before the islands were there: early.ts kept them.

function press(kept: KeyboardEvent): void {
  const at = document.activeElement ?? document.body;
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = kept;
  const isFree = at.dispatchEvent(new KeyboardEvent("keydown", { key, code, ctrlKey, metaKey, altKey, shiftKey, bubbles: true, cancelable: true }));
  const isLetter = key.length === 1 && !ctrlKey && !metaKey;
  if (!isFree || !isLetter || !(at instanceof HTMLInputElement)) return;
  at.setRangeText(key, at.selectionStart ?? 0, at.selectionEnd ?? 0, "end"); // a key that a script presses writes nothing
  at.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Waits for the page's other islands, which come behind the frame's; from then on keys are theirs. */
export function again(): void {
  document.addEventListener("DOMContentLoaded", () => {
    const keys = window.earlyKeys ?? [];
    window.earlyKeys = null;
    keys.forEach(press);
  });
}
