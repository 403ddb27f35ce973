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
  for (const [place, number] of left.entries()) {
    const difference = number - (right[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return compareText(a, b);
}

function sortKeyOf(id: string): ReadonlyArray<number> | null {
  const [match, family = "", chapter, number, enhancement = 0] = REQUIREMENT_ID.exec(id) ?? [];
  if (match === undefined) return null;
  return [Number(chapter), Number(number), FAMILIES.indexOf(family), Number(enhancement)];
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
