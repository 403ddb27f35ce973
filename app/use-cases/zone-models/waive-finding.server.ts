import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { toIsoDate } from "~/domain/shared/iso-date";
import { refuse } from "~/domain/shared/result";
import { evaluateRules } from "~/domain/zone-model/rules";
import { faultOfTerm } from "~/domain/zone-model/waivers";
import { WaiverSchema } from "~/domain/zone-model/zone-model";
import {
  type Caller,
  type InvalidInput,
  requirePermission,
  toInvalidInput,
} from "~/use-cases/use-case.server";
import { editZoneModel } from "./edit-zone-model.server";
import { requireModel } from "./publication.server";

const WaiveFindingInput = z.strictObject({
  modelId: z.string(),
  version: z.unknown(),
  findingId: z.string(),
  reason: WaiverSchema.shape.reason,
  expiresOn: WaiverSchema.shape.expiresOn,
});

/**
 * Accepts a finding of the draft in writing until a day after today, at most two years ahead. An edit like any other:
 * it stands in the history and can be taken back. A finding that has closed meanwhile is not found.
 */
export async function waiveFinding(
  caller: Caller,
  raw: unknown,
): Promise<Awaited<ReturnType<typeof editZoneModel>>> {
  const { actor, database, now, newId } = caller;
  requirePermission(actor, "model.edit");
  const parsed = WaiveFindingInput.safeParse(raw, { reportInput: true });
  if (!parsed.success) return refuse(toInvalidInput(parsed.error));
  const { modelId, version, findingId, reason, expiresOn } = parsed.data;
  const fault = faultOfTerm(expiresOn, toIsoDate(now));
  if (fault) return refuse<InvalidInput>({ code: "invalid-input", fields: { expiresOn: [fault] } });
  const { draft } = await requireModel(database.read, actor.organisationId, modelId);
  const finding = evaluateRules(draft).find(({ id }) => id === findingId);
  if (!finding) throw new AppError("not-found", "there is no such finding");
  const { ruleId, element } = finding;
  const waiver = { id: newId(), ruleId, element, reason, expiresOn };
  return editZoneModel(caller, { modelId, version, commands: [{ type: "add-waiver", waiver }] });
}
