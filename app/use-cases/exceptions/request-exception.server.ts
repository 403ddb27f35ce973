import { z } from "zod";
import { mayBeExtended } from "~/domain/procurement/exception";
import { gapsOf } from "~/domain/procurement/gap";
import { AppError } from "~/domain/shared/app-error";
import { toIsoDate } from "~/domain/shared/iso-date";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { ElementIdSchema } from "~/domain/zone-model/zone-model";
import { listExceptionsOfPair, saveNewException } from "~db/repositories/exceptions";
import { findPair } from "../decisions/judged-pair.server";
import { type InvalidInput, useCase } from "../use-case.server";
import { ExceptionFields, readAsked } from "./fields.server";
import { requireException } from "./find-exception.server";
import { listCountermeasuresOfZone } from "./pair-of-exception.server";

/** So many may wait for one product in one zone: what the lead has not looked at needs no company. */
export const MAX_WAITING_OF_PAIR = 10;

const IdField = z.string().min(1).max(64);

const RequestExceptionInput = z.strictObject({
  modelId: IdField,
  zoneId: ElementIdSchema,
  declarationId: IdField,
  /** The earlier exception that this one would go on from; empty = a first one. */
  extendsId: z
    .string()
    .max(64)
    .optional()
    .transform((id) => id || null),
  ...ExceptionFields,
});

type Requested = { id: string; gaps: ReadonlyArray<string>; extendsId: string | null };

export type RequestExceptionRefusal =
  /** What it would go on from was never granted, has been revoked, or has a successor. */
  { code: "not-extendable" } | { code: "too-many-waiting" } | InvalidInput;

/**
 * Asks a security lead to accept in writing what a product lacks in a zone. An extension is a request like any other
 * that names the earlier one: looked at anew, never a date moved on.
 */
export const requestException = useCase({
  action: "exception.request",
  input: RequestExceptionInput,
  async run({ db, actor, input, now, newId }): Promise<Result<Requested, RequestExceptionRefusal>> {
    const { organisationId, personId } = actor;
    const today = toIsoDate(now);
    const { modelId, zoneId } = input;
    const { revision, zone, declaration, assessment } = await findPair(db, organisationId, input, today);
    const { supplierId, releaseId } = declaration;
    const pair = { modelId, zoneId, supplierId, releaseId };
    const extended =
      input.extendsId === null ? null : await requireException(db, organisationId, input.extendsId);
    if (extended && (extended.zoneId !== zoneId || extended.releaseId !== releaseId))
      throw new AppError("not-found", "there is no such exception for this product and zone");
    if (extended && !mayBeExtended(extended)) return refuse({ code: "not-extendable" });

    const place = { modelId, content: revision.content, zoneId };
    const countermeasures = await listCountermeasuresOfZone(db, organisationId, place, today);
    const asked = readAsked(input, {
      today,
      gaps: gapsOf(assessment),
      countermeasureIds: countermeasures.map(({ id }) => id),
    });
    if ("problems" in asked) return refuse({ code: "invalid-input", fields: asked.problems });
    const waiting = await listExceptionsOfPair(db, organisationId, pair);
    if (waiting.filter(({ state }) => state === "requested").length >= MAX_WAITING_OF_PAIR)
      return refuse({ code: "too-many-waiting" });

    const id = newId();
    await saveNewException(db, organisationId, {
      ...pair,
      ...{ organisationId, id, state: "requested", extendsId: extended?.id ?? null },
      ...{ zoneName: zone.name, revisionNumber: revision.number, fingerprint: assessment.fingerprint },
      ...{ productName: declaration.productName, releaseVersion: declaration.releaseVersion },
      ...{
        declarationId: declaration.declarationId,
        declarationVersion: declaration.declarationVersion,
      },
      ...{ gaps: asked.gaps, reason: input.reason, countermeasureIds: input.countermeasureIds },
      ...{ residualRisk: asked.residualRisk, residualText: input.residualText },
      ...{ expiresOn: input.expiresOn, reviewEveryDays: input.reviewEveryDays },
      ...{ requestedBy: personId, requestedAt: now, decidedBy: null, decidedAt: null, decisionNote: "" },
      ...{ withdrawnAt: null, withdrawalReason: "", revokedBy: null, revokedAt: null, revocationReason: "" },
      ...{ supersededBy: null, supersededAt: null },
    });
    return accept({ id, gaps: asked.gaps.map(({ key }) => key), extendsId: extended?.id ?? null });
  },
  audit: (input, value: Requested) => ({
    modelId: input.modelId,
    zoneId: input.zoneId,
    declarationId: input.declarationId,
    gaps: value.gaps,
    expiresOn: input.expiresOn,
    extendsId: value.extendsId,
  }),
});
