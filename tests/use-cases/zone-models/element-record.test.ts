import { expect, test } from "vitest";
import { presentElement } from "~/presenters/present-element.server";
import { addComment } from "~/use-cases/review/add-comment.server";
import { resolveComment } from "~/use-cases/review/resolve-comment.server";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { anAsset } from "../../builders/zone-model";
import { aColleague, accepted, aDrawnModel, adding, edit, renaming } from "./models";

const database = aDatabase();
const imaging = { kind: "zone", id: "imaging" } as const;

test("an element says who changed a fact of it last, not who moved its box or what is near it", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const lead = await aColleague(caller, "security-lead");
  const changed = async (element: Parameters<typeof presentElement>[2] = imaging) =>
    (await presentElement(caller, modelId, element)).changed;
  expect(await changed()).toMatchObject({ version: 1 });
  accepted(await edit(lead, modelId, 1, renaming("imaging", "Radiology")));
  accepted(await edit(caller, modelId, 2, { type: "place-zone", zoneId: "imaging", place: { x: 1, y: 2 } }));
  const inside = { type: "add-asset", asset: anAsset({ id: "ct", zoneId: "imaging" }) } as const;
  accepted(await edit(caller, modelId, 3, inside));
  expect(await changed()).toEqual({
    ...{ version: 2, at: lead.now.toISOString(), personName: expect.any(String) },
  });
  expect((await changed())?.personName).not.toBe((await changed({ kind: "asset", id: "ct" }))?.personName);
  expect(await changed({ kind: "asset", id: "ct" })).toMatchObject({ version: 4 });
  // The same id in another kind, and one that is a pattern of another.
  expect(await changed({ kind: "asset", id: "imaging" })).toBeNull();
  accepted(await edit(caller, modelId, 4, adding("im_ging")));
  accepted(await edit(lead, modelId, 5, renaming("imaging", "X-ray")));
  expect(await changed({ kind: "zone", id: "im_ging" })).toMatchObject({ version: 5 });
});

test("many moves do not hide who changed it before them", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  for (let version = 1; version <= 60; version += 1)
    accepted(
      await edit(caller, modelId, version, {
        ...{ type: "place-zone", zoneId: "imaging", place: { x: version, y: 0 } },
      }),
    );
  expect((await presentElement(caller, modelId, imaging)).changed).toMatchObject({ version: 1 });
});

test("its threads come with it, open and settled, and what this person may do; no others", async () => {
  const { caller, modelId } = await aDrawnModel(database());
  const auditor = await aColleague(caller, "auditor");
  accepted(await addComment(caller, { modelId, text: "Of the whole" }));
  const { id } = accepted(await addComment(caller, { modelId, element: imaging, text: "Why level 2?" }));
  accepted(await addComment(caller, { modelId, inReplyTo: id, text: "As agreed" }));
  const { id: settled } = accepted(await addComment(caller, { modelId, element: imaging, text: "Done" }));
  accepted(await resolveComment(caller, { modelId, commentId: settled }));
  const record = await presentElement(caller, modelId, imaging);
  expect(record.threads.map(({ text, replies }) => [text, replies.map((reply) => reply.text)])).toEqual([
    ["Why level 2?", ["As agreed"]],
  ]);
  expect(record.settled.map(({ text }) => text)).toEqual(["Done"]);
  expect(record).toMatchObject({ mayComment: true, maySettle: true });
  expect(await presentElement(auditor, modelId, imaging)).toMatchObject({
    ...{ mayComment: false, maySettle: false, threads: [{ text: "Why level 2?" }] },
  });
});

test("nobody from elsewhere learns of an element", async () => {
  const { modelId } = await aDrawnModel(database());
  const stranger = await aHospitalCaller(database(), "security-lead");
  await expect(presentElement(stranger, modelId, imaging)).rejects.toMatchObject({ code: "not-found" });
  const supplier = await aSupplierCaller(database(), "administrator");
  await expect(presentElement(supplier, modelId, imaging)).rejects.toMatchObject({ code: "forbidden" });
});
