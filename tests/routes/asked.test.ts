import { randomUUID } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { faultsOfSeal, readPublicKey } from "~/formats/cordon-json/sealed-file";
import { readSealedZone } from "~/formats/cordon-json/sealed-zone";
import { verifyEd25519 } from "~/intake/verify-signature";
import { paths } from "~/paths";
import { createRequest } from "~/use-cases/requests/create-request.server";
import { sendRequestLink } from "~/use-cases/requests/send-request-link.server";
import { findRequest } from "~db/repositories/intake-requests";
import { auditEntries, invitations, mailOutbox } from "~db/schema";
import { accepted } from "../builders/declaration";
import { aPortal, PASSWORD, postForm, signedIn } from "../builders/portal";
import { aScene } from "../use-cases/decisions/scene";

const portal = aPortal();

/** A request to an address, with the link that the hospital hands over. */
async function asked() {
  const scene = await aScene(portal().database, { zone: { name: "Canary-Zone", owner: "Canary-Owner" } });
  const { modelId, zoneId } = scene;
  const email = `${randomUUID()}@example.test`;
  const { id } = accepted(
    await createRequest(scene.officer, {
      ...{ modelId, zoneId, subject: "Ventilator", message: "Twelve of them", dueOn: "2026-12-21" },
      ...{ newSupplierName: `Fiktiva ${randomUUID()}`, newSupplierEmail: email },
    }),
  );
  const { link } = accepted(await sendRequestLink(scene.officer, { requestId: id, by: "link" }));
  return { scene, id, email, token: link?.token ?? "" };
}

const stateOf = async () => {
  const { read } = portal().database;
  return [
    await read.select().from(invitations),
    await read.select().from(mailOutbox),
    await read.select().from(auditEntries),
  ];
};

test("a link shows the request without an account, and nothing of the hospital's network", async () => {
  const { scene, token } = await asked();
  for (const path of [paths.askedRequest(token), `${paths.askedRequest(token)}.data`]) {
    const answer = await portal().request(path);
    expect(answer.status).toBe(200);
    const bytes = await answer.text();
    expect(bytes).toContain("Ventilator");
    for (const secret of ["Canary", scene.modelId, scene.zoneId, "10.0.0.7", scene.officer.actor.personId])
      expect(bytes).not.toContain(secret);
    expect(bytes).not.toContain(scene.supplier.actor.organisationId);
  }
});

test("what follows links by itself changes nothing: GET and HEAD, many at once", async () => {
  const { token } = await asked();
  const before = await stateOf();
  const visits = Array.from({ length: 10 }, (_, place) =>
    portal().request(paths.askedRequest(token), { method: place % 2 ? "GET" : "HEAD" }),
  );
  for (const { status } of await Promise.all(visits)) expect(status).toBe(200);
  expect(await stateOf()).toEqual(before);
});

test("the link brings what is asked as documents and a sealed file, before there is an account", async () => {
  const { scene, token } = await asked();
  const page = await (await portal().request(paths.askedRequest(token))).text();
  expect(page).toContain(`href="${paths.askedPackage(token)}"`);
  // Only whoever is signed in reaches what stands under the supplier's own pages.
  expect(page).not.toContain("/supplier/requests/");
  const answer = await portal().request(paths.askedPackage(token));
  expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
  expect(answer.headers.get("Content-Disposition")).toContain('filename="requirements.zip"');
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  expect(Object.keys(files).toSorted()).toEqual([
    ...["read-me.txt", "requirements.docx", "requirements.pdf", "zone.cordon.json"],
  ]);
  const [bytes = new Uint8Array(), readMe = new Uint8Array()] = [
    files["zone.cordon.json"],
    files["read-me.txt"],
  ];
  const key = accepted(readPublicKey(await (await portal().request(paths.portalKeyFile())).text()));
  expect(faultsOfSeal(accepted(readSealedZone(bytes)), verifyEd25519, key)).toEqual([]);
  const document = unzipSync(files["requirements.docx"] ?? new Uint8Array())["word/document.xml"];
  for (const part of [bytes, readMe, document ?? new Uint8Array()])
    for (const secret of ["Canary", scene.modelId, scene.zoneId, "10.0.0.7", scene.officer.actor.personId])
      expect(strFromU8(part)).not.toContain(secret);
  expect((await portal().request(paths.askedPackage(randomUUID()))).status).toBe(404);
});

test("three fields lead to the request", async () => {
  const { id, token } = await asked();
  const answer = await postForm(portal(), paths.askedRequest(token), {
    ...{ organisationName: `Fiktiva ${randomUUID()}`, name: "First Person", password: PASSWORD },
  });
  expect([answer.status, answer.headers.get("Location")]).toEqual([303, paths.receivedRequest(id)]);
  const cookie = answer.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  expect((await portal().request(paths.receivedRequest(id), { cookie })).status).toBe(200);
  const again = await portal().request(paths.askedRequest(token));
  expect(await again.text()).toContain("cannot be used any more");
});

test("somebody with an account of a supplier goes straight to the request", async () => {
  const { id, token } = await asked();
  const { cookie, organisationId } = await signedIn(portal(), "supplier", "contributor");
  expect(await (await portal().request(paths.askedRequest(token), { cookie })).text()).toContain(
    "Answer for",
  );
  const values = { intent: "answer-as", organisationId };
  const answer = await postForm(portal(), paths.askedRequest(token), values, { cookie });
  expect([answer.status, answer.headers.get("Location")]).toEqual([303, paths.receivedRequest(id)]);
  expect((await portal().request(paths.receivedRequest(id), { cookie })).status).toBe(200);
});

test("nobody answers for an organisation that is not theirs, or without a session", async () => {
  const { token } = await asked();
  const own = await signedIn(portal(), "supplier", "contributor");
  const other = await signedIn(portal(), "supplier", "contributor");
  const values = { intent: "answer-as", organisationId: other.organisationId };
  const foreign = await postForm(portal(), paths.askedRequest(token), values, { cookie: own.cookie });
  expect(foreign.status).toBe(404);
  expect((await postForm(portal(), paths.askedRequest(token), values)).status).toBe(401);
  const crossSite = await postForm(portal(), paths.askedRequest(token), values, {
    ...{ cookie: other.cookie, origin: "https://evil.example" },
  });
  expect(crossSite.status).toBe(403);
});

test("what is wrong is said at its field, and nothing is consumed", async () => {
  const { token } = await asked();
  const answer = await postForm(portal(), paths.askedRequest(token), { name: "", password: "short" });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain("Use at least 12 characters.");
  expect((await portal().request(paths.askedRequest(token))).status).toBe(200);
});

test("declining needs no account, and the link says afterwards that it was declined", async () => {
  const { id, scene, token } = await asked();
  const path = paths.askedRequest(token);
  const wrong = await postForm(portal(), path, { intent: "decline", reason: "" });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain("Please fill this in.");
  const values = { intent: "decline", reason: "We make no ventilators.", isFinal: "yes" };
  const crossSite = await postForm(portal(), path, values, { origin: "https://evil.example" });
  expect(crossSite.status).toBe(403);
  const answer = await postForm(portal(), path, values);
  expect([answer.status, answer.headers.get("Location")]).toEqual([303, path]);
  const closed = await portal().request(path);
  const page = await closed.text();
  expect(page).toContain("The request was declined");
  expect(page).not.toContain("We make no ventilators.");
  expect((await postForm(portal(), path, values)).status).toBe(422);
  const request = await findRequest(portal().database.read, scene.officer.actor.organisationId, id);
  expect(request).toMatchObject({ state: "declined", declineReason: "We make no ventilators." });
});

test("outside the demo there is no demo mailbox", async () => {
  const { cookie } = await signedIn(portal(), "hospital", "procurement-officer");
  expect((await portal().request(paths.demoMailbox(), { cookie })).status).toBe(404);
  expect((await portal().request(paths.demoMailbox())).status).toBe(302);
});

test("without a mail server the pages say so", async () => {
  const { cookie } = await signedIn(portal(), "hospital", "administrator");
  for (const path of [paths.members(), paths.suppliers()])
    expect(await (await portal().request(path, { cookie })).text()).toContain("This portal sends no mail");
});

test("links that do not exist are held up after sixty from one address", async () => {
  const statuses: Array<number> = [];
  for (let count = 0; count < 62; count++)
    statuses.push((await portal().request(paths.askedRequest(randomUUID()))).status);
  expect((await portal().request(paths.askedPackage(randomUUID()))).status).toBe(429);
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
  expect(statuses[0]).toBe(200);
  portal().setNow(new Date("2026-11-21T10:20:00.000Z"));
  expect((await portal().request(paths.askedRequest(randomUUID()))).status).toBe(200);
});
