import { toIsoDate } from "~/domain/shared/iso-date";
import type { Db } from "~db/client";
import { listSharedDeclarations, type SharedDeclaration } from "~db/repositories/declarations";
import { listAudience } from "~db/repositories/reassessments";
import { openProfiles } from "../profiles/profile-source.server";
import { listHeld, targetedZones, unchangedZone, type ZoneSides } from "./affected-zones.server";
import { type Occasion, reassess } from "./reassess.server";

/** By hospital, then by release: the newest declaration that it may see. */
export type Seen = ReadonlyMap<string, ReadonlyMap<string, SharedDeclaration>>;

/** Who sees what of a supplier, or of one of its releases; to be asked before and after a step that may change it. */
export async function seenByHospitals(
  db: Db,
  of: { supplierId: string; releaseId?: string },
  hospitalIds?: ReadonlyArray<string>,
): Promise<Seen> {
  const seen = new Map<string, ReadonlyMap<string, SharedDeclaration>>();
  for (const hospitalId of hospitalIds ?? (await listAudience(db, of.supplierId, of.releaseId))) {
    const shared = await listSharedDeclarations(db, hospitalId, {
      supplierId: of.supplierId,
      releaseIds: of.releaseId === undefined ? undefined : [of.releaseId],
    });
    seen.set(hospitalId, new Map(shared.map((declaration) => [declaration.releaseId, declaration])));
  }
  return seen;
}

/** `personId`: of the hospital; null where the supplier did it, whose people stay with the supplier. */
type Step = Omit<Occasion, "organisationId">;

/**
 * After signing or sharing: in every hospital that sees another declaration of a release than before, each zone with
 * it. Written into the hospital's own list, from which the supplier learns nothing.
 */
export async function reassessDeclarations(
  step: Step,
  cause: "declaration-signed" | "declaration-shared",
  { before, after }: { before: Seen; after: Seen },
): Promise<void> {
  const today = toIsoDate(step.now);
  for (const organisationId of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(organisationId) ?? NOTHING, after.get(organisationId) ?? NOTHING];
    const changed = [...new Set([...is.keys(), ...was.keys()])].filter(
      (release) => was.get(release)?.declarationId !== is.get(release)?.declarationId,
    );
    if (changed.length === 0) continue;
    const occasion = { ...step, organisationId };
    const zones = await zonesOf(occasion);
    for (const release of changed) {
      const [before, after] = [was.get(release), is.get(release)];
      const declaration = after ?? before;
      if (!declaration) continue;
      const sides = { declaration, before: before?.content ?? null, after: after?.content ?? null };
      await reassess(
        occasion,
        { cause, subject: subjectOf(declaration, after) },
        { zones, declarations: [sides], days: { before: today, after: today } },
      );
    }
  }
}

const NOTHING: ReadonlyMap<string, SharedDeclaration> = new Map();

/** Zones stay as they are. */
async function zonesOf({ db, organisationId }: Occasion): Promise<ReadonlyArray<ZoneSides>> {
  const source = await openProfiles(db, organisationId);
  const held = await listHeld(db, organisationId);
  return [...targetedZones({ source, held }).values()].map(unchangedZone);
}

function subjectOf(declaration: SharedDeclaration, after: SharedDeclaration | undefined) {
  const { supplierName, productName, releaseVersion, declarationId, declarationVersion } = declaration;
  const step = after ? "visible" : "hidden";
  return { supplierName, productName, releaseVersion, declarationId, declarationVersion, step };
}
