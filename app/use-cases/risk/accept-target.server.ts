import { z } from "zod";
import { residualRisk } from "~/domain/risk/residual-risk";
import { fingerprintOfTarget } from "~/domain/risk/target-record";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { type InvalidInput, useCase } from "~/use-cases/use-case.server";
import { requireModel } from "~/use-cases/zone-models/publication.server";
import { listAcceptancesOf, saveNewAcceptance } from "~db/repositories/target-acceptances";
import { listTargetAuthors } from "~db/repositories/target-history";
import { openMatrices } from "./matrices.server";
import { requireTargeted } from "./targeted-element.server";

export const AcceptTargetInput = z.strictObject({
  modelId: z.string().min(1).max(64),
  elementKind: z.enum(["zone", "conduit"]),
  elementId: z.string().min(1).max(64),
  /** Of what the person had before their eyes. */
  fingerprint: z.string().max(64),
  note: textBlock(2000).default(""),
});

export type AcceptTargetRefusal =
  /** A conduit that takes the higher of both ends has nothing of its own to accept. */
  | { code: "no-target" }
  | { code: "changed-since-seen" }
  | { code: "already-accepted" }
  /** Four eyes are two persons. */
  | { code: "same-person" }
  | InvalidInput;

type Accepted = { id: string; acceptanceId: string; draftVersion: number };

/**
 * A security lead takes responsibility for a target, its reason and what is left of the risk (IEC 62443-3-2 ZCR 5.6,
 * 5.13, 7.1). Never whoever made what is accepted, found from the edits of the draft; and where risk above the
 * tolerable is left, not without a word on it (ZCR 5.12). Later changes show as changed since.
 */
export const acceptTarget = useCase({
  action: "target.accept",
  input: AcceptTargetInput,
  async run({ db, actor, input, now, newId }): Promise<Result<Accepted, AcceptTargetRefusal>> {
    const { organisationId, personId } = actor;
    const { modelId, elementKind, elementId, note } = input;
    const model = await requireModel(db, organisationId, modelId);
    const target = requireTargeted(model.draft, { kind: elementKind, id: elementId });
    const element = { kind: elementKind, id: elementId };
    if (!target.slTarget) return refuse({ code: "no-target" });
    const fingerprint = fingerprintOfTarget(target);
    if (fingerprint !== input.fingerprint) return refuse({ code: "changed-since-seen" });
    const [latest] = await listAcceptancesOf(db, organisationId, { modelId, element, limit: 1 });
    if (latest?.fingerprint === fingerprint && latest.withdrawnAt === null)
      return refuse({ code: "already-accepted" });
    const authors = await listTargetAuthors(db, organisationId, { modelId, element, target });
    if (authors.includes(personId)) return refuse({ code: "same-person" });
    if (note === "" && target.riskAssessment) {
      const { current } = await openMatrices(db, organisationId);
      const { aboveTolerable, open } = residualRisk(target.riskAssessment, current.matrix);
      if (aboveTolerable.length + open.length > 0) return refuse(NOTE_MISSING);
    }
    const acceptanceId = newId();
    await saveNewAcceptance(db, organisationId, {
      organisationId,
      id: acceptanceId,
      modelId,
      elementKind,
      elementId,
      fingerprint,
      slTarget: target.slTarget,
      note,
      acceptedBy: personId,
      acceptedAt: now,
    });
    return accept({ id: modelId, acceptanceId, draftVersion: model.draftVersion });
  },
  audit: ({ elementKind, elementId, fingerprint }, { acceptanceId, draftVersion }) => ({
    elementKind,
    elementId,
    fingerprint,
    acceptanceId,
    draftVersion,
  }),
});

const NOTE_MISSING: InvalidInput = { code: "invalid-input", fields: { note: ["required"] } };
