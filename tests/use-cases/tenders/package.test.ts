import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { run } from "~/cli/run";
import { assess } from "~/domain/assessment/assess";
import { flatVector } from "~/domain/security-level/security-level";
import { writeDeclarationFile } from "~/formats/cordon-json/write";
import { writePackage } from "~/formats/tender-package/package";
import { presentReceivedPackage } from "~/presenters/present-received-package.server";
import { presentTenderPackage } from "~/presenters/present-tender-package.server";
import { presentZonePackage } from "~/presenters/present-zone-package.server";
import { folderOf, sealedZoneOf, type ZonePackage } from "~/presenters/zone-package.server";
import { newPrivateKey, toPortalKey } from "~/server/portal-key.server";
import { findOwnDeclaration } from "~/use-cases/declarations/find-own-declaration.server";
import { exportZonePackage } from "~/use-cases/profiles/export-zone-package.server";
import { exportTenderPackage } from "~/use-cases/tenders/export-tender-package.server";
import { listAuditEntries } from "~db/repositories/audit";
import { listReceivedRequests } from "~db/repositories/intake-requests";
import { aDatabase, aHospitalCaller } from "../../builders/database";
import { accepted } from "../../builders/declaration";
import { PORTAL_KEY } from "../../builders/portal-key";
import { colleague } from "../decisions/scene";
import { aTender, aTenderScene, type TenderScene } from "./tender-scene";

const database = aDatabase();
const folder = mkdtempSync(join(tmpdir(), "cordon-package-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const notFound = expect.objectContaining({ code: "not-found" });
const forbidden = expect.objectContaining({ code: "forbidden" });

/** The archive without its documents, which the routes write. */
function archiveOf({ classes }: ZonePackage): Uint8Array {
  const lots = classes.map((one, place) => ({
    ...{ folder: folderOf(one, place, classes.length), zone: sealedZoneOf(one, PORTAL_KEY).text },
    ...{ pdf: new Uint8Array([1]), docx: new Uint8Array([2]) },
  }));
  return writePackage({ readMe: "", lots, at: new Date("2026-11-21T10:00:00.000Z") });
}

function inFolder(name: string, bytes: Uint8Array | string): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

function cordon(...argv: ReadonlyArray<string>) {
  const out: Array<string> = [];
  const error: Array<string> = [];
  const io = {
    print: (text: string) => out.push(text),
    printError: (text: string) => error.push(text),
    today: () => "2026-11-21",
  };
  const code = run([...argv], io);
  return { code, out: out.join("\n"), error: error.join("\n") };
}

async function contentOf({ supplier, declarationId }: TenderScene) {
  return (await findOwnDeclaration(database().read, supplier.actor, declarationId)).content;
}

/** The scene's declaration as a file. */
async function declarationOf(scene: TenderScene): Promise<string> {
  const names = { supplier: "S", product: "P", release: "1", signedOn: null };
  return inFolder("declaration.json", writeDeclarationFile({ ...names, content: await contentOf(scene) }));
}

test("a supplier checks its product against the package, and it comes out as the portal says", async () => {
  const scene = await aTenderScene(database());
  await aTender(scene);
  const received = await listReceivedRequests(database().read, scene.supplier.actor.organisationId);
  const declaration = await declarationOf(scene);
  const seen = new Map<string, number>();
  for (const { id, snapshot } of received) {
    const archive = inFolder("package.zip", archiveOf(await presentReceivedPackage(scene.supplier, id)));
    const { code, out } = cordon("check", archive, declaration, "--json");
    const { verdict } = assess(snapshot.profile, await contentOf(scene), "2026-11-21");
    expect(JSON.parse(out).verdict).toBe(verdict);
    seen.set(verdict, code);
  }
  expect(seen.size).toBe(2);
  expect(new Set(seen.values()).size).toBe(2);
});

test("a package with several classes is checked class by class, and the worst is the exit code", async () => {
  const scene = await aTenderScene(database());
  const { id } = await aTender(scene);
  const archive = inFolder("tender.zip", archiveOf(await presentTenderPackage(scene.officer, id)));
  const declaration = await declarationOf(scene);
  const { code, out } = cordon("check", archive, declaration, "--json");
  const verdicts = JSON.parse(out).map(({ verdict }: { verdict: string }) => verdict);
  expect(verdicts).toHaveLength(2);
  expect(verdicts[0]).toBe("conforms");
  expect(code).toBe(verdicts[1] === "incomplete" ? 2 : 1);
  const text = cordon("check", archive, declaration).out;
  expect(text).toContain("tender.zip:1-");
  expect(text).toContain("tender.zip:2-");
});

test("verify says that the seal holds, with the portal's key and with none, and that a changed one does not", async () => {
  const scene = await aTenderScene(database());
  const { id } = await aTender(scene);
  const found = await presentTenderPackage(scene.officer, id);
  const archive = inFolder("tender.zip", archiveOf(found));
  const key = inFolder("key.txt", PORTAL_KEY.publicKey);
  const otherKey = toPortalKey(newPrivateKey(), "the key of another portal");
  const other = inFolder("other.txt", otherKey.publicKey);
  expect(cordon("verify", archive).code).toBe(0);
  expect(cordon("verify", archive, "--key", key).code).toBe(0);
  expect(cordon("verify", archive, "--key", other).code).toBe(1);
  const [first] = found.classes;
  if (!first) throw new Error("the tender asks for something");
  const { text } = sealedZoneOf(first, PORTAL_KEY);
  const whole = inFolder("zone.cordon.json", text);
  expect(cordon("verify", whole, "--key", key)).toMatchObject({ code: 0 });
  const declaration = await declarationOf(scene);
  expect(cordon("check", whole, declaration).code).toBe(0);
  const weaker = inFolder("weaker.json", text.replace('"IAC": 1', '"IAC": 0'));
  expect(text).toContain('"IAC": 1');
  expect(cordon("verify", weaker).code).toBe(1);
  // What would be checked is not what was asked: that is no verdict.
  const refused = cordon("check", weaker, declaration);
  expect({ code: refused.code, out: refused.out }).toEqual({ code: 3, out: "" });
  expect(refused.error).toContain("The seal of this zone file does not hold");
});

test("the same request gives the same file to everybody, and the hospital's holds the same classes", async () => {
  const scene = await aTenderScene(database());
  const { id } = await aTender(scene);
  const ofTender = await presentTenderPackage(scene.officer, id);
  const received = await listReceivedRequests(database().read, scene.second.actor.organisationId);
  const texts = [];
  for (const request of received) {
    const { classes } = await presentReceivedPackage(scene.second, request.id);
    texts.push(...classes.map((one) => sealedZoneOf(one, PORTAL_KEY).text));
  }
  expect(ofTender.classes.map((one) => sealedZoneOf(one, PORTAL_KEY).text).toSorted()).toEqual(
    texts.toSorted(),
  );
});

test("a package holds the class and nothing of the hospital", async () => {
  const scene = await aTenderScene(database());
  const { id } = await aTender(scene, { message: "Canary-Message" });
  const found = await presentTenderPackage(scene.officer, id);
  const { organisationId, personId } = scene.officer.actor;
  const all = JSON.stringify(found) + found.classes.map((one) => sealedZoneOf(one, PORTAL_KEY).text).join();
  for (const secret of ["Canary", "Campus", "Building", id, scene.modelId, organisationId, personId])
    expect(all).not.toContain(secret);
  expect(found.classes.map(({ snapshot }) => snapshot.slTarget)).toEqual([flatVector(1), flatVector(3)]);
});

test("the package of a zone is what a request would send today", async () => {
  const scene = await aTenderScene(database());
  const place = { modelId: scene.modelId, zoneId: "strict" };
  const auditor = await colleague(scene.officer, "auditor");
  accepted(await exportZonePackage(auditor, place));
  const { classes } = await presentZonePackage(auditor, place);
  await aTender(scene, { places: [scene.places.strict] });
  const [request] = await listReceivedRequests(database().read, scene.supplier.actor.organisationId);
  expect(classes.map(({ snapshot }) => snapshot)).toEqual([request?.snapshot]);
  const [entry] = await listAuditEntries(database().read, auditor.actor.organisationId, { limit: 5 }).then(
    (entries) => entries.filter(({ action }) => action === "profile.export"),
  );
  expect(entry).toMatchObject({ subjectId: scene.modelId, details: { zoneId: "strict" } });
  await expect(exportZonePackage(auditor, { ...place, zoneId: "nowhere" })).rejects.toThrow(notFound);
});

test("nobody takes the package of another hospital, and no supplier that of a tender", async () => {
  const scene = await aTenderScene(database());
  const { id: tenderId, requestIds } = await aTender(scene);
  const stranger = await aHospitalCaller(database(), "procurement-officer");
  await expect(exportTenderPackage(stranger, { tenderId })).rejects.toThrow(notFound);
  await expect(presentTenderPackage(stranger, tenderId)).rejects.toThrow(notFound);
  await expect(exportTenderPackage(scene.supplier, { tenderId })).rejects.toThrow(forbidden);
  await expect(presentTenderPackage(scene.supplier, tenderId)).rejects.toThrow(forbidden);
  const own = await listReceivedRequests(database().read, scene.supplier.actor.organisationId);
  const foreign = requestIds.find((id) => !own.some((request) => request.id === id)) ?? "";
  await expect(presentReceivedPackage(scene.supplier, foreign)).rejects.toThrow(notFound);
  accepted(await exportTenderPackage(scene.officer, { tenderId }));
  const [entry] = await listAuditEntries(database().read, scene.officer.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({ action: "tender.export", subjectId: tenderId });
});
