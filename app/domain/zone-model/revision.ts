import { accept, type Result, refuse } from "../shared/result";
import { fingerprintOfModel } from "./facts";
import { needsSlTarget } from "./queries";
import { evaluateRules } from "./rules";
import type { ModelFinding } from "./rules/rule";
import { EMPTY_ZONE_MODEL, type ZoneModel } from "./zone-model";

/** Who did a step and when; `at` is an instant in ISO 8601, given by the caller: the domain has no clock. */
export type Signature = { personId: string; at: string };

/** A snapshot of the draft, waiting for a second person. */
export type Submission = { fingerprint: string; content: ZoneModel; submitted: Signature };

/** An immutable published state of a model, numbered from 1 without gaps. */
export type Revision = {
  number: number;
  fingerprint: string;
  content: ZoneModel;
  submitted: Signature;
  approved: Signature;
};

/** Where the working draft of a model stands on its way to the next revision. */
export type Publication =
  | { state: "draft"; returned: Return | null }
  | { state: "submitted"; submission: Submission };

/** Why the last submission came back; null on the first way. */
export type Return = { comment: string; fingerprint: string; submitted: Signature; returned: Signature };

export type ReturnedPublication = Extract<Publication, { state: "draft" }>;
export type SubmittedPublication = Extract<Publication, { state: "submitted" }>;

export const NEW_PUBLICATION: Publication = { state: "draft", returned: null };

export type SubmitRefusal =
  | { code: "already-submitted" }
  | { code: "nothing-changed" }
  | { code: "zones-without-target"; zoneIds: ReadonlyArray<string> };
export type ApproveRefusal =
  | { code: "not-submitted" }
  | { code: "same-person" }
  | { code: "changed-since-submitted" }
  | { code: "zones-without-target"; zoneIds: ReadonlyArray<string> };
export type ReturnRefusal = { code: "not-submitted" } | { code: "comment-missing" };

/**
 * Hands the draft to a second person (IEC 62443-3-2 ZCR 7.1). Rule findings do not hinder, they are listed for
 * whoever approves; a zone without a target does, because no supplier could be held to it.
 */
export function submitForPublication(step: {
  publication: Publication;
  draft: ZoneModel;
  latest: Revision | null;
  submitted: Signature;
}): Result<{ publication: SubmittedPublication; findings: ReadonlyArray<ModelFinding> }, SubmitRefusal> {
  const { publication, draft, latest, submitted } = step;
  if (publication.state === "submitted") return refuse({ code: "already-submitted" });
  const fingerprint = fingerprintOfModel(draft);
  if (fingerprint === (latest?.fingerprint ?? EMPTY_FINGERPRINT)) return refuse({ code: "nothing-changed" });
  const zoneIds = zonesWithoutTarget(draft);
  if (zoneIds.length > 0) return refuse({ code: "zones-without-target", zoneIds });
  return accept({
    publication: { state: "submitted", submission: { fingerprint, content: draft, submitted } },
    findings: evaluateRules(draft),
  });
}

/**
 * Publishes the submission as the next revision. Needs a person other than the one who submitted (ZCR 7.1),
 * and a draft that still says what was submitted: nobody approves what they have not seen.
 */
export function approveSubmission(step: {
  publication: Publication;
  draft: ZoneModel;
  latest: Revision | null;
  approved: Signature;
}): Result<{ publication: ReturnedPublication; revision: Revision }, ApproveRefusal> {
  const { publication, draft, latest, approved } = step;
  if (publication.state !== "submitted") return refuse({ code: "not-submitted" });
  const { fingerprint, content, submitted } = publication.submission;
  if (submitted.personId === approved.personId) return refuse({ code: "same-person" });
  if (fingerprintOfModel(draft) !== fingerprint) return refuse({ code: "changed-since-submitted" });
  const zoneIds = zonesWithoutTarget(content);
  if (zoneIds.length > 0) return refuse({ code: "zones-without-target", zoneIds });
  const revision = { number: (latest?.number ?? 0) + 1, fingerprint, content, submitted, approved };
  return accept({ publication: { state: "draft", returned: null }, revision });
}

/** Gives the submission back with a reason. Whoever submitted may do so too: nothing gets published by it. */
export function returnSubmission(step: {
  publication: Publication;
  comment: string;
  returned: Signature;
}): Result<ReturnedPublication, ReturnRefusal> {
  const { publication, returned } = step;
  if (publication.state !== "submitted") return refuse({ code: "not-submitted" });
  const comment = step.comment.trim();
  if (comment === "") return refuse({ code: "comment-missing" });
  const { fingerprint, submitted } = publication.submission;
  return accept({ state: "draft", returned: { comment, fingerprint, submitted, returned } });
}

/** Ids of the zones that keep a model from being published, in model order. */
export function zonesWithoutTarget(model: ZoneModel): ReadonlyArray<string> {
  return model.zones.filter((zone) => needsSlTarget(zone) && !zone.slTarget).map(({ id }) => id);
}

const EMPTY_FINGERPRINT = fingerprintOfModel(EMPTY_ZONE_MODEL);
