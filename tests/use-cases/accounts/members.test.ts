import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { presentMembers } from "~/presenters/present-members.server";
import { acceptInvitation } from "~/use-cases/accounts/accept-invitation.server";
import { createFirstHospital } from "~/use-cases/accounts/create-first-hospital.server";
import { inviteMember } from "~/use-cases/accounts/invite-member.server";
import { inviteSupplier } from "~/use-cases/accounts/invite-supplier.server";
import { revokeInvitation } from "~/use-cases/accounts/revoke-invitation.server";
import { updateMember } from "~/use-cases/accounts/update-member.server";
import { listAuditEntries } from "~db/repositories/audit";
import { listMembers, listSuppliers } from "~db/repositories/organisations";
import { aCaller, aDatabase, aHospitalCaller, aSupplierCaller, NOW } from "../../builders/database";

const database = aDatabase();
const visitor = (now = NOW) => ({ database: database(), now, newId: randomUUID });
const PASSWORD = "a sentence to remember";
const anEmail = () => `${randomUUID()}@example.test`;

async function anInvitation(caller: Awaited<ReturnType<typeof aHospitalCaller>>, email = anEmail()) {
  const outcome = await inviteMember(caller, { email, roles: ["auditor"] });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return { ...outcome.value, email };
}

test("an invited person without an account makes one and becomes a member", async () => {
  const caller = await aHospitalCaller(database(), "administrator");
  const { token, email } = await anInvitation(caller);
  const outcome = await acceptInvitation(visitor(), { token, ...{ name: "New Person", password: PASSWORD } });
  expect(outcome.ok).toBe(true);
  const members = await listMembers(database().read, caller.actor.organisationId);
  expect(members.find((member) => member.email === email)).toMatchObject({
    roles: ["auditor"],
    state: "active",
  });
});

test("an invitation works once", async () => {
  const { token } = await anInvitation(await aHospitalCaller(database(), "administrator"));
  const values = { token, ...{ name: "New Person", password: PASSWORD } };
  await acceptInvitation(visitor(), values);
  expect(await acceptInvitation(visitor(), values)).toEqual({
    ok: false,
    refusal: { code: "invitation-not-open" },
  });
});

test("two browsers accepting at once make one member", async () => {
  const caller = await aHospitalCaller(database(), "administrator");
  const { token, email } = await anInvitation(caller);
  const values = { token, ...{ name: "New Person", password: PASSWORD } };
  const outcomes = await Promise.all([
    acceptInvitation(visitor(), values),
    acceptInvitation(visitor(), values),
  ]);
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  const members = await listMembers(database().read, caller.actor.organisationId);
  expect(members.filter((member) => member.email === email)).toHaveLength(1);
});

test("whoever has an account must prove it", async () => {
  const { token, email } = await anInvitation(await aHospitalCaller(database(), "administrator"));
  await acceptInvitation(visitor(), { token, ...{ name: "Known Person", password: PASSWORD } });
  const second = await anInvitation(await aHospitalCaller(database(), "administrator"), email);
  const wrong = await acceptInvitation(visitor(), {
    token: second.token,
    ...{ password: "not my password" },
  });
  expect(wrong).toEqual({ ok: false, refusal: { code: "wrong-password" } });
  expect((await acceptInvitation(visitor(), { token: second.token, ...{ password: PASSWORD } })).ok).toBe(
    true,
  );
});

test("a revoked or expired invitation does not work", async () => {
  const caller = await aHospitalCaller(database(), "administrator");
  const revoked = await anInvitation(caller);
  await revokeInvitation(caller, { invitationId: revoked.id });
  const values = { name: "New Person", password: PASSWORD };
  expect((await acceptInvitation(visitor(), { token: revoked.token, ...values })).ok).toBe(false);
  const expired = await anInvitation(caller);
  const later = new Date(NOW.getTime() + 8 * 24 * 60 * 60_000);
  expect((await acceptInvitation(visitor(later), { token: expired.token, ...values })).ok).toBe(false);
});

test("an administrator cannot revoke another organisation's invitation", async () => {
  const invitation = await anInvitation(await aHospitalCaller(database(), "administrator"));
  const other = await aHospitalCaller(database(), "administrator");
  await expect(revokeInvitation(other, { invitationId: invitation.id })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("only administrators invite", async () => {
  const caller = await aHospitalCaller(database(), "security-lead", "auditor");
  await expect(inviteMember(caller, { email: anEmail(), roles: ["auditor"] })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("a hospital has no signatories", async () => {
  const caller = await aHospitalCaller(database(), "administrator");
  const outcome = await inviteMember(caller, { email: anEmail(), roles: ["signatory"] });
  expect(outcome).toEqual({ ok: false, refusal: { code: "role-of-other-side" } });
});

test("the last administrator stays", async () => {
  const caller = await aHospitalCaller(database(), "administrator");
  const change = { personId: caller.actor.personId, roles: ["auditor"], state: "active" };
  expect(await updateMember(caller, change)).toEqual({ ok: false, refusal: { code: "last-administrator" } });
});

test("a member of another organisation is not found", async () => {
  const caller = await aHospitalCaller(database(), "administrator");
  const other = await aHospitalCaller(database(), "auditor");
  const change = { personId: other.actor.personId, roles: ["auditor"], state: "suspended" };
  await expect(updateMember(caller, change)).rejects.toMatchObject({ code: "not-found" });
});

test("a changed member leaves an audit entry", async () => {
  const caller = await aHospitalCaller(database(), "administrator");
  const { organisationId } = caller.actor;
  const member = await aCaller(database(), { organisationId, kind: "hospital", roles: ["auditor"] });
  await updateMember(caller, {
    personId: member.actor.personId,
    roles: ["security-lead"],
    state: "suspended",
  });
  const [entry] = await listAuditEntries(database().read, organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    action: "member.update",
    subjectId: member.actor.personId,
    details: { roles: ["security-lead"], state: "suspended" },
  });
});

test("a hospital makes room for a supplier, whose first person gets every role", async () => {
  const caller = await aHospitalCaller(database(), "procurement-officer");
  const name = `Supplier ${randomUUID()}`;
  const outcome = await inviteSupplier(caller, { name, email: anEmail() });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  await acceptInvitation(visitor(), {
    token: outcome.value.token,
    ...{ name: "First Person", password: PASSWORD },
  });
  expect(
    (await listSuppliers(database().read, caller.actor.organisationId)).map((supplier) => supplier.name),
  ).toContain(name);
  const [member] = await listMembers(database().read, outcome.value.id);
  expect(member?.roles).toEqual(["administrator", "contributor", "signatory"]);
});

test("a supplier may not invite suppliers", async () => {
  const caller = await aSupplierCaller(database(), "administrator");
  await expect(inviteSupplier(caller, { name: "Another", email: anEmail() })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("a portal with people in it gets no first hospital", async () => {
  await aHospitalCaller(database(), "administrator");
  const values = { organisationName: "Late", name: "Late", email: anEmail(), password: PASSWORD };
  expect(await createFirstHospital(visitor(), values)).toEqual({
    ok: false,
    refusal: { code: "portal-not-empty" },
  });
});

test("the list of members names no stranger", async () => {
  const other = await aHospitalCaller(database(), "administrator");
  const caller = await aHospitalCaller(database(), "administrator");
  const page = await presentMembers(caller);
  expect(JSON.stringify(page)).not.toContain(other.actor.personId);
  expect(page.members).toHaveLength(1);
});
