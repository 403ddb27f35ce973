import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import {
  changeOfFields,
  fieldsOfForm,
  firstOf,
  type RiskFields,
  toFieldErrors,
} from "~/components/risk/risk-form";
import type { RiskOutcome } from "~/components/risk/risk-outcome";
import { nextStep, RISK_STEPS } from "~/components/risk/risk-steps";
import { RISK_PARTS } from "~/domain/risk/assessment-parts";
import type { TargetedElement } from "~/domain/risk/target-record";
import { FOUNDATIONAL_REQUIREMENTS } from "~/domain/security-level/security-level";
import { respond } from "~/http/respond.server";
import { paths } from "~/paths";
import { acceptTarget } from "~/use-cases/risk/accept-target.server";
import { applyRiskTarget } from "~/use-cases/risk/apply-risk-target.server";
import { discardRiskAssessment, rebaseRiskAssessment } from "~/use-cases/risk/restart-risk.server";
import { saveRiskPart } from "~/use-cases/risk/save-risk-part.server";
import { withdrawTargetAcceptance } from "~/use-cases/risk/withdraw-acceptance.server";
import type { Caller } from "~/use-cases/use-case.server";
import { placeOf } from "./place-of.server";

type Refusal = RiskOutcome["refusal"];
type Answered = { to: string } | { refusal: Refusal };
type Place = { modelId: string; element: TargetedElement };

/** Every form of the guided assessment: `intent` says which. Accepted leads on, refused keeps what had been typed. */
export async function answerRiskForm(args: ActionFunctionArgs) {
  const fields = fieldsOfForm(new URLSearchParams(await args.request.text()));
  const answered = await respond(args, (caller) => answer(caller, placeOf(args), fields));
  if ("to" in answered) return redirect(answered.to, 303);
  const outcome: RiskOutcome = { form: firstOf(fields, "form"), typed: fields, refusal: answered.refusal };
  return data(outcome, { status: 422 });
}

async function answer(caller: Caller, place: Place, fields: RiskFields): Promise<Answered> {
  const { modelId, element } = place;
  const fingerprint = firstOf(fields, "fingerprint");
  const base = { modelId, elementKind: element.kind, elementId: element.id };
  switch (firstOf(fields, "form")) {
    case "accept": {
      const outcome = await acceptTarget(caller, { ...base, fingerprint, note: firstOf(fields, "note") });
      return outcome.ok ? { to: stepPath(place, "target") } : { refusal: outcome.refusal };
    }
    case "withdraw": {
      const [acceptanceId, reason] = [firstOf(fields, "acceptanceId"), firstOf(fields, "reason")];
      const outcome = await withdrawTargetAcceptance(caller, { ...base, acceptanceId, reason });
      return outcome.ok ? { to: stepPath(place, "target") } : { refusal: outcome.refusal };
    }
    case "apply": {
      const slTarget = Object.fromEntries(
        FOUNDATIONAL_REQUIREMENTS.map((fr) => [fr, Number(firstOf(fields, `slTarget.${fr}`))]),
      );
      const rationale = firstOf(fields, "rationale");
      const outcome = await applyRiskTarget(caller, { ...base, fingerprint, slTarget, rationale });
      return outcome.ok ? { to: stepPath(place, "target") } : { refusal: plain(outcome.refusal) };
    }
    case "rebase": {
      const outcome = await rebaseRiskAssessment(caller, { ...place, fingerprint });
      return outcome.ok ? { to: stepPath(place, "result") } : { refusal: plain(outcome.refusal) };
    }
    case "discard": {
      const outcome = await discardRiskAssessment(caller, { ...place, fingerprint });
      return outcome.ok ? { to: stepPath(place, "consequence") } : { refusal: plain(outcome.refusal) };
    }
    default:
      return savePart(caller, place, fields);
  }
}

async function savePart(caller: Caller, place: Place, fields: RiskFields): Promise<Answered> {
  const { modelId, element } = place;
  const part = RISK_PARTS.find((known) => known === firstOf(fields, "part"));
  const outcome = await saveRiskPart(caller, {
    ...{ modelId, elementKind: element.kind, elementId: element.id },
    token: firstOf(fields, "token"),
    change: part && changeOfFields(part, fields, { withNew: true }),
  });
  if (!outcome.ok) {
    const { refusal } = outcome;
    if (refusal.code !== "invalid-input") return { refusal: plain(refusal) };
    return { refusal: { ...refusal, fields: toFieldErrors(refusal.fields, fields) } };
  }
  const step = RISK_STEPS.find((known) => known === part) ?? "consequence";
  const stays = firstOf(fields, "intent") === "stay" || firstOf(fields, "remove") !== "";
  return { to: stepPath(place, stays ? step : nextStep(step)) };
}

function stepPath({ modelId, element }: Place, step: string): string {
  return paths.elementRisk(modelId, element, { step });
}

type UseCaseRefusal =
  | Extract<Awaited<ReturnType<typeof saveRiskPart>>, { ok: false }>["refusal"]
  | Extract<Awaited<ReturnType<typeof applyRiskTarget>>, { ok: false }>["refusal"];

/** What a page shows of a refusal: the edits of others are in the history. */
function plain(refusal: UseCaseRefusal): Refusal {
  switch (refusal.code) {
    case "invalid-input":
    case "part-changed":
      return refusal;
    case "stale-version":
      return { code: "changed-since-seen" };
    case "command-refused":
      return { code: "element-gone" };
    case "model-is-submitted":
    case "changed-since-seen":
    case "not-rated":
      return { code: refusal.code };
  }
}
