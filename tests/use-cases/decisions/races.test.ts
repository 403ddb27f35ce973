import { expect, test } from "vitest";
import { flatVector } from "~/domain/security-level/security-level";
import { completeCondition } from "~/use-cases/decisions/complete-condition.server";
import { recordDecision } from "~/use-cases/decisions/record-decision.server";
import { findAssessment } from "~db/repositories/assessments";
import { findDecision, listConditions, listCurrentDecisions } from "~db/repositories/decisions";
import { aDatabase } from "../../builders/database";
import { aContent, aForm, aScene, colleague, decideOn, meetingLevel, ONE_CONDITION, publish } from "./scene";

const database = aDatabase();
const RACES = 500;

test(`${RACES} races of two officers, a new revision and a condition: what is decided is what was seen, one decision stands, none is rewritten`, async () => {
  const scene = await aScene(database(), { answers: meetingLevel(2) });
  const other = await colleague(scene.officer, "procurement-officer");
  const { organisationId } = scene.officer.actor;
  const { read } = database();
  async function stored(id: string) {
    const decision = await findDecision(read, organisationId, id);
    const frozen = decision && (await findAssessment(read, organisationId, decision.assessmentId));
    if (!decision || !frozen) throw new Error("a decision and what it froze are there");
    return { decision, frozen };
  }
  const first = await stored(
    await decideOn(scene, { kind: "approve-with-conditions", conditions: ONE_CONDITION }),
  );
  /** Each decision with what it froze, as they stood when they were made. */
  const made = new Map([[first.decision.id, first]]);
  const refused = new Map<string, number>();
  let [condition] = await listConditions(read, organisationId, [first.decision.id]);

  for (let race = 0; race < RACES; race += 1) {
    // Level 1 in turn with level 2: the product conforms to both, and the person has to see which it is.
    const content = aContent({ slTarget: flatVector(race % 2 === 0 ? 2 : 1) });
    const form = await aForm(scene);
    const conditional = { ...form, kind: "approve-with-conditions", conditions: ONE_CONDITION };
    const completion = {
      ...{ decisionId: condition?.decisionId ?? "", conditionId: condition?.id ?? "", note: "Done" },
    };
    const moves = [
      () => recordDecision(other, conditional),
      () => publish(scene.engineer, { modelId: scene.modelId, number: race + 2, content }),
      () => completeCondition(other, completion),
      () => recordDecision(scene.officer, form),
      () => completeCondition(scene.officer, completion),
    ];
    const from = race % moves.length;
    const outcomes = await Promise.all([...moves.slice(from), ...moves.slice(0, from)].map((move) => move()));
    for (const outcome of outcomes) {
      if (!outcome) continue;
      if (!outcome.ok) refused.set(outcome.refusal.code, (refused.get(outcome.refusal.code) ?? 0) + 1);
      else if ("assessmentId" in outcome.value) {
        expect(outcome.value.fingerprint, "nothing is decided that was not seen").toBe(form.fingerprint);
        made.set(outcome.value.id, await stored(outcome.value.id));
      }
    }
    const current = await listCurrentDecisions(read, organisationId, { limit: 10 });
    expect(current, "exactly one decision stands").toHaveLength(1);
    const [open] = await listConditions(read, organisationId, [current[0]?.id ?? ""]);
    condition = open ?? condition;
  }

  for (const [id, before] of made) {
    const after = await stored(id);
    expect({ ...after.decision, isCurrent: null }).toEqual({ ...before.decision, isCurrent: null });
    expect(after.frozen).toEqual(before.frozen);
    expect(after.frozen.fingerprint).toBe(after.decision.fingerprint);
  }
  // They were races: each side won some.
  expect(made.size).toBeGreaterThan(RACES / 4);
  for (const code of ["assessment-changed", "already-completed", "decision-superseded"])
    expect(refused.get(code) ?? 0, code).toBeGreaterThan(0);
});
