import { fingerprintOfTarget } from "~/domain/risk/target-record";
import { type Conduit, elementKey, type Zone, type ZoneModel } from "~/domain/zone-model/zone-model";
import type { Db } from "~db/client";
import { listAcceptances, type NamedAcceptance } from "~db/repositories/target-acceptances";
import { findAcceptedRecords } from "~db/repositories/target-history";
import { standingsBy } from "./target-standings.server";

type Shown = { modelId: string; content: ZoneModel; isPublished: boolean };

/**
 * How every target of a document came about, whose word it is, and what that person accepted where something else
 * stands. A revision goes by the acceptance of exactly what it holds, also where later ones are of later drafts.
 */
export async function reportTargets(db: Db, organisationId: string, shown: Shown) {
  const { modelId, content, isPublished } = shown;
  const byKey = new Map<string, ReadonlyArray<NamedAcceptance>>();
  for (const one of await listAcceptances(db, organisationId, modelId)) {
    const key = elementKey({ kind: one.elementKind, id: one.elementId });
    byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  const acceptanceOf = (key: string, element: Zone | Conduit) => {
    const own = byKey.get(key) ?? [];
    // The last word on exactly this target counts, also where it was taken back: an earlier one does not stand up again.
    const exact = isPublished
      ? own.findLast(({ fingerprint }) => fingerprint === fingerprintOfTarget(element))
      : undefined;
    const last = exact ?? own.at(-1);
    return last?.withdrawnAt === null ? last : undefined;
  };
  const shownBy = new Map<string, NamedAcceptance>();
  const standings = await standingsBy(db, organisationId, content, (key, element) => {
    const acceptance = acceptanceOf(key, element);
    if (acceptance) shownBy.set(key, acceptance);
    return acceptance;
  });
  const changed = [...standings].flatMap(([key, { acceptance }]) =>
    acceptance === "changed" ? (shownBy.get(key) ?? []) : [],
  );
  const records = await findAcceptedRecords(db, organisationId, modelId, changed);
  return new Map(
    [...standings].map(([key, standing]) => {
      const acceptance = shownBy.get(key);
      const was = acceptance && records.get(acceptance.id);
      return [key, { ...standing, note: acceptance?.note ?? "", was: was ?? null }] as const;
    }),
  );
}
