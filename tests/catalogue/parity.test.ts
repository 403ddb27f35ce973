import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CATALOGUE_FILES } from "~/catalogue/registry.server";
import { SUPPLEMENTS } from "~/catalogue/supplements";

const ROOM = join(import.meta.dirname, "../../app/catalogue");
/** Folders of the room that are no standard. */
const OTHERS = ["integrity", "mappings", "schemas", "templates"];

const registered = CATALOGUE_FILES.standards.map(({ folder }) => folder);
const folders = readdirSync(ROOM, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !OTHERS.includes(entry.name))
  .map((entry) => entry.name);

function jsonOf(folder: string): ReadonlyArray<string> {
  return readdirSync(join(ROOM, folder)).filter((name) => name.endsWith(".json"));
}

test("every folder of a standard has its line in the registry", () => {
  expect(folders.filter((folder) => !registered.includes(folder))).toEqual([]);
});

test("every line of the registry has its folder", () => {
  expect(registered.filter((folder) => !folders.includes(folder))).toEqual([]);
});

test("every folder has its heading, its rows and its provenance", () => {
  const missing = folders.flatMap((folder) =>
    ["standard.json", "requirements.json", "README.md"]
      .filter((name) => !existsSync(join(ROOM, folder, name)))
      .map((name) => `${folder}/${name}`),
  );
  expect(missing).toEqual([]);
});

test("no file of a standard is left unread", () => {
  const supplements: ReadonlyArray<string> = Object.values(SUPPLEMENTS).map(({ file }) => file);
  const unread = folders.flatMap((folder) =>
    jsonOf(folder)
      .filter((name) => name !== "standard.json" && name !== "requirements.json")
      .map((name) => `${folder}/${name}`)
      .filter((file) => !supplements.includes(file) && !isProvenance(file)),
  );
  expect(unread).toEqual([]);
  expect(supplements.filter((file) => !existsSync(join(ROOM, file)))).toEqual([]);
});

function isProvenance(file: string): boolean {
  return CATALOGUE_FILES.standards.some(
    ({ folder, provenance }) => provenance !== undefined && file === `${folder}/provenance.json`,
  );
}

test("every mapping has its line in the registry, under the names of its ends", () => {
  const files = jsonOf("mappings").map((name) => `mappings/${name}`);
  expect(CATALOGUE_FILES.mappings.map(({ file }) => file).sort()).toEqual([...files].sort());
  for (const { file, content } of CATALOGUE_FILES.mappings) {
    expect(content).toMatchObject({
      from: file.replace("mappings/", "").split("--")[0],
      to: file.replace(".json", "").split("--")[1],
    });
  }
});

test("the room has its own README", () => {
  expect(existsSync(join(ROOM, "README.md"))).toBe(true);
});
