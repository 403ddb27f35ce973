import { isSameVector, type SlVector } from "../security-level/security-level";
import { canonicalJson } from "../shared/canonical-json";
import { fingerprintOf } from "../shared/fingerprint";
import type { ZoneModelCommand } from "../zone-model/commands";
import type { ElementRef, Zone } from "../zone-model/zone-model";
import { deriveTarget } from "./derive-target";
import { isRated } from "./open-ratings";
import type { RiskScale } from "./risk-matrix";

/** What an element must reach and why: zones and conduits say it alike (IEC 62443-3-2 ZCR 5.6, 5.13). */
export type TargetRecord = Pick<Zone, "slTarget" | "slTargetRationale" | "riskAssessment">;
export const TARGETED_KINDS = ["zone", "conduit"] as const;
export type TargetedElement = ElementRef & { kind: (typeof TARGETED_KINDS)[number] };

/** SHA-256 of target, rationale and risk assessment; the order of threats and of FRs says nothing. */
export function fingerprintOfTarget({ slTarget, slTargetRationale, riskAssessment }: TargetRecord): string {
  const normal = riskAssessment && {
    ...riskAssessment,
    threats: riskAssessment.threats
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((threat) => ({ ...threat, foundationalRequirements: threat.foundationalRequirements.toSorted() })),
  };
  return fingerprintOf({ slTarget, slTargetRationale, riskAssessment: normal });
}

export const TARGET_ORIGINS = [
  "none",
  "derived",
  "assessed",
  "adjusted",
  "reference-type",
  "by-hand",
] as const;
/**
 * `derived`: a conduit takes the higher of both ends. `assessed`: what its risk assessment asks for. `adjusted`:
 * assessed, then set otherwise. `reference-type`: as the catalogue suggests for this kind of zone.
 */
export type TargetOrigin = (typeof TARGET_ORIGINS)[number];

/** How a target came about; `matrix` is the one that the assessment was rated with. */
export function targetOrigin(
  { slTarget, riskAssessment }: TargetRecord,
  known: { kind: "zone" | "conduit"; matrix: RiskScale | null; suggested: SlVector | null },
): TargetOrigin {
  if (!slTarget) return known.kind === "conduit" ? "derived" : "none";
  if (riskAssessment && isRated(riskAssessment) && known.matrix) {
    const { vector } = deriveTarget(riskAssessment, known.matrix);
    return isSameVector(vector, slTarget) ? "assessed" : "adjusted";
  }
  return known.suggested && isSameVector(known.suggested, slTarget) ? "reference-type" : "by-hand";
}

export type AcceptanceStanding = "none" | "accepted" | "changed";

/** Whether what was accepted last is what stands (ZCR 7.1). An acceptance that was withdrawn is nobody's word any more. */
export function acceptanceStanding(
  target: TargetRecord,
  latest: { fingerprint: string; withdrawnAt?: Date | null } | undefined,
): AcceptanceStanding {
  if (!latest || latest.withdrawnAt) return "none";
  return latest.fingerprint === fingerprintOfTarget(target) ? "accepted" : "changed";
}

export const TARGET_FIELDS = ["slTarget", "slTargetRationale", "riskAssessment"] as const;
export type TargetField = (typeof TARGET_FIELDS)[number];

/** A save of the draft, as far as it concerns one element; `at` is an instant in ISO 8601. */
export type TargetEdit = {
  personId: string;
  at: string;
  commands: ReadonlyArray<ZoneModelCommand>;
};
export type TargetChange = { personId: string; at: string; fields: ReadonlyArray<TargetField> };

/** What an element says before anybody has said anything. */
export const NO_TARGET: TargetRecord = { slTarget: null, slTargetRationale: "", riskAssessment: null };

/**
 * Who changed target, rationale or assessment of an element that said `before`, oldest first. Writing the same value
 * again is no change: setting a rationale sends the levels along.
 */
export function targetHistory(
  edits: ReadonlyArray<TargetEdit>,
  element: TargetedElement,
  before: TargetRecord = NO_TARGET,
): ReadonlyArray<TargetChange> {
  let current = before;
  return edits.flatMap(({ personId, at, commands }) => {
    const earlier = current;
    current = afterCommands(current, commands, element);
    const fields = TARGET_FIELDS.filter((field) => !isSameValue(earlier[field], current[field]));
    return fields.length > 0 ? [{ personId, at, fields }] : [];
  });
}

/** What the element says once the commands have been applied. */
export function afterCommands(
  record: TargetRecord,
  commands: ReadonlyArray<ZoneModelCommand>,
  element: TargetedElement,
): TargetRecord {
  let current = record;
  for (const command of commands) {
    const written = targetWrite(command);
    if (written && isSameElement(written.element, element)) current = { ...current, ...written.fields };
  }
  return current;
}

/** The fields in which somebody has said something: whoever made them cannot accept them. */
export function saidFields(target: TargetRecord): ReadonlyArray<TargetField> {
  return TARGET_FIELDS.filter((field) => !isSameValue(target[field], NO_TARGET[field]));
}

export function isSameValue(
  a: TargetRecord[TargetField] | undefined,
  b: TargetRecord[TargetField] | undefined,
): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}

export function isSameElement(a: TargetedElement, b: TargetedElement): boolean {
  return a.kind === b.kind && a.id === b.id;
}

export type TargetWrite = { element: TargetedElement; fields: Partial<TargetRecord> };

/** The element whose target, rationale or assessment a command writes, and what it writes; undefined for all others. */
export function targetWrite(command: ZoneModelCommand): TargetWrite | undefined {
  switch (command.type) {
    case "add-zone":
      return { element: { kind: "zone", id: command.zone.id }, fields: recordOf(command.zone) };
    case "update-zone":
      return writeOf({ kind: "zone", id: command.zoneId }, command.changes);
    case "set-sl-target": {
      const { zoneId: id, slTarget, rationale: slTargetRationale } = command;
      return { element: { kind: "zone", id }, fields: { slTarget, slTargetRationale } };
    }
    case "add-conduit":
      return { element: { kind: "conduit", id: command.conduit.id }, fields: recordOf(command.conduit) };
    case "update-conduit":
      return writeOf({ kind: "conduit", id: command.conduitId }, command.changes);
    case "place-zone":
    case "nest-zone":
    case "delete-zone":
    case "delete-conduit":
    case "add-asset":
    case "update-asset":
    case "move-asset":
    case "delete-asset":
    case "add-waiver":
    case "delete-waiver":
      return undefined;
  }
}

function recordOf({ slTarget, slTargetRationale, riskAssessment }: TargetRecord): TargetRecord {
  return { slTarget, slTargetRationale, riskAssessment };
}

function writeOf(element: TargetedElement, changes: Partial<TargetRecord>): TargetWrite | undefined {
  const given = TARGET_FIELDS.filter((field) => changes[field] !== undefined);
  if (given.length === 0) return undefined;
  return { element, fields: Object.fromEntries(given.map((field) => [field, changes[field]])) };
}
