import { type FrozenInput, type Replay, replay, type Versions } from "~/domain/assessment/replay";
import { completeFrozen } from "~/domain/assessment/stored-forms";
import {
  StoredAssessmentSchema,
  StoredContentSchema,
  StoredProfileSchema,
} from "~/domain/assessment/stored-schemas";
import { canonicalJson } from "~/domain/shared/canonical-json";
import { isObject } from "../cordon-json/check-value";
import { fault, type PackFault } from "./fault";
import { jsonOf } from "./json-of";
import { PACK_FILES, PackedDecisionSchema, PackedDecisionsSchema, subjectOf } from "./manifest";
import type { EvidencePack } from "./read";
import type { Seals } from "./seals";

/** `replay` is null where the assessment cannot be read. */
export type Judged = { decisionId: string; replay: Replay | null; isSealed: boolean };

type Outcome = { faults: ReadonlyArray<PackFault>; judged: ReadonlyArray<Judged> };

/** One decision with what it names; `parts` are the files that its frozen assessment is put together from. */
type ToJudge = {
  decisionId: string;
  fingerprint: string;
  assessment: string;
  parts: { profile: string; declaration: string } | null;
  sealed: string | null;
};

/** Every decision of a pack against its assessment, and the assessment worked out again. */
export function judgedIn(pack: EvidencePack, seals: Seals, versions: Versions): Outcome {
  const listed = listedIn(pack);
  if (!listed.decisions) return { faults: [fault("file-unreadable", listed.file)], judged: [] };
  const outcomes = listed.decisions.map((one) => judgedOne(pack, one, seals, versions));
  return {
    faults: outcomes.flatMap(({ faults }) => faults),
    judged: outcomes.flatMap(({ judged }) => judged),
  };
}

function listedIn(pack: EvidencePack): { file: string; decisions: ReadonlyArray<ToJudge> | null } {
  const subject = subjectOf(pack.manifest);
  if (subject.kind === "decision") {
    const file = PACK_FILES.decision;
    const decision = PackedDecisionSchema.safeParse(jsonOf(pack, file));
    if (!decision.success) return { file, decisions: null };
    const sealed = pack.files.has(PACK_FILES.declaration) ? PACK_FILES.declaration : null;
    const { fingerprint } = decision.data;
    const { decisionId } = subject;
    return {
      file,
      decisions: [{ decisionId, fingerprint, assessment: PACK_FILES.assessment, parts: null, sealed }],
    };
  }
  const file = PACK_FILES.decisions;
  const decisions = PackedDecisionsSchema.safeParse(jsonOf(pack, file));
  if (!decisions.success) return { file, decisions: null };
  return {
    file,
    decisions: decisions.data.map(({ id, fingerprint, assessment, profile, declaration, sealed }) => ({
      ...{ decisionId: id, fingerprint, assessment, sealed },
      parts: { profile, declaration },
    })),
  };
}

function judgedOne(pack: EvidencePack, one: ToJudge, seals: Seals, versions: Versions): Outcome {
  const { decisionId, assessment, sealed } = one;
  const isSealed = sealed !== null;
  const frozen = frozenOf(pack, one);
  if (!frozen)
    return {
      faults: [fault("file-unreadable", assessment)],
      judged: [{ decisionId, replay: null, isSealed }],
    };
  const replayed = replayOf(frozen, versions);
  const isSame = one.fingerprint === frozen.fingerprint && frozen.fingerprint === frozen.result.fingerprint;
  return {
    faults: [
      ...(isSame ? [] : [fault("decision-on-another", one.fingerprint)]),
      ...(replayed === null ? [fault("file-unreadable", assessment)] : []),
      ...(replayed?.state === "disagrees"
        ? [fault("assessment-differs", `${assessment}: ${replayed.differs.join(", ")}`)]
        : []),
      ...(sealed === null ? [] : faultsOfSigned(pack, sealed, frozen, seals)),
    ],
    judged: [{ decisionId, replay: replayed, isSealed }],
  };
}

/** A file of seals that does not hold is named once, where seals are looked at. */
function faultsOfSigned(
  { files }: EvidencePack,
  sealed: string,
  frozen: FrozenInput,
  seals: Seals,
): ReadonlyArray<PackFault> {
  if (!files.has(sealed)) return [fault("file-missing", sealed)];
  const signed = seals.contentOf(sealed);
  if (signed === null) return [];
  return signed === canonicalJson(frozen.declaration) ? [] : [fault("declaration-differs", sealed)];
}

function frozenOf(pack: EvidencePack, { assessment, parts }: ToJudge): FrozenInput | null {
  const read = jsonOf(pack, assessment);
  if (read === undefined || !isObject(read)) return null;
  const { asOf, fingerprint, result } = read;
  const profile = parts ? jsonOf(pack, parts.profile) : read.profile;
  const declaration = parts ? jsonOf(pack, parts.declaration) : read.declaration;
  const isOne =
    typeof asOf === "string" &&
    typeof fingerprint === "string" &&
    StoredProfileSchema.safeParse(profile).success &&
    StoredContentSchema.safeParse(declaration).success &&
    StoredAssessmentSchema.safeParse(result).success;
  const value: unknown = { asOf, fingerprint, profile, declaration, result };
  // Checked just now, as far as the portal checks what it has kept itself.
  return isOne ? completeFrozen(value as FrozenInput) : null;
}

/** Null where a file of strangers has the right shape and still makes no sense. */
function replayOf(frozen: FrozenInput, versions: Versions): Replay | null {
  try {
    return replay(frozen, versions);
  } catch {
    return null;
  }
}
