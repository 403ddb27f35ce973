import { expect, test } from "vitest";
import { presentException } from "~/presenters/present-exception.server";
import { type ExceptionsQuery, presentExceptions } from "~/presenters/present-exceptions.server";
import { presentHospitalOverview } from "~/presenters/present-hospital-overview.server";
import { presentNewException } from "~/presenters/present-new-exception.server";
import { decideException } from "~/use-cases/exceptions/decide-exception.server";
import { reviewException } from "~/use-cases/exceptions/review-exception.server";
import { revokeException } from "~/use-cases/exceptions/revoke-exception.server";
import { aDatabase } from "../../builders/database";
import { accepted } from "../../builders/declaration";
import { colleague, daysLater, decideOn, ONE_CONDITION } from "../decisions/scene";
import { aLackingProduct, type Ground, granted, requested } from "./ground";

const database = aDatabase();
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });
const EVERYTHING: ExceptionsQuery = { state: null, after: null };

function pairOf({ modelId, zoneId, declarationId }: Ground, extendsId: string | null = null) {
  return { modelId, zoneId, declarationId, extendsId };
}

test("the list is filtered by what an exception is worth today", async () => {
  const ground = await aLackingProduct(database());
  const lasting = await granted(ground, { reviewEveryDays: "365" });
  const ending = await granted(ground, { expiresOn: "2026-12-31" });
  const ended = await granted(ground, { expiresOn: "2026-11-25" });
  const waiting = await requested(ground);
  const revoked = await granted(ground);
  accepted(await revokeException(ground.lead, { exceptionId: revoked, note: "No" }));
  const overdue = await granted(ground, { reviewEveryDays: "30" });
  const later = daysLater(ground.lead, 31);
  const idsOf = async (state: string) =>
    (await presentExceptions(later, { ...EVERYTHING, state })).exceptions.map(({ id }) => id).sort();
  expect(await idsOf("requested")).toEqual([waiting]);
  expect(await idsOf("expired")).toEqual([ended]);
  expect(await idsOf("expiring")).toEqual([ending]);
  expect(await idsOf("review-overdue")).toEqual([overdue]);
  expect(await idsOf("revoked")).toEqual([revoked]);
  expect(await idsOf("in-force")).toEqual([lasting, ending, overdue].sort());
  expect((await presentExceptions(later, EVERYTHING)).exceptions).toHaveLength(6);
});

test("what waits for somebody comes first, and only for them", async () => {
  const ground = await aLackingProduct(database());
  const waiting = await requested(ground);
  const asked = await granted(ground);
  const engineer = await colleague(ground.officer, "security-engineer");
  accepted(await reviewException(engineer, { exceptionId: asked, outcome: "revoke-asked", note: "Gone" }));
  const callsOf = async (caller = ground.lead) =>
    (await presentExceptions(caller, EVERYTHING)).mine.map(({ id, call }) => [id, call]);
  expect((await callsOf()).sort()).toEqual(
    [
      [waiting, "decide"],
      [asked, "revoke-asked"],
    ].sort(),
  );
  expect(await callsOf(ground.officer)).toEqual([]);
  expect(await callsOf(await colleague(ground.officer, "auditor"))).toEqual([]);
  const soon = await granted(ground, { expiresOn: "2026-12-10" });
  expect(await callsOf(ground.officer)).toEqual([[soon, "extend"]]);
  const overview = await presentHospitalOverview(ground.lead);
  const countOf = (key: string) => overview.sections.find((section) => section.key === key)?.count;
  expect([countOf("requested-exceptions"), countOf("exceptions-to-review")]).toEqual([1, 1]);
});

test("one exception shows what it says, what rests on it, and what this person can do", async () => {
  const ground = await aLackingProduct(database());
  const id = await requested(ground);
  const none = { grant: false, refuse: false, withdraw: false, revoke: false, review: false, extend: false };
  expect((await presentException(ground.lead, id)).may).toEqual({ ...none, grant: true, refuse: true });
  expect(await presentException(ground.officer, id)).toMatchObject({
    ...{ may: { ...none, withdraw: true }, isWaiting: true, standing: "requested" },
    gaps: [
      { key: "CR 1.1", today: "same" },
      { key: "CR 2.1", today: "same" },
    ],
  });
  accepted(await decideException(ground.lead, { exceptionId: id, decision: "grant", note: "For now" }));
  const approval = { kind: "approve-with-conditions", reason: "Needed", conditions: ONE_CONDITION };
  const decisionId = await decideOn(ground, approval);
  const page = await presentException(ground.lead, id);
  expect(page.may).toEqual({ ...none, revoke: true, review: true });
  expect(page.decisions).toMatchObject([{ id: decisionId, isCurrent: true }]);
  expect(page.history.map(({ step, note }) => [step, note])).toEqual([
    ["requested", ""],
    ["granted", "For now"],
  ]);
  expect(page.nextReviewOn).toBe("2027-02-19");
  const auditor = await colleague(ground.officer, "auditor");
  expect((await presentException(auditor, id)).may).toEqual(none);
  const stranger = await aLackingProduct(database());
  await expect(presentException(stranger.lead, id)).rejects.toThrow(notFound);
  await expect(presentException(ground.supplier, id)).rejects.toThrow(forbidden);
});

test("an extension shows the history of the one it goes on from", async () => {
  const ground = await aLackingProduct(database());
  const first = await granted(ground);
  const form = await presentNewException(ground.officer, pairOf(ground, first));
  expect(form.earlier).toMatchObject({ id: first, mayBeExtended: true, lineage: [{ id: first }] });
  const second = await granted(ground, { extendsId: first });
  const page = await presentException(ground.lead, second);
  expect(page.earlier).toMatchObject([{ id: first, standing: "superseded" }]);
  expect(page.earlier[0]?.steps.map(({ step }) => step)).toEqual(["requested", "granted", "superseded"]);
  expect((await presentException(ground.lead, first)).successorId).toBe(second);
});

test("the form offers today's gaps and says which are accepted or asked for already", async () => {
  const ground = await aLackingProduct(database());
  await granted(ground, { gaps: ["CR 1.1"] });
  await requested(ground, { gaps: ["CR 2.1"] });
  const page = await presentNewException(ground.officer, pairOf(ground));
  expect(page.gaps.map(({ key, isCovered, isAsked }) => [key, isCovered, isAsked])).toEqual([
    ["CR 1.1", true, false],
    ["CR 2.1", false, true],
  ]);
  expect(page).toMatchObject({ today: "2026-11-21", latest: "2028-11-20", earlier: null });
  await expect(presentNewException(ground.lead, pairOf(ground))).rejects.toThrow(forbidden);
  const other = await aLackingProduct(database());
  const foreign = { ...pairOf(ground), extendsId: await granted(other) };
  await expect(presentNewException(ground.officer, foreign)).rejects.toThrow(notFound);
});
