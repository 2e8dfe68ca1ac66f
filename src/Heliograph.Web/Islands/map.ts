/// <reference path="./types/modules.d.ts" />
// The map's island: puts the places of the page's table on a small world that lies beside it (Natural Earth, by way of
// world-atlas; world.mjs makes it). No tile, no glyph and no picture is fetched, and nothing from elsewhere. Circles are buttons; those that would cover one another are
// one circle, which opens closer. Where the map looks is in the address, behind the mark of the fragment.
import { type LngLatLike, LngLatBounds, Map as Earth, Marker, setWorkerCount, setWorkerUrl } from "maplibre-gl";
import { breath } from "./shell/slices";

interface Place {
  name: string;
  at: [number, number];
  count: number;
  conflicts: number;
  link: string;
  isChosen: boolean;
}

const closest = 7; // the coast is no finer
const [least, most] = [22, 60]; // px, of circles

class EarthMap extends HTMLElement {
  #earth: Earth | null = null;
  #places: Place[] = [];
  #markers: Marker[] = [];

  connectedCallback(): void {
    const told = this.querySelector<HTMLElement>(".told")!;
    this.#places = [...document.querySelectorAll<HTMLTableRowElement>("#places tbody tr")].map((row) => ({
      name: row.cells[0]!.textContent!.trim(),
      at: row.dataset.at!.split(",").map(Number) as [number, number],
      count: number(row.cells[3]!),
      conflicts: number(row.cells[4]!),
      link: row.querySelector("a")!.href,
      isChosen: row.classList.contains("lit"),
    }));
    void this.#begin(told);
  }

  async #begin(told: HTMLElement): Promise<void> {
    try {
      if (!document.createElement("canvas").getContext("webgl2")) throw new Error("no WebGL");
      await breath(); // the page is drawn first
      if (!this.isConnected) return;
      this.#draw(told);
      told.textContent = "Circles open the entries of a place; those with several places open closer.";
    } catch {
      told.textContent = "This browser draws no WebGL, so there is no map here. The table tells the same.";
      this.classList.add("without");
    }
  }

  disconnectedCallback(): void {
    this.#earth?.remove();
  }

  #draw(told: HTMLElement): void {
    setWorkerUrl(this.dataset.worker!);
    setWorkerCount(1);
    const earth = (this.#earth = new Earth({
      container: this.querySelector<HTMLElement>(".earth")!,
      attributionControl: false,
      maxZoom: closest,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
      hash: "at",
      bounds: this.#bounds(this.#places),
      fitBoundsOptions: { padding: 70, maxZoom: 4.5 },
      style: {
        version: 8,
        sources: {
          land: { type: "geojson", data: new URL(this.dataset.land!, location.href).href }, // the library's own thread fetches and reads them
          borders: { type: "geojson", data: new URL(this.dataset.borders!, location.href).href },
        },
        layers: [
          { id: "sea", type: "background" },
          { id: "land", type: "fill", source: "land" },
          { id: "borders", type: "line", source: "borders", paint: { "line-width": ["interpolate", ["linear"], ["zoom"], 0, 0.5, 6, 1.4] } },
        ],
      },
    }));
    earth.touchZoomRotate.disableRotation();
    earth.keyboard.disableRotation();
    const colour = () => {
      const style = getComputedStyle(this);
      earth.setPaintProperty("sea", "background-color", style.getPropertyValue("--sea").trim());
      earth.setPaintProperty("land", "fill-color", style.getPropertyValue("--land").trim());
      earth.setPaintProperty("borders", "line-color", style.getPropertyValue("--border").trim());
    };
    earth.on("load", () => {
      colour();
      this.#circles();
      this.dataset.drawn = String(this.#places.length);
    });
    earth.on("error", () => {
      told.textContent = "The land could not be fetched, so the circles stand without it. Load the page again.";
      this.#circles();
    });
    earth.on("moveend", () => this.#circles());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", colour);
    earth.getCanvas().setAttribute("aria-label", "Map; the table beside it tells the same");
    const zooms = this.querySelector<HTMLElement>(".zooms")!;
    zooms.hidden = false;
    zooms.addEventListener("click", (event) => {
      const by = (event.target as Element).closest("button")?.dataset.by;
      if (by === "0") earth.fitBounds(this.#bounds(this.#places), { padding: 70, maxZoom: 4.5 });
      else if (by) earth.zoomTo(earth.getZoom() + Number(by));
    });
  }

  #bounds(places: Place[]): LngLatBounds {
    const bounds = new LngLatBounds();
    for (const place of places) bounds.extend(place.at as LngLatLike);
    return bounds;
  }

  // The largest first; each place joins the first circle that it would touch
  #circles(): void {
    const earth = this.#earth!;
    const largest = Math.max(...this.#places.map((place) => place.count));
    const size = (count: number) => least + (most - least) * Math.min(1, Math.sqrt(count / Math.max(largest, 20)));
    const groups: { x: number; y: number; places: Place[] }[] = [];
    for (const place of this.#places) {
      const { x, y } = earth.project(place.at);
      const near = groups.find((group) => Math.hypot(group.x - x, group.y - y) < (size(group.places[0]!.count) + size(place.count)) / 2);
      if (near) near.places.push(place);
      else groups.push({ x, y, places: [place] });
    }
    const focused = (document.activeElement as HTMLElement | null)?.dataset.spot;
    for (const marker of this.#markers) marker.remove();
    this.#markers = groups.map(({ places }) => {
      const first = places[0]!;
      const [count, conflicts] = [sum(places, (place) => place.count), sum(places, (place) => place.conflicts)];
      const spot = document.createElement("button");
      spot.type = "button";
      spot.className = "spot";
      spot.dataset.spot = first.name;
      spot.textContent = String(count);
      const words = `${first.name}${places.length > 1 ? ` and ${places.length - 1} more` : ""}: ${count} event${count === 1 ? "" : "s"}, ${conflicts} of conflict`;
      spot.setAttribute("aria-label", words);
      spot.title = words;
      if (places.some((place) => place.isChosen)) spot.setAttribute("aria-current", "true");
      const width = size(count);
      spot.style.setProperty("--size", `${width}px`);
      spot.style.setProperty("--conflict", `${Math.round((100 * conflicts) / count)}%`);
      spot.addEventListener("click", () => {
        if (places.length === 1) location.href = first.link + location.hash;
        else if (earth.getZoom() >= closest) document.querySelector<HTMLElement>(`#places tr[data-at="${first.at}"] a`)?.focus();
        else earth.fitBounds(this.#bounds(places), { padding: 90, maxZoom: closest });
      });
      const marker = new Marker({ element: spot }).setLngLat(first.at).addTo(earth);
      if (focused === first.name) spot.focus({ preventScroll: true });
      return marker;
    });
  }
}

function sum(places: Place[], of: (place: Place) => number): number {
  return places.reduce((all, place) => all + of(place), 0);
}

function number(cell: HTMLTableCellElement): number {
  return Number(cell.textContent!.replace(/\D/g, ""));
}

customElements.define("ledger-map", EarthMap);
