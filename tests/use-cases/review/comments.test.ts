import { expect, test } from "vitest";
import { addComment } from "~/use-cases/review/add-comment.server";
import { reopenComment } from "~/use-cases/review/reopen-comment.server";
import { resolveComment } from "~/use-cases/review/resolve-comment.server";
import type { Caller } from "~/use-cases/use-case.server";
import { approveRevision } from "~/use-cases/zone-models/approve-revision.server";
import { submitRevision } from "~/use-cases/zone-models/submit-revision.server";
import { countOpenThreads, listThreads } from "~db/repositories/review-comments";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import {
  aColleague,
  accepted,
  aDrawnModel,
  adding,
  auditOf,
  edit,
  refusedAs,
  renaming,
} from "../zone-models/models";

const database = aDatabase();
const imaging = { kind: "zone" as const, id: "imaging" };
const later = (caller: Caller, minutes: number): Caller => ({
  ...caller,
  now: new Date(caller.now.getTime() + minutes * 60_000),
});

function threads({ actor }: Caller, modelId: string, isResolved = false) {
  return listThreads(database().read, actor.organisationId, { modelId, isResolved, limit: 50 });
}

test("a thread hangs on an element under the name it then had, with its answers in order", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const officer = await aColleague(caller, "procurement-officer");
  const { id } = accepted(await addComment(caller, { modelId, element: imaging, text: " Why level 2? " }));
  accepted(await addComment(later(officer, 2), { modelId, inReplyTo: id, text: "As agreed" }));
  accepted(await addComment(later(caller, 3), { modelId, inReplyTo: id, text: "Thanks" }));
  accepted(await addComment(later(caller, 1), { modelId, text: "Good work" }));
  accepted(await edit(caller, modelId, 1, renaming("imaging", "Radiology")));
  const found = await threads(caller, modelId);
  expect(found.map(({ element, elementName, text }) => [element, elementName, text])).toEqual([
    [imaging, "Zone imaging", "Why level 2?"],
    [null, "", "Good work"],
  ]);
  expect(found[0]).toMatchObject({ draftVersion: 1, personId: caller.actor.personId });
  expect(found[0]?.replies.map(({ text }) => text)).toEqual(["As agreed", "Thanks"]);
  expect(await countOpenThreads(database().read, caller.actor.organisationId, modelId)).toEqual(
    expect.arrayContaining([
      { element: null, count: 1 },
      { element: imaging, count: 1 },
    ]),
  );
  expect((await auditOf(caller)).filter((action) => action === "comment.add")).toHaveLength(4);
});

test("what only the latest revision has can be spoken of; what neither has cannot", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const lead = await aColleague(caller, "security-lead");
  const { fingerprint } = accepted(await submitRevision(caller, { modelId, version: 1 }));
  accepted(await approveRevision(lead, { modelId, fingerprint }));
  accepted(await edit(caller, modelId, 1, adding("archive"), { type: "delete-zone", zoneId: "imaging" }));
  accepted(await addComment(lead, { modelId, element: imaging, text: "Why is it gone?" }));
  const nowhere = { kind: "zone", id: "nowhere" };
  expect(refusedAs(await addComment(lead, { modelId, element: nowhere, text: "?" }))).toBe("unknown-element");
  expect(
    refusedAs(await addComment(lead, { modelId, element: { ...imaging, kind: "asset" }, text: "?" })),
  ).toBe("unknown-element");
  expect((await threads(caller, modelId)).map(({ elementName }) => elementName)).toEqual(["Zone imaging"]);
});

test("a thread is settled and opened again; what is settled takes no answer, and nothing happens twice", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const officer = await aColleague(caller, "procurement-officer");
  const { id } = accepted(await addComment(officer, { modelId, element: imaging, text: "Wrong level" }));
  const { id: answer } = accepted(await addComment(caller, { modelId, inReplyTo: id, text: "Changed" }));
  const thread = { modelId, commentId: id };
  await expect(resolveComment(officer, thread)).rejects.toMatchObject({ code: "forbidden" });
  accepted(await resolveComment(caller, thread));
  expect(refusedAs(await resolveComment(caller, thread))).toBe("already-resolved");
  expect(refusedAs(await addComment(officer, { modelId, inReplyTo: id, text: "No" }))).toBe(
    "already-resolved",
  );
  expect(await threads(caller, modelId)).toEqual([]);
  expect(await threads(caller, modelId, true)).toMatchObject([
    { id, resolvedBy: caller.actor.personId, resolvedAt: caller.now },
  ]);
  accepted(await reopenComment(caller, thread));
  expect(refusedAs(await reopenComment(caller, thread))).toBe("not-resolved");
  expect(await threads(caller, modelId)).toMatchObject([{ id, resolvedBy: null, resolvedAt: null }]);
  expect(refusedAs(await addComment(officer, { modelId, inReplyTo: answer, text: "?" }))).toBe(
    "unknown-thread",
  );
  await expect(resolveComment(caller, { modelId, commentId: answer })).rejects.toMatchObject({
    code: "not-found",
  });
  expect((await auditOf(caller)).slice(-2)).toEqual(["comment.resolve", "comment.reopen"]);
});

test("empty, too long and deceptive texts are refused by field", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  for (const [text, fault] of [
    ["   ", "required"],
    ["x".repeat(2_001), "too-long"],
    ["safe \u202Eefas", "deceptive-characters"],
  ])
    expect(await addComment(caller, { modelId, text })).toMatchObject({
      refusal: { code: "invalid-input", fields: { text: [fault] } },
    });
  accepted(await addComment(caller, { modelId, text: `<b>not HTML</b>${"x".repeat(1_900)}` }));
});

test("an auditor, suppliers and other hospitals say nothing, and threads of other models are not found", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const other = await aDrawnModel(database());
  const { id } = accepted(await addComment(caller, { modelId, text: "Ours" }));
  const [auditor, stranger, supplier] = [
    await aColleague(caller, "auditor"),
    await aHospitalCaller(database(), "security-lead"),
    await aSupplierCaller(database(), "contributor"),
  ];
  for (const [by, code] of [
    [auditor, "forbidden"],
    [supplier, "forbidden"],
    [stranger, "not-found"],
  ] as const) {
    await expect(addComment(by, { modelId, text: "Hello" })).rejects.toMatchObject({ code });
    await expect(resolveComment(by, { modelId, commentId: id })).rejects.toMatchObject({ code });
    await expect(reopenComment(by, { modelId, commentId: id })).rejects.toMatchObject({ code });
  }
  const foreign = { modelId: other.modelId, inReplyTo: id, text: "Hello" };
  expect(refusedAs(await addComment(other.caller, foreign))).toBe("unknown-thread");
  await expect(resolveComment(other.caller, { modelId: other.modelId, commentId: id })).rejects.toMatchObject(
    { code: "not-found" },
  );
  expect(await threads(stranger, modelId)).toEqual([]);
  expect(await auditOf(stranger)).toEqual([]);
});
