/** IEC 62443-4-2, in the order of its clauses: common requirements first, then those of a component type. */
const FAMILIES = ["CR", "SAR", "EDR", "HDR", "NDR"];
const REQUIREMENT_ID = /^([A-Z]+) (\d+)\.(\d+)(?: RE\((\d+)\))?$/;

/**
 * The standard's numbering as an order: `CR 1.2`, `CR 1.10`, `CR 1.10 RE(1)`, `NDR 1.13`, `CR 2.1`. It depends
 * on the ids alone, so that an assessment is the same whatever order its rows arrived in. Ids of another form
 * come last, by code unit.
 */
export function compareRequirementIds(a: string, b: string): number {
  const left = sortKeyOf(a);
  const right = sortKeyOf(b);
  if (left === null || right === null) return left === right ? compareText(a, b) : left === null ? 1 : -1;
  for (const place of [0, 1, 2, 3] as const)
    if (left[place] !== right[place]) return left[place] - right[place];
  return compareText(a, b);
}

function sortKeyOf(id: string): readonly [number, number, number, number] | null {
  const match = REQUIREMENT_ID.exec(id);
  if (match === null) return null;
  // The first three groups always match; the fourth is the enhancement, if there is one.
  const [family, chapter, number, enhancement = 0] = match.slice(1) as [string, string, string, string?];
  return [Number(chapter), Number(number), FAMILIES.indexOf(family), Number(enhancement)];
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
