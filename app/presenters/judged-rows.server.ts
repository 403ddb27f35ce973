import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import type { Verdict } from "~/domain/assessment/assessment";
import { computeCapability } from "~/domain/assessment/capability";
import { compileEngine } from "~/domain/assessment/engine/engine";
import { verdictsOfDeclaration } from "~/domain/assessment/engine/verdicts";
import { VERDICTS } from "~/domain/assessment/verdict";
import { toIsoDate } from "~/domain/shared/iso-date";
import { toldByShared } from "~/use-cases/declarations/told-by-shared.server";
import type { Caller } from "~/use-cases/use-case.server";
import { keptValues } from "~db/kept";
import type { SharedVersion } from "~db/repositories/shared-declarations";
import type { Targets } from "./targeted-zones.server";

/** One declaration against every targeted zone. */
export type JudgedRow = {
  /** Places in `VERDICTS`, in the order of the zones. */
  codes: Uint8Array;
  /** The same in every zone: what a product reaches does not depend on where it goes. */
  slCapability: ReturnType<typeof computeCapability>;
};

/** Cells of all organisations together; a row takes as much as a hundred cells more. */
const KEPT_CELLS = 6_000_000;
const kept = keptValues<JudgedRow>(KEPT_CELLS, ({ codes }) => 100 + codes.length);

/**
 * By id of the declaration, as of today. What is signed never changes, so a row stands for the day, the policy, the
 * ledger and the revisions it was judged under: only what is new is read and judged.
 */
export async function judgeRows(
  { actor, database, now }: Caller,
  { state, zones }: Targets,
  declarations: ReadonlyArray<SharedVersion>,
): Promise<ReadonlyMap<string, JudgedRow>> {
  const { organisationId } = actor;
  const asOf = toIsoDate(now);
  const judged = await toldByShared({ db: database.read, organisationId }, declarations, {
    kept,
    state: `${asOf} ${state}`,
    tell(contents) {
      const engine = compileEngine({
        requirements: COMPONENT_REQUIREMENTS,
        asOf,
        profiles: zones.map(({ profile }) => profile),
        declarations: contents,
      });
      return contents.map((content, place) => ({
        codes: verdictsOfDeclaration(engine, place),
        slCapability: computeCapability(COMPONENT_REQUIREMENTS, content),
      }));
    },
  });
  return new Map(judged.map(({ version, told }) => [version.declarationId, told]));
}

/** Verdicts of the zones at these places. */
export function verdictsAt({ codes }: JudgedRow, places: ReadonlyArray<number>): ReadonlyArray<Verdict> {
  return places.flatMap((place) => VERDICTS[codes[place] ?? -1] ?? []);
}
