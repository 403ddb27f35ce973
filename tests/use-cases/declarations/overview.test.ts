import { expect, test } from "vitest";
import { presentDeclarations } from "~/presenters/present-declarations.server";
import { presentNotices } from "~/presenters/present-notices.server";
import { presentReceivedRequests } from "~/presenters/present-received-requests.server";
import { presentSupplierOverview } from "~/presenters/present-supplier-overview.server";
import { publishNotice } from "~/use-cases/notices/publish-notice.server";
import { recordNoticeEvent } from "~/use-cases/notices/record-notice-event.server";
import { saveNotice } from "~/use-cases/notices/save-notice.server";
import type { Caller } from "~/use-cases/use-case.server";
import { aCaller, aDatabase, aSupplierCaller } from "../../builders/database";
import { accepted, aDraft, aProduct, sign } from "../../builders/declaration";
import { anAnsweredRequest, aScene, decideOn, meetingLevel } from "../decisions/scene";
import { aContentOf } from "../notices/notice-builders";

const database = aDatabase();

/** How many wait of each kind, and whether the person can do something about it. */
async function waitingFor(caller: Caller) {
  const { sections } = await presentSupplierOverview(caller);
  return Object.fromEntries(
    sections.filter(({ count }) => count > 0).map(({ key, count, isMine }) => [key, [count, isMine]]),
  );
}

async function idsOf(caller: Caller, show: string) {
  return (await presentDeclarations(caller, { show, page: 1 })).declarations.map(({ id }) => id);
}

test("each role of a supplier is told what it can do, and what it waits for", async () => {
  const contributor = await aSupplierCaller(database(), "contributor");
  const of = { organisationId: contributor.actor.organisationId, kind: "supplier" as const };
  const signatory = await aCaller(database(), { ...of, roles: ["signatory"] });
  const administrator = await aCaller(database(), { ...of, roles: ["administrator"] });
  const roleless = await aCaller(database(), { ...of, roles: [] });
  const begun = await aDraft(contributor, { "CR 1.1": { value: "met" } });
  const ready = await aDraft(contributor, meetingLevel(4));
  expect(await waitingFor(contributor)).toEqual({ "declarations-to-sign": [1, false], drafts: [1, true] });
  expect(await waitingFor(signatory)).toEqual({ "declarations-to-sign": [1, true], drafts: [1, false] });
  expect(await waitingFor(administrator)).toEqual({
    ...{ "declarations-to-sign": [1, false], drafts: [1, true], "members-without-role": [1, true] },
  });
  await expect(presentSupplierOverview(roleless)).rejects.toThrow(
    expect.objectContaining({ code: "forbidden" }),
  );
  expect([await idsOf(signatory, "to-sign"), await idsOf(signatory, "drafts")]).toEqual([[ready], [begun]]);
  await sign(signatory, ready);
  expect(await waitingFor(signatory)).toEqual({ drafts: [1, false] });
  expect([await idsOf(signatory, "to-sign"), await idsOf(signatory, "signed")]).toEqual([[], [ready]]);
  expect(await waitingFor(await aSupplierCaller(database(), "contributor", "signatory"))).toEqual({});
});

test("an answer that came back waits until it is answered again", async () => {
  const scene = await aScene(database());
  const { supplier } = scene;
  const requestId = await anAnsweredRequest(scene);
  const returned = async () => [
    (await waitingFor(supplier))["returned-answers"],
    (await presentReceivedRequests(supplier, { show: "returned" })).requests.map(({ id }) => id),
  ];
  expect(await returned()).toEqual([undefined, []]);
  await decideOn(scene, { kind: "return-for-changes", reason: "Name the port", requestId });
  expect(await returned()).toEqual([[1, true], [requestId]]);
  expect(await waitingFor(await aSupplierCaller(database(), "contributor"))).toEqual({});
});

test("a notice waits while it is a draft, and while the clock of a law runs, soonest first", async () => {
  const contributor = await aSupplierCaller(database(), "contributor", "signatory", "administrator");
  const { releaseId } = await aProduct(contributor);
  const severe = { ...aContentOf(releaseId), kind: "severe-incident" };
  accepted(await saveNotice(contributor, { notice: null, content: aContentOf(releaseId) }));
  const aware = async (title: string, happenedAt: string) => {
    const { id } = accepted(await saveNotice(contributor, { notice: null, content: { ...severe, title } }));
    accepted(await recordNoticeEvent(contributor, { noticeId: id, kind: "aware", happenedAt }));
    return id;
  };
  const later = await aware("later", "2026-11-20T12:00");
  const sooner = await aware("sooner", "2026-11-20T10:00");
  expect(await waitingFor(contributor)).toMatchObject({
    "notice-clocks": [2, true],
    "notice-drafts": [3, true],
  });
  const shown = async (show: string) =>
    (await presentNotices(contributor, { before: null, show })).notices.map(({ id }) => id);
  expect(await shown("report-due")).toEqual([sooner, later]);
  accepted(await publishNotice(contributor, { noticeId: sooner, version: 1, move: "publish" }));
  expect(await shown("drafts")).toHaveLength(2);
  expect(await waitingFor(contributor)).toMatchObject({
    "notice-clocks": [2, true],
    "notice-drafts": [2, true],
  });
});
