/** What a refused form held, so that nothing has to be typed again without JavaScript. */
export type PostedValues = Readonly<Record<string, unknown>> | undefined;

/** The text posted under a name such as `conditions.0.owner`. */
export function textOf(values: PostedValues, name: string): string | undefined {
  const found = name.split(".").reduce<unknown>((value, part) => {
    if (typeof value !== "object" || value === null) return undefined;
    return new Map(Object.entries(value)).get(part);
  }, values);
  return typeof found === "string" ? found : undefined;
}

/** The texts of a name that may have been posted several times. */
export function textsOf(values: PostedValues, name: string): ReadonlyArray<string> {
  const found = values?.[name];
  if (Array.isArray(found)) return found.filter((entry) => typeof entry === "string");
  return typeof found === "string" ? [found] : [];
}
