import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { STEP_UP_MS } from "~/domain/access/step-up";
import { paths } from "~/paths";
import { hashPassword } from "~/use-cases/accounts/password.server";
import { proposeCountermeasure } from "~/use-cases/countermeasures/propose-countermeasure.server";
import type { Caller } from "~/use-cases/use-case.server";
import { createZoneModel } from "~/use-cases/zone-models/create-zone-model.server";
import { editZoneModel } from "~/use-cases/zone-models/edit-zone-model.server";
import { submitRevision } from "~/use-cases/zone-models/submit-revision.server";
import { listAuditEntries } from "~db/repositories/audit";
import { people } from "~db/schema";
import { aHospitalCaller, aSupplierCaller, NOW } from "../builders/database";
import { accepted, aDraft } from "../builders/declaration";
import { aPortal, PASSWORD, postForm } from "../builders/portal";
import { aZone } from "../builders/zone-model";
import { aForm, aScene, colleague } from "../use-cases/decisions/scene";
import { aLackingProduct, granted, requested } from "../use-cases/exceptions/ground";

const portal = aPortal();
const FIELD = 'name="password"';
const NEEDED = "Enter your password, then press again.";
const WRONG = "This is not your password.";
const LATE = new Date(NOW.getTime() + STEP_UP_MS);

/** Signs in as somebody that a scene has made; the portal's clock stands at the beginning again. */
async function signInAs({ actor }: Caller): Promise<string> {
  portal().setNow(NOW);
  const passwordHash = await hashPassword(PASSWORD);
  await portal().database.transaction((db) =>
    db.update(people).set({ passwordHash }).where(eq(people.id, actor.personId)),
  );
  const email = `${actor.personId}@example.test`;
  return cookieOf(await postForm(portal(), "/sign-in", { email, password: PASSWORD }));
}

function cookieOf(answer: Response): string {
  const cookie = answer.headers.get("Set-Cookie")?.split(";")[0];
  if (!cookie) throw new Error(`no cookie came with ${answer.status}`);
  return cookie;
}

const read = async (path: string, cookie: string) => (await portal().request(path, { cookie })).text();

/** What each of the forms is about, who sends it and what it says. */
const FORMS = {
  "a decision": async () => {
    const scene = await aScene(portal().database);
    const { modelId, zoneId, declarationId, ...form } = await aForm(scene);
    const path = paths.assessment(String(modelId), String(zoneId), String(declarationId));
    const values = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)]));
    return { caller: scene.officer, path, values: { ...values, reason: "Typed with care" } };
  },
  "granting an exception": async () => {
    const ground = await aLackingProduct(portal().database);
    const path = paths.exception(await requested(ground));
    return { caller: ground.lead, path, values: { move: "grant", note: "Typed with care" } };
  },
  "revoking an exception": async () => {
    const ground = await aLackingProduct(portal().database);
    const path = paths.exception(await granted(ground));
    return { caller: ground.lead, path, values: { move: "revoke", note: "Typed with care" } };
  },
  "accepting a countermeasure": async () => {
    const { engineer, modelId, zoneId } = await aScene(portal().database);
    const proposal = {
      ...{ modelId, elementKind: "zone", elementId: zoneId, title: "Jump host", description: "Sign-ins" },
      ...{ requirementIds: ["CR 1.1"], evidence: "Test", expiresOn: "" },
    };
    const { id } = accepted(await proposeCountermeasure(engineer, proposal));
    const caller = await colleague(engineer, "security-lead");
    return { caller, path: paths.countermeasure(id), values: { move: "accept", reason: "Typed with care" } };
  },
  "publishing on the page of the review": () => aSubmission(paths.review),
  "publishing on the page of the revisions": () => aSubmission(paths.revisions),
  "signing a declaration": async () => {
    const caller = await aSupplierCaller(portal().database, "contributor", "signatory");
    const path = paths.signDeclaration(await aDraft(caller, { "CR 1.1": { value: "met" } }));
    return { caller, path, values: { saveVersion: "2", visibility: "all-hospitals", confirmed: "on" } };
  },
  "inviting somebody": async () => {
    const caller = await aHospitalCaller(portal().database, "administrator");
    const email = `${caller.actor.personId}@colleagues.example`;
    return {
      caller,
      path: paths.members(),
      values: { intent: "invite", email, roles: "auditor" },
      done: 200,
    };
  },
  "changing what somebody may do": async () => {
    const caller = await aHospitalCaller(portal().database, "administrator");
    const { personId } = (await colleague(caller, "auditor")).actor;
    const values = { intent: "update", personId, roles: "procurement-officer", state: "active" };
    return { caller, path: paths.members(), values, done: 200 };
  },
  "making an address of the calendar": async () => {
    const caller = await aHospitalCaller(portal().database, "procurement-officer");
    return { caller, path: `${paths.calendar()}?index`, values: { intent: "make-feed" }, done: 200 };
  },
};

async function aSubmission(pathOf: (modelId: string) => string) {
  const engineer = await aHospitalCaller(portal().database, "security-engineer");
  const { id: modelId } = accepted(await createZoneModel(engineer, { siteName: "Campus", name: "Building" }));
  const commands = [{ type: "add-zone", zone: aZone({ id: "icu" }), place: null }];
  accepted(await editZoneModel(engineer, { modelId, version: 0, commands }));
  const { fingerprint } = accepted(await submitRevision(engineer, { modelId, version: 1 }));
  const caller = await colleague(engineer, "security-lead");
  return { caller, path: pathOf(modelId), values: { intent: "approve", fingerprint } };
}

const latestAction = async ({ actor }: Caller) =>
  (await listAuditEntries(portal().database.read, actor.organisationId, { limit: 1 }))[0]?.action;

test.each(Object.entries(FORMS))(
  "%s asks for no password that was given a moment ago",
  async (_name, make) => {
    const { caller, path, values, done } = { done: 303, ...(await make()) };
    const cookie = await signInAs(caller);
    expect(await read(path, cookie)).not.toContain(FIELD);
    const answer = await postForm(portal(), path, values, { cookie });
    expect(answer.status).toBe(done);
    expect(answer.headers.get("Set-Cookie")).toBeNull();
  },
);

test.each(Object.entries(FORMS))(
  "%s asks for the password after a quarter of an hour, loses nothing, and one press confirms and performs",
  async (_name, make) => {
    const { caller, path, values, done } = { done: 303, ...(await make()) };
    const cookie = await signInAs(caller);
    const before = await latestAction(caller);
    portal().setNow(LATE);
    expect(await read(path, cookie)).toContain(FIELD);

    const without = await postForm(portal(), path, values, { cookie });
    const shown = await without.text();
    expect(without.status).toBe(422);
    expect(shown).toContain(NEEDED);
    if ("note" in values || "reason" in values) expect(shown).toContain("Typed with care");
    if ("email" in values) expect(shown).toContain(`value="${values.email}"`);
    if ("confirmed" in values) expect(shown).toMatch(/name="confirmed"[^>]*checked=""/);
    expect(await latestAction(caller)).toBe(before);

    const wrong = await postForm(portal(), path, { ...values, password: "not the password" }, { cookie });
    const told = await wrong.text();
    expect(wrong.status).toBe(422);
    expect(told).toContain(WRONG);
    expect(told).not.toContain("not the password");
    expect(wrong.headers.get("Set-Cookie")).toBeNull();
    expect(await latestAction(caller)).toBe("session.refuse-step-up");

    const right = await postForm(portal(), path, { ...values, password: PASSWORD }, { cookie });
    expect(right.status).toBe(done);
    const renewed = cookieOf(right);
    expect(renewed).not.toBe(cookie);
    expect(await latestAction(caller)).not.toBe("session.step-up");
    expect((await portal().request("/", { cookie: renewed })).headers.get("Location")).not.toContain(
      "sign-in",
    );
  },
);

test("a password given to a form that is refused for another reason still counts", async () => {
  const { caller, path, values } = await FORMS["a decision"]();
  const cookie = await signInAs(caller);
  portal().setNow(LATE);
  const wanting = { ...values, kind: "reject", reason: "", password: PASSWORD };
  const refused = await postForm(portal(), path, wanting, { cookie });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).not.toContain(PASSWORD);
  const renewed = cookieOf(refused);
  expect(await read(path, renewed)).not.toContain(FIELD);
  expect((await postForm(portal(), path, values, { cookie: renewed })).status).toBe(303);
});

test("whoever guesses passwords here is held up as at sign-in", async () => {
  const { caller, path, values } = await FORMS["granting an exception"]();
  const cookie = await signInAs(caller);
  portal().setNow(LATE);
  for (let attempt = 0; attempt < 5; attempt++)
    await postForm(portal(), path, { ...values, password: `guess ${attempt}` }, { cookie });
  const answer = await postForm(portal(), path, { ...values, password: PASSWORD }, { cookie });
  expect(answer.status).toBe(429);
  expect(await answer.text()).toContain("Wait 15 minutes");
});

test("the cookie from before proves nothing and soon ends", async () => {
  const { caller, path, values } = await FORMS["revoking an exception"]();
  const cookie = await signInAs(caller);
  portal().setNow(LATE);
  await postForm(portal(), path, { ...values, password: PASSWORD }, { cookie });
  const other = paths.exceptions();
  expect((await portal().request(other, { cookie })).status).toBe(200);
  portal().setNow(new Date(LATE.getTime() + 60_000));
  expect((await portal().request(other, { cookie })).status).toBe(302);
});
