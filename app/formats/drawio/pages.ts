import { accept, type Result, refuse } from "~/domain/shared/result";
import type { XmlFaultCode } from "../xml/xml-gate";
import { readXmlTree, type XmlNode } from "../xml/xml-tree";
import { inflateRaw } from "../zip/inflate";

type LimitCode = "too-deep" | "too-many-elements";
export type DrawioError =
  | { code: Exclude<XmlFaultCode, LimitCode> | "not-a-drawing" | "no-pages" | "damaged-page" }
  | { code: LimitCode | "too-many-cells"; limit: number };

/** `graph` is the `mxGraphModel` of the page. */
export type DrawioPage = { id: string; name: string; graph: XmlNode };

const LIMITS = { characters: 20_000_000, depth: 32, elements: 200_000 };
const MAX_PAGES = 200;
/** A page of 5,000 shapes has about 3 MB. */
const MAX_PAGE_BYTES = 20_000_000;
/** Of all packed pages of a file together. */
const MAX_FILE_BYTES = 40_000_000;

/** The pages of a draw.io file (`mxfile`) or of a single drawing (`mxGraphModel`); packed pages are unpacked. */
export function parseDrawioPages(text: string): Result<ReadonlyArray<DrawioPage>, DrawioError> {
  const tree = readTree(text);
  if (!tree.ok) return tree;
  const root = tree.value;
  if (root.name === "mxGraphModel") return accept([{ id: "page", name: "", graph: root }]);
  if (root.name !== "mxfile") return refuse({ code: "not-a-drawing" });
  const diagrams = root.children.filter(({ name }) => name === "diagram").slice(0, MAX_PAGES);
  const pages: Array<DrawioPage> = [];
  let left = MAX_FILE_BYTES;
  for (const [index, diagram] of diagrams.entries()) {
    const graph = graphOf(diagram, Math.min(MAX_PAGE_BYTES, left));
    if (!graph.ok) return graph;
    left -= graph.value.unpackedBytes;
    const id = diagram.attributes.get("id") ?? String(index + 1);
    pages.push({ id, name: diagram.attributes.get("name") ?? "", graph: graph.value.graph });
  }
  return pages.length > 0 ? accept(pages) : refuse({ code: "no-pages" });
}

function readTree(text: string): Result<XmlNode, DrawioError> {
  const tree = readXmlTree(text, LIMITS);
  if (tree.ok) return tree;
  const { code } = tree.refusal;
  if (code === "too-deep") return refuse({ code, limit: LIMITS.depth });
  if (code === "too-many-elements") return refuse({ code, limit: LIMITS.elements });
  return refuse({ code });
}

type UnpackedGraph = { graph: XmlNode; unpackedBytes: number };

function graphOf(diagram: XmlNode, limit: number): Result<UnpackedGraph, DrawioError> {
  const plain = diagram.children.find(({ name }) => name === "mxGraphModel");
  if (plain) return accept({ graph: plain, unpackedBytes: 0 });
  const bytes = fromBase64(diagram.text.trim());
  const unpacked = bytes && inflateRaw(bytes, limit);
  if (!unpacked) return refuse({ code: "damaged-page" });
  if (!unpacked.ok) return refuse({ code: unpacked.refusal === "too-large" ? "too-large" : "damaged-page" });
  try {
    const xml = decodeURIComponent(new TextDecoder("utf-8", { fatal: true }).decode(unpacked.value));
    const tree = readTree(xml);
    if (!tree.ok) return tree;
    if (tree.value.name !== "mxGraphModel") return refuse({ code: "not-a-drawing" });
    return accept({ graph: tree.value, unpackedBytes: unpacked.value.length });
  } catch {
    // Not UTF-8, or not percent-encoded.
    return refuse({ code: "damaged-page" });
  }
}

function fromBase64(text: string): Uint8Array | undefined {
  if (text === "" || !/^[A-Za-z0-9+/\s]+={0,2}$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text.replace(/\s/g, "")), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
