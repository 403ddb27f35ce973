/** Characters from which on reading a document anew costs more than knowing it again. */
const LARGE = 50_000;
/** Characters of all texts together: seven models of 300 zones and 5,000 assets. */
const ROOM = 10_000_000;

type Known = { text: string; document: object };

/** In the order of their last use: few, each held against a text by its length and then by its characters. */
const known = new Set<Known>();
let used = 0;
/** Frozen all through, and the same again after a journey as JSON. */
const settled = new WeakSet<object>();
const own = new WeakSet<object>();

/**
 * A stored text as a document. A large one that was read or written lately is given back as the same, frozen object:
 * the same text is the same document, whoever wrote it, so nothing that is known can be out of date.
 */
export function documentOf(text: string): unknown {
  if (text.length < LARGE) return JSON.parse(text);
  const found = find(text);
  if (!found) return keep(text, JSON.parse(text));
  known.delete(found);
  known.add(found);
  return found.document;
}

/** The text to be stored; a large document is known from then on. */
export function textOf(document: unknown): string {
  const text = JSON.stringify(document);
  if (text.length >= LARGE && typeof document === "object" && document !== null && settle(document)) {
    own.add(document);
    keep(text, document);
  }
  return text;
}

/** Whether this process has written it: then it has the form of its column and need not be looked at again. */
export function isOwnDocument(document: unknown): boolean {
  return typeof document === "object" && document !== null && own.has(document);
}

function find(text: string): Known | undefined {
  // Texts of another length are not looked at; of the same one up to the first character that differs.
  for (const one of known) if (one.text === text) return one;
  return undefined;
}

function keep(text: string, document: unknown): unknown {
  if (typeof document !== "object" || document === null || !settle(document)) return document;
  const same = find(text);
  if (same) forget(same);
  known.add({ text, document });
  used += text.length;
  for (const oldest of known) {
    if (used <= ROOM) break;
    forget(oldest);
  }
  return document;
}

function forget(one: Known): void {
  known.delete(one);
  used -= one.text.length;
}

/** Freezes what JSON gives back as it is; false for anything else. What an edit left alone is settled already. */
function settle(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== "object" || value === null) return value === null || isPlain(value);
  if (settled.has(value)) return true;
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype) return false;
  const members = Object.values(value);
  if (Array.isArray(value) && members.length !== value.length) return false;
  if (!members.every(settle)) return false;
  settled.add(Object.freeze(value));
  return true;
}

function isPlain(value: unknown): boolean {
  return typeof value === "string" || typeof value === "boolean";
}
