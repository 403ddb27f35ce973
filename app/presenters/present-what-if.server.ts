import type { RequirementProfile } from "~/domain/assessment/assessment";
import { isAboutRows } from "~/domain/assessment/questions/finding-topics";
import { type Broken, whatBreaks } from "~/domain/assessment/questions/what-breaks";
import {
  FOUNDATIONAL_REQUIREMENTS,
  isSameVector,
  SECURITY_LEVELS,
  type SlVector,
  vectorOf,
} from "~/domain/security-level/security-level";
import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listSharedDeclarations, type SharedDeclaration } from "~db/repositories/declarations";
import { listSharedNames, type SharedName } from "~db/repositories/shared-declarations";
import { listDecisionsOfZone } from "~db/repositories/zone-decisions";
import { toNamedProduct } from "./present-placement.server";
import { PRODUCTS_AT_MOST } from "./present-zone-candidates.server";
import { findPublishedZone } from "./zone-of-revision.server";

/** What breaks if this zone asks for more: products, assets and decisions by name. */
export async function presentWhatIf(
  caller: Caller,
  modelId: string,
  zoneId: string,
  levelOf: (fr: string) => string | null,
) {
  const { actor, database, now } = caller;
  requirePermission(actor, "assessment.read");
  const { organisationId } = actor;
  const { revision, zone, profile } = await findPublishedZone(caller, modelId, zoneId);
  const slTarget = profile && readLevels(profile.slTarget, levelOf);
  const [shared, decisions] = slTarget
    ? await Promise.all([
        listSharedNames(database.read, organisationId, {}),
        listDecisionsOfZone(database.read, organisationId, { modelId, zoneId }),
      ])
    : [[], []];
  const inZone = revision.content.assets.filter((asset) => asset.zoneId === zoneId);
  const placed = new Set(inZone.map(({ productReleaseId }) => productReleaseId));
  const judged = await listSharedDeclarations(database.read, organisationId, {
    releaseIds: inUseFirst(shared, placed).map(({ releaseId }) => releaseId),
  });
  const broken = profile && slTarget ? breakingProducts(profile, slTarget, judged, toIsoDate(now)) : [];
  const known = new Set(shared.map(({ releaseId }) => releaseId));
  return {
    modelId,
    zone: { id: zone.id, name: zone.name, slTarget: zone.slTarget },
    revisionNumber: revision.number,
    slTarget,
    /** The levels that rise; without one nothing can break. */
    raised:
      profile && slTarget
        ? FOUNDATIONAL_REQUIREMENTS.filter((fr) => slTarget[fr] > profile.slTarget[fr])
        : [],
    isChanged: profile !== null && slTarget !== null && !isSameVector(profile.slTarget, slTarget),
    broken: broken.map((one) => ({
      ...toShownBroken(one),
      assets: inZone
        .filter(({ productReleaseId }) => productReleaseId === one.subject.releaseId)
        .map(({ id, name, quantity }) => ({ id, name, quantity })),
      decision: decisions.find((decision) => isSameRelease(decision, one.subject)) ?? null,
    })),
    judged: { count: shared.length, bound: PRODUCTS_AT_MOST },
    /** Nobody can say what becomes of these. */
    undeclaredAssets: inZone.filter(
      ({ productReleaseId }) => productReleaseId === null || !known.has(productReleaseId),
    ).length,
  };
}

/** Levels of an address; what is missing or no level stays as it is today. */
function readLevels(today: SlVector, levelOf: (fr: string) => string | null): SlVector {
  return vectorOf((fr) => SECURITY_LEVELS.find((level) => String(level) === levelOf(fr)) ?? today[fr]);
}

/** What stands in the zone is judged first, so that a bound never hides it. */
function inUseFirst(
  shared: ReadonlyArray<SharedName>,
  placed: ReadonlySet<string | null>,
): ReadonlyArray<SharedName> {
  const isPlaced = ({ releaseId }: SharedName) => placed.has(releaseId);
  return [...shared.filter(isPlaced), ...shared.filter((one) => !isPlaced(one))].slice(0, PRODUCTS_AT_MOST);
}

function breakingProducts(
  profile: RequirementProfile,
  slTarget: SlVector,
  shared: ReadonlyArray<SharedDeclaration>,
  asOf: string,
): ReadonlyArray<Broken<SharedDeclaration>> {
  return whatBreaks(
    shared.map((declaration) => ({ subject: declaration, declaration: declaration.content })),
    profile,
    { ...profile, slTarget },
    asOf,
  );
}

function toShownBroken({ subject, verdict, missing, leaning, findings }: Broken<SharedDeclaration>) {
  return {
    ...toNamedProduct(subject),
    verdict,
    missing,
    leaning,
    /** What rows say is said by the rows. */
    reasons: findings.filter((finding) => !isAboutRows(finding)).map(({ id, reason }) => ({ id, reason })),
  };
}

type OfRelease = Pick<SharedDeclaration, "supplierId" | "releaseId">;

function isSameRelease(a: OfRelease, b: OfRelease): boolean {
  return a.supplierId === b.supplierId && a.releaseId === b.releaseId;
}
