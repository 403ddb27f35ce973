import { accept, type Result, refuse } from "~/domain/shared/result";
import { unescaped } from "./entities";
import { ATTRIBUTES, entriesOf, nameOf, parseOrdered, textInside } from "./parse-ordered";
import type { XmlFault, XmlLimits } from "./xml-gate";

export type XmlNode = {
  name: string;
  /** A Map, because a file may call an attribute as it likes. */
  attributes: ReadonlyMap<string, string>;
  children: ReadonlyArray<XmlNode>;
  text: string;
};

/** An XML text as a tree. Entities of a document are off: only the five of XML and numbered ones are read. */
export function readXmlTree(text: string, limits: XmlLimits): Result<XmlNode, XmlFault> {
  const read = parseOrdered(text, { limits, trimValues: false, removeNSPrefix: false });
  if (!read.ok) return read;
  const [root] = toNodes(read.value);
  return root ? accept(root) : refuse({ code: "not-xml", at: 0 });
}

function toNodes(content: unknown): ReadonlyArray<XmlNode> {
  return entriesOf(content).flatMap((entry) => {
    const name = nameOf(entry);
    if (name === null) return [];
    const attributes = Object.entries(entry[ATTRIBUTES] ?? {}).map(
      ([key, value]) => [key, unescaped(String(value))] as const,
    );
    const inside = entry[name];
    return [{ name, attributes: new Map(attributes), children: toNodes(inside), text: textInside(inside) }];
  });
}
