import fc from "fast-check";
import { expect, test } from "vitest";
import { applyCommands } from "~/domain/zone-model/apply-command";
import { ZoneModelCommandSchema } from "~/domain/zone-model/commands";
import { differenceOf } from "~/domain/zone-model/difference";
import { fingerprintInParts, fingerprintOfModel } from "~/domain/zone-model/facts";
import { findElements } from "~/domain/zone-model/find-elements";
import { indexModel } from "~/domain/zone-model/queries";
import { AssetSchema, ZoneModelSchema } from "~/domain/zone-model/zone-model";
import { parseZoneModelFile } from "~/formats/zone-model-json/parse";
import { writeZoneModelFile } from "~/formats/zone-model-json/write";
import { anAsset, aZoneModel } from "../../builders/zone-model";

const WORDS = ["manufacturer", "model", "udiDi"] as const;
const told = anAsset({ manufacturer: "Acme s.r.o.", model: "FK-721", udiDi: "4012345678901" });

test("a model from before assets had these words says nothing by them, and is fingerprinted as it was", () => {
  const { manufacturer: _m, model: _o, udiDi: _u, ...before } = anAsset();
  const stored = { ...aZoneModel(), assets: [before] };
  const read = ZoneModelSchema.parse(stored);
  expect(read).toEqual(aZoneModel());
  // As it was computed by the build before: what a decision rests on must not look changed.
  expect(fingerprintOfModel(read)).toBe("2a3eacd68242f8fe09756f8eab9fa65e7c698b4522c05fecea55053bcf61d8f7");
  const parts = fingerprintInParts(read);
  let part = parts.next();
  while (!part.done) part = parts.next();
  expect(part.value).toBe(fingerprintOfModel(read));
});

test("what the words say is a fact: another fingerprint, a difference, found by a search", () => {
  const [plain, model] = [aZoneModel(), { ...aZoneModel(), assets: [told] }];
  expect(fingerprintOfModel(model)).not.toBe(fingerprintOfModel(plain));
  expect(differenceOf(plain, model).assets.changed.map(({ fields }) => fields)).toEqual([[...WORDS]]);
  const found = (text: string) => findElements(indexModel(model), { text, zoneId: null }).assets.length;
  expect(["acme", "fk-721", "40123", "other"].map(found)).toEqual([1, 1, 1, 0]);
});

test("a file has the words where they say something, and is read without them", () => {
  const write = (asset = told) =>
    writeZoneModelFile({ name: "", purpose: "", model: { ...aZoneModel(), assets: [asset] } });
  for (const word of WORDS) {
    expect(write()).toContain(`"${word}": "`);
    expect(write(anAsset())).not.toContain(`"${word}": "`);
  }
  const read = parseZoneModelFile(write());
  expect(read.ok && read.value.model.assets).toEqual([told]);
});

test("a change names only what it means: nothing is emptied by a command from before", () => {
  const command = ZoneModelCommandSchema.parse({
    ...{ type: "update-asset", assetId: "mri-1" },
    changes: { location: "Room 2" },
  });
  const applied = applyCommands({ ...aZoneModel(), assets: [told] }, [command]);
  expect(applied.ok && applied.value.assets).toEqual([{ ...told, location: "Room 2" }]);
});

test("each word is one line within its length; whatever form a UDI-DI has, it is never refused for it", () => {
  for (const word of WORDS) {
    expect(AssetSchema.safeParse({ ...told, [word]: "x".repeat(121) }).success).toBe(false);
    expect(AssetSchema.safeParse({ ...told, [word]: "two\nlines" }).success).toBe(false);
  }
  fc.assert(
    fc.property(fc.stringMatching(/^[!-~]{0,80}$/), (udiDi) => {
      expect(AssetSchema.safeParse({ ...told, udiDi }).success).toBe(true);
    }),
  );
});
