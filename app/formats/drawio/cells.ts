import { accept, type Result, refuse } from "~/domain/shared/result";
import type { XmlNode } from "../xml/xml-tree";

export type Geometry = { x: number; y: number; width: number; height: number };

/** A shape or a line of a drawing, with what an object around it says. */
export type Cell = {
  id: string;
  parentId: string | null;
  kind: "vertex" | "edge" | "layer";
  /** First line is the name; markup is taken out. */
  label: string;
  style: ReadonlyMap<string, string>;
  sourceId: string | null;
  targetId: string | null;
  geometry: Geometry | null;
  /** Attributes of the object around the cell, for our own facts. */
  facts: ReadonlyMap<string, string>;
};

export const MAX_CELLS = 30_000;

/** The cells of a page in the order of the file. */
export function readCells(
  graph: XmlNode,
): Result<ReadonlyArray<Cell>, { code: "too-many-cells"; limit: number }> {
  const root = graph.children.find(({ name }) => name === "root");
  const nodes = root?.children ?? [];
  if (nodes.length > MAX_CELLS) return refuse({ code: "too-many-cells", limit: MAX_CELLS });
  return accept(nodes.flatMap((node) => toCell(node) ?? []));
}

function toCell(node: XmlNode): Cell | undefined {
  const isWrapped = node.name === "UserObject" || node.name === "object";
  const cell = isWrapped ? node.children.find(({ name }) => name === "mxCell") : node;
  if (cell?.name !== "mxCell") return undefined;
  const id = node.attributes.get("id") ?? cell.attributes.get("id");
  if (id === undefined) return undefined;
  const style = readStyle(cell.attributes.get("style") ?? "");
  const label = (isWrapped ? node.attributes.get("label") : cell.attributes.get("value")) ?? "";
  const geometry = cell.children.find(({ name }) => name === "mxGeometry");
  const isEdge = cell.attributes.get("edge") === "1";
  const isVertex = cell.attributes.get("vertex") === "1";
  return {
    id,
    parentId: cell.attributes.get("parent") ?? null,
    kind: isEdge ? "edge" : isVertex ? "vertex" : "layer",
    label: style.get("html") === "1" ? withoutMarkup(label) : label.trim(),
    style,
    sourceId: cell.attributes.get("source") ?? null,
    targetId: cell.attributes.get("target") ?? null,
    geometry: geometry ? toGeometry(geometry) : null,
    facts: isWrapped ? node.attributes : new Map(),
  };
}

/** `swimlane;html=1;container=1` */
function readStyle(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(";").flatMap((part) => {
      const [name = "", value = "1"] = part.split("=", 2);
      return name === "" ? [] : [[name, value] as const];
    }),
  );
}

function toGeometry({ attributes }: XmlNode): Geometry {
  const number = (name: string) => {
    const value = Number(attributes.get(name) ?? 0);
    return Number.isFinite(value) ? value : 0;
  };
  return { x: number("x"), y: number("y"), width: number("width"), height: number("height") };
}

const CHARACTERS: Readonly<Record<string, string>> = {
  nbsp: " ",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  amp: "&",
};

/** Labels are HTML where the style says so: ends of blocks become line breaks, the rest of the markup goes. */
function withoutMarkup(html: string): string {
  return html
    .replace(/<(?:br|\/?div|\/?p|\/?h\d|\/?li)\b[^<>]*>/gi, "\n")
    .replace(/<[^<>]*>/g, "")
    .replace(/&(?:(nbsp|lt|gt|quot|apos|amp)|#(\d{1,6}));/g, (whole, name, code) =>
      name
        ? (CHARACTERS[name] ?? whole)
        : Number(code) <= 0x10ffff
          ? String.fromCodePoint(Number(code))
          : whole,
    )
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}
