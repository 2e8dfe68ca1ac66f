interface Window {
  /** Keys that were pressed before the islands were there; null when they are, undefined before anything is. */
  earlyKeys?: KeyboardEvent[] | null;
}
