import { XMLParser } from "fast-xml-parser";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { unescaped } from "./entities";
import { faultOfXml, type XmlFault, type XmlLimits } from "./xml-gate";

/** How an entry of the library's ordered form calls its attributes, its text, and text that stood in CDATA. */
export const ATTRIBUTES = ":@";
export const TEXT = "#text";
export const CDATA = "#cdata";

/** One member is called as the element and holds what is in it; beside it stand the attributes. */
export type XmlEntry = Readonly<Record<string, unknown>>;

type Reading = { limits: XmlLimits; trimValues: boolean; removeNSPrefix: boolean };

/**
 * An XML text in the library's ordered form: the gate looks at it first, the parser's own entities are off, and every
 * value is text as it was written. Never throws.
 */
export function parseOrdered(
  text: string,
  { limits, ...reading }: Reading,
): Result<ReadonlyArray<XmlEntry>, XmlFault> {
  const fault = faultOfXml(text, limits);
  if (fault) return refuse(fault);
  const parser = new XMLParser({
    ...reading,
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    parseAttributeValue: false,
    parseTagValue: false,
    processEntities: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    cdataPropName: CDATA,
  });
  try {
    return accept(entriesOf(parser.parse(text)));
  } catch {
    return refuse({ code: "not-xml", at: 0 });
  }
}

/** What is in an element, as entries. */
export function entriesOf(content: unknown): ReadonlyArray<XmlEntry> {
  return Array.isArray(content) ? content : [];
}

/** The element that an entry is; null where it is text. */
export function nameOf(entry: XmlEntry): string | null {
  return Object.keys(entry).find((key) => key !== ATTRIBUTES && key !== TEXT && key !== CDATA) ?? null;
}

/** The text right inside an element, CDATA included. */
export function textInside(content: unknown): string {
  return entriesOf(content)
    .map((entry) =>
      CDATA in entry
        ? entriesOf(entry[CDATA])
            .map((raw) => String(raw[TEXT] ?? ""))
            .join("")
        : unescaped(String(entry[TEXT] ?? "")),
    )
    .join("");
}
