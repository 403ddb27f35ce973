import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { Io } from "~/cli/io";
import { run } from "~/cli/run";
import { type PortalKey, sealDeclaration } from "~/domain/declaration/seal";
import { faultsOfSeal, readSealedFile, toPem, writeSealedFile } from "~/formats/cordon-json/sealed-file";
import { verifyEd25519 } from "~/intake/verify-signature";
import { newPrivateKey, toPortalKey } from "~/server/portal-key.server";
import { PORTAL_KEY } from "../builders/portal-key";
import { aFrozenInput, aPack, packFiles } from "../formats/evidence-pack/a-pack";
import { aFullDeclaration } from "./full-files";

const folder = mkdtempSync(join(tmpdir(), "cordon-verify-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function cordon(...argv: ReadonlyArray<string>) {
  const out: Array<string> = [];
  const error: Array<string> = [];
  const io: Io = {
    print: (text) => out.push(text),
    printError: (text) => error.push(text),
    today: () => "2026-11-22",
  };
  return { code: run(argv, io), out: out.join("\n"), error: error.join("\n") };
}

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function sealed(key: PortalKey = PORTAL_KEY, note = "because"): string {
  const { content } = aFullDeclaration();
  return writeSealedFile(
    sealDeclaration(
      {
        names: { supplier: "Fiktiva", product: "Pump", release: "3.4.1" },
        content: {
          ...content,
          answers: { "CR 1.1": { value: "met" }, "CR 1.10": { value: "not-applicable", note } },
          facts: { product: "Pump", signedUpdates: true },
          evidence: [],
        },
        declaration: { declarationId: "d-1", version: 2, catalogueVersion: "2026-11-21" },
        signatory: "Žofie Králová",
        signedAt: new Date("2026-11-22T09:00:00.123Z"),
      },
      key,
    ),
  );
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
/** True where the file is refused or one of its faults is found. */
function isFound(bytes: Uint8Array): boolean {
  const read = readSealedFile(bytes);
  return !read.ok || faultsOfSeal(read.value, verifyEd25519, null).length > 0;
}

describe("cordon verify", () => {
  test("says who signed what, and that the key in the file alone says nothing of whose it is", () => {
    const { code, out, error } = cordon("verify", write("a.json", sealed()));
    expect({ code, error }).toEqual({ code: 0, error: "" });
    expect(out).toContain("THE SEAL HOLDS");
    expect(out).toContain("Žofie Králová (signatory)");
    expect(out).toContain("2026-11-22T09:00:00.123Z");
    expect(out).toContain("Pump, release 3.4.1, version 2 of the declaration");
    expect(out).toContain(PORTAL_KEY.keyId);
    expect(out).toContain("Checked with the key in the file only");
  });

  test.each([
    ["PEM", toPem(PORTAL_KEY.publicKey)],
    ["JSON", JSON.stringify({ keyId: PORTAL_KEY.keyId, publicKey: PORTAL_KEY.publicKey })],
    ["base64", `${PORTAL_KEY.publicKey}\n`],
  ])("with the portal's key as %s it says whose seal it is", (_, key) => {
    const file = write("b.json", sealed());
    const { code, out } = cordon("verify", file, "--key", write("key", key));
    expect(code).toBe(0);
    expect(out).toContain("and with the key that you gave");
  });

  test("a file sealed with somebody's own key is intact by itself and found out by the portal's", () => {
    const stranger = toPortalKey(newPrivateKey(), "a stranger's");
    const file = write("c.json", sealed(stranger));
    expect(cordon("verify", file).code).toBe(0);
    const held = cordon("verify", file, "--key", write("key.pem", toPem(PORTAL_KEY.publicKey)));
    expect(held.code).toBe(1);
    expect(held.out).toContain("sealed with another key than the one you gave");
  });

  test("a changed answer, a changed signatory and a changed hash are each named", () => {
    const changed = cordon("verify", write("d.json", sealed().replace('"met"', '"not-met"')));
    expect(changed.code).toBe(1);
    expect(changed.out).toContain("not the one whose SHA-256 stands in the seal");
    expect(changed.out).toContain("The signature was not made by the key in the file");
    expect(changed.out).toContain("What the file claims");
    expect(cordon("verify", write("e.json", sealed().replace("Žofie", "Sofie"))).code).toBe(1);
  });

  test("white space alone is found, and that nothing else differs is said", () => {
    const { code, out } = cordon("verify", write("f.json", `${sealed()}\n`));
    expect(code).toBe(1);
    expect(out).toContain("The file is not written as the portal writes it");
    expect(out).not.toContain("The signature was not made");
  });

  test("a file without a seal ends with 2, what is no file or no key of ours with 3", () => {
    const { seal: _, ...rest } = JSON.parse(sealed());
    const unsealed = cordon("verify", write("g.json", JSON.stringify(rest)));
    expect(unsealed).toMatchObject({ code: 2, error: "" });
    expect(unsealed.out).toContain("bears no seal");
    expect(cordon("verify", write("h.json", "{"))).toMatchObject({ code: 3, out: "" });
    expect(cordon("verify", join(folder, "nowhere.json"))).toMatchObject({ code: 3, out: "" });
    expect(cordon("verify")).toMatchObject({ code: 3, out: "" });
    const noKey = cordon("verify", write("i.json", sealed()), "--key", write("j", "-----BEGIN NOTHING"));
    expect(noKey).toMatchObject({ code: 3, out: "" });
    expect(noKey.error).toContain("no public Ed25519 key");
  });

  test("a key that is not on the curve, or no key at all, verifies nothing", () => {
    for (const publicKey of ["A".repeat(43), `${"/".repeat(42)}8`].map((text) => `${text}=`)) {
      const file = sealed().replace(PORTAL_KEY.publicKey, publicKey);
      expect(cordon("verify", write("k.json", file)).code).not.toBe(0);
    }
  });

  test("the sealed file is a declaration file: cordon check reads it", () => {
    const zone = write("zone.json", JSON.stringify({ slTarget: [1, 1, 1, 1, 1, 1, 1] }));
    const outcome = cordon("check", "--zone", zone, "--declaration", write("l.json", sealed()));
    expect(outcome).toMatchObject({ code: 2, error: "" });
  });
});

describe("tampering", () => {
  const original = bytesOf(sealed());

  test("every byte: one bit flipped anywhere is found", () => {
    const missed = [...original.keys()].filter((place) => {
      const bytes = original.slice();
      bytes[place] = (bytes[place] ?? 0) ^ (1 << (place % 8));
      return !isFound(bytes);
    });
    expect(original.length).toBeGreaterThan(1000);
    expect(missed).toEqual([]);
    expect(isFound(original)).toBe(false);
  });

  test("bytes changed, cut out, repeated or put in are found", () => {
    const place = fc.nat({ max: original.length - 1 });
    const change = fc.record({
      at: place,
      length: fc.nat({ max: 40 }),
      by: fc.uint8Array({ maxLength: 40 }),
    });
    fc.assert(
      fc.property(change, ({ at, length, by }) => {
        const bytes = Uint8Array.from([...original.slice(0, at), ...by, ...original.slice(at + length)]);
        const isSame = Buffer.from(bytes).equals(Buffer.from(original));
        expect(isFound(bytes)).toBe(!isSame);
      }),
      { numRuns: 1000 },
    );
  });

  test("whatever the names and notes are, what is written verifies", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 50 }).map((one) => `x${one}`);
    fc.assert(
      fc.property(text, (note) => {
        expect(isFound(bytesOf(sealed(PORTAL_KEY, note)))).toBe(false);
      }),
    );
  });
});

describe("an evidence pack", () => {
  const keyFile = () => write("pack-key.pem", toPem(PORTAL_KEY.publicKey));

  test("that holds together says what was checked and ends with 0", () => {
    const { code, out, error } = cordon("verify", write("pack.zip", aPack()), "--key", keyFile());
    expect({ code, error }).toEqual({ code: 0, error: "" });
    for (const part of [
      "everything in this evidence pack holds together",
      "Nemocnice Demo",
      "decision-1",
      "5 files against their hashes in the signed list",
      "the same result and the same fingerprint",
      "1 entry of the audit trail against its hash",
      "The signature is that of the key you gave.",
    ])
      expect(out).toContain(part);
  });

  test("that does not hold together ends with 1 and names what does not", () => {
    const other = aPack(packFiles(aFrozenInput()).set("assessment.json", new TextEncoder().encode("{}")));
    const { code, out } = cordon("verify", write("changed.zip", other));
    expect(code).toBe(1);
    expect(out).toContain("does NOT prove what it says");
    expect(out).toContain("assessment.json cannot be read.");
  });

  test("with a name that would speak to the terminal is bad input, and the name is not said", () => {
    const bytes = aPack(packFiles().set("\u001b[31mred.txt", new Uint8Array([1])));
    const { code, out, error } = cordon("verify", write("odd.zip", bytes));
    expect({ code, out }).toEqual({ code: 3, out: "" });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(error).not.toMatch(/\u001b/);
  });

  test("that is another archive is bad input, with the reason", () => {
    const { code, out, error } = cordon("verify", write("other.zip", aPack().slice(0, 60)));
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(error).toContain("This is no ZIP archive.");
  });
});
