/// <reference path="./types/modules.d.ts" />
// The map library's own thread, served from here, so that no page needs to make a script of a string.
export { default } from "maplibre-gl/dist/maplibre-gl-worker.mjs"; // exported, or the bundler takes it for unused
