import { readXmlTree } from "../xml/xml-tree";
import { readZip } from "../zip/read-zip";

/** Cells that are one, by rows and columns from 0, both ends included. */
export type Merge = { top: number; left: number; bottom: number; right: number };

const LIMITS = {
  entries: 2_000,
  entryBytes: 60 * 1024 * 1024,
  totalBytes: 100 * 1024 * 1024,
  ratio: 200,
};
/** Of the two parts that list the sheets. */
const PART_LIMITS = { characters: 1_000_000, depth: 32, elements: 20_000 };
const WANTED = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/;
const MERGE = /<(?:\w+:)?mergeCell\s[^<>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;
const MAX_MERGES = 5_000;

/**
 * The merged cells of each sheet by its name: `formats/workbook` gives the value of their first cell only. A workbook that
 * cannot be looked into has none. Never throws.
 */
export function readMerges(bytes: Uint8Array): ReadonlyMap<string, ReadonlyArray<Merge>> {
  const files = readZip(bytes, LIMITS, (name) => WANTED.test(name));
  if (!files.ok) return new Map();
  const text = (name: string) => new TextDecoder().decode(files.value.get(name) ?? new Uint8Array());
  const targets = new Map(
    elements(text("xl/_rels/workbook.xml.rels"), "Relationship").map(({ attributes }) => [
      attributes.get("Id") ?? "",
      attributes.get("Target") ?? "",
    ]),
  );
  return new Map(
    elements(text("xl/workbook.xml"), "sheet").map(({ attributes }) => {
      const id = [...attributes].find(([name]) => name.endsWith(":id"))?.[1] ?? "";
      const target = targets.get(id) ?? "";
      const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
      return [attributes.get("name") ?? "", mergesOf(text(path))];
    }),
  );
}

function elements(xml: string, name: string) {
  const tree = readXmlTree(xml, PART_LIMITS);
  if (!tree.ok) return [];
  const isNamed = (one: { name: string }) => one.name === name || one.name.endsWith(`:${name}`);
  return [...tree.value.children, ...tree.value.children.flatMap(({ children }) => children)].filter(isNamed);
}

function mergesOf(xml: string): ReadonlyArray<Merge> {
  const merges: Array<Merge> = [];
  for (const [, left = "", top = "", right = "", bottom = ""] of xml.matchAll(MERGE)) {
    merges.push({
      top: Number(top) - 1,
      left: numberOf(left),
      bottom: Number(bottom) - 1,
      right: numberOf(right),
    });
    if (merges.length >= MAX_MERGES) break;
  }
  return merges;
}

function numberOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
