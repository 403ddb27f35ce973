export type XmlLimits = { characters: number; depth: number; elements: number };

export type XmlFaultCode =
  | "too-large"
  | "not-xml"
  | "document-type"
  | "reserved-name"
  | "too-deep"
  | "too-many-elements";

/** `at`: the character where it is. */
export type XmlFault = { code: XmlFaultCode; at: number };

/**
 * No character is looked at twice: a name ends where no more of its letters follow, and nothing but comments, CDATA and
 * instructions reaches beyond the next "<", which attributes must not hold. One of those that never ends is a token of
 * two characters, at which the reading stops. An element has at most 500 attributes: each takes room on the stack.
 */
export const XML_TOKEN =
  /<(?:!--[\s\S]*?-->|!\[CDATA\[[\s\S]*?\]\]>|\?[\s\S]*?\?>|!|\?|(\/)?([A-Za-z_][\w.:-]*)(?![\w.:-])([^<>"']*(?:"[^"<]*"[^<>"']*|'[^'<]*'[^<>"']*){0,500})>)/g;
/** Names that would reach into the objects that hold them. */
const RESERVED = /(?:^|[\s:])(?:__proto__|constructor|prototype)\s*(?:=|$)/;

/**
 * Looks at an XML text before a parser does, in one pass: no document type (in which entities and references to other
 * files hide), one root, elements closed in order, no reserved names, bounded depth and number of elements. The parser
 * behind it then has nothing to defend. Null where nothing is wrong.
 */
export function faultOfXml(text: string, limits: XmlLimits): XmlFault | null {
  if (text.length > limits.characters) return { code: "too-large", at: limits.characters };
  const open: Array<string> = [];
  let elements = 0;
  let end = 0;
  for (const match of text.matchAll(XML_TOKEN)) {
    const [token, closing, name = "", attributes = ""] = match;
    const at = match.index;
    // A "<" between two tokens is the start of something that never ends; before the root there is nothing but space.
    const between = text.slice(end, at);
    if (between.includes("<") || (elements === 0 && /[^\s\uFEFF]/.test(between)))
      return { code: "not-xml", at: end };
    end = at + token.length;
    if (token === "<!") return { code: "document-type", at };
    if (token === "<?") return { code: "not-xml", at };
    if (name === "") continue;
    if (RESERVED.test(name) || RESERVED.test(attributes)) return { code: "reserved-name", at };
    if (closing) {
      if (open.pop() !== name) return { code: "not-xml", at };
      continue;
    }
    elements += 1;
    if (open.length === 0 && elements > 1) return { code: "not-xml", at };
    if (!attributes.endsWith("/")) open.push(name);
    if (open.length > limits.depth) return { code: "too-deep", at };
    if (elements > limits.elements) return { code: "too-many-elements", at };
  }
  return open.length > 0 || elements === 0 || text.slice(end).includes("<")
    ? { code: "not-xml", at: end }
    : null;
}
