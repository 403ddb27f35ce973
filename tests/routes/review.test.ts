import { expect, test } from "vitest";
import type { Role } from "~/domain/access/role";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { paths } from "~/paths";
import type { Caller } from "~/use-cases/use-case.server";
import { approveRevision } from "~/use-cases/zone-models/approve-revision.server";
import { createZoneModel } from "~/use-cases/zone-models/create-zone-model.server";
import { editZoneModel } from "~/use-cases/zone-models/edit-zone-model.server";
import { submitRevision } from "~/use-cases/zone-models/submit-revision.server";
import { saveMember } from "~db/repositories/organisations";
import { listThreads } from "~db/repositories/review-comments";
import { findZoneModel } from "~db/repositories/zone-models";
import { aCaller } from "../builders/database";
import { accepted } from "../builders/declaration";
import { aPortal, postForm, signedIn } from "../builders/portal";
import { aConduit, aZone } from "../builders/zone-model";

const portal = aPortal();
const HOSTILE = '<img src=x onerror="alert(1)">';

/** A revision, and a draft that differs from it in a zone that is new and one that is gone. */
async function aModel() {
  const visitor = await signedIn(portal(), "hospital", "security-engineer");
  const { database } = portal();
  const who = { organisationId: visitor.organisationId, kind: "hospital" as const };
  const engineer = await aCaller(database, { ...who, roles: ["security-engineer"] });
  const lead = await aCaller(database, { ...who, roles: ["security-lead"] });
  const { id: modelId } = accepted(await createZoneModel(engineer, { siteName: "Campus", name: "Building" }));
  const add = (id: string, name = `Zone ${id}`): ZoneModelCommand => ({
    ...{ type: "add-zone", zone: aZone({ id, name }), place: null },
  });
  const line = aConduit({ id: "line", fromZoneId: "icu", toZoneId: "lab" });
  const commands = [add("icu"), add("lab"), { type: "add-conduit" as const, conduit: line }];
  accepted(await editZoneModel(engineer, { modelId, version: 0, commands }));
  const { fingerprint } = accepted(await submitRevision(engineer, { modelId, version: 1 }));
  accepted(await approveRevision(lead, { modelId, fingerprint }));
  const next = [{ type: "delete-zone" as const, zoneId: "lab" }, add("or", HOSTILE)];
  accepted(await editZoneModel(engineer, { modelId, version: 1, commands: next }));
  return { visitor, engineer, modelId };
}

/** The same person as an auditor of the same hospital. */
async function become(
  { personId, organisationId }: { personId: string; organisationId: string },
  ...roles: Role[]
) {
  const createdAt = new Date("2026-11-01T00:00:00.000Z");
  await portal().database.transaction((db) =>
    saveMember(db, organisationId, { personId, roles, state: "active", createdAt }),
  );
}

function threadsOf({ actor }: Caller, modelId: string) {
  return listThreads(portal().database.read, actor.organisationId, { modelId, isResolved: false, limit: 9 });
}

test("both pages draw the difference without a script, a style or markup of a name", async () => {
  const { visitor, modelId } = await aModel();
  for (const path of [paths.compareStates(modelId), paths.review(modelId)]) {
    const answer = await portal().request(path, { cookie: visitor.cookie });
    const html = await answer.text();
    expect(answer.status).toBe(200);
    const drawing = html.slice(html.indexOf('<svg class="drawing"'));
    const svg = drawing.slice(0, drawing.indexOf("</svg>"));
    for (const mark of ["zone-added", "zone-removed", "line-removed", "icon-added", "icon-removed"])
      expect(svg).toContain(`class="drawing-${mark}"`);
    for (const row of ["zone-or", "zone-lab", "conduit-line"]) {
      expect(svg).toContain(`#difference-${row}"`);
      expect(html).toContain(`id="difference-${row}"`);
    }
    expect(html).not.toContain(HOSTILE);
    expect(svg).not.toContain("style=");
    expect(svg).toContain("&lt;img");
  }
});

test("states that are not there, and models of others, are not found", async () => {
  const { visitor, modelId } = await aModel();
  const stranger = await signedIn(portal(), "hospital", "security-lead");
  const supplier = await signedIn(portal(), "supplier", "contributor");
  const status = async (path: string, cookie: string) => (await portal().request(path, { cookie })).status;
  for (const path of [paths.compareStates(modelId), paths.review(modelId)]) {
    expect(await status(path, stranger.cookie)).toBe(404);
    expect(await status(path, supplier.cookie)).toBe(403);
  }
  expect(await status(paths.compareStates(modelId, { from: "7" }), visitor.cookie)).toBe(404);
  expect(await status(paths.compareStates(modelId, { from: "nothing", to: "1" }), visitor.cookie)).toBe(200);
});

test("a comment is sent, refused with its text kept, and closed to auditors, strangers and other sites", async () => {
  const { visitor, engineer, modelId } = await aModel();
  const { cookie } = visitor;
  const path = paths.review(modelId);
  const comment = { intent: "comment", about: "zone-or", "element.kind": "zone", "element.id": "or" };
  const sent = await postForm(portal(), path, { ...comment, text: HOSTILE }, { cookie });
  expect([sent.status, sent.headers.get("location")]).toEqual([303, path]);
  const page = await (await portal().request(path, { cookie })).text();
  expect(page).not.toContain(HOSTILE);
  expect(page).toContain("&lt;img src=x");
  const [thread] = await threadsOf(engineer, modelId);
  expect(thread).toMatchObject({ text: HOSTILE, element: { kind: "zone", id: "or" } });

  const unknown = await postForm(
    portal(),
    path,
    { ...comment, "element.id": "nowhere", text: "What I typed" },
    { cookie },
  );
  expect(unknown.status).toBe(422);
  const empty = await postForm(portal(), path, { ...comment, text: "  " }, { cookie });
  expect([empty.status, (await empty.text()).includes("comment-zone-or")]).toEqual([422, true]);
  const elsewhere = { cookie, origin: "https://elsewhere.test" };
  expect((await postForm(portal(), path, { ...comment, text: "Forged" }, elsewhere)).status).toBe(403);
  const stranger = await signedIn(portal(), "hospital", "security-lead");
  const theirs = { cookie: stranger.cookie };
  expect((await postForm(portal(), path, { ...comment, text: "Theirs" }, theirs)).status).toBe(404);
  const settling = { intent: "resolve", commentId: thread?.id ?? "" };
  expect((await postForm(portal(), path, settling, theirs)).status).toBe(404);

  await become(visitor, "auditor");
  expect((await postForm(portal(), path, { ...comment, text: "Audited" }, { cookie })).status).toBe(403);
  expect((await postForm(portal(), path, settling, { cookie })).status).toBe(403);
  const restoring = { draftVersion: "2" };
  expect((await postForm(portal(), paths.revision(modelId, 1), restoring, { cookie })).status).toBe(403);
  const read = await (await portal().request(path, { cookie })).text();
  expect(read).not.toContain('value="comment"');
  expect(read).not.toContain('value="resolve"');
  expect(await threadsOf(engineer, modelId)).toHaveLength(1);
});

test("a revision is restored from its page and the history says so", async () => {
  const { visitor, engineer, modelId } = await aModel();
  const { cookie } = visitor;
  const path = paths.revision(modelId, 1);
  const stale = await postForm(portal(), path, { draftVersion: "1" }, { cookie });
  expect(stale.status).toBe(422);
  const restored = await postForm(portal(), path, { draftVersion: "2" }, { cookie });
  expect([restored.status, restored.headers.get("location")]).toEqual([303, paths.modelHistory(modelId)]);
  const model = await findZoneModel(portal().database.read, engineer.actor.organisationId, modelId);
  expect(model?.draftVersion).toBe(3);
  expect(model?.draft.zones.map(({ id }) => id)).toEqual(["icu", "lab"]);
});
