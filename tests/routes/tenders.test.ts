import { randomUUID } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { openFileStore } from "~/files/file-store.server";
import { faultsOfSeal, readPublicKey } from "~/formats/cordon-json/sealed-file";
import { readSealedZone } from "~/formats/cordon-json/sealed-zone";
import { verifyEd25519 } from "~/intake/verify-signature";
import { paths } from "~/paths";
import type { Caller } from "~/use-cases/use-case.server";
import { listReceivedRequests } from "~db/repositories/intake-requests";
import { listTenders } from "~db/repositories/tenders";
import { accepted } from "../builders/declaration";
import { aPdf } from "../builders/files";
import { aPortal, postForm, sendFile, signedIn, signedInAs } from "../builders/portal";
import { readPdf } from "../reports/read-pdf";
import { anAttachment } from "../use-cases/tenders/attaching";
import { aTender, aTenderScene } from "../use-cases/tenders/tender-scene";

const portal = aPortal();

const cookieOf = (caller: Caller) => signedInAs(portal(), caller);

test("the form sends one tender however often it is posted, and leads to its page", async () => {
  const scene = await aTenderScene(portal().database);
  const cookie = await cookieOf(scene.officer);
  const form = new URLSearchParams([
    ...[scene.places.imaging, scene.places.strict].map((place) => ["places", place]),
    ...[scene.supplier, scene.second].map(({ actor }) => ["supplierIds", actor.organisationId]),
    ...Object.entries({ submission: randomUUID(), name: "Pumps 2027", subject: "Pump", message: "" }),
    ["dueOn", "2026-12-24"],
  ]);
  // As the page has it: the zones that were chosen stand in the address too.
  const address = `${paths.newRequest()}?place=${encodeURIComponent(scene.places.imaging)}`;
  const post = () =>
    portal().request(address, {
      ...{ method: "POST", body: form.toString(), cookie },
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
    });
  const answers = [await post(), await post()];
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  const [first, second] = answers.map((answer) => answer.headers.get("Location"));
  expect(first).toMatch(/^\/hospital\/tenders\//);
  expect(second).toBe(first);
  const page = await (await portal().request(first ?? "", { cookie })).text();
  expect(page).toContain("Pumps 2027");
  const { organisationId } = scene.officer.actor;
  const all = await listTenders(portal().database.read, organisationId, { limit: 10, before: null });
  expect(all).toHaveLength(1);
  form.set("subject", "");
  form.set("submission", randomUUID());
  const refused = await post();
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("#subject");
});

test("the package of a tender opens: documents that say what is asked, and a file that the portal has sealed", async () => {
  const scene = await aTenderScene(portal().database);
  const { id } = await aTender(scene);
  const answer = await portal().request(paths.tenderPackage(id), { cookie: await cookieOf(scene.officer) });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Disposition")).toContain('filename="requirements.zip"');
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const names = Object.keys(files).toSorted();
  expect(names).toHaveLength(7);
  const [, , pdfName = "", zoneName = ""] = [names[0], ...names.filter((name) => name.startsWith("2-"))];
  const readMe = strFromU8(files["read-me.txt"] ?? new Uint8Array());
  for (const words of ["cordon check", "cordon verify", "1-", "2-"]) expect(readMe).toContain(words);
  const pdf = readPdf(files[pdfName] ?? new Uint8Array());
  const text = pdf.pages.join("\n");
  expect(pdf.untagged).toEqual([]);
  for (const words of ["CR 1.1", "SL-T", "zone.cordon.json"]) expect(text).toContain(words);
  const parts = unzipSync(files[pdfName.replace(".pdf", ".docx")] ?? new Uint8Array());
  const body = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  for (const words of ["CR 1.1", "SL-T"]) expect(body).toContain(words);
  const key = accepted(readPublicKey(await (await portal().request(paths.portalKeyFile())).text()));
  const zone = accepted(readSealedZone(files[zoneName] ?? new Uint8Array()));
  expect(faultsOfSeal(zone, verifyEd25519, key)).toEqual([]);
  // The very file that the documents name.
  expect(zone.seal.publicKey).toBe(key);
  for (const secret of ["Canary", "Campus", scene.modelId])
    expect(text + body + readMe).not.toContain(secret);
});

test("the package of a zone and of a received request are archives too; others find nothing", async () => {
  const scene = await aTenderScene(portal().database);
  const { id } = await aTender(scene, { places: [scene.places.imaging] });
  const hospital = await cookieOf(scene.officer);
  const supplier = await cookieOf(scene.supplier);
  const { supplier: own, modelId } = scene;
  const [request] = await listReceivedRequests(portal().database.read, own.actor.organisationId);
  const received = paths.receivedPackage(request?.id ?? "");
  for (const [path, cookie] of [
    [paths.zonePackage(modelId, "imaging"), hospital],
    [received, supplier],
  ] as const) {
    const answer = await portal().request(path, { cookie });
    expect(answer.headers.get("Content-Type")).toBe("application/zip");
    expect(Object.keys(unzipSync(new Uint8Array(await answer.arrayBuffer()))).toSorted()).toEqual([
      ...["read-me.txt", "requirements.docx", "requirements.pdf", "zone.cordon.json"],
    ]);
  }
  const stranger = await signedIn(portal(), "hospital", "procurement-officer");
  const other = await signedIn(portal(), "supplier", "contributor");
  for (const [path, cookie, status] of [
    [paths.tenderPackage(id), stranger.cookie, 404],
    [paths.zonePackage(modelId, "imaging"), stranger.cookie, 404],
    [paths.tenderPackage(id), supplier, 403],
    [received, other.cookie, 404],
    [received, hospital, 403],
  ] as const)
    expect([path, (await portal().request(path, { cookie })).status]).toEqual([path, status]);
});

test("a file goes with a request from the hospital's browser to the supplier's", async () => {
  const scene = await aTenderScene(portal().database);
  const hospital = await cookieOf(scene.officer);
  const pdf = Buffer.from(aPdf({ filler: 40 }));
  const { sha256, posted } = await sendFile(portal(), {
    ...{ cookie: hospital, announce: paths.attachments("request"), name: "Terms.pdf", bytes: pdf },
  });
  const { id: tenderId } = await aTender(scene, { attachments: posted });
  const { actor } = scene.supplier;
  const [request] = await listReceivedRequests(portal().database.read, actor.organisationId);
  const path = paths.receivedFile(request?.id ?? "", sha256);
  const supplier = await cookieOf(scene.supplier);
  const answer = await portal().request(path, { cookie: supplier });
  expect(answer.headers.get("Content-Disposition")).toContain('filename="Terms.pdf"');
  expect(answer.headers.get("Content-Security-Policy")).toContain("sandbox");
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf);
  const other = await signedIn(portal(), "supplier", "contributor");
  expect((await portal().request(path, { cookie: other.cookie })).status).toBe(404);
  expect((await portal().request(paths.tenderFile(tenderId, sha256), { cookie: supplier })).status).toBe(403);
  expect((await portal().request(paths.tenderFile(tenderId, sha256), { cookie: hospital })).status).toBe(200);
  expect((await portal().request(paths.askedFile("nonsense", sha256))).status).toBe(404);
});

test("templates are kept, renamed and deleted through their pages", async () => {
  const scene = await aTenderScene(portal().database);
  const files = openFileStore(portal().filesFolder);
  const { posted } = await anAttachment({ ...scene.officer, files });
  const { id } = await aTender(scene, { attachments: posted });
  const cookie = await cookieOf(scene.officer);
  const kept = { intent: "save-template", name: "My pumps", dueInDays: "30" };
  expect((await postForm(portal(), paths.tender(id), kept, { cookie })).status).toBe(303);
  expect((await postForm(portal(), paths.tender(id), kept, { cookie })).status).toBe(422);
  const list = await (await portal().request(paths.requestTemplates(), { cookie })).text();
  expect(list).toContain("My pumps");
  const templateId = /template=([\w-]+)/.exec(list)?.[1] ?? "";
  const form = await portal().request(paths.newRequest({ template: templateId }), { cookie });
  expect(await form.text()).toContain(`value="${templateId}"`);
  const renamed = { intent: "rename", templateId, name: "" };
  expect((await postForm(portal(), paths.requestTemplates(), renamed, { cookie })).status).toBe(422);
  const gone = { intent: "delete", templateId };
  expect((await postForm(portal(), paths.requestTemplates(), gone, { cookie })).status).toBe(303);
  expect(await (await portal().request(paths.requestTemplates(), { cookie })).text()).not.toContain(
    "My pumps",
  );
});
