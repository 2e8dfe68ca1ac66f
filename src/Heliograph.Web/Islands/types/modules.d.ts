// What packages bring without types of their own.
declare module "graphology-layout-forceatlas2/defaults.js" {
  const defaults: Record<string, unknown>;
  export default defaults;
}
declare module "graphology-layout-forceatlas2/helpers.js" {
  type Weight = (edge: string, attributes: Record<string, unknown>) => number;
  export function graphToByteArrays(graph: import("graphology").default, weight: Weight): { nodes: Float32Array; edges: Float32Array };
  export function assignLayoutChanges(graph: import("graphology").default, nodes: Float32Array, reducer: null): void;
}
declare module "graphology-layout-forceatlas2/iterate.js" {
  export default function iterate(settings: Record<string, unknown>, nodes: Float32Array, edges: Float32Array): void;
}
declare module "maplibre-gl/dist/maplibre-gl-worker.mjs" {
  const worker: unknown;
  export default worker;
}
