import { z } from "zod";
import {
  AssetSchema,
  ConduitSchema,
  PlaceSchema,
  WaiverSchema,
  ZoneSchema,
} from "~/domain/zone-model/zone-model";
import type { Cell, Geometry } from "./cells";

/** Name of the attribute in which a drawing of ours carries what cannot be drawn. */
export const FACTS_ATTRIBUTE = "cordon";
export const WAIVERS_ATTRIBUTE = "cordonWaivers";
const LONGEST = 200_000;

const OwnFactsSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("zone"),
    element: ZoneSchema,
    place: PlaceSchema.nullable(),
    /** Where it was drawn: a zone that nobody moved keeps the place it had, or had not. */
    drawn: z.string().max(200),
  }),
  z.strictObject({ kind: z.literal("asset"), element: AssetSchema }),
  z.strictObject({ kind: z.literal("conduit"), element: ConduitSchema }),
]);
export type OwnFacts = z.output<typeof OwnFactsSchema>;
/** What is written may leave out what it says nothing of. */
export type WrittenFacts = z.input<typeof OwnFactsSchema>;

export function geometryText({ x, y, width, height }: Geometry): string {
  return [x, y, width, height].join(" ");
}

/** What Cordon wrote beside a cell; undefined where there is nothing, null where it cannot be read. */
export function readOwnFacts(cell: Cell): OwnFacts | undefined | null {
  const text = cell.facts.get(FACTS_ATTRIBUTE);
  if (text === undefined) return undefined;
  const parsed = OwnFactsSchema.safeParse(readJson(text));
  return parsed.success ? parsed.data : null;
}

export function readOwnWaivers(cells: ReadonlyArray<Cell>) {
  const text = cells.map(({ facts }) => facts.get(WAIVERS_ATTRIBUTE)).find((value) => value !== undefined);
  const parsed = z.array(WaiverSchema).safeParse(readJson(text ?? "[]", 20 * LONGEST));
  return parsed.success ? parsed.data : [];
}

/** The elements are flat but for the risk assessment: what is deeper than this was not written by us. */
function readJson(text: string, longest = LONGEST): unknown {
  if (text.length > longest || /[[{]\s*(?:[[{]\s*){16}/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
