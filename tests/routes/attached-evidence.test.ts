import { expect, test } from "vitest";
import { paths } from "~/paths";
import { listConditions } from "~db/repositories/decisions";
import { listMeasureFiles } from "~db/repositories/measure-files";
import { aPdf } from "../builders/files";
import { aPortal, postForm, sendFile, signedIn, signedInAs } from "../builders/portal";
import { aScene, decideOn, ONE_CONDITION } from "../use-cases/decisions/scene";

const portal = aPortal();
const pdf = Buffer.from(aPdf({ filler: 40 }));
const pageAt = async (path: string, cookie: string) => (await portal().request(path, { cookie })).text();

test("a condition is completed with a file that the page shows and the hospital alone saves", async () => {
  const scene = await aScene(portal().database);
  const cookie = await signedInAs(portal(), scene.officer);
  const { organisationId } = scene.officer.actor;
  const id = await decideOn(scene, { kind: "approve-with-conditions", conditions: ONE_CONDITION });
  const [condition] = await listConditions(portal().database.read, organisationId, [id]);
  const conditionId = condition?.id ?? "";
  const announce = paths.attachments("condition");
  const { sha256, posted } = await sendFile(portal(), { cookie, announce, name: "Report.pdf", bytes: pdf });
  const values = { conditionId, note: "", attachments: posted };

  const refused = await postForm(portal(), paths.decision(id), values, { cookie });
  expect(refused.status).toBe(422);
  // What was sent before is not lost with the refusal.
  expect(await refused.text()).toContain(`name="attachments" value="${posted}"`);
  const done = await postForm(portal(), paths.decision(id), { ...values, note: "Ticket 4711" }, { cookie });
  expect([done.status, done.headers.get("Location")]).toEqual([303, paths.decision(id)]);
  const path = paths.conditionFile(id, conditionId, sha256);
  const page = await pageAt(paths.decision(id), cookie);
  expect(page).toContain(`href="${path}"`);
  expect(page).toContain("Report.pdf");

  const answer = await portal().request(path, { cookie });
  expect(answer.headers.get("Content-Disposition")).toContain('filename="Report.pdf"');
  expect(answer.headers.get("Content-Security-Policy")).toContain("sandbox");
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf);
  const stranger = await signedIn(portal(), "hospital", "auditor");
  expect((await portal().request(path, { cookie: stranger.cookie })).status).toBe(404);
  const supplier = await signedInAs(portal(), scene.supplier);
  expect((await portal().request(path, { cookie: supplier })).status).toBe(403);
});

test("files of a measure are added and taken back on its page, and what was taken back is saved no more", async () => {
  const scene = await aScene(portal().database);
  const cookie = await signedInAs(portal(), scene.engineer);
  const { modelId, zoneId } = scene;
  const measure = paths.measure({ modelId, zoneId }, "SR 1.1");
  const nothing = await postForm(portal(), measure, { intent: "attach" }, { cookie });
  expect(nothing.status).toBe(422);
  expect(await nothing.text()).toContain("Add at least one file first.");

  const announce = paths.attachments("measure");
  const { posted } = await sendFile(portal(), { cookie, announce, name: "Plan.pdf", bytes: pdf });
  const added = await postForm(portal(), measure, { intent: "attach", attachments: posted }, { cookie });
  expect([added.status, added.headers.get("Location")]).toEqual([303, measure]);
  const twice = await postForm(portal(), measure, { intent: "attach", attachments: posted }, { cookie });
  expect(twice.status).toBe(422);
  expect(await twice.text()).toContain("One of these files stands here already.");
  const [file] = await listMeasureFiles(portal().database.read, scene.engineer.actor.organisationId, {
    places: [{ modelId, zoneId }],
    measureId: "SR 1.1",
  });
  const path = paths.measureFile(file?.id ?? "");
  expect(await pageAt(measure, cookie)).toContain(`href="${path}"`);
  expect(Buffer.from(await (await portal().request(path, { cookie })).arrayBuffer())).toEqual(pdf);
  const stranger = await signedIn(portal(), "hospital", "security-engineer");
  expect((await portal().request(path, { cookie: stranger.cookie })).status).toBe(404);

  const back = { intent: "take-back-file", fileId: file?.id ?? "", note: "" };
  const unsaid = await postForm(portal(), measure, back, { cookie });
  expect(unsaid.status).toBe(422);
  expect(await unsaid.text()).toContain("Say why the file no longer shows the measure.");
  const taken = await postForm(portal(), measure, { ...back, note: "An old plan" }, { cookie });
  expect(taken.status).toBe(303);
  const page = await pageAt(measure, cookie);
  expect(page).not.toContain(`href="${path}"`);
  expect(page).toContain("An old plan");
  expect((await portal().request(path, { cookie })).status).toBe(404);
});

test("nobody announces a file for what they may not attach it to", async () => {
  const scene = await aScene(portal().database);
  const cookie = await signedInAs(portal(), scene.engineer);
  const announce = (purpose: string) =>
    sendFile(portal(), { cookie, announce: paths.attachments(purpose), name: "A.pdf", bytes: pdf });
  await expect(announce("condition")).rejects.toThrow("403");
  await expect(announce("anything")).rejects.toThrow("422");
});
