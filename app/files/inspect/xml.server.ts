import type { FileHandle } from "node:fs/promises";
import type { ContentFault } from "~/domain/files/media-type";
import { MAX_DEPTH } from "./json.server";
import { slicesOf } from "./slices.server";
import { utf8Checker } from "./utf8.server";

/** A tag with all its attributes. */
const LONGEST_TAG = 64 * 1024;
/** Elements of pages, whose scripts a browser would run. */
const PAGES = /^https?:\/\/www\.w3\.org\/(1999\/xhtml|2000\/svg|1998\/Math\/MathML|1999\/XSL\/Transform)/i;
const NAMESPACE = /\sxmlns(?::[^\s=]+)?\s*=\s*("[^"]*"|'[^']*')/g;
const NAME = /^\/?([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)(?=[\s/]|$)/;
const PAGE_ROOTS = /^(html|svg|script|stylesheet|transform)$/i;

/**
 * Null where the bytes are a well-nested XML document in UTF-8 without a document type, entities of its own, style
 * sheets or parts of pages, nested no deeper than {@link MAX_DEPTH}.
 */
export async function inspectXml(file: FileHandle): Promise<ContentFault | null> {
  const scan = xmlScanner();
  const isUtf8 = utf8Checker();
  const decoder = new TextDecoder("utf-8");
  for await (const slice of slicesOf(file)) {
    if (!isUtf8(slice, false)) return "damaged";
    const fault = scan.take(decoder.decode(slice, { stream: true }));
    if (fault) return fault;
  }
  return isUtf8(Buffer.alloc(0), true) ? scan.end() : "damaged";
}

/** Keeps the names of the elements that are open, and of the text only the mark-up that has not ended yet. */
function xmlScanner() {
  const open: Array<string> = [];
  let hasRoot = false;
  let pending = "";

  function take(more: string): ContentFault | null {
    const text = pending + more;
    pending = "";
    for (let at = 0; ; ) {
      const start = text.indexOf("<", at);
      const between = text.slice(at, start < 0 ? undefined : start);
      if (open.length === 0 && /[^\s\uFEFF]/.test(between)) return "damaged";
      if (start < 0) return null;
      const end = endOfMarkup(text, start);
      if (typeof end === "string") return end;
      if (end === null) {
        pending = rest(text, start);
        return pending.length > LONGEST_TAG ? "damaged" : null;
      }
      const fault = markupFault(text.slice(start + 1, end));
      if (fault) return fault;
      at = end + 1;
    }
  }

  function markupFault(markup: string): ContentFault | null {
    if (markup.startsWith("!--") || (markup.startsWith("![CDATA[") && open.length > 0)) return null;
    if (markup.startsWith("!")) return "external-references";
    if (markup.startsWith("?")) return instructionFault(markup);
    return elementFault(markup);
  }

  function elementFault(tag: string): ContentFault | null {
    const [, prefix = "", name] = NAME.exec(tag) ?? [];
    if (name === undefined) return "damaged";
    if (tag.startsWith("/")) return open.pop() === prefix + name ? null : "damaged";
    if (open.length === 0 && hasRoot) return "damaged";
    if (!hasRoot && PAGE_ROOTS.test(name)) return "active-page";
    hasRoot = true;
    for (const [, quoted = ""] of tag.matchAll(NAMESPACE)) {
      const address = quoted.slice(1, -1).trim();
      // Written with character references it would be another one to a browser than to us.
      if (address.includes("&") || PAGES.test(address)) return "active-page";
    }
    if (tag.endsWith("/")) return null;
    open.push(prefix + name);
    return open.length > MAX_DEPTH ? "nested-too-deeply" : null;
  }

  return {
    take,
    end: (): ContentFault | null => (hasRoot && open.length === 0 && pending === "" ? null : "damaged"),
  };
}

/** What may be as long as the file, and how it ends. */
const BLOCKS = [
  { begin: "<!--", end: "-->" },
  { begin: "<![CDATA[", end: "]]>" },
  { begin: "<?", end: "?>" },
] as const;

/** The place of the `>` that ends the mark-up from `start` on; null where the rest of it is still to come. */
function endOfMarkup(text: string, start: number): number | null | "damaged" | "external-references" {
  const block = BLOCKS.find(({ begin }) => text.startsWith(begin, start));
  if (block) {
    const end = text.indexOf(block.end, start + block.begin.length);
    return end < 0 ? null : end + block.end.length - 1;
  }
  if (text.startsWith("<!DOCTYPE", start)) return "external-references";
  let quote = "";
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (character === "<") return "damaged";
    if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return at;
  }
  return null;
}

/** Of a block only what begins it and what may begin its end is still needed. */
function rest(text: string, start: number): string {
  const block = BLOCKS.find(({ begin }) => begin !== "<?" && text.startsWith(begin, start));
  // Long enough that the last two characters are none of the beginning's own.
  return block && text.length - start >= 16 ? block.begin + text.slice(-2) : text.slice(start);
}

/** Only the declaration is taken, and only for what the bytes are. */
function instructionFault(text: string): ContentFault | null {
  if (!/^\?xml\s/.test(text)) return "external-references";
  const [, encoding = "utf-8"] = /\sencoding\s*=\s*["']([^"']*)["']/.exec(text) ?? [];
  return /^(utf-8|us-ascii)$/i.test(encoding) ? null : "damaged";
}
