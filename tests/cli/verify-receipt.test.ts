import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { run } from "~/cli/run";
import { RECEIPT_FORMAT, type Receipt } from "~/domain/procurement/receipt";
import { faultsOfSeal, toPem } from "~/formats/cordon-json/sealed-file";
import { readSealedReceipt, writeSealedReceipt } from "~/formats/cordon-json/sealed-receipt";
import { verifyEd25519 } from "~/intake/verify-signature";
import { newPrivateKey, toPortalKey } from "~/server/portal-key.server";
import { PORTAL_KEY } from "../builders/portal-key";

const folder = mkdtempSync(join(tmpdir(), "cordon-receipt-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const RECEIPT: Receipt = {
  ...{ format: RECEIPT_FORMAT, side: "supplier", hospital: "Nemocnice Ukázka" },
  decision: {
    ...{ id: "d-1", kind: "approve-with-conditions", decidedAt: "2026-11-22T09:00:00.123Z" },
    ...{ decidedBy: null, reason: null },
  },
  about: {
    ...{ supplier: "Fiktiva", product: "Pump", release: "3.4.1", declarationId: "x", declarationVersion: 2 },
    ...{ zone: null, revision: null, request: "Pumps" },
  },
  result: {
    ...{ fingerprint: "ab".repeat(32), asOf: "2026-11-22" },
    ...{ verdict: null, ruleSetVersion: null, catalogueVersion: null },
  },
  ...{ conditionCount: 1, conditions: null, exceptions: null },
};

function verify(content: string, ...options: ReadonlyArray<string>) {
  const path = join(folder, "receipt.json");
  writeFileSync(path, content);
  const out: Array<string> = [];
  const io = { print: (text: string) => out.push(text), printError: (text: string) => out.push(text) };
  const code = run(["verify", path, ...options], { ...io, today: () => "2026-11-22" });
  return { code, out: out.join("\n") };
}

function keyFile(publicKey: string): string {
  const path = join(folder, "key.pem");
  writeFileSync(path, toPem(publicKey));
  return path;
}

test("a receipt holds, says what was decided, and is held against the key one trusts", () => {
  const text = writeSealedReceipt(RECEIPT, PORTAL_KEY);
  const outcome = verify(text, "--key", keyFile(PORTAL_KEY.publicKey));
  expect(outcome.code).toBe(0);
  for (const part of ["Approve with conditions", "Nemocnice Ukázka", "Fiktiva", "ab".repeat(32)])
    expect(outcome.out).toContain(part);
  const other = toPortalKey(newPrivateKey(), "another");
  expect(verify(text, "--key", keyFile(other.publicKey)).code).toBe(1);
  expect(writeSealedReceipt(RECEIPT, PORTAL_KEY)).toBe(text);
});

test("a receipt that says something else does not hold, and one that is none is refused by its place", () => {
  const text = writeSealedReceipt(RECEIPT, PORTAL_KEY);
  const changed = verify(text.replace('"approve-with-conditions"', '"approve"'));
  expect(changed.code).toBe(1);
  expect(changed.out).toContain("not as the portal sealed it");
  const wrong = verify(text.replace('"approve-with-conditions"', '"perhaps"'));
  expect(wrong.code).toBe(3);
  expect(wrong.out).toContain("/decision/kind");
});

test("any byte that is changed is found", () => {
  const bytes = new TextEncoder().encode(writeSealedReceipt(RECEIPT, PORTAL_KEY));
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, by) => {
      const changed = Uint8Array.from(bytes);
      changed[place] = ((changed[place] ?? 0) + by) % 256;
      const read = readSealedReceipt(changed);
      const isFound = !read.ok || faultsOfSeal(read.value, verifyEd25519, PORTAL_KEY.publicKey).length > 0;
      expect(isFound).toBe(true);
    }),
  );
});
