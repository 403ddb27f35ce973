/** One spelling for all: `AUDT-2.8.1`. Dashes of every kind, spaces, commas for points and case go. */
export function normalisedId(text: string): string | null {
  if (text.length > 40) return null;
  const plain = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\u2010-\u2015\u2212_]/g, "-")
    .trim();
  const [, section = "", numbers = ""] =
    /^([A-Z]{3,4})\s*[-.:]?\s*(\d{1,2}(?:\s*[.,]\s*\d{1,2}){0,2})\s*[.:)]?$/.exec(plain) ?? [];
  return section === "" ? null : `${section}-${numbers.replace(/\s/g, "").replaceAll(",", ".")}`;
}

export type KnownIds = {
  ids: ReadonlySet<string>;
  /** Letters before the dash. */
  sections: ReadonlyArray<string>;
};

export function knownIds(questions: ReadonlyArray<{ id: string }>): KnownIds {
  const ids = new Set(questions.map(({ id }) => id));
  return { ids, sections: [...new Set([...ids].map((id) => id.slice(0, id.indexOf("-"))))] };
}

/**
 * The question that an unknown id most likely means, and whether that is beyond doubt: one letter of the section missing,
 * added, wrong or swapped with its neighbour, only one section comes into question, and it has that number. A
 * number is never corrected, because every other one is a question of its own; then a question near by is suggested.
 */
export function nearestId(id: string, known: KnownIds): { question: string; isCertain: boolean } | null {
  const dash = id.indexOf("-");
  const section = id.slice(0, dash);
  const number = id.slice(dash + 1);
  const near = known.sections.includes(section)
    ? [section]
    : known.sections.filter((one) => isOneStepApart(one, section));
  const [first] = near;
  if (first === undefined) return null;
  const [only, ...others] = near.map((one) => `${one}-${number}`).filter((one) => known.ids.has(one));
  if (only !== undefined) return { question: only, isCertain: others.length === 0 && near.length === 1 };
  // The question above: AUDT-2.12 stands under AUDT-2.
  const above = `${first}-${number.split(".").slice(0, -1).join(".")}`;
  return known.ids.has(above) ? { question: above, isCertain: false } : null;
}

/** One letter changed, left out, put in, or two neighbours swapped (Damerau). */
function isOneStepApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.length > restB.length) return restA.slice(1) === restB;
  if (restA.length < restB.length) return restB.slice(1) === restA;
  const isSwap = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return isSwap || restA.slice(1) === restB.slice(1);
}
