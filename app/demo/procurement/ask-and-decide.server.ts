import { toIsoDate } from "~/domain/shared/iso-date";
import { completeCondition } from "~/use-cases/decisions/complete-condition.server";
import { findPair } from "~/use-cases/decisions/judged-pair.server";
import { recordDecision } from "~/use-cases/decisions/record-decision.server";
import { acceptRequest } from "~/use-cases/declarations/accept-request.server";
import { answerRequest } from "~/use-cases/declarations/answer-request.server";
import { declineRequest } from "~/use-cases/declarations/decline-request.server";
import { askQuestion } from "~/use-cases/dialogue/ask-question.server";
import { writeMessage } from "~/use-cases/dialogue/write-message.server";
import { createRequest } from "~/use-cases/requests/create-request.server";
import { withdrawRequest } from "~/use-cases/requests/withdraw-request.server";
import { findDecisionOfRequest, listConditions } from "~db/repositories/decisions";
import { DEMO_HOSPITAL, HOSPITAL_PEOPLE } from "../people";
import { declaredOf } from "../products/declare-products.server";
import { sampleProduct } from "../products/sample-products";
import { callerOf, DAY_MS, type Demo, done, momentOf, type Step } from "../timetable";
import { type Move, PLANNED_REQUESTS, type PlannedCondition, type PlannedRequest } from "./requests";

const { procurement } = HOSPITAL_PEOPLE;

/** Procurement asks, suppliers answer, procurement decides. */
export function askAndDecide(demo: Demo): ReadonlyArray<Step> {
  return PLANNED_REQUESTS.flatMap((planned) => stepsOf(demo, planned));
}

function stepsOf(demo: Demo, planned: PlannedRequest): ReadonlyArray<Step> {
  let requestId = "";
  const sentAt = momentOf(demo, planned.sentDaysAgo, "09:05");
  return [
    {
      at: sentAt,
      does: async () => {
        requestId = await send(demo, planned, sentAt);
      },
    },
    ...planned.moves.flatMap((move) => {
      const at = momentOf(demo, move.daysAgo, "11:20");
      const asked = { planned, at, requestId: () => requestId };
      if (move.type === "ask") return questions(demo, move, asked);
      return [{ at, does: () => make(demo, move, asked) }, ...completions(demo, move, asked)];
    }),
  ];
}

async function send(demo: Demo, planned: PlannedRequest, at: Date): Promise<string> {
  const { productId, supplierId, subject, message, zoneId, dueInDays } = planned;
  const { id } = done(
    await createRequest(callerOf(demo, procurement, at), {
      modelId: demo.model.id,
      zoneId,
      supplierId: supplierId ?? declaredOf(demo, productId ?? "").supplier.organisationId,
      subject,
      message,
      dueOn: dayIn(demo, dueInDays),
      componentTypes: productId === null ? [] : sampleProduct(productId).componentTypes,
    }),
  );
  return id;
}

type Asked = { planned: PlannedRequest; at: Date; requestId: () => string };

async function make(
  demo: Demo,
  move: Exclude<Move, { type: "ask" }>,
  { planned, at, requestId: idOf }: Asked,
): Promise<void> {
  const requestId = idOf();
  const { supplier, declarationId } = declaredOf(demo, planned.productId ?? "");
  const bySupplier = callerOf(demo, supplier, at);
  switch (move.type) {
    case "accept":
      done(await acceptRequest(bySupplier, { requestId }));
      return;
    case "declare":
      done(await answerRequest(bySupplier, { requestId, declarationId }));
      return;
    case "decline":
      done(await declineRequest(bySupplier, { requestId, reason: move.reason }));
      return;
    case "withdraw":
      done(await withdrawRequest(callerOf(demo, procurement, at), { requestId }));
      return;
    case "decide":
      await decide(demo, move, { planned, at, requestId, declarationId });
      return;
  }
}

/** What one side asked, and what the other wrote to it. */
function questions(
  demo: Demo,
  { from, text, answer }: Extract<Move, { type: "ask" }>,
  { planned, at, requestId }: Asked,
): ReadonlyArray<Step> {
  const { supplier } = declaredOf(demo, planned.productId ?? "");
  const [asker, other] = from === "hospital" ? [procurement, supplier] : [supplier, procurement];
  let threadId = "";
  const ask = async () => {
    const input = { requestId: requestId(), findingId: null, declarationId: null, text };
    threadId = done(await askQuestion(callerOf(demo, asker, at), input)).id;
  };
  if (!answer) return [{ at, does: ask }];
  const answeredAt = momentOf(demo, answer.daysAgo, "09:40");
  const write = async () => {
    const input = { requestId: requestId(), threadId, text: answer.text };
    done(await writeMessage(callerOf(demo, other, answeredAt), input));
  };
  return [
    { at, does: ask },
    { at: answeredAt, does: write },
  ];
}

type Decide = Extract<Move, { type: "decide" }>;
type Judged = { planned: PlannedRequest; at: Date; requestId: string; declarationId: string };

async function decide(demo: Demo, move: Decide, { planned, at, requestId, declarationId }: Judged) {
  const { database, model } = demo;
  const ids = { modelId: model.id, zoneId: planned.zoneId, declarationId };
  // What procurement has on the screen.
  const { assessment, revision } = await findPair(database.read, DEMO_HOSPITAL.id, ids, toIsoDate(at));
  done(
    await recordDecision(callerOf(demo, procurement, at), {
      ...ids,
      requestId,
      kind: move.kind,
      reason: move.reason,
      conditions: (move.conditions ?? []).map(({ text, owner, dueInDays }) => ({
        text,
        owner,
        dueOn: dayIn(demo, dueInDays),
      })),
      fingerprint: assessment.fingerprint,
      asOf: assessment.asOf,
      revisionNumber: revision.number,
    }),
  );
}

function completions(demo: Demo, move: Move, { requestId }: Asked): ReadonlyArray<Step> {
  if (move.type !== "decide") return [];
  return (move.conditions ?? []).flatMap(({ text, completed }: PlannedCondition) => {
    if (!completed) return [];
    const at = momentOf(demo, completed.daysAgo, "15:30");
    return [{ at, does: () => complete(demo, { at, requestId: requestId(), text, note: completed.note }) }];
  });
}

type Completion = { at: Date; requestId: string; text: string; note: string };

async function complete(demo: Demo, { at, requestId, text, note }: Completion): Promise<void> {
  const { read } = demo.database;
  const decision = await findDecisionOfRequest(read, DEMO_HOSPITAL.id, requestId);
  const conditions = await listConditions(read, DEMO_HOSPITAL.id, decision ? [decision.id] : []);
  const condition = conditions.find((one) => one.text === text);
  const ids = { decisionId: decision?.id, conditionId: condition?.id };
  done(await completeCondition(callerOf(demo, procurement, at), { ...ids, note }));
}

function dayIn({ now }: Pick<Demo, "now">, days: number): string {
  return toIsoDate(new Date(now.getTime() + days * DAY_MS));
}
