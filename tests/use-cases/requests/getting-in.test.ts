import { beforeEach, expect, test } from "vitest";
import { presentAskedRequest } from "~/presenters/present-asked-request.server";
import { presentReceivedRequest } from "~/presenters/present-received-request.server";
import { presentRequest } from "~/presenters/present-request.server";
import { acceptInvitation } from "~/use-cases/accounts/accept-invitation.server";
import { inviteSupplier } from "~/use-cases/accounts/invite-supplier.server";
import { declineRequest } from "~/use-cases/declarations/decline-request.server";
import { LETTERS_PER_ADDRESS } from "~/use-cases/mail/queue-letter.server";
import { adoptRequest } from "~/use-cases/requests/adopt-request.server";
import { createRequest } from "~/use-cases/requests/create-request.server";
import { sendRequestLink } from "~/use-cases/requests/send-request-link.server";
import { withdrawRequest } from "~/use-cases/requests/withdraw-request.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findReceivedRequest, findRequest } from "~db/repositories/intake-requests";
import { listLettersAbout } from "~db/repositories/mail-outbox";
import { findOrganisation, listMembers, listSuppliers } from "~db/repositories/organisations";
import { mailOutbox } from "~db/schema";
import { aCaller, aDatabase, aHospitalCaller, aSupplierCaller, NOW } from "../../builders/database";
import { accepted, refusalOf } from "../../builders/declaration";
import { aScene, colleague } from "../decisions/scene";
import { anEmail, asking, byLetter, DAY_MS, joining, newName, PASSWORD } from "./by-letter";

const database = aDatabase();
const { visitor, readTokens, askStranger } = byLetter(database);
const ROLES = ["administrator", "contributor", "signatory"];

beforeEach(() => database().transaction((db) => db.delete(mailOutbox)));

test("a supplier that is not on the portal gets a letter whose link shows what is asked", async () => {
  const scene = await aScene(database(), { zone: { name: "Canary-Zone", owner: "Canary-Owner" } });
  const { token, name, email } = await askStranger(scene);
  const page = await presentAskedRequest(visitor(), token, undefined);
  expect(page).toMatchObject({
    request: { subject: "Pump", message: "Please", dueOn: "2026-12-21", zoneClass: "medium" },
    ...{ organisationName: name, mayName: true, email, hasAccount: false, own: [] },
  });
  expect(page?.groups.flatMap(({ rows }) => rows).length).toBeGreaterThan(20);
  expect(page?.evidence.rows).toHaveLength(2);
  const sent = JSON.stringify(page);
  for (const secret of ["Canary", scene.modelId, scene.zoneId, "10.0.0.7", scene.officer.actor.personId])
    expect(sent).not.toContain(secret);
});

test("following the link uses nothing up, however often", async () => {
  const { token } = await askStranger(await aScene(database()));
  for (let count = 0; count < 20; count++) await presentAskedRequest(visitor(), token, undefined);
  expect(await presentAskedRequest(visitor(), token, undefined)).not.toBeNull();
});

test("three fields lead to the request: company, name and password", async () => {
  const scene = await aScene(database());
  const { id, token, email } = await askStranger(scene);
  const organisationName = newName();
  const values = { token, organisationName, name: "First Person", password: PASSWORD };
  const joined = accepted(await acceptInvitation(visitor(), values));
  expect(joined).toMatchObject({ requestId: id });
  const { organisationId, personId } = joined;
  expect(await findOrganisation(database().read, organisationId)).toMatchObject({
    ...{ name: organisationName, kind: "supplier" },
  });
  expect(await listMembers(database().read, organisationId)).toMatchObject([{ email, roles: ROLES }]);
  const caller = {
    ...visitor(),
    isSteppedUp: true,
    actor: { personId, organisationId, organisationKind: "supplier", roles: ["contributor"] },
  } as const;
  const page = await presentReceivedRequest(caller, { requestId: id, productId: null, declarationId: null });
  expect(page).toMatchObject({ request: { state: "accepted" }, mayAccept: false, mayDeclare: true });
  const [entry] = await listAuditEntries(database().read, organisationId, { limit: 1 });
  expect(entry).toMatchObject({ action: "invitation.accept", personId });
  // The link has done its work.
  expect(await presentAskedRequest(visitor(), token, undefined)).toBeNull();
  expect(refusalOf(await acceptInvitation(visitor(), values))).toEqual({ code: "invitation-not-open" });
  const seen = await presentRequest(scene.officer, id);
  expect(seen).toMatchObject({ supplierName: organisationName, told: { invited: [{ email }] } });
  expect(seen.told.invited[0]?.answeredAt).not.toBeNull();
});

test("two people who follow the same link at once become one first person", async () => {
  const { token } = await askStranger(await aScene(database()));
  const values = { token, name: "First Person", password: PASSWORD };
  const outcomes = await Promise.all([1, 2].map(() => acceptInvitation(visitor(), values)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
});

test("somebody with an account of another supplier answers for it, and the one that was only named goes", async () => {
  const scene = await aScene(database());
  const { id, token, name } = await askStranger(scene);
  const { supplierId: named } =
    (await findRequest(database().read, scene.officer.actor.organisationId, id)) ?? {};
  const page = await presentAskedRequest(visitor(), token, scene.supplier.actor.personId);
  expect(page?.own.map(({ id }) => id)).toEqual([scene.supplier.actor.organisationId]);
  expect(accepted(await adoptRequest(scene.supplier, { token }))).toEqual({ id });
  const { organisationId } = scene.supplier.actor;
  expect(await findReceivedRequest(database().read, organisationId, id)).toMatchObject({ state: "accepted" });
  expect(await findOrganisation(database().read, named ?? "")).toBeUndefined();
  const [entry] = await listAuditEntries(database().read, organisationId, { limit: 1 });
  expect(entry).toMatchObject({ action: "received-request.adopt", subjectId: id });
  // The hospital still sees whom it had asked.
  const seen = await presentRequest(scene.officer, id);
  expect(seen.told.invited).toMatchObject([{ name }]);
  expect(refusalOf(await adoptRequest(scene.supplier, { token }))).toEqual({ code: "invitation-not-open" });
});

test("a hospital's person adopts nothing, and neither does a link of another kind", async () => {
  const scene = await aScene(database());
  const { token } = await askStranger(scene);
  await expect(adoptRequest(scene.officer, { token })).rejects.toThrow(
    expect.objectContaining({ code: "forbidden" }),
  );
  const invited = accepted(await inviteSupplier(scene.officer, { name: newName(), email: anEmail() }));
  await expect(adoptRequest(scene.supplier, { token: invited.token })).rejects.toThrow(
    expect.objectContaining({ code: "not-found" }),
  );
  expect(refusalOf(await adoptRequest(scene.supplier, { token: "guessed" }))).toEqual({
    code: "invitation-not-open",
  });
});

test("a link is good until two weeks after the due date, and for half a year at most", async () => {
  const scene = await aScene(database());
  const due = await askStranger(scene);
  const at = (day: string) => visitor(new Date(`${day}T00:00:00.000Z`));
  expect(await presentAskedRequest(at("2027-01-03"), due.token, undefined)).not.toBeNull();
  expect(await presentAskedRequest(at("2027-01-04"), due.token, undefined)).toBeNull();
  const far = await askStranger(scene, { dueOn: "2030-01-01" });
  expect(
    await presentAskedRequest(visitor(new Date(NOW.getTime() + 179 * DAY_MS)), far.token, undefined),
  ).not.toBeNull();
  expect(
    await presentAskedRequest(visitor(new Date(NOW.getTime() + 180 * DAY_MS)), far.token, undefined),
  ).toBeNull();
});

test("a password is not tried out through a link", async () => {
  const scene = await aScene(database());
  const first = await askStranger(scene);
  accepted(await acceptInvitation(visitor(), joining(first.token)));
  const second = await askStranger(scene, { newSupplierEmail: first.email });
  expect(await presentAskedRequest(visitor(), second.token, undefined)).toMatchObject({ hasAccount: true });
  const where = { clientAddress: `10.1.${Math.floor(Math.random() * 255)}.1` };
  const wrong = { token: second.token, password: "not my password" };
  for (let count = 0; count < 5; count++)
    expect(refusalOf(await acceptInvitation(visitor(), wrong, where))).toEqual({ code: "wrong-password" });
  const right = { token: second.token, password: PASSWORD };
  expect(refusalOf(await acceptInvitation(visitor(), right, where))).toMatchObject({
    code: "too-many-attempts",
  });
  accepted(await acceptInvitation(visitor(), right, { clientAddress: "192.0.2.7" }));
});

test("the name of a supplier that people have joined is not taken by a link", async () => {
  const scene = await aScene(database());
  const { token } = await askStranger(scene);
  const other = await findOrganisation(database().read, scene.supplier.actor.organisationId);
  const values = { token, name: "First Person", password: PASSWORD };
  const outcome = await acceptInvitation(visitor(), {
    ...{ ...values, organisationName: other?.name.toUpperCase() },
  } as typeof values);
  expect(refusalOf(outcome)).toEqual({ code: "supplier-exists" });
  accepted(await acceptInvitation(visitor(), values));
});

test("a supplier that was only named is seen by the hospital that named it, until somebody joins", async () => {
  const scene = await aScene(database());
  const { token, name } = await askStranger(scene);
  const stranger = await aHospitalCaller(database(), "procurement-officer");
  const seenBy = async ({ actor }: { actor: { organisationId: string } }) =>
    (await listSuppliers(database().read, actor.organisationId)).some((one) => one.name === name);
  expect([await seenBy(scene.officer), await seenBy(stranger)]).toEqual([true, false]);
  accepted(await acceptInvitation(visitor(), joining(token)));
  expect([await seenBy(scene.officer), await seenBy(stranger)]).toEqual([true, true]);
});

test("another hospital cannot ask by the id of a supplier that it does not see", async () => {
  const [scene, other] = [await aScene(database()), await aScene(database())];
  const { id } = await askStranger(scene);
  const request = await findRequest(database().read, scene.officer.actor.organisationId, id);
  await expect(
    createRequest(other.officer, asking(other, { supplierId: request?.supplierId })),
  ).rejects.toThrow(expect.objectContaining({ code: "not-found" }));
});

test("a second request to a supplier that nobody has joined goes to the same address, with a link of its own", async () => {
  const scene = await aScene(database());
  const first = await askStranger(scene);
  const request = await findRequest(database().read, scene.officer.actor.organisationId, first.id);
  const second = accepted(
    await createRequest(
      scene.officer,
      asking(scene, { supplierId: request?.supplierId, subject: "Monitor" }),
    ),
  );
  const [token = ""] = await readTokens();
  expect(await presentAskedRequest(visitor(), token, undefined)).toMatchObject({
    ...{ request: { id: second.id, subject: "Monitor" }, email: first.email },
  });
});

test("people of a supplier who answer requests get a letter each; suspended ones get none", async () => {
  const scene = await aScene(database());
  const { organisationId } = scene.supplier.actor;
  await aCaller(database(), { organisationId, kind: "supplier", roles: ["administrator"] });
  const { id } = accepted(await createRequest(scene.officer, asking(scene, { supplierId: organisationId })));
  const letters = await listLettersAbout(database().read, scene.officer.actor.organisationId, id);
  expect(letters).toHaveLength(2);
  for (const { letter } of letters)
    expect(letter).toMatchObject({ kind: "request", link: { to: "received-request", requestId: id } });
  expect(await readTokens()).toEqual([]);
});

test.each([
  [{ newSupplierName: "A" }, { newSupplierEmail: ["required"] }],
  [{ newSupplierEmail: "a@example.test" }, { newSupplierName: ["required"] }],
  [{ newSupplierName: "A", newSupplierEmail: "no address" }, { newSupplierEmail: ["invalid-email"] }],
  [
    { supplierId: "x", newSupplierName: "A", newSupplierEmail: "a@example.test" },
    { supplierId: ["one-of-two"] },
  ],
  [
    { newSupplierName: "A\u202Eb", newSupplierEmail: "a@example.test" },
    { newSupplierName: ["deceptive-characters"] },
  ],
])("what is missing of a new supplier is said at its field: %j", async (changes, fields) => {
  const scene = await aScene(database());
  expect(refusalOf(await createRequest(scene.officer, asking(scene, changes)))).toMatchObject({ fields });
});

test("a supplier of the portal is chosen and not named again", async () => {
  const scene = await aScene(database());
  const known = await findOrganisation(database().read, scene.supplier.actor.organisationId);
  const wanted = asking(scene, { newSupplierName: known?.name.toUpperCase(), newSupplierEmail: anEmail() });
  expect(refusalOf(await createRequest(scene.officer, wanted))).toEqual({ code: "supplier-exists" });
});

test("an address is not written to without end", async () => {
  const scene = await aScene(database());
  const newSupplierEmail = anEmail();
  for (let count = 0; count < LETTERS_PER_ADDRESS; count++)
    accepted(
      await createRequest(scene.officer, asking(scene, { newSupplierName: newName(), newSupplierEmail })),
    );
  const further = asking(scene, { newSupplierName: newName(), newSupplierEmail });
  expect(refusalOf(await createRequest(scene.officer, further))).toEqual({ code: "too-many-letters" });
  const tomorrow = { ...scene.officer, now: new Date(NOW.getTime() + DAY_MS) };
  accepted(await createRequest(tomorrow, further));
});

test("the hospital sends the letter again or hands a link over itself", async () => {
  const scene = await aScene(database());
  const { id, token, email } = await askStranger(scene);
  const { link } = accepted(await sendRequestLink(scene.officer, { requestId: id, by: "link" }));
  expect(link).toMatchObject({ email });
  expect(await presentAskedRequest(visitor(), link?.token ?? "", undefined)).not.toBeNull();
  accepted(await sendRequestLink(scene.officer, { requestId: id, by: "letter" }));
  const [again = ""] = await readTokens();
  expect(new Set([token, link?.token, again]).size).toBe(3);
  accepted(await acceptInvitation(visitor(), joining(again)));
  for (const used of [token, link?.token ?? "", again])
    expect(await presentAskedRequest(visitor(), used, undefined)).toBeNull();
  expect(refusalOf(await sendRequestLink(scene.officer, { requestId: id, by: "link" }))).toEqual({
    code: "no-open-link",
  });
});

test("who may not ask does not send links, and nobody sends those of another hospital", async () => {
  const scene = await aScene(database());
  const { id } = await askStranger(scene);
  await expect(
    sendRequestLink(await colleague(scene.officer, "auditor"), { requestId: id, by: "link" }),
  ).rejects.toThrow(expect.objectContaining({ code: "forbidden" }));
  await expect(
    sendRequestLink(await aHospitalCaller(database(), "procurement-officer"), { requestId: id, by: "link" }),
  ).rejects.toThrow(expect.objectContaining({ code: "not-found" }));
  accepted(await withdrawRequest(scene.officer, { requestId: id }));
  expect(refusalOf(await sendRequestLink(scene.officer, { requestId: id, by: "letter" }))).toEqual({
    code: "not-in-this-state",
  });
});

test("a letter whose request has been declined before it went out is not sent", async () => {
  const scene = await aScene(database());
  const supplierId = scene.supplier.actor.organisationId;
  const { id } = accepted(await createRequest(scene.officer, asking(scene, { supplierId })));
  accepted(await declineRequest(scene.supplier, { requestId: id, reason: "Not ours" }));
  await readTokens();
  const letters = await listLettersAbout(database().read, scene.officer.actor.organisationId, id);
  expect(letters.map(({ state }) => state)).toEqual(["cancelled"]);
});

test("whoever has no supplier is offered none to answer for", async () => {
  const scene = await aScene(database());
  const { token } = await askStranger(scene);
  expect(await presentAskedRequest(visitor(), token, scene.officer.actor.personId)).toMatchObject({
    own: [],
  });
  const other = await aSupplierCaller(database(), "signatory");
  expect((await presentAskedRequest(visitor(), token, other.actor.personId))?.own).toHaveLength(1);
});
