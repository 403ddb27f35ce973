import type { Answers, DeclarationContent } from "../declaration/declaration";
import {
  EVIDENCE_STRENGTHS,
  type Evidence,
  type EvidenceStrength,
  type EvidenceSubject,
} from "../declaration/evidence";
import type { EvidenceLadder } from "../policy/policy";
import { type SecurityLevel, type SlVector, toLevels } from "../security-level/security-level";
import type { IsoDate } from "../shared/iso-date";
import type { Message } from "./assessment";
import { type CheckFinding, messagesOf } from "./check";
import {
  type Bearer,
  bearerOf,
  type DateCause,
  dateCauses,
  isManagementSystem,
  type LineCause,
  lineCauses,
  missingTypes,
  productScopeCauses,
  type ScopeCause,
  schemeOf,
} from "./evidence-scope";
import { compareRequirementIds } from "./requirement-order";

export type EvidenceDemand = { strength: Exclude<EvidenceStrength, "none">; level: SecurityLevel };

type SchemeCause = "management-system" | "other-scheme";
export type CapabilityCause =
  | SchemeCause
  | "for-medical-devices-only"
  | ScopeCause
  | "level-not-stated"
  | "level-too-low"
  | "too-weak"
  | DateCause;
export type DevelopmentCause = SchemeCause | "safety-life-cycle" | LineCause | "too-weak" | DateCause;

/** What is offered for one demand, and what it is held against. */
export type Offer = Bearer & { pieces: ReadonlyArray<Evidence>; isMedicalDevice: boolean };

/**
 * The evidence filed under one subject. A medical device is one under the MDR that is no in vitro diagnostic: only for
 * these IEC TR 60601-4-5 is made.
 */
export function offerOf(declaration: DeclarationContent, subject: EvidenceSubject): Offer {
  const { regime, isInVitroDiagnostic } = declaration.facts;
  return {
    ...bearerOf(declaration),
    pieces: declaration.evidence.filter((piece) => piece.subject === subject),
    isMedicalDevice: (regime === "mdr" || regime === "mdr-legacy") && isInVitroDiagnostic !== true,
  };
}

/** What a ladder demands at the highest level of the vector; null = nothing. */
export function evidenceDemand(ladder: EvidenceLadder | null, slTarget: SlVector): EvidenceDemand | null {
  if (ladder === null) return null;
  const level = toLevels(slTarget).reduce((highest, one) => (one > highest ? one : highest));
  const [one, two, three, four] = ladder;
  const strength = ({ 0: "none", 1: one, 2: two, 3: three, 4: four } as const)[level];
  return strength === "none" ? null : { strength, level };
}

const OWN_WORD: ReadonlyArray<Evidence["type"]> = ["self-declaration", "mds2", "sbom", "manual"];

/** What the supplier has written, and what names nobody who has looked, is worth the supplier's own word. */
export function strengthOf({
  type,
  assurance,
  issuer,
}: Pick<Evidence, "type" | "assurance" | "issuer">): EvidenceStrength {
  return OWN_WORD.includes(type) || issuer === "" ? "declared" : assurance;
}

function isStrongEnough(piece: Evidence, { strength }: EvidenceDemand): boolean {
  return EVIDENCE_STRENGTHS.indexOf(strengthOf(piece)) >= EVIDENCE_STRENGTHS.indexOf(strength);
}

/** Why a piece does not show what the product is capable of; empty = it does. */
export function capabilityCauses(
  piece: Evidence,
  demand: EvidenceDemand,
  offer: Offer,
  asOf: IsoDate,
): ReadonlyArray<CapabilityCause> {
  if (isManagementSystem(piece)) return ["management-system"];
  const scheme = schemeOf(piece);
  const isForMedicalDevices = scheme === "iec-tr-60601-4-5" || scheme === "iec-60601-4-5";
  if (isForMedicalDevices && !offer.isMedicalDevice) return ["for-medical-devices-only"];
  if (!isForMedicalDevices && scheme !== "iec-62443-4-2") return ["other-scheme"];
  return [
    ...productScopeCauses(piece, offer),
    ...levelCauses(piece, demand),
    ...weightCauses(piece, demand, asOf),
  ];
}

/** Why a piece does not show that the product was developed securely; empty = it does. */
export function developmentCauses(
  piece: Evidence,
  demand: EvidenceDemand,
  offer: Offer,
  asOf: IsoDate,
): ReadonlyArray<DevelopmentCause> {
  if (isManagementSystem(piece)) return ["management-system"];
  const scheme = schemeOf(piece);
  if (scheme === "iec-62304") return ["safety-life-cycle"];
  if (scheme !== "iec-62443-4-1" && scheme !== "iec-81001-5-1") return ["other-scheme"];
  return [...lineCauses(piece, offer), ...weightCauses(piece, demand, asOf)];
}

/** Where the supplier's word is enough, the answers speak for the level; somebody else has to state it. */
function levelCauses({ scope }: Evidence, { strength, level }: EvidenceDemand) {
  if (scope.level === null) return strength === "declared" ? [] : (["level-not-stated"] as const);
  return scope.level < level ? (["level-too-low"] as const) : [];
}

function weightCauses(piece: Evidence, demand: EvidenceDemand, asOf: IsoDate) {
  return [...(isStrongEnough(piece, demand) ? [] : (["too-weak"] as const)), ...dateCauses(piece, asOf)];
}

/** What sentences about a piece may name. */
function pieceParams(piece: Evidence, bearer: Bearer): Message["params"] {
  const { title, scheme, scope, validFrom, validUntil } = piece;
  return {
    title,
    titles: titlesOf([piece]),
    scheme,
    named: scope.product,
    releases: scope.releases.join(", "),
    product: bearer.product ?? "",
    release: bearer.release ?? "",
    missing: missingTypes(piece, bearer),
    stated: scope.level ?? "",
    offered: [strengthOf(piece)],
    from: validFrom ?? "",
    until: validUntil ?? "",
  };
}

export type JudgedPiece<Cause extends string> = { piece: Evidence; causes: ReadonlyArray<Cause> };

type Wording<Cause extends string> = {
  bearer: Bearer;
  demanded: Message["params"];
  /** Key of what is declared. */
  declared: string;
  /** Last step of the key of what would make a piece count, by what keeps it from counting. */
  wayOut: Readonly<Record<Cause, string>>;
};

/** A note per piece and cause: why it does not count, and what would make it count. */
export function notesOnPieces<Cause extends string>(
  checkId: string,
  judged: ReadonlyArray<JudgedPiece<Cause>>,
  { bearer, demanded, declared, wayOut }: Wording<Cause>,
): ReadonlyArray<CheckFinding> {
  const say = messagesOf(checkId);
  return judged.flatMap(({ piece, causes }) => {
    const params = { ...demanded, ...pieceParams(piece, bearer) };
    return causes.map((cause) => ({
      about: `${piece.id}:${cause}`,
      outcome: "conforms",
      severity: "note",
      foundationalRequirement: null,
      requirementIds: [],
      expected: say("expected", params),
      declared: say(declared, params),
      reason: say(`reason.${cause}`, params),
      waysToClose: [{ by: "supplier", message: say(`close.${wayOut[cause]}`, params) }],
      evidenceIds: [piece.id],
    }));
  });
}

/** Titles in one order, for a sentence. */
export function titlesOf(pieces: ReadonlyArray<Evidence>): string {
  return pieces
    .map(({ title }) => `“${title}”`)
    .sort()
    .join(", ");
}

/** Rows by the id of the evidence that their answers cite, in the standard's order. */
export function citationsOf(answers: Answers): ReadonlyMap<string, ReadonlyArray<string>> {
  const rowsById = new Map<string, ReadonlyArray<string>>();
  const citing = Object.entries(answers).filter(([, { evidenceIds }]) => evidenceIds !== undefined);
  for (const [row, { evidenceIds = [] }] of citing.sort(([a], [b]) => compareRequirementIds(a, b)))
    for (const id of evidenceIds) rowsById.set(id, [...(rowsById.get(id) ?? []), row]);
  return rowsById;
}
