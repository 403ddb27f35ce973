import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import type { Verdict } from "~/domain/assessment/assessment";
import { computeCapability } from "~/domain/assessment/capability";
import { compileEngine } from "~/domain/assessment/engine/engine";
import { verdictsOfDeclaration } from "~/domain/assessment/engine/verdicts";
import { VERDICTS } from "~/domain/assessment/verdict";
import { toIsoDate } from "~/domain/shared/iso-date";
import type { Caller } from "~/use-cases/use-case.server";
import { keptValues } from "~db/kept";
import { listSharedContents, type SharedVersion } from "~db/repositories/shared-declarations";
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
/** So many documents are read and judged before others who wait for this process get their turn. */
const AT_ONCE = 50;

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
  const keyOf = ({ declarationId, fingerprint }: SharedVersion) =>
    `${organisationId} ${asOf} ${state} ${declarationId} ${fingerprint}`;
  const rows = new Map<string, JudgedRow>();
  const missing = declarations.filter((one) => {
    const known = kept.find(keyOf(one));
    if (known) rows.set(one.declarationId, known);
    return !known;
  });
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    const some = missing.slice(at, at + AT_ONCE);
    const ids = some.map(({ declarationId }) => declarationId);
    const contents = await listSharedContents(database.read, organisationId, ids);
    const found = some.flatMap((one) => {
      const content = contents.get(one.declarationId);
      return content ? [{ one, content }] : [];
    });
    const engine = compileEngine({
      requirements: COMPONENT_REQUIREMENTS,
      asOf,
      profiles: zones.map(({ profile }) => profile),
      declarations: found.map(({ content }) => content),
    });
    for (const [place, { one, content }] of found.entries()) {
      const codes = verdictsOfDeclaration(engine, place);
      const slCapability = computeCapability(COMPONENT_REQUIREMENTS, content);
      rows.set(one.declarationId, kept.keep(keyOf(one), { codes, slCapability }));
    }
    if (at + AT_ONCE < missing.length) await new Promise((resolve) => setImmediate(resolve));
  }
  return rows;
}

/** Verdicts of the zones at these places. */
export function verdictsAt({ codes }: JudgedRow, places: ReadonlyArray<number>): ReadonlyArray<Verdict> {
  return places.flatMap((place) => VERDICTS[codes[place] ?? -1] ?? []);
}
