import type { DeclarationContent } from "../declaration/declaration";
import type { Evidence } from "../declaration/evidence";
import { addDays, addYears, type IsoDate } from "../shared/iso-date";
import type { RequirementProfile } from "./assessment";

/** What of a policy turns a date of a declaration into a day on which the result may be another one. */
type Thresholds = {
  isEvidenceDemanded: boolean;
  areDutiesHeld: boolean;
  serviceYears: number | null;
  platformYears: number | null;
  mds2MaxAgeDays: number | null;
  sbomMaxAgeDays: number | null;
};

/**
 * Every day from which on the result may be another one than the day before, in order: first and last days of the
 * ledger, of evidence, certificates and support, ages of documents, days of the law. Between two of them nothing
 * changes but words and notes (product.md §4: the check has no clock).
 */
export function datesOf(
  profile: RequirementProfile,
  declaration: DeclarationContent,
): ReadonlyArray<IsoDate> {
  return [
    ...new Set([
      ...datesOfLedger(profile),
      ...datesOfLaw(profile, declaration),
      ...statedDates(profile, declaration),
    ]),
  ].sort();
}

/** The first such day after a day; null where none is foreseen. */
export function nextDayOfChange(
  profile: RequirementProfile,
  declaration: DeclarationContent,
  after: IsoDate,
): IsoDate | null {
  return datesOf(profile, declaration).find((day) => day > after) ?? null;
}

/** True where the result on `until` may be another one than on `from`. */
export function mayChangeBetween(
  profile: RequirementProfile,
  declaration: DeclarationContent,
  { from, until }: { from: IsoDate; until: IsoDate },
): boolean {
  const lies = (day: IsoDate) => from < day && day <= until;
  return (
    datesOfLedger(profile).some(lies) ||
    statedDates(profile, declaration).some(lies) ||
    datesOfLaw(profile, declaration).some(lies)
  );
}

function datesOfLedger({ countermeasures }: RequirementProfile): ReadonlyArray<IsoDate> {
  return countermeasures.flatMap(({ acceptedOn, expiresOn }) => [acceptedOn, ...dayAfter(expiresOn)]);
}

/** The day of a milestone is the first on which a duty holds, or the last of a transition: both are looked at. */
function datesOfLaw(
  { milestones, policy }: RequirementProfile,
  { facts }: DeclarationContent,
): ReadonlyArray<IsoDate> {
  if (policy.regimes === null) return [];
  return milestones
    .filter(({ regime }) => regime === facts.regime)
    .flatMap(({ appliesFrom }) => [appliesFrom, ...dayAfter(appliesFrom)]);
}

/** By declaration and thresholds: hundreds of zones share the few that there are. */
const stated = new WeakMap<DeclarationContent, Map<string, ReadonlyArray<IsoDate>>>();

function statedDates(profile: RequirementProfile, declaration: DeclarationContent): ReadonlyArray<IsoDate> {
  const thresholds = thresholdsOf(profile);
  const key = Object.values(thresholds).join();
  const byThresholds = stated.get(declaration) ?? new Map<string, ReadonlyArray<IsoDate>>();
  stated.set(declaration, byThresholds);
  const dates = byThresholds.get(key) ?? datesInDeclaration(declaration, thresholds);
  byThresholds.set(key, dates);
  return dates;
}

function thresholdsOf({ policy }: RequirementProfile): Thresholds {
  return {
    isEvidenceDemanded: policy.capabilityEvidence !== null || policy.developmentEvidence !== null,
    areDutiesHeld: policy.regimes !== null,
    serviceYears: policy.plannedServiceYears,
    platformYears: policy.platformSupport ? (policy.plannedServiceYears ?? 0) : null,
    mds2MaxAgeDays: policy.mds2MaxAgeDays,
    sbomMaxAgeDays: policy.sbomMaxAgeDays,
  };
}

function datesInDeclaration({ facts, evidence }: DeclarationContent, thresholds: Thresholds) {
  const { serviceYears, platformYears, mds2MaxAgeDays, sbomMaxAgeDays } = thresholds;
  return [
    ...(thresholds.isEvidenceDemanded ? evidence.flatMap(datesOfPiece) : []),
    ...(thresholds.areDutiesHeld ? dayAfter(facts.conformityCertificateEndsOn) : []),
    ...datesOfSupport(facts.supportEndsOn, serviceYears),
    ...(facts.platforms ?? []).flatMap(({ supportEndsOn }) => datesOfSupport(supportEndsOn, platformYears)),
    ...datesOfAge(facts.mds2?.releasedOn, mds2MaxAgeDays),
    ...datesOfAge(facts.sbom?.createdOn, sbomMaxAgeDays),
  ];
}

function datesOfPiece({ validFrom, validUntil }: Evidence): ReadonlyArray<IsoDate> {
  return [...(validFrom === null ? [] : [validFrom]), ...dayAfter(validUntil)];
}

/** Support is over the day after it ends, and too short from the day whose years of use reach beyond the end. */
function datesOfSupport(endsOn: IsoDate | null | undefined, years: number | null): ReadonlyArray<IsoDate> {
  if (years === null || !endsOn) return [];
  return [...dayAfter(endsOn), ...firstDayTooLate(endsOn, years)];
}

/** The first day with `addYears(day, years) > endsOn`. 29 February counts as the 28th, which costs one more day. */
function firstDayTooLate(endsOn: IsoDate, years: number): ReadonlyArray<IsoDate> {
  if (Number(endsOn.slice(0, 4)) <= years) return [];
  const day = addDays(addYears(endsOn, -years), 1);
  return [addYears(day, years) > endsOn ? day : addDays(day, 1)];
}

/** A document counts from its day on, until it is older than permitted. */
function datesOfAge(date: IsoDate | null | undefined, maxAge: number | null): ReadonlyArray<IsoDate> {
  return maxAge === null || !date ? [] : [date, addDays(date, maxAge + 1)];
}

function dayAfter(date: IsoDate | null | undefined): ReadonlyArray<IsoDate> {
  return date ? [addDays(date, 1)] : [];
}
