/** Deeper structures would overflow the stack of JSON.stringify and of every recursive validator. */
export const MAX_JSON_DEPTH = 64;

/**
 * Canonical JSON (RFC 8785): members sorted by UTF-16 code units, no white space, ECMAScript numbers.
 * The same value gives the same bytes in Node and in the browser. Members that are `undefined` are left out.
 * Throws on non-finite numbers, functions, symbols, big integers, and below {@link MAX_JSON_DEPTH}.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (depth > MAX_JSON_DEPTH) throw new RangeError(`JSON is nested deeper than ${MAX_JSON_DEPTH} levels`);
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError("JSON has no notation for a number that is not finite");
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((entry) => write(entry ?? null, depth + 1)).join(",")}]`;
  if (typeof value === "object") {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([name, member]) => `${JSON.stringify(name)}:${write(member, depth + 1)}`);
    return `{${members.join(",")}}`;
  }
  throw new TypeError(`JSON has no notation for a ${typeof value}`);
}
