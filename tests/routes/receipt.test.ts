import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { faultsOfSeal, readPublicKey } from "~/formats/cordon-json/sealed-file";
import { readSealedReceipt } from "~/formats/cordon-json/sealed-receipt";
import { verifyEd25519 } from "~/intake/verify-signature";
import { paths } from "~/paths";
import { hashPassword } from "~/use-cases/accounts/password.server";
import type { Caller } from "~/use-cases/use-case.server";
import { people } from "~db/schema";
import { accepted } from "../builders/declaration";
import { aPortal, PASSWORD, postForm, signedIn } from "../builders/portal";
import { readPdf } from "../reports/read-pdf";
import { anAnsweredRequest, aScene, decideOn, ONE_CONDITION } from "../use-cases/decisions/scene";

const portal = aPortal();

async function signInAs({ actor }: Caller) {
  const passwordHash = await hashPassword(PASSWORD);
  await portal().database.transaction((db) =>
    db.update(people).set({ passwordHash }).where(eq(people.id, actor.personId)),
  );
  const email = `${actor.personId}@example.test`;
  const answer = await postForm(portal(), paths.signIn(), { email, password: PASSWORD });
  return { cookie: answer.headers.get("Set-Cookie")?.split(";")[0] ?? "" };
}

test("both sides take their receipt along: sealed for programs, and as PDF for people", async () => {
  const scene = await aScene(portal().database);
  const requestId = await anAnsweredRequest(scene);
  const conditions = { kind: "approve-with-conditions", conditions: ONE_CONDITION };
  const decisionId = await decideOn(scene, { ...conditions, requestId });
  const sides = [
    [scene.officer, paths.decision(decisionId), (file: string) => paths.receiptFile(decisionId, file)],
    [
      scene.supplier,
      paths.receivedRequest(requestId),
      (file: string) => paths.receivedReceipt(requestId, file),
    ],
  ] as const;
  const key = accepted(readPublicKey(await (await portal().request(paths.portalKeyFile())).text()));
  for (const [caller, page, pathOf] of sides) {
    const session = await signInAs(caller);
    const shown = await (await portal().request(page, session)).text();
    for (const file of ["receipt.json", "receipt.pdf"]) expect(shown).toContain(pathOf(file));

    const sealed = await portal().request(pathOf("receipt.json"), session);
    expect(sealed.headers.get("Content-Disposition")).toContain('filename="receipt.json"');
    const read = accepted(readSealedReceipt(new Uint8Array(await sealed.arrayBuffer())));
    expect(faultsOfSeal(read, verifyEd25519, key)).toEqual([]);
    expect(read.receipt.decision.id).toBe(caller === scene.officer ? decisionId : null);

    const document = await portal().request(pathOf("receipt.pdf"), session);
    expect(document.headers.get("Content-Type")).toBe("application/pdf");
    const text = readPdf(new Uint8Array(await document.arrayBuffer())).pages.join("\n");
    expect(text).toContain("Approve with conditions");
    expect(text).toContain("no legal advice");
    expect(text.includes(ONE_CONDITION["0"].text)).toBe(caller === scene.officer);
    expect((await portal().request(pathOf("receipt.exe"), session)).status).toBe(404);
  }
});

test("nobody else gets a receipt", async () => {
  const scene = await aScene(portal().database);
  const requestId = await anAnsweredRequest(scene);
  const decisionId = await decideOn(scene, { requestId });
  const own = paths.receiptFile(decisionId, "receipt.json");
  const received = paths.receivedReceipt(requestId, "receipt.json");
  const hospital = await signedIn(portal(), "hospital", "auditor");
  const supplier = await signedIn(portal(), "supplier", "signatory");
  expect((await portal().request(own, hospital)).status).toBe(404);
  expect((await portal().request(own, supplier)).status).toBe(403);
  expect((await portal().request(received, supplier)).status).toBe(404);
  expect((await portal().request(received, hospital)).status).toBe(403);
  expect((await portal().request(own)).status).toBe(302);
});
