import { beforeEach, expect, test } from "vitest";
import { presentAskedRequest, presentDeclinedRequest } from "~/presenters/present-asked-request.server";
import { presentRequest } from "~/presenters/present-request.server";
import { acceptInvitation } from "~/use-cases/accounts/accept-invitation.server";
import { adoptRequest } from "~/use-cases/requests/adopt-request.server";
import { createRequest } from "~/use-cases/requests/create-request.server";
import { declineAskedRequest } from "~/use-cases/requests/decline-asked-request.server";
import { withdrawRequest } from "~/use-cases/requests/withdraw-request.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findRequest } from "~db/repositories/intake-requests";
import { mailOutbox } from "~db/schema";
import { aDatabase, NOW } from "../../builders/database";
import { accepted, refusalOf } from "../../builders/declaration";
import { aScene } from "../decisions/scene";
import { asking, byLetter, DAY_MS, joining } from "./by-letter";

const database = aDatabase();
const { visitor, readTokens, askStranger } = byLetter(database);

beforeEach(() => database().transaction((db) => db.delete(mailOutbox)));

const declining = (token: string) => ({ token, reason: "We make no pumps; ask Fiktiva.", isFinal: "yes" });

test("whoever has the link declines without an account, and the hospital reads why and by which link", async () => {
  const scene = await aScene(database());
  const { id, token, email } = await askStranger(scene);
  const { organisationId } = scene.officer.actor;
  accepted(await declineAskedRequest(visitor(), declining(token)));
  const seen = await presentRequest(scene.officer, id);
  expect(seen).toMatchObject({
    ...{ state: "declined", declineReason: "We make no pumps; ask Fiktiva.", maySend: false },
    told: { invited: [{ email, answeredAt: NOW.toISOString(), isDeclined: true }] },
  });
  const [entry] = await listAuditEntries(database().read, organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    ...{ action: "asked-request.decline", subjectId: id, personId: null },
    details: { invitationId: expect.stringMatching(/./) },
  });
  // Nothing takes it back: neither the link, nor a colleague's account, nor a reminder.
  expect(await presentAskedRequest(visitor(), token, undefined)).toBeNull();
  expect(await presentDeclinedRequest(visitor(), token)).toMatchObject({ hospitalName: expect.any(String) });
  for (const again of [
    await declineAskedRequest(visitor(), declining(token)),
    await acceptInvitation(visitor(), joining(token)),
    await adoptRequest(scene.supplier, { token }),
  ])
    expect(refusalOf(again)).toEqual({ code: "invitation-not-open" });
  expect(await readTokens(new Date(NOW.getTime() + 28 * DAY_MS))).toEqual([]);
  expect((await presentRequest(scene.officer, id)).state).toBe("declined");
});

test("declining wants a reason and its box, and a link that is open", async () => {
  const scene = await aScene(database());
  const { id, token } = await askStranger(scene);
  const refused = async (changes: Record<string, unknown>) =>
    refusalOf(await declineAskedRequest(visitor(), { ...declining(token), ...changes }));
  expect(await refused({ reason: " " })).toMatchObject({ fields: { reason: ["required"] } });
  expect(await refused({ isFinal: undefined })).toMatchObject({ fields: { isFinal: ["required"] } });
  expect(await refused({ token: "unknown" })).toEqual({ code: "invitation-not-open" });
  const late = visitor(new Date(NOW.getTime() + 60 * DAY_MS));
  expect(refusalOf(await declineAskedRequest(late, declining(token)))).toEqual({
    code: "invitation-not-open",
  });
  expect((await presentRequest(scene.officer, id)).state).toBe("sent");
});

test("once somebody has joined, a second link of the same supplier declines nothing any more", async () => {
  const scene = await aScene(database());
  const first = await askStranger(scene);
  const { supplierId = "" } =
    (await findRequest(database().read, scene.officer.actor.organisationId, first.id)) ?? {};
  const { id } = accepted(await createRequest(scene.officer, asking(scene, { supplierId })));
  const [token = ""] = await readTokens();
  accepted(await acceptInvitation(visitor(), joining(first.token)));
  expect(refusalOf(await declineAskedRequest(visitor(), declining(token)))).toEqual({
    code: "somebody-joined",
  });
  expect((await presentRequest(scene.officer, id)).state).toBe("sent");
});

test("of declining and joining at once one happens", async () => {
  const scene = await aScene(database());
  const { id, token } = await askStranger(scene);
  const [declined, joined] = await Promise.all([
    declineAskedRequest(visitor(), declining(token)),
    acceptInvitation(visitor(), joining(token)),
  ]);
  expect([declined.ok, joined.ok].filter(Boolean)).toHaveLength(1);
  expect((await presentRequest(scene.officer, id)).state).toBe(declined.ok ? "declined" : "accepted");
});

test("a request that was withdrawn lets nobody in any more", async () => {
  const scene = await aScene(database());
  const { id, token } = await askStranger(scene);
  accepted(await withdrawRequest(scene.officer, { requestId: id }));
  expect(await presentAskedRequest(visitor(), token, undefined)).toBeNull();
  expect(refusalOf(await acceptInvitation(visitor(), joining(token)))).toEqual({
    code: "invitation-not-open",
  });
  expect(refusalOf(await adoptRequest(scene.supplier, { token }))).toEqual({ code: "invitation-not-open" });
});
