import fs from "node:fs";
import { expect, test } from "vitest";
import { type Import, importsOf, roomOf, sourceFiles } from "./imports";
import { rooms } from "./rooms";

const files = sourceFiles("app", "db");
const imports = files.flatMap(importsOf);
const spell = (list: ReadonlyArray<Import>) =>
  list.map(({ file, specifier }) => `${file} imports ${specifier}`);

test("there are files to look at", () => {
  expect(files.length).toBeGreaterThan(100);
  expect(imports.length).toBeGreaterThan(300);
});

test("every source file lives in a room", () => {
  expect(files.filter((file) => roomOf(file) === "nowhere")).toEqual([]);
});

test("no room imports what its row does not name", () => {
  const allowed = new Map(rooms.map((room) => [room.name, room.mayImport]));
  const styles = /\.css(\?url)?$/;
  const trespassing = imports.filter(
    ({ from, to, specifier }) => !styles.test(specifier) && !allowed.get(from)?.includes(to),
  );
  expect(spell(trespassing)).toEqual([]);
});

test("every room has a README", () => {
  const missing = rooms
    .map(({ path }) => path.source.replaceAll("\\/", "/").replace(/^\^/, "").replace(/\/$/, ""))
    .filter((folder) => /^[a-z0-9/-]+$/.test(folder) && folder !== "app/messages")
    .filter((folder) => !fs.existsSync(`${folder}/README.md`));
  expect(missing).toEqual([]);
});

test("server code is reached only from routes, the shell, the server and .server modules", () => {
  const serverSide =
    /(\.server\.tsx?$)|^app\/routes\/[^/]+\/route\.tsx?$|^app\/(root|entry\.server)\.tsx$|^app\/(server|demo|cli)\/|^db\//;
  const leaks = imports.filter(
    ({ file, specifier, to, typeOnly }) =>
      !typeOnly && (to === "db" || specifier.endsWith(".server")) && !serverSide.test(file),
  );
  expect(spell(leaks)).toEqual([]);
});

test("no SQL outside db", () => {
  const drizzle = imports.filter(
    ({ from, specifier }) => from !== "db" && specifier.startsWith("drizzle-orm"),
  );
  expect(spell(drizzle)).toEqual([]);
});

test("the domain and the formats are deterministic: no clock, no chance, no waiting", () => {
  const impure = /\b(Date\.now\(|new Date\(\)|Math\.random|randomUUID|async\s|await\s|process\.|console\.)/;
  const pure = files.filter((file) => /^app\/(domain|formats)\//.test(file));
  expect(pure.filter((file) => impure.test(withoutComments(fs.readFileSync(file, "utf8"))))).toEqual([]);
});

test("only the server, the command line and the tests read a clock", () => {
  const clock = /\b(Date\.now\(\)|new Date\(\))/;
  const allowed = /^app\/(server|cli|components|diagram)\//;
  const readers = files.filter(
    (file) => !allowed.test(file) && clock.test(withoutComments(fs.readFileSync(file, "utf8"))),
  );
  expect(readers).toEqual([]);
});

test("files stay small: 300 lines, routes 120, checks and rules 80", () => {
  const limitOf = (file: string) => {
    if (/^app\/routes\/.*\/route\.tsx?$/.test(file)) return 120;
    if (/^app\/domain\/(assessment\/checks|zone-model\/rules)\//.test(file)) return 80;
    return 300;
  };
  const long = files
    .map((file) => ({ file, lines: fs.readFileSync(file, "utf8").split("\n").length - 1 }))
    .filter(({ file, lines }) => lines > limitOf(file))
    .map(({ file, lines }) => `${file}: ${lines}`);
  expect(long).toEqual([]);
});

test("nothing in the product reads from beside the project", () => {
  const outside = /shared\/(reference|design|samples|prototypes|study)|\/work\//;
  const tracked = [
    ...files,
    ...sourceFiles("tests").filter((file) => file !== "tests/architecture/rooms.test.ts"),
  ];
  expect(tracked.filter((file) => outside.test(fs.readFileSync(file, "utf8")))).toEqual([]);
});

test("no import cycles", () => {
  const known = new Set(files);
  const next = new Map(
    files.map((file) => [
      file,
      imports
        .filter((edge) => edge.file === file && !edge.typeOnly)
        .flatMap(({ base }) => (base && known.has(base) ? [base] : [])),
    ]),
  );
  const cycles: Array<string> = [];
  const done = new Set<string>();
  const walk = (file: string, trail: ReadonlyArray<string>): void => {
    if (trail.includes(file)) {
      cycles.push([...trail.slice(trail.indexOf(file)), file].join(" → "));
      return;
    }
    if (done.has(file)) return;
    for (const target of next.get(file) ?? []) walk(target, [...trail, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  expect(cycles).toEqual([]);
});

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}
