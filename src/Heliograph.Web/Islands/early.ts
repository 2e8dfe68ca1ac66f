/// <reference path="./types/window.d.ts" />
// Keeps the keys that are pressed before the page's islands are there, on a slow machine or a slow way, for the frame's
// island to press again. It is small, and comes before everything else.
if (window.earlyKeys === undefined) {
  const most = 20; // keys; whoever presses more is not waiting for them
  const keys: KeyboardEvent[] = [];
  window.earlyKeys = keys;
  const keep = (event: KeyboardEvent): void => {
    if (window.earlyKeys !== keys) {
      removeEventListener("keydown", keep, { capture: true }); // the islands are there
      return;
    }
    const at = event.target;
    const isPalette = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    if (!isPalette && (event.ctrlKey || event.metaKey || event.altKey)) return;
    if (at instanceof Element && at.closest("input, textarea, select, button, summary, dialog, [contenteditable]")) return;
    // Tab, Enter and arrows are the browser's, unless they follow on another key
    if (event.key.length > 1 && (keys.length === 0 || !(event.key === "Enter" || event.key === "Escape" || event.key.startsWith("Arrow")))) return;
    if (isPalette || event.key === "/") event.preventDefault(); // or the browser's own search would open
    if (keys.length < most) keys.push(event);
  };
  addEventListener("keydown", keep, { capture: true });
}
