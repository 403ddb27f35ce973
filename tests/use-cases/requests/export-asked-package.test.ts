import { expect, test } from "vitest";
import { presentAskedPackage } from "~/presenters/present-asked-package.server";
import { presentReceivedPackage } from "~/presenters/present-received-package.server";
import { sealedZoneOf } from "~/presenters/zone-package.server";
import { acceptInvitation } from "~/use-cases/accounts/accept-invitation.server";
import { MOST_A_MINUTE_BY_LINK } from "~/use-cases/export-limit.server";
import { declineAskedRequest } from "~/use-cases/requests/decline-asked-request.server";
import { exportAskedPackage } from "~/use-cases/requests/export-asked-package.server";
import { withdrawRequest } from "~/use-cases/requests/withdraw-request.server";
import { listAuditEntries } from "~db/repositories/audit";
import { listMemberships } from "~db/repositories/sessions";
import { aDatabase, NOW } from "../../builders/database";
import { accepted, refusalOf } from "../../builders/declaration";
import { PORTAL_KEY } from "../../builders/portal-key";
import { aScene } from "../decisions/scene";
import { byLetter, DAY_MS, joining } from "./by-letter";

const database = aDatabase();
const { visitor, askStranger } = byLetter(database);
const notFound = expect.objectContaining({ code: "not-found" });
const tooMany = expect.objectContaining({ code: "too-many-requests" });

const textOf = ({ classes }: Awaited<ReturnType<typeof presentAskedPackage>>) =>
  classes.map((one) => sealedZoneOf(one, PORTAL_KEY).text).join();

test("whoever holds the link takes along what is asked, and the hospital's log names the invitation", async () => {
  const zone = { name: "Canary-Zone", owner: "Canary-Owner" };
  const scene = await aScene(database(), { zone });
  const { id, token } = await askStranger(scene, { message: "Canary-Message" });
  const noted = accepted(await exportAskedPackage(visitor(), { token }));
  expect(noted.id).toBe(id);
  const found = await presentAskedPackage(visitor(), token);
  const { organisationId, personId } = scene.officer.actor;
  for (const secret of ["Canary", id, scene.modelId, scene.zoneId, organisationId, personId])
    expect(JSON.stringify(found) + textOf(found)).not.toContain(secret);
  const [entry] = await listAuditEntries(database().read, organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    ...{ action: "asked-request.export", subjectId: id, personId: null },
    details: { invitationId: expect.stringMatching(/./) },
  });
  expect(JSON.stringify(entry)).not.toContain(token);
});

test("with an account it is the very same file, and the link is used up", async () => {
  const scene = await aScene(database());
  const { id, token } = await askStranger(scene);
  const before = textOf(await presentAskedPackage(visitor(), token));
  const joined = accepted(await acceptInvitation(visitor(), joining(token)));
  const [membership] = await listMemberships(database().read, joined.personId);
  if (!membership) throw new Error("who has joined belongs to the supplier");
  const { organisationId, organisationKind, roles } = membership;
  const actor = {
    ...scene.supplier.actor,
    personId: joined.personId,
    organisationId,
    organisationKind,
    roles,
  };
  expect(textOf(await presentReceivedPackage({ ...scene.supplier, actor }, id))).toBe(before);
  await expect(exportAskedPackage(visitor(), { token })).rejects.toThrow(notFound);
  await expect(presentAskedPackage(visitor(), token)).rejects.toThrow(notFound);
});

test("a link that does not exist, has ended, or whose request is over brings nothing and leaves no trace", async () => {
  const scene = await aScene(database());
  const { organisationId } = scene.officer.actor;
  const old = await askStranger(scene);
  const late = visitor(new Date(NOW.getTime() + 60 * DAY_MS));
  const withdrawn = await askStranger(scene);
  accepted(await withdrawRequest(scene.officer, { requestId: withdrawn.id }));
  const declined = await askStranger(scene);
  const saying = { token: declined.token, reason: "We make no pumps.", isFinal: "yes" };
  accepted(await declineAskedRequest(visitor(), saying));
  const entries = () => listAuditEntries(database().read, organisationId, { limit: 100 });
  const before = await entries();
  for (const [who, token] of [
    [visitor(), "unknown"],
    [late, old.token],
    [visitor(), withdrawn.token],
    [visitor(), declined.token],
  ] as const) {
    await expect(exportAskedPackage(who, { token })).rejects.toThrow(notFound);
    await expect(presentAskedPackage(who, token)).rejects.toThrow(notFound);
  }
  expect(refusalOf(await exportAskedPackage(visitor(), { token: "x".repeat(201) }))).toMatchObject({
    code: "invalid-input",
  });
  expect(await entries()).toEqual(before);
});

test("ten times in a minute by one link, then it takes a minute; other links are not held up", async () => {
  const scene = await aScene(database());
  const [one, other] = [await askStranger(scene), await askStranger(scene)];
  for (let taken = 0; taken < MOST_A_MINUTE_BY_LINK; taken += 1)
    accepted(await exportAskedPackage(visitor(), { token: one.token }));
  await expect(exportAskedPackage(visitor(), { token: one.token })).rejects.toThrow(tooMany);
  accepted(await exportAskedPackage(visitor(), { token: other.token }));
  accepted(await exportAskedPackage(visitor(new Date(NOW.getTime() + 61_000)), { token: one.token }));
});
