import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readStages, STAGES_TYPE, type Stage } from "~/components/download/download-stages";
import type { OrganisationKind, Role } from "~/domain/access/role";
import { faultsOfSeal, readPublicKey, readSealedFile } from "~/formats/cordon-json/sealed-file";
import { readOfflineWorkbook } from "~/formats/offline-workbook/read";
import { verifyEd25519 } from "~/intake/verify-signature";
import { paths } from "~/paths";
import type { Caller } from "~/use-cases/use-case.server";
import { accepted, aDraft, aSignedDeclaration } from "../builders/declaration";
import { aPortal, postForm, signedIn } from "../builders/portal";
import { KNOWN } from "../cli/full-files";
import { readPdf } from "../reports/read-pdf";

const portal = aPortal();
const met = { value: "met" } as const;

async function aPerson(organisationKind: OrganisationKind, ...roles: ReadonlyArray<Role>) {
  const { organisationId, personId, cookie } = await signedIn(portal(), organisationKind, ...roles);
  const caller: Caller = {
    ...{
      database: portal().database,
      now: new Date("2026-11-21T10:00:00.000Z"),
      newId: randomUUID,
      isSteppedUp: true,
    },
    actor: { personId, organisationId, organisationKind, roles },
  };
  return { cookie, caller };
}

const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

test("signed on the page, taken along and checked with the public key that anybody reads", async () => {
  const { caller, cookie } = await aPerson("supplier", "contributor", "signatory");
  const declarationId = await aDraft(caller, { "CR 1.1": met });
  const page = await (await portal().request(paths.signDeclaration(declarationId), { cookie })).text();
  expect(page).toContain("Nothing in this version contradicts anything else in it.");
  const values = { saveVersion: "2", visibility: "all-hospitals", confirmed: "on" };
  expect((await postForm(portal(), paths.signDeclaration(declarationId), values, { cookie })).status).toBe(
    303,
  );
  const answer = await portal().request(paths.declarationFile(declarationId, "declaration.json"), { cookie });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Disposition")).toMatch(
    /^attachment; filename="[\w.-]+-declaration\.json"/,
  );
  expect(answer.headers.get("Cache-Control")).toContain("no-store");
  const file = accepted(readSealedFile(await bytesOf(answer)));
  const key = accepted(readPublicKey(await (await portal().request(paths.portalKeyFile())).text()));
  expect(faultsOfSeal(file, verifyEd25519, key)).toEqual([]);
  expect(file.seal).toMatchObject({ declarationId, signedBy: { name: "Somebody", role: "signatory" } });
  const sheet = await (await portal().request(paths.declaration(declarationId), { cookie })).text();
  expect(sheet).toContain(file.seal.sha256);
  expect(sheet).toContain("Sealed by this portal");
});

test("the page of the public key shows key, id and how to check, to anybody", async () => {
  const { keyId, publicKey, pem } = (await (await portal().request(paths.portalKeyFile())).json()) as Record<
    string,
    string
  >;
  const page = await (await portal().request(paths.portalKey())).text();
  for (const part of [keyId, pem?.split("\n")[1], "cordon verify"]) expect(page).toContain(part);
  expect(accepted(readPublicKey(pem ?? ""))).toBe(publicKey);
});

test("every file of a declaration is what it says, for its supplier and for a hospital that sees it", async () => {
  const supplier = await aPerson("supplier", "contributor", "signatory");
  const hospital = await aPerson("hospital", "auditor");
  const declarationId = await aSignedDeclaration(supplier.caller, undefined, "all-hospitals");
  for (const [cookie, hrefOf] of [
    [supplier.cookie, paths.declarationFile],
    [hospital.cookie, paths.sharedDeclarationFile],
  ] as const) {
    const get = (file: string) => portal().request(hrefOf(declarationId, file), { cookie });
    const pdf = await get("declaration.pdf");
    expect(pdf.headers.get("Content-Type")).toBe("application/pdf");
    expect(readPdf(await bytesOf(pdf)).pages.join(" ")).toContain("CR 1.1");
    const bom = (await (await get("attestations.cdx.json")).json()) as Record<string, unknown>;
    expect(bom).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.6" });
    const oscal = (await (await get("component-definition.oscal.json")).json()) as Record<string, unknown>;
    expect(oscal).toHaveProperty(["component-definition", "components", 0, "control-implementations"]);
    const workbook = await get("workbook.xlsx");
    expect(workbook.headers.get("Content-Type")).toContain("spreadsheetml");
    const stated = accepted(await readOfflineWorkbook(await bytesOf(workbook), KNOWN));
    expect(stated.problems).toEqual([]);
    expect(stated.answers.find(({ id }) => id === "CR 1.1")?.value).toEqual(met);
    expect((await get("declaration.exe")).status).toBe(404);
  }
  const page = await (await portal().request(paths.placement(declarationId), hospital)).text();
  expect(page).toContain(paths.sharedDeclarationFile(declarationId, "declaration.json"));
});

test("a draft goes out without a seal, to its supplier alone", async () => {
  const supplier = await aPerson("supplier", "contributor");
  const other = await aPerson("supplier", "contributor");
  const hospital = await aPerson("hospital", "security-engineer");
  const declarationId = await aDraft(supplier.caller, { "CR 1.1": met });
  const own = await portal().request(paths.declarationFile(declarationId, "declaration.json"), supplier);
  expect(await own.json()).not.toHaveProperty("seal");
  const strange = await portal().request(paths.declarationFile(declarationId, "declaration.json"), other);
  expect(strange.status).toBe(404);
  const shared = await portal().request(
    paths.sharedDeclarationFile(declarationId, "declaration.json"),
    hospital,
  );
  expect(shared.status).toBe(404);
  const wrongSide = await portal().request(
    paths.declarationFile(declarationId, "declaration.json"),
    hospital,
  );
  expect(wrongSide.status).toBe(403);
  expect((await portal().request(paths.declarationFile(declarationId, "declaration.json"))).status).toBe(302);
});

test("a script is told how far the PDF is, and can give it up", async () => {
  const supplier = await aPerson("supplier", "contributor", "signatory");
  const hospital = await aPerson("hospital", "auditor");
  const declarationId = await aSignedDeclaration(supplier.caller, undefined, "all-hospitals");
  const ask = (path: string, cookie: string, signal?: AbortSignal) =>
    portal().request(path, { cookie, headers: { Accept: STAGES_TYPE }, signal });
  for (const [cookie, hrefOf] of [
    [supplier.cookie, paths.declarationFile],
    [hospital.cookie, paths.sharedDeclarationFile],
  ] as const) {
    const answer = await ask(hrefOf(declarationId, "declaration.pdf"), cookie);
    expect(answer.headers.get("Content-Type")).toBe(STAGES_TYPE);
    const stages: Array<Stage> = [];
    if (!answer.body) throw new Error("the answer has a body");
    const { name, blob } = await readStages(answer.body, (stage) => stages.push(stage));
    expect(name).toMatch(/-declaration\.pdf$/);
    expect(readPdf(new Uint8Array(await blob.arrayBuffer())).pages.join(" ")).toContain("CR 1.1");
    expect(stages.some((stage) => "done" in stage)).toBe(true);
  }
  // What is refused is a status, before the first stage.
  expect((await ask(paths.declarationFile("unknown", "declaration.pdf"), supplier.cookie)).status).toBe(404);
  // Given up at once it makes room for the next, of which a person has two at most.
  for (let count = 0; count < 3; count += 1) {
    const given = new AbortController();
    await ask(paths.declarationFile(declarationId, "declaration.pdf"), supplier.cookie, given.signal);
    given.abort();
  }
  await expect
    .poll(async () =>
      (await ask(paths.declarationFile(declarationId, "declaration.pdf"), supplier.cookie)).text(),
    )
    .toContain('"file"');
});
