// The network's island: draws what the page's tables tell. Places of the actors are reckoned from a circle in the order of
// their names, always the same; nothing moves by itself. A click on an actor opens its dossier, with Shift or Alt it
// narrows the filter to it; a click on a pair opens its entries.
import Graph from "graphology";
import defaults from "graphology-layout-forceatlas2/defaults.js";
import { assignLayoutChanges, graphToByteArrays } from "graphology-layout-forceatlas2/helpers.js";
import iterate from "graphology-layout-forceatlas2/iterate.js";
import Sigma from "sigma";
import { breath, Slice } from "./shell/slices";

const rounds = 1500; // of the layout; more changes nothing to see with 60 actors
const settings = { ...defaults, gravity: 0.05, scalingRatio: 4, strongGravityMode: true, linLogMode: true, edgeWeightInfluence: 0.3, slowDown: 8 };
const longest = 26; // letters of a label; all of it is told when pointed at
const lineHeight = 15; // pixels from one name to the next under it
const step = 0.12; // of the drawing, for one press of an arrow

class Network extends HTMLElement {
  #sigma: Sigma | null = null;
  #graph = new Graph({ type: "directed" });

  connectedCallback(): void {
    const told = this.querySelector<HTMLElement>(".told")!;
    if (!document.createElement("canvas").getContext("webgl2")) {
      told.textContent = "This browser draws no WebGL, so there is no drawing here. The tables tell the same.";
      this.classList.add("without");
      return;
    }
    void this.#begin(told);
  }

  // In pieces, so that the page answers meanwhile
  async #begin(told: HTMLElement): Promise<void> {
    told.textContent = "Drawing …";
    await breath();
    this.#read();
    await this.#lay();
    await breath();
    if (!this.isConnected) return;
    this.#draw(told);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#draw(told));
  }

  disconnectedCallback(): void {
    this.#sigma?.kill();
  }

  #read(): void {
    const rows = [...document.querySelectorAll<HTMLTableRowElement>("#actors tbody tr")].map((row) => ({
      id: row.dataset.id!,
      name: row.cells[0]!.textContent!.trim(),
      link: row.querySelector("a")!.href,
      only: row.cells[4]!.querySelector("a")!.href,
      count: number(row.cells[2]!) + number(row.cells[3]!),
    }));
    const most = Math.max(...rows.map((row) => row.count));
    rows.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1)).forEach((row, at) => {
      const turn = (2 * Math.PI * at) / rows.length;
      this.#graph.addNode(row.id, { x: Math.cos(turn), y: Math.sin(turn), size: 3 + 12 * Math.sqrt(row.count / Math.max(most, 25)), label: row.name.length > longest ? row.name.slice(0, longest - 1).trimEnd() + "…" : row.name, name: row.name, link: row.link, only: row.only, count: row.count });
    });
    const pairs = [...document.querySelectorAll<HTMLTableRowElement>("#pairs tbody tr")];
    const thickest = Math.max(...pairs.map((row) => number(row.cells[2]!)));
    for (const row of pairs) {
      const count = number(row.cells[2]!);
      this.#graph.addEdge(row.dataset.who!, row.dataset.whom!, {
        size: 2 + 5 * Math.sqrt((count - 1) / Math.max(thickest, 12)), weight: count, mostly: row.dataset.mostly!, link: row.cells[2]!.querySelector("a")!.href,
        told: row.cells[2]!.querySelector("a")!.getAttribute("aria-label")!,
      });
    }
    this.#graph.forEachNode((id) => {
      if (this.#graph.degree(id) === 0) this.#graph.dropNode(id); // its pairs are among those left out
    });
  }

  async #lay(): Promise<void> {
    const { nodes, edges } = graphToByteArrays(this.#graph, (_edge, attributes) => attributes.weight as number);
    const slice = new Slice();
    for (let round = 0; round < rounds; round++) {
      iterate(settings, nodes, edges);
      if (slice.isOver) await slice.next();
    }

    assignLayoutChanges(this.#graph, nodes, null);
  }

  #draw(told: HTMLElement): void {
    const style = getComputedStyle(this);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    const hues: Record<string, string> = { conflict: colour("--q4"), cooperation: colour("--q1"), both: colour("--mixed") };
    const [ink, actor, line] = [colour("--ink"), colour("--actor"), colour("--line")];
    let lit: string | null = null;
    const near = (id: string) => lit === null || id === lit || this.#graph.areNeighbors(id, lit);
    this.#sigma?.kill();
    const box = this.querySelector<HTMLElement>(".graph")!;
    box.hidden = false;
    const taken: { left: number; right: number; y: number }[] = []; // by actors and names, in this drawing
    const sigma = (this.#sigma = new Sigma(this.#graph, box, {
      defaultEdgeType: "arrow",
      enableEdgeEvents: true,
      labelFont: "system-ui, 'DejaVu Sans', sans-serif",
      labelSize: 13,
      labelColor: { color: ink },
      labelDensity: 1.4,
      labelGridCellSize: 90,
      labelRenderedSizeThreshold: 5,
      minEdgeThickness: 1.4,
      stagePadding: 50,
      zIndex: true,
      // Beside the actor, else under or over it, wherever no other name stands yet; where there is no room, pointing at it tells the name
      defaultDrawNodeLabel: (context, data) => {
        if (!data.label) return;
        context.font = "13px system-ui, 'DejaVu Sans', sans-serif";
        context.fillStyle = ink!;
        const width = context.measureText(data.label).width;
        const beside = data.size + 4;
        const free = [
          { x: data.x + beside, y: data.y + 4 }, { x: data.x - beside - width, y: data.y + 4 },
          { x: data.x - width / 2, y: data.y + beside + 10 }, { x: data.x - width / 2, y: data.y - beside },
        ].find(({ x, y }) => x > 2 && x + width < box.clientWidth - 2
          && !taken.some((other) => x < other.right && x + width > other.left && Math.abs(y - other.y) < lineHeight));
        if (!free) return;
        taken.push({ left: free.x, right: free.x + width, y: free.y });
        context.fillText(data.label, free.x, free.y);
      },
      defaultDrawNodeHover: (context, data) => {
        context.beginPath();
        context.arc(data.x, data.y, data.size + 3, 0, 2 * Math.PI);
        context.lineWidth = 2;
        context.strokeStyle = ink;
        context.stroke();
        if (!data.label) return;
        context.font = "600 13px system-ui, 'DejaVu Sans', sans-serif";
        const width = context.measureText(data.label).width;
        context.fillStyle = colour("--sheet");
        context.fillRect(data.x + data.size + 4, data.y - 11, width + 8, 22);
        context.fillStyle = ink;
        context.fillText(data.label, data.x + data.size + 8, data.y + 5);
      },
      nodeReducer: (id, data) => ({ ...data, color: near(id) ? actor : line, label: near(id) ? data.label : null, zIndex: near(id) ? 1 : 0 }),
      edgeReducer: (edge, data) => {
        const isNear = lit === null || this.#graph.extremities(edge).includes(lit);
        return { ...data, color: isNear ? hues[data.mostly] : line, zIndex: isNear ? 1 : 0 };
      },
    }));
    sigma.on("beforeRender", () => {
      taken.length = 0;
      this.#graph.forEachNode((_, actor) => {
        const { x, y } = sigma.graphToViewport({ x: actor.x, y: actor.y });
        taken.push({ left: x - actor.size, right: x + actor.size, y: y + 4 });
      });
    });
    sigma.refresh(); // now that it is known where the actors stand
    const usual = "Point at an actor or a pair. A click on an actor opens its dossier, with Shift it shows that actor alone; a click on a pair opens its entries.";
    told.textContent = usual;
    const light = (id: string | null, words: string) => {
      lit = id;
      told.textContent = words;
      box.classList.toggle("over", words !== usual);
      sigma.refresh({ skipIndexation: true });
    };
    sigma.on("enterNode", ({ node }) => light(node, `${this.#graph.getNodeAttribute(node, "name")}: ${this.#graph.getNodeAttribute(node, "count")} events`));
    sigma.on("leaveNode", () => light(null, usual));
    sigma.on("enterEdge", ({ edge }) => light(null, this.#graph.getEdgeAttribute(edge, "told")));
    sigma.on("leaveEdge", () => light(null, usual));
    sigma.on("clickNode", ({ node, event }) => {
      location.href = this.#graph.getNodeAttribute(node, event.original.shiftKey || event.original.altKey ? "only" : "link");
    });
    sigma.on("clickEdge", ({ edge }) => {
      location.href = this.#graph.getEdgeAttribute(edge, "link");
    });
    box.tabIndex = 0;
    box.onkeydown = (event) => move(sigma, event);
    this.dataset.drawn = String(this.#graph.order);
  }
}

function move(sigma: Sigma, event: KeyboardEvent): void {
  const camera = sigma.getCamera();
  const { x, y, ratio } = camera.getState();
  const to = {
    ArrowLeft: { x: x - step * ratio }, ArrowRight: { x: x + step * ratio }, ArrowUp: { y: y + step * ratio }, ArrowDown: { y: y - step * ratio },
    "+": { ratio: ratio / 1.4 }, "=": { ratio: ratio / 1.4 }, "-": { ratio: ratio * 1.4 }, "0": { x: 0.5, y: 0.5, ratio: 1 },
  }[event.key];
  if (!to || event.ctrlKey || event.altKey || event.metaKey) return;
  camera.setState(to);
  event.preventDefault();
}

function number(cell: HTMLTableCellElement): number {
  return Number(cell.textContent!.replace(/\D/g, ""));
}

customElements.define("ledger-network", Network);
