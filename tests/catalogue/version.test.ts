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
    version: "2026-11-22.2",
    fingerprint: "4b7f88b4f1b3e51f014e993e6cc3cb6495fabdb22e9e25b356bfd85f980b562a",
  });
});
