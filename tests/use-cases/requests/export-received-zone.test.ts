import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { run } from "~/cli/run";
import { assess } from "~/domain/assessment/assess";
import { flatVector, type SecurityLevel } from "~/domain/security-level/security-level";
import { parseZoneFile } from "~/formats/cordon-json/parse";
import { writeDeclarationFile } from "~/formats/cordon-json/write";
import { presentReceivedZone } from "~/presenters/present-received-zone.server";
import { findOwnDeclaration } from "~/use-cases/declarations/find-own-declaration.server";
import { createRequest } from "~/use-cases/requests/create-request.server";
import { exportReceivedZone } from "~/use-cases/requests/export-received-zone.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findReceivedRequest } from "~db/repositories/intake-requests";
import { aDatabase, aSupplierCaller } from "../../builders/database";
import { accepted } from "../../builders/declaration";
import { aScene, type Scene } from "../decisions/scene";

const database = aDatabase();
const folder = mkdtempSync(join(tmpdir(), "cordon-zone-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function aSentRequest(level: SecurityLevel, policy?: Parameters<typeof aScene>[1]) {
  const scene = await aScene(database(), { zone: { slTarget: flatVector(level) }, ...policy });
  const { id } = accepted(
    await createRequest(scene.officer, {
      ...{ modelId: scene.modelId, zoneId: scene.zoneId, supplierId: scene.supplier.actor.organisationId },
      ...{ subject: "Pump", message: "", dueOn: "2026-12-24" },
    }),
  );
  return { scene, requestId: id };
}

/** What `cordon check` says of the scene's declaration with that zone file: its exit code and its JSON. */
async function checkByFile({ supplier, declarationId }: Scene, zone: string, asOf: string) {
  const { content } = await findOwnDeclaration(database().read, supplier.actor, declarationId);
  const [zoneFile, declarationFile] = [join(folder, "zone.json"), join(folder, "declaration.json")];
  writeFileSync(zoneFile, zone);
  const names = { supplier: "S", product: "P", release: "1", signedOn: null };
  writeFileSync(declarationFile, writeDeclarationFile({ ...names, content }));
  const out: Array<string> = [];
  const io = {
    print: (text: string) => out.push(text),
    printError: (text: string) => out.push(text),
    today: () => asOf,
  };
  const code = run(["check", "--zone", zoneFile, "--declaration", declarationFile, "--json"], io);
  return { code, verdict: code === 3 ? out.join("\n") : JSON.parse(out.join("\n")).verdict };
}

test("checked by the file, a product comes out as the portal says, whatever the target", async () => {
  const codes = { conforms: 0, "conforms-with-conditions": 0, "does-not-conform": 1, incomplete: 2 };
  const seen = new Set<string>();
  for (const level of [0, 1, 3] as const) {
    const { scene, requestId } = await aSentRequest(level);
    const { supplier, declarationId } = scene;
    const file = await presentReceivedZone(supplier, requestId);
    const request = await findReceivedRequest(database().read, supplier.actor.organisationId, requestId);
    const { content } = await findOwnDeclaration(database().read, supplier.actor, declarationId);
    if (!request) throw new Error("the request was sent");
    const { verdict } = assess(request.snapshot.profile, content, "2026-11-21");
    expect(await checkByFile(scene, file.body, "2026-11-21")).toEqual({ code: codes[verdict], verdict });
    seen.add(verdict);
  }
  expect(seen.size).toBeGreaterThan(1);
});

test("the file says the zone class as it was sent, and nothing of the hospital", async () => {
  const { scene, requestId } = await aSentRequest(1);
  const { supplier, modelId, zoneId } = scene;
  const { body } = await presentReceivedZone(supplier, requestId);
  const request = await findReceivedRequest(database().read, supplier.actor.organisationId, requestId);
  const zone = accepted(parseZoneFile(body, { requirements: COMPONENT_REQUIREMENTS }));
  expect(zone).toMatchObject({
    name: request?.snapshot.zoneClass,
    slTarget: flatVector(1),
    channels: request?.snapshot.profile.channels,
  });
  for (const secret of [modelId, "10.0.0.7", "Campus", "Building B", "Canary"])
    expect(body).not.toContain(secret);
  expect(zoneId).toBe("imaging");
});

test("who took it is noted, and what was asked of another supplier is not there", async () => {
  const { scene, requestId } = await aSentRequest(1);
  const { actor } = scene.supplier;
  accepted(await exportReceivedZone(scene.supplier, { requestId }));
  const [entry] = await listAuditEntries(database().read, actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    ...{ action: "received-request.export", subjectId: requestId, personId: actor.personId },
  });
  const other = await aSupplierCaller(database(), "contributor");
  const notFound = expect.objectContaining({ code: "not-found" });
  await expect(exportReceivedZone(other, { requestId })).rejects.toThrow(notFound);
  await expect(presentReceivedZone(other, requestId)).rejects.toThrow(notFound);
  const forbidden = expect.objectContaining({ code: "forbidden" });
  await expect(exportReceivedZone(scene.officer, { requestId })).rejects.toThrow(forbidden);
  await expect(presentReceivedZone(scene.officer, requestId)).rejects.toThrow(forbidden);
});
