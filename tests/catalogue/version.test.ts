import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CATALOGUE_VERSION } from "~/catalogue/catalogue";
import { fingerprintOf } from "~/domain/shared/fingerprint";

const ROOM = join(import.meta.dirname, "../../app/catalogue");

/** Content, not bytes: a line break more changes nothing that anybody is judged by. */
function dataFingerprint(): string {
  const files = readdirSync(ROOM, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".json") && name !== "version.json")
    .map((name) => [name, JSON.parse(readFileSync(join(ROOM, name), "utf8"))]);
  return fingerprintOf(Object.fromEntries(files));
}

// Every assessment names the version. Raise version.json with the data, then pin both here.
test("nobody changes the data without raising the version", () => {
  expect({ version: CATALOGUE_VERSION, fingerprint: dataFingerprint() }).toEqual({
    version: "2026-11-21.1",
    fingerprint: "318a259a4b8e344a4ce800889c0abd9e3150092dce743f8fe47287e0910c82d9",
  });
});
