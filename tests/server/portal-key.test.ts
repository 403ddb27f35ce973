import { generateKeyPairSync } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fromBase64 } from "~/domain/declaration/seal";
import { verifyEd25519 } from "~/intake/verify-signature";
import { newPrivateKey, openPortalKey } from "~/server/portal-key.server";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cordon-key-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (keyFile: string | null = null) => openPortalKey({ folder: join(folder, "data"), keyFile });

test("the first start makes a key that its owner alone can read, and every later one finds the same", () => {
  const first = open();
  const file = join(folder, "data", "signing-key.pem");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, "data"))).toEqual(["signing-key.pem"]);
  expect(open()).toMatchObject({ keyId: first.keyId, publicKey: first.publicKey });
  const message = new TextEncoder().encode("what was signed");
  const publicKey = fromBase64(first.publicKey) ?? new Uint8Array();
  expect(verifyEd25519({ publicKey, message, signature: open().sign(message) })).toBe(true);
  expect(verifyEd25519({ publicKey, message, signature: first.sign(new Uint8Array([1])) })).toBe(false);
});

test("a key that others can read is not used", () => {
  open();
  chmodSync(join(folder, "data", "signing-key.pem"), 0o644);
  expect(() => open()).toThrow(/can be read by others.*chmod 600/);
});

test("a key that the operator keeps elsewhere is used and none is made", () => {
  const file = join(folder, "own.pem");
  writeFileSync(file, newPrivateKey());
  const before = readFileSync(file, "utf8");
  expect(open(file).keyId).toBe(open(file).keyId);
  expect(readFileSync(file, "utf8")).toBe(before);
  expect(readdirSync(folder)).toEqual(["own.pem"]);
});

test("no key, another kind of key and no file stop the start with their place", () => {
  const file = join(folder, "own.pem");
  for (const content of ["", "not a key", rsaKey()]) {
    writeFileSync(file, content);
    expect(() => open(file)).toThrow(`${file} is not a private Ed25519 key in PEM (PKCS #8)`);
  }
  expect(() => open(join(folder, "nowhere.pem"))).toThrow(/ENOENT/);
});

function rsaKey(): string {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}
