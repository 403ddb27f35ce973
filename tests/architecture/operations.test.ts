import fs from "node:fs";
import { expect, test } from "vitest";
import { ACTIONS } from "~/domain/access/permissions";
import { OPEN_ACTIONS } from "~/use-cases/use-case.server";
import { sourceFiles } from "./imports";

const operations = sourceFiles("app/use-cases")
  .map((file) => ({ file, source: fs.readFileSync(file, "utf8") }))
  .filter(({ file }) => !file.endsWith("use-case.server.ts"));
const actionsOf = (source: string, door: string) =>
  [...source.matchAll(new RegExp(`\\b${door}\\(\\{\\s*action: "([^"]+)"`, "g"))].map(([, action]) => action);

test("every use case names an action of the permission table", () => {
  const named = operations.flatMap(({ source }) => actionsOf(source, "useCase"));
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((action) => !ACTIONS.some((known) => known === action))).toEqual([]);
});

test("every operation without a permission is on the short list", () => {
  const named = operations.flatMap(({ source }) => actionsOf(source, "openUseCase"));
  expect(named.toSorted()).toEqual([...OPEN_ACTIONS].toSorted());
});

test("every presenter asks for a permission or is one of the few that need none", () => {
  const open = [
    "present-invitation.server.ts",
    "present-catalogue.server.ts",
    "present-standard.server.ts",
    "present-portal-key.server.ts",
    "present-asked-request.server.ts",
    "present-asked-package.server.ts",
  ];
  const presenters = sourceFiles("app/presenters").filter((file) =>
    /\/present-[^/]+\.server\.ts$/.test(file),
  );
  expect(presenters.length).toBeGreaterThan(10);
  const careless = presenters.filter(
    (file) =>
      !open.some((name) => file.endsWith(name)) &&
      !fs.readFileSync(file, "utf8").includes("requirePermission("),
  );
  expect(careless).toEqual([]);
});

test("every action that changes something is used by exactly one kind of door", () => {
  const changing = ACTIONS.filter((action) => !/\.(read|list)$/.test(action));
  const used = operations.flatMap(({ source }) => actionsOf(source, "useCase"));
  expect(changing.filter((action) => !used.includes(action))).toEqual([]);
});
