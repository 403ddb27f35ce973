import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { STEP_UP_MS } from "~/domain/access/step-up";
import { confirmPassword } from "~/use-cases/accounts/confirm-password.server";
import { inviteMember } from "~/use-cases/accounts/invite-member.server";
import { hashPassword } from "~/use-cases/accounts/password.server";
import { signIn } from "~/use-cases/accounts/sign-in.server";
import { signOut } from "~/use-cases/accounts/sign-out.server";
import { hashToken } from "~/use-cases/accounts/token.server";
import { updateMember } from "~/use-cases/accounts/update-member.server";
import { makeCalendarFeed } from "~/use-cases/calendar/make-calendar-feed.server";
import { decideCountermeasure } from "~/use-cases/countermeasures/decide-countermeasure.server";
import { recordDecision } from "~/use-cases/decisions/record-decision.server";
import { signDeclaration } from "~/use-cases/declarations/sign-declaration.server";
import { decideException } from "~/use-cases/exceptions/decide-exception.server";
import { revokeException } from "~/use-cases/exceptions/revoke-exception.server";
import { approveRevision } from "~/use-cases/zone-models/approve-revision.server";
import { listAuditEntries } from "~db/repositories/audit";
import { saveMember } from "~db/repositories/organisations";
import { saveNewPerson } from "~db/repositories/people";
import { findSession } from "~db/repositories/sessions";
import { aDatabase, aHospitalCaller, anOrganisation, aSupplierCaller, NOW } from "../../builders/database";
import { PORTAL_KEY } from "../../builders/portal-key";

const database = aDatabase();
const PASSWORD = "correct horse battery";
const at = (ms: number) => new Date(NOW.getTime() + ms);
const visitor = (now = NOW) => ({ database: database(), now, newId: randomUUID });
const needed = { ok: false, refusal: { code: "step-up", reason: "needed" } };
const wrong = { ok: false, refusal: { code: "step-up", reason: "wrong-password" } };

/** Somebody who has signed in from an address of their own. */
async function aSignedInPerson() {
  const person = { id: randomUUID(), email: `${randomUUID()}@example.test` };
  const here = { clientAddress: `192.0.2.${randomUUID()}` };
  const passwordHash = await hashPassword(PASSWORD);
  const organisationId = await anOrganisation(database(), "hospital");
  await database().transaction(async (db) => {
    await saveNewPerson(db, { ...person, name: "Somebody", passwordHash, createdAt: NOW });
    await saveMember(db, organisationId, {
      ...{ personId: person.id, roles: ["procurement-officer"], state: "active", createdAt: NOW },
    });
  });
  const where = { ...here, userAgent: "test", previousToken: undefined };
  const outcome = await signIn(visitor(), { email: person.email, password: PASSWORD }, where);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return { ...person, organisationId, here, token: outcome.value.token };
}

const sessionOf = (token: string) => findSession(database().read, hashToken(token));
const actionsOf = async (organisationId: string) =>
  (await listAuditEntries(database().read, organisationId, { limit: 20 })).map(({ action }) => action);

test("what binds the hospital is refused without a password given a moment ago, before anything else is looked at", async () => {
  const fresh = await aHospitalCaller(database(), "security-lead", "procurement-officer");
  const caller = { ...fresh, isSteppedUp: false };
  const binding = [recordDecision, decideException, revokeException, approveRevision, decideCountermeasure];
  for (const operation of binding) expect(await operation(caller, {})).toEqual(needed);
  expect(await actionsOf(caller.actor.organisationId)).toEqual([]);
});

test("letting somebody in, changing roles and making a key are refused without a password given a moment ago", async () => {
  const fresh = await aHospitalCaller(database(), "administrator");
  const caller = { ...fresh, isSteppedUp: false };
  for (const operation of [inviteMember, updateMember, makeCalendarFeed])
    expect(await operation(caller, {})).toEqual(needed);
  expect(await actionsOf(caller.actor.organisationId)).toEqual([]);
});

test("what binds the supplier is refused without a password given a moment ago", async () => {
  const fresh = await aSupplierCaller(database(), "signatory");
  const caller = { ...fresh, isSteppedUp: false, key: PORTAL_KEY };
  expect(await signDeclaration(caller, {})).toEqual(needed);
  expect(await actionsOf(caller.actor.organisationId)).toEqual([]);
});

test("whoever may not do it at all is told that, and is not asked for a password", async () => {
  const caller = { ...(await aHospitalCaller(database(), "auditor")), isSteppedUp: false };
  await expect(recordDecision(caller, {})).rejects.toMatchObject({ code: "forbidden" });
});

test("signing in gives the password", async () => {
  const { token } = await aSignedInPerson();
  expect(await sessionOf(token)).toMatchObject({ passwordGivenAt: NOW });
});

test("the right password moves the session on to a new token that knows when, and is noted", async () => {
  const person = await aSignedInPerson();
  const later = at(STEP_UP_MS);
  const outcome = await confirmPassword(visitor(later), { ...person, password: PASSWORD }, person.here);
  if (!outcome.ok) throw new Error(outcome.refusal.reason);
  const before = await sessionOf(person.token);
  const after = await sessionOf(outcome.value.token);
  expect(after).toMatchObject({ personId: person.id, passwordGivenAt: later, createdAt: NOW });
  expect(after?.expiresAt).toEqual(at(12 * 60 * 60_000));
  expect(before).toMatchObject({ passwordGivenAt: null, expiresAt: at(STEP_UP_MS + 60_000) });
  expect((await actionsOf(person.organisationId))[0]).toBe("session.step-up");
});

test("confirming again and again makes no session longer than the one that was signed in", async () => {
  const person = await aSignedInPerson();
  const first = await confirmPassword(visitor(at(60_000)), { ...person, password: PASSWORD }, person.here);
  const second = await confirmPassword(visitor(at(61_000)), { ...person, password: PASSWORD }, person.here);
  if (!first.ok || !second.ok) throw new Error("the right password was refused");
  for (const { token } of [first.value, second.value])
    expect((await sessionOf(token))?.expiresAt).toEqual(at(12 * 60 * 60_000));
  expect((await sessionOf(person.token))?.expiresAt).toEqual(at(120_000));
});

test("a wrong password changes nothing of the session and is noted", async () => {
  const person = await aSignedInPerson();
  const before = await sessionOf(person.token);
  for (const password of ["not the password", "x".repeat(201)])
    expect(await confirmPassword(visitor(), { ...person, password }, person.here)).toEqual(wrong);
  expect(await sessionOf(person.token)).toEqual(before);
  expect((await actionsOf(person.organisationId)).slice(0, 2)).toEqual([
    "session.refuse-step-up",
    "session.refuse-step-up",
  ]);
});

test("five wrong passwords shut out the right one too, here and at sign-in", async () => {
  const person = await aSignedInPerson();
  for (let attempt = 0; attempt < 5; attempt++)
    await confirmPassword(visitor(), { ...person, password: `guess number ${attempt}` }, person.here);
  const tooMany = { code: "step-up", reason: "too-many-attempts", minutes: 15 };
  expect(await confirmPassword(visitor(), { ...person, password: PASSWORD }, person.here)).toEqual({
    ok: false,
    refusal: tooMany,
  });
  const where = { ...person.here, userAgent: "test", previousToken: undefined };
  const signed = await signIn(visitor(), { email: person.email, password: PASSWORD }, where);
  expect(signed).toMatchObject({ ok: false, refusal: { code: "too-many-attempts" } });
});

test("a session that has ended cannot be confirmed", async () => {
  const person = await aSignedInPerson();
  const given = { token: person.token, password: PASSWORD };
  await expect(confirmPassword(visitor(at(31 * 60_000)), given, person.here)).rejects.toMatchObject({
    code: "unauthenticated",
  });
  await signOut(visitor(), { token: person.token });
  await expect(confirmPassword(visitor(), given, person.here)).rejects.toMatchObject({
    code: "unauthenticated",
  });
});
