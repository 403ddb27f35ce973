import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { hashPassword } from "~/use-cases/accounts/password.server";
import { signIn } from "~/use-cases/accounts/sign-in.server";
import { signOut } from "~/use-cases/accounts/sign-out.server";
import { switchOrganisation } from "~/use-cases/accounts/switch-organisation.server";
import { hashToken } from "~/use-cases/accounts/token.server";
import { saveMember } from "~db/repositories/organisations";
import { saveNewPerson } from "~db/repositories/people";
import { findSession } from "~db/repositories/sessions";
import { aDatabase, anOrganisation, NOW } from "../../builders/database";

const database = aDatabase();
const PASSWORD = "correct horse battery";
const HERE = { clientAddress: "192.0.2.7", userAgent: "test", previousToken: undefined };
const visitor = (now = NOW) => ({ database: database(), now, newId: randomUUID });

async function aPersonWithPassword() {
  const person = { id: randomUUID(), email: `${randomUUID()}@example.test` };
  const passwordHash = await hashPassword(PASSWORD);
  const organisationId = await anOrganisation(database(), "hospital");
  await database().transaction(async (db) => {
    await saveNewPerson(db, { ...person, name: "Somebody", passwordHash, createdAt: NOW });
    await saveMember(db, organisationId, {
      personId: person.id,
      roles: ["auditor"],
      state: "active",
      createdAt: NOW,
    });
  });
  return { ...person, organisationId };
}

test("the right password starts a session that acts for the person's organisation", async () => {
  const person = await aPersonWithPassword();
  const outcome = await signIn(visitor(), { email: person.email.toUpperCase(), password: PASSWORD }, HERE);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const session = await findSession(database().read, hashToken(outcome.value.token));
  expect(session).toMatchObject({ personId: person.id, organisationId: person.organisationId });
});

test("only the hash of the session's token is stored", async () => {
  const person = await aPersonWithPassword();
  const outcome = await signIn(visitor(), { email: person.email, password: PASSWORD }, HERE);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  expect(await findSession(database().read, outcome.value.token)).toBeUndefined();
});

test("a wrong password and an unknown account get the same answer", async () => {
  const person = await aPersonWithPassword();
  const wrong = await signIn(visitor(), { email: person.email, password: "not the password" }, HERE);
  const unknown = await signIn(visitor(), { email: "nobody@example.test", password: PASSWORD }, HERE);
  expect(wrong).toEqual({ ok: false, refusal: { code: "wrong-credentials" } });
  expect(unknown).toEqual(wrong);
});

test("five failures from one network stop that network for this account, not its owner elsewhere", async () => {
  const person = await aPersonWithPassword();
  const attacker = { ...HERE, clientAddress: "203.0.113.9" };
  for (let attempt = 0; attempt < 5; attempt++)
    await signIn(visitor(), { email: person.email, password: `guess number ${attempt}` }, attacker);
  const blocked = await signIn(visitor(), { email: person.email, password: PASSWORD }, attacker);
  expect(blocked).toEqual({ ok: false, refusal: { code: "too-many-attempts", minutes: 15 } });
  expect((await signIn(visitor(), { email: person.email, password: PASSWORD }, HERE)).ok).toBe(true);
});

test("after a quarter of an hour the network may try again", async () => {
  const person = await aPersonWithPassword();
  const attacker = { ...HERE, clientAddress: "203.0.113.10" };
  for (let attempt = 0; attempt < 5; attempt++)
    await signIn(visitor(), { email: person.email, password: `guess number ${attempt}` }, attacker);
  const later = new Date(NOW.getTime() + 15 * 60_000 + 1);
  expect((await signIn(visitor(later), { email: person.email, password: PASSWORD }, attacker)).ok).toBe(true);
});

test("signing in ends the session the browser came with", async () => {
  const person = await aPersonWithPassword();
  const first = await signIn(visitor(), { email: person.email, password: PASSWORD }, HERE);
  if (!first.ok) throw new Error(first.refusal.code);
  await signIn(
    visitor(),
    { email: person.email, password: PASSWORD },
    { ...HERE, previousToken: first.value.token },
  );
  expect(await findSession(database().read, hashToken(first.value.token))).toBeUndefined();
});

test("signing out ends the session", async () => {
  const person = await aPersonWithPassword();
  const outcome = await signIn(visitor(), { email: person.email, password: PASSWORD }, HERE);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  await signOut(visitor(), { token: outcome.value.token });
  expect(await findSession(database().read, hashToken(outcome.value.token))).toBeUndefined();
});

test("nobody can act for an organisation they do not belong to", async () => {
  const person = await aPersonWithPassword();
  const foreign = await anOrganisation(database(), "hospital");
  const outcome = await signIn(visitor(), { email: person.email, password: PASSWORD }, HERE);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  await expect(
    switchOrganisation(visitor(), { token: outcome.value.token, organisationId: foreign }),
  ).rejects.toMatchObject({ code: "not-found" });
});

test("an e-mail that is none is refused at its field", async () => {
  expect(await signIn(visitor(), { email: "nobody", password: "" }, HERE)).toEqual({
    ok: false,
    refusal: { code: "invalid-input", fields: { email: ["invalid-email"], password: ["required"] } },
  });
});
