/** What a form posts or shows: names with dots are nested, as `readForm` reads them. */
export type FormValues = { readonly [name: string]: unknown };

/** Value of a field by its name, e.g. `platforms.rows.0.name`; empty where there is none. */
export function textOf(values: unknown, name: string): string {
  const value = name.split(".").reduce<unknown>(memberOf, values);
  return typeof value === "string" ? value : "";
}

export function listOf(values: unknown, name: string): ReadonlyArray<string> {
  return toList(name.split(".").reduce<unknown>(memberOf, values));
}

/** Places of the rows that a form holds, in order. */
export function placesOf(values: unknown, name: string): ReadonlyArray<string> {
  const rows = name.split(".").reduce<unknown>(memberOf, values);
  return typeof rows === "object" && rows !== null ? Object.keys(rows).filter(isPlace).sort(byNumber) : [];
}

export function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  // Just looked up as its own member.
  return (value as Readonly<Record<string, unknown>>)[name];
}

/** Forms post CRLF; a text must not differ from itself. */
export function toText(value: unknown): string {
  return typeof value === "string" ? value.replaceAll("\r\n", "\n").trim() : "";
}

export function toList(value: unknown): ReadonlyArray<string> {
  if (typeof value === "string") return value === "" ? [] : [value];
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === "string") : [];
}

/** Anything else goes on as it is and is refused at its field. */
export function toFlag(value: unknown): unknown {
  const text = toText(value);
  if (text === "true" || text === "false") return text === "true";
  return text === "" ? null : text;
}

export function toNumber(value: unknown): unknown {
  const text = toText(value);
  if (text === "") return undefined;
  return /^-?\d+$/.test(text) ? Number(text) : text;
}

export function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : toText(value) === "";
}

function isPlace(name: string): boolean {
  return /^\d{1,4}$/.test(name);
}

function byNumber(a: string, b: string): number {
  return Number(a) - Number(b);
}

/** The fields of a form in the browser, nested as `readForm` nests them on the server. */
export function nestValues(form: FormData): FormValues {
  const values: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name);
    setMember(values, name.split("."), all.length > 1 ? all : all[0]);
  }
  return values;
}

function setMember(
  target: Record<string, unknown>,
  [head = "", ...rest]: ReadonlyArray<string>,
  value: unknown,
) {
  if (rest.length === 0) {
    target[head] = value;
    return;
  }
  const known = memberOf(target, head);
  const child = typeof known === "object" && known !== null && !Array.isArray(known) ? known : {};
  target[head] = child;
  // Just made, or an object this very function made before.
  setMember(child as Record<string, unknown>, rest, value);
}
