import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import type { SampleProduct } from "~/catalogue/schemas";
import type { Answer, Answers } from "~/domain/declaration/declaration";
import { type ComponentRequirement, selectApplicable } from "~/domain/requirement/component-requirement";
import type { SlVector } from "~/domain/security-level/security-level";
import { certificateOf } from "./evidence";
import { COUNTERMEASURES, GIVES_WAY, HOW_CONFIGURED, WHY_NOT_MET, whyNotApplicable } from "./notes";

type Product = SampleProduct;

/** What a supplier that has declared nothing yet gets round to saying. */
const FIRST_ANSWERS = [
  "CR 1.3",
  "CR 1.5",
  "CR 2.1",
  "CR 2.8",
  "CR 3.5",
  "CR 3.7",
  "CR 5.1",
  "CR 7.3",
  "CR 7.4",
];

/**
 * Answers from which the declared SL-C follows again: rows up to the level of their FR are met, of those above
 * at least the first is not. The same product always answers the same.
 */
export function answersOf(product: Product): Answers {
  const { slCapability } = product;
  if (!slCapability) return Object.fromEntries(FIRST_ANSWERS.map((id) => [id, { value: "met" }]));
  const rows = selectApplicable(COMPONENT_REQUIREMENTS, product.componentTypes);
  const gaps = firstGaps(rows, product, slCapability);
  const certificate = certificateOf(product);
  return Object.fromEntries(
    rows.map((row) => {
      const answer = answerTo(row, { ...product, slCapability }, gaps);
      const isProven = certificate !== undefined && answer.value === "met";
      return [row.id, isProven ? { ...answer, evidenceIds: [certificate.id] } : answer];
    }),
  );
}

function answerTo(
  row: ComponentRequirement,
  product: Product & { slCapability: SlVector },
  gaps: ReadonlySet<string>,
): Answer {
  const givesWay = GIVES_WAY[product.id]?.[row.id];
  if (givesWay) return { value: "not-met", note: givesWay };
  const countermeasure = COUNTERMEASURES[product.id]?.[row.id];
  if (countermeasure) return countermeasure;
  const reason = whyNotApplicable(product, row.id);
  if (reason) return { value: "not-applicable", note: reason };
  const level = product.slCapability[row.foundationalRequirement];
  if (row.minSl <= level) return metSomehow(row, product);
  const isBetterThanClaimed = row.minSl === level + 1 && !gaps.has(row.id) && oneIn(4, product, row);
  if (isBetterThanClaimed) return { value: "met" };
  return { value: "not-met", ...noted(WHY_NOT_MET[row.id]) };
}

function metSomehow(row: ComponentRequirement, product: Product): Answer {
  const how = HOW_CONFIGURED[row.id];
  if (how && oneIn(2, product, row)) return { value: "met-by-configuration", note: how };
  return { value: "met" };
}

/** Per FR the lowest row above the claim that says something about the product: what keeps it from being higher. */
function firstGaps(
  rows: ReadonlyArray<ComponentRequirement>,
  product: Product,
  slCapability: SlVector,
): ReadonlySet<string> {
  const lowest = new Map<string, ComponentRequirement>();
  for (const row of rows) {
    const { foundationalRequirement: fr, minSl } = row;
    if (minSl <= slCapability[fr] || whyNotApplicable(product, row.id)) continue;
    const known = lowest.get(fr);
    if (!known || minSl < known.minSl) lowest.set(fr, row);
  }
  return new Set([...lowest.values()].map(({ id }) => id));
}

function noted(note: string | undefined): Pick<Answer, "note"> {
  return note === undefined ? {} : { note };
}

/** True for about one pair in so many, always the same ones. */
function oneIn(many: number, { id }: Pick<Product, "id">, row: Pick<ComponentRequirement, "id">): boolean {
  let sum = 0;
  for (const letter of `${id} ${row.id}`) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return sum % many === 0;
}
