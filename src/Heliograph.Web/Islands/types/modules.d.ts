// What packages bring without types of their own.
declare module "topojson-client" {
  export function feature(topology: unknown, object: unknown): import("geojson").FeatureCollection;
  export function mesh(topology: unknown, object: unknown, filter?: (a: unknown, b: unknown) => boolean): import("geojson").MultiLineString;
}
declare module "world-atlas/countries-50m.json" {
  const world: { objects: { countries: unknown } };
  export default world;
}
declare module "maplibre-gl/dist/maplibre-gl-worker.mjs" {
  const worker: unknown;
  export default worker;
}
