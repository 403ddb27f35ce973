import { expect, test } from "vitest";
import { paths } from "~/paths";
import { editZoneModel } from "~/use-cases/zone-models/edit-zone-model.server";
import { visitModel } from "~/use-cases/zone-models/visit-model.server";
import { aPortal, signedIn } from "../builders/portal";
import { aModelInPortal } from "../builders/portal-model";
import { aZone } from "../builders/zone-model";

const portal = aPortal();
type Visitor = Awaited<ReturnType<typeof signedIn>>;

function visit(visitor: Visitor | null, modelId: string, body: unknown, origin?: string) {
  return portal().request(paths.modelVisits(modelId), {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: { "Content-Type": "application/json", "X-Requested-With": "cordon" },
    ...(visitor && { cookie: visitor.cookie }),
    ...(origin && { origin }),
  });
}

test("one request says who is there and what was saved since", async () => {
  const { engineer: visitor, colleague, modelId } = await aModelInPortal(portal());
  const commands = [{ type: "add-zone", zone: aZone({ id: "icu" }), place: null }];
  await editZoneModel(colleague, { modelId, version: 0, commands });
  const answer = await visit(visitor, modelId, { visitId: "page-anna", element: null, since: 0 });
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect([answer.status, await answer.json()]).toMatchObject([
    200,
    { visits: [], news: { version: 1, isComplete: true, edits: [{ version: 1 }] } },
  ]);
  const state = await portal().request(paths.modelEdits(modelId, { at: 1 }), { cookie: visitor.cookie });
  expect(await state.json()).toMatchObject({ version: 1, draft: { zones: [{ id: "icu" }] } });
  const leaving = await visit(visitor, modelId, { visitId: "page-anna", hasLeft: true });
  expect([leaving.status, await leaving.json()]).toEqual([200, { visits: [], news: null }]);
});

test("a page without a model is told what the others' elements are called", async () => {
  const icu = [{ type: "add-zone" as const, zone: aZone({ id: "icu", name: "ICU" }), place: null }];
  const { engineer: visitor, colleague, modelId } = await aModelInPortal(portal(), icu);
  const here = { kind: "zone", id: "icu" };
  await visitModel(colleague, { modelId, visitId: "page-lead", element: here });
  const told = async (areNamed: boolean) => {
    const answer = await visit(visitor, modelId, { visitId: "page-anna", element: null, areNamed });
    return (await answer.json()) as { visits: ReadonlyArray<unknown> };
  };
  expect((await told(true)).visits).toMatchObject([{ element: here, elementName: "ICU" }]);
  expect((await told(false)).visits).toEqual([
    { personName: expect.any(String), isSelf: false, element: here },
  ]);
  await editZoneModel(colleague, { modelId, version: 1, commands: [{ type: "delete-zone", zoneId: "icu" }] });
  expect((await told(true)).visits).toMatchObject([{ element: here, elementName: null }]);
});

test("nobody visits without a session, from elsewhere, another hospital's model, or with more than a visit", async () => {
  const { engineer: visitor, modelId } = await aModelInPortal(portal());
  const stranger = await signedIn(portal(), "hospital", "security-engineer");
  const plain = { visitId: "page-anna", since: 0 };
  expect((await visit(null, modelId, plain)).status).toBe(401);
  expect((await visit(visitor, modelId, plain, "https://elsewhere.test")).status).toBe(403);
  expect((await visit(stranger, modelId, plain)).status).toBe(404);
  expect((await visit(visitor, modelId, { ...plain, note: "x".repeat(2_000) })).status).toBe(422);
  expect((await visit(visitor, modelId, "nonsense")).status).toBe(422);
});
