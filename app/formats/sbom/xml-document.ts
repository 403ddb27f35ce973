import { accept, type Result, refuse } from "~/domain/shared/result";
import { unescaped } from "../xml/entities";
import { ATTRIBUTES, entriesOf, nameOf, parseOrdered } from "../xml/parse-ordered";
import { XML_TOKEN, type XmlFaultCode } from "../xml/xml-gate";
import { MAX_SBOM_BYTES, type SbomRefusal, type SbomRefusalCode } from "./document";

const LIMITS = {
  characters: MAX_SBOM_BYTES,
  depth: 64,
  /** 200,000 components of 20 elements. */
  elements: 4_000_000,
};
const CODES: Readonly<Record<XmlFaultCode, SbomRefusalCode>> = {
  "too-large": "too-large",
  "not-xml": "not-xml",
  "document-type": "document-type",
  "reserved-name": "reserved-name",
  "too-deep": "too-deep",
  "too-many-elements": "too-many-values",
};

/** An element as the library gives it, looked at in place: a second tree would double the memory. */
export type XmlElement = { name: string; attributes: Readonly<Record<string, unknown>>; content: unknown };

/** The library forgets namespaces with the prefixes: those that the root element declares stand beside it. */
export type XmlDocument = { root: XmlElement; namespaces: ReadonlyArray<string> };

/** An XML text as a tree of elements without prefixes; a refusal names the line. Never throws. */
export function readXml(text: string): Result<XmlDocument, SbomRefusal> {
  const read = parseOrdered(text, { limits: LIMITS, trimValues: true, removeNSPrefix: true });
  if (!read.ok) {
    const { code, at } = read.refusal;
    return refuse({ code: CODES[code], place: { line: lineAt(text, at) }, detail: "" });
  }
  const [root] = elementsOf(read.value);
  return root
    ? accept({ root, namespaces: namespacesOf(text) })
    : refuse({ code: "not-xml", place: null, detail: "" });
}

function namespacesOf(text: string): ReadonlyArray<string> {
  for (const [, , name = "", attributes = ""] of text.matchAll(XML_TOKEN)) {
    if (name === "") continue;
    return [...attributes.matchAll(/\sxmlns(?::[\w.-]+)?\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
      ([, double = "", single = ""]) => double || single,
    );
  }
  return [];
}

function lineAt(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf("\n"); next >= 0 && next < at; next = text.indexOf("\n", next + 1)) line += 1;
  return line;
}

/** The elements in the content of one. */
export function elementsOf(content: unknown): ReadonlyArray<XmlElement> {
  return entriesOf(content).flatMap((entry) => {
    const name = nameOf(entry);
    if (name === null) return [];
    const attributes = entry[ATTRIBUTES];
    return [{ name, attributes: isRecord(attributes) ? attributes : {}, content: entry[name] }];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** An attribute as text; null where there is none. */
export function attributeOf({ attributes }: XmlElement, name: string): string | null {
  const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return typeof value === "string" ? unescaped(value) : null;
}
