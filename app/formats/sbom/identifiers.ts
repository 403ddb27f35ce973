/** A package URL in its parts; texts are decoded, the type is in lower case. */
export type Purl = {
  type: string;
  namespace: string | null;
  name: string;
  version: string | null;
};

const LONGEST = 1_000;

/**
 * A package URL (ECMA-427 / purl-spec): scheme, type, namespace, name, version. Qualifiers and subpath are left out: they
 * name a variant of the same package. Null where the text is none. Never throws.
 */
export function parsePurl(text: string): Purl | null {
  if (text.length > LONGEST) return null;
  const scheme = /^pkg:\/*/i.exec(text);
  if (!scheme) return null;
  const path = (text.slice(scheme[0].length).split(/[?#]/, 1)[0] ?? "").replace(/\/+$/, "");
  const slash = path.indexOf("/");
  const type = path.slice(0, slash).toLowerCase();
  if (slash < 1 || !/^[a-z][a-z0-9.+-]*$/.test(type)) return null;
  const rest = path.slice(slash + 1);
  const last = rest.lastIndexOf("/");
  // A version may hold an encoded @; a scope of npm begins with one, which stands before the last slash.
  const at = rest.indexOf("@", last + 1);
  const name = decoded(rest.slice(last + 1, at < 0 ? undefined : at));
  const version = at < 0 ? null : decoded(rest.slice(at + 1));
  const namespace = last < 0 ? null : decoded(rest.slice(0, last));
  if (name === null || name === "" || (at >= 0 && version === null)) return null;
  if (last >= 0 && namespace === null) return null;
  return { type, namespace: namespace || null, name, version: version || null };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Types whose names do not tell capital letters apart (purl-spec, types). */
const CASELESS: ReadonlySet<string> = new Set([
  "github",
  "bitbucket",
  "pypi",
  "deb",
  "apk",
  "composer",
  "npm",
]);

/** What two package URLs of one package have in common, without the version. */
export function purlKey({ type, namespace, name }: Purl): string {
  const whole = `${namespace ?? ""}/${type === "pypi" ? name.replaceAll("_", "-") : name}`;
  return `${type}:${CASELESS.has(type) ? whole.toLowerCase() : whole}`;
}

/** A CPE in the parts that name a product; `*` and `-` (any, not applicable) are null. */
export type Cpe = { part: string; vendor: string; product: string; version: string | null };

/** What two CPEs of one product have in common, without the version. */
export function cpeKey({ part, vendor, product }: Cpe): string {
  return `${part}:${vendor}:${product}`;
}

/** CPE 2.3 formatted string or 2.2 URI (NISTIR 7695). Null where the text is neither. Never throws. */
export function parseCpe(text: string): Cpe | null {
  if (text.length > LONGEST) return null;
  if (/^cpe:2\.3:/i.test(text)) {
    const [, , part = "", vendor = "", product = "", version = "", ...rest] = splitUnescaped(text);
    return rest.length === 7 ? toCpe(part, vendor, product, version) : null;
  }
  if (!/^cpe:\/[aho]:/i.test(text)) return null;
  const parts = text.slice(5).split(":");
  if (parts.length > 7) return null;
  const [part = "", vendor = "", product = "", version = ""] = parts.map((one) => decoded(one) ?? "");
  return toCpe(part, vendor, product, version);
}

/** Splits at colons that no backslash makes part of a name. */
function splitUnescaped(text: string): ReadonlyArray<string> {
  return text.match(/(?:\\.|[^:\\])+/g) ?? [];
}

function toCpe(part: string, vendor: string, product: string, version: string): Cpe | null {
  const plain = (value: string) => value.replace(/\\(.)/g, "$1").toLowerCase();
  if (!/^[aho]$/i.test(part) || isOpen(vendor) || isOpen(product)) return null;
  return {
    part: part.toLowerCase(),
    vendor: plain(vendor),
    product: plain(product),
    version: isOpen(version) ? null : plain(version),
  };
}

function isOpen(value: string): boolean {
  return value === "" || value === "*" || value === "-";
}
