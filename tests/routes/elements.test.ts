import { expect, test } from "vitest";
import { paths } from "~/paths";
import { createZoneModel } from "~/use-cases/zone-models/create-zone-model.server";
import { editZoneModel } from "~/use-cases/zone-models/edit-zone-model.server";
import { aCaller } from "../builders/database";
import { aPortal, signedIn } from "../builders/portal";
import { aZone } from "../builders/zone-model";

const portal = aPortal();
type Visitor = Awaited<ReturnType<typeof signedIn>>;
const icu = { kind: "zone", id: "icu" };

async function aModel() {
  const visitor = await signedIn(portal(), "hospital", "security-engineer");
  const caller = await aCaller(portal().database, {
    ...{ organisationId: visitor.organisationId, kind: "hospital", roles: ["security-lead"] },
  });
  const created = await createZoneModel(caller, { siteName: "Campus", name: "Building" });
  if (!created.ok) throw new Error("refused");
  const modelId = created.value.id;
  const commands = [{ type: "add-zone", zone: aZone({ id: "icu", name: "ICU" }), place: null }];
  await editZoneModel(caller, { modelId, version: 0, commands });
  return { visitor, modelId };
}

function read(visitor: Visitor | null, modelId: string, query: { kind?: string; id?: string } = icu) {
  return portal().request(paths.modelElement(modelId, query), {
    headers: { "X-Requested-With": "cordon" },
    ...(visitor && { cookie: visitor.cookie }),
  });
}

function send(visitor: Visitor, modelId: string, form: Record<string, string>, origin?: string) {
  return portal().request(paths.modelElement(modelId), {
    method: "POST",
    body: new URLSearchParams(form),
    headers: { "X-Requested-With": "cordon" },
    cookie: visitor.cookie,
    ...(origin && { origin }),
  });
}

const saying = { intent: "comment", about: "zone-icu", "element.kind": "zone", "element.id": "icu" };

test("the panel reads who changed an element, comments on it, answers, settles and opens again", async () => {
  const { visitor, modelId } = await aModel();
  const before = await read(visitor, modelId);
  expect(before.headers.get("cache-control")).toBe("no-store");
  expect([before.status, await before.json()]).toMatchObject([
    200,
    { element: icu, changed: { version: 1 }, threads: [], mayComment: true, maySettle: true },
  ]);
  const sent = await send(visitor, modelId, { ...saying, text: "Why level 2?" });
  expect(sent.status).toBe(200);
  const { id } = (await sent.json()) as { id: string };
  const answer = { intent: "comment", about: `reply-${id}`, inReplyTo: id, text: "As agreed" };
  expect((await send(visitor, modelId, answer)).status).toBe(200);
  expect(await (await read(visitor, modelId)).json()).toMatchObject({
    threads: [{ id, text: "Why level 2?", replies: [{ text: "As agreed" }] }],
  });
  expect((await send(visitor, modelId, { intent: "resolve", commentId: id })).status).toBe(200);
  expect(await (await read(visitor, modelId)).json()).toMatchObject({ threads: [], settled: [{ id }] });
  expect((await send(visitor, modelId, { intent: "reopen", commentId: id })).status).toBe(200);
});

test("what is refused says why, and writes nothing", async () => {
  const { visitor, modelId } = await aModel();
  const empty = await send(visitor, modelId, { ...saying, text: " " });
  expect([empty.status, await empty.json()]).toMatchObject([
    422,
    { refusal: { code: "invalid-input", fields: { text: ["required"] } } },
  ]);
  const unknown = await send(visitor, modelId, { ...saying, "element.id": "nowhere", text: "?" });
  expect([unknown.status, await unknown.json()]).toEqual([422, { refusal: { code: "unknown-element" } }]);
  expect(await (await read(visitor, modelId)).json()).toMatchObject({ threads: [], settled: [] });
});

test("nobody reads or says anything without a session, from elsewhere or of another hospital's model", async () => {
  const { visitor, modelId } = await aModel();
  const stranger = await signedIn(portal(), "hospital", "security-engineer");
  const auditor = await signedIn(portal(), "hospital", "auditor");
  expect((await read(null, modelId)).status).toBe(401);
  expect((await read(stranger, modelId)).status).toBe(404);
  expect((await read(visitor, modelId, { kind: "wall", id: "icu" })).status).toBe(404);
  expect((await read(visitor, modelId, {})).status).toBe(404);
  const words = { ...saying, text: "Hello" };
  expect((await send(visitor, modelId, words, "https://elsewhere.test")).status).toBe(403);
  expect((await send(stranger, modelId, words)).status).toBe(404);
  expect((await send(auditor, modelId, words)).status).toBe(403);
});
