import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { run } from "~/cli/run";
import { MAX_FILE_BYTES } from "~/formats/cordon-json/read-file";
import { MAX_ENTRIES, MAX_VALUES } from "~/formats/cordon-json/scan-json";
import { writeDeclarationFile, writeZoneFile } from "~/formats/cordon-json/write";
import { aFullDeclaration, aFullZone } from "./full-files";

const folder = mkdtempSync(join(tmpdir(), "cordon-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const GOOD = { zone: writeZoneFile(aFullZone()), declaration: writeDeclarationFile(aFullDeclaration()) };
type Kind = keyof typeof GOOD;

/** `cordon check` on one bad file beside a good one. */
function check(kind: Kind, text: string) {
  const out: Array<string> = [];
  const error: Array<string> = [];
  for (const name of ["zone", "declaration"] as const)
    writeFileSync(join(folder, `${name}.json`), name === kind ? text : GOOD[name]);
  const files = ["--zone", join(folder, "zone.json"), "--declaration", join(folder, "declaration.json")];
  const io = {
    print: (line: string) => out.push(line),
    printError: (line: string) => error.push(line),
    today: () => "2026-11-21",
  };
  return { code: run(["check", ...files], io), out, error };
}

type Path = ReadonlyArray<string | number>;
type Case = { kind: Kind; name: string; text: string; pointer: string };

function pointerTo(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** Every value of a document with the way to it. */
function placesOf(value: unknown, path: Path = []): ReadonlyArray<{ path: Path; value: unknown }> {
  const own = { path, value };
  if (Array.isArray(value))
    return [own, ...value.flatMap((entry, index) => placesOf(entry, [...path, index]))];
  if (typeof value !== "object" || value === null) return [own];
  return [own, ...Object.entries(value).flatMap(([name, member]) => placesOf(member, [...path, name]))];
}

function replaced(document: unknown, [step, ...rest]: Path, by: unknown): unknown {
  if (step === undefined) return by;
  const copy = structuredClone(document) as Record<string | number, unknown>;
  copy[step] = replaced(copy[step], rest, by);
  return copy;
}

/** What no value of ours can be: each place of a good file is given one after the other. */
function wrongFor(value: unknown): ReadonlyArray<unknown> {
  if (Array.isArray(value)) return ["text", { unexpected: 1 }];
  if (typeof value === "object" && value !== null) return ["text", 7.5];
  if (typeof value === "number") return ["2", 2.5, -1, 1e300];
  // Where null is allowed, so is something else.
  if (value === null) return [["text"], { unexpected: 1 }, 1e300];
  if (typeof value === "boolean") return ["true", 1, [true]];
  return [7, true, ["text"], { unexpected: 1 }, "a\u202eb\u0000"];
}

const CORPUS: ReadonlyArray<Case> = (["zone", "declaration"] as const).flatMap((kind) => {
  const document: unknown = JSON.parse(GOOD[kind]);
  return placesOf(document).flatMap(({ path, value }) => {
    const wrong = wrongFor(value).map((by) => ({ by, name: `${JSON.stringify(by).slice(0, 20)} at` }));
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    const surplus = isObject ? [{ by: { ...value, "no such/~field": 1 }, name: "an unknown field in" }] : [];
    return [...wrong, ...surplus].map(({ by, name }) => ({
      kind,
      name: `${name} ${pointerTo(path)}`,
      text: JSON.stringify(replaced(document, path, by)),
      pointer: pointerTo(path),
    }));
  });
});

test("the corpus is large", () => {
  expect(CORPUS.length).toBeGreaterThan(400);
});

test("every wrong value at every place of both files ends with 3, a pointer to it, and nothing else", () => {
  const wrong = CORPUS.flatMap(({ kind, name, text, pointer }) => {
    const { code, out, error } = check(kind, text);
    // An answer may also be a bare value, a fact may name another place: the pointer leads there or below it.
    const isNamed = error.some((line) => line.includes(`${kind}.json: ${pointer}`));
    return code === 3 && out.length === 0 && isNamed
      ? []
      : [`${kind} ${name}: ${code} ${out.join().slice(0, 40)} ${error.join(" | ")}`];
  });
  expect(wrong).toEqual([]);
});

test("a file cut off anywhere is refused", () => {
  for (const kind of ["zone", "declaration"] as const) {
    const text = GOOD[kind].trimEnd();
    for (let length = 0; length < text.length; length += 41) {
      const { code, out, error } = check(kind, text.slice(0, length));
      expect({ code, out }).toEqual({ code: 3, out: [] });
      expect(error.join()).toContain("This is not JSON");
    }
  }
});

const declarationWith = (member: string) => `{"componentTypes":["embedded-device"],"answers":{},${member}}`;

test.each<[string, Kind, string, string]>([
  [
    "an answer twice",
    "declaration",
    '{"componentTypes":["host-device"],"answers":{"CR 1.1":"met","CR 1.1":"not-met"}}',
    "/answers/CR 1.1",
  ],
  ["a fact twice", "declaration", declarationWith('"facts":{"product":"a","product":"b"}'), "/facts/product"],
  [
    "evidence with one id twice",
    "declaration",
    JSON.stringify({
      ...JSON.parse(GOOD.declaration),
      evidence: [1, 2].map(() => JSON.parse(GOOD.declaration).evidence[0]),
    }),
    "/evidence/1/id",
  ],
  [
    "an answer resting on evidence that is not there",
    "declaration",
    JSON.stringify({ ...JSON.parse(GOOD.declaration), evidence: [] }),
    "/answers/CR 1.1/evidenceIds/0",
  ],
  [
    "a day that does not exist",
    "declaration",
    declarationWith('"facts":{"supportEndsOn":"2027-02-29"}'),
    "/facts/supportEndsOn",
  ],
  [
    "a question that the MDS2 does not have",
    "declaration",
    declarationWith(
      '"facts":{"mds2":{"edition":"2019","releasedOn":null,"answers":{"ZZZZ-1":{"answer":"Yes"}}}}',
    ),
    "/facts/mds2/answers/ZZZZ-1",
  ],
  [
    "a question that is none",
    "declaration",
    declarationWith(
      '"facts":{"mds2":{"edition":"2019","releasedOn":null,"answers":{"__proto__":{"answer":"Yes"}}}}',
    ),
    "cannot be a name in this file",
  ],
  [
    "an unknown row that gives way",
    "declaration",
    declarationWith(
      '"facts":{"essentialFunction":{"functions":"x","requirementIds":["CR 9.9"],"reason":"","compensation":""}}',
    ),
    "/facts/essentialFunction/requirementIds/0",
  ],
  [
    "a port that is none",
    "declaration",
    declarationWith(
      '"facts":{"networkNeeds":[{"protocol":"x","transport":"tcp","ports":"80-","direction":"both","peer":"hospital","encrypted":true,"authenticated":true,"required":true,"purpose":""}]}',
    ),
    "/facts/networkNeeds/0/ports",
  ],
  [
    "a level out of range",
    "declaration",
    JSON.stringify(replaced(JSON.parse(GOOD.declaration), ["evidence", 0, "scope", "level"], 5)),
    "/evidence/0/scope/level",
  ],
  [
    "a falling ladder",
    "zone",
    '{"slTarget":[1,1,1,1,1,1,1],"policy":{"capabilityEvidence":["accredited","none","none","none"]}}',
    "/policy/capabilityEvidence",
  ],
  [
    "a rule that does not exist",
    "zone",
    '{"slTarget":[1,1,1,1,1,1,1],"policy":{"noSuchRule":true}}',
    "/policy/noSuchRule",
  ],
  [
    "a rule with a value twice",
    "zone",
    '{"slTarget":[1,1,1,1,1,1,1],"policy":{"sbomElements":["hash","hash"]}}',
    "/policy/sbomElements",
  ],
  [
    "a rule out of range",
    "zone",
    '{"slTarget":[1,1,1,1,1,1,1],"policy":{"patchDaysHigh":0}}',
    "/policy/patchDaysHigh",
  ],
  [
    "a countermeasure twice",
    "zone",
    JSON.stringify(
      replaced(JSON.parse(GOOD.zone), ["countermeasures", 1], JSON.parse(GOOD.zone).countermeasures[0]),
    ),
    "/countermeasures/1/id",
  ],
  [
    "a countermeasure for no row",
    "zone",
    JSON.stringify(replaced(JSON.parse(GOOD.zone), ["countermeasures", 0, "requirementIds", 0], "CR 9.9")),
    "/countermeasures/0/requirementIds/0",
  ],
  ["too deep", "declaration", declarationWith(`"facts":${"[".repeat(80)}`), "/facts/0/0"],
  [
    "too many entries",
    "declaration",
    declarationWith(`"evidence":[${Array(MAX_ENTRIES + 1).fill(0)}]`),
    "/evidence: No more than",
  ],
  [
    "a name without end",
    "declaration",
    declarationWith(`"${"x".repeat(1000)}":1`),
    "is too long to be a name",
  ],
])("%s names its place", (_, kind, text, pointer) => {
  const { code, out, error } = check(kind, text);
  expect({ code, out }).toEqual({ code: 3, out: [] });
  expect(error.join("\n")).toContain(pointer.startsWith("/") ? `${kind}.json: ${pointer}` : pointer);
});

const size = MAX_FILE_BYTES - 100;
const fill = (unit: string, wrap: (body: string) => string) =>
  wrap(unit.repeat(Math.floor(size / unit.length)));
const inFacts = (body: string) => declarationWith(`"facts":${body}`);

/** Each just below the size that is refused unread. */
const HOSTILE: ReadonlyArray<readonly [string, string]> = [
  ["nothing but brackets", "[".repeat(size)],
  ["nothing but spaces", " ".repeat(size)],
  ["nothing but line breaks and a mistake", `{"a":${"\n".repeat(size)}x}`],
  ["one endless text", inFacts(JSON.stringify({ product: "x".repeat(size) }))],
  ["one endless text of escapes", fill("\\u0041", (body) => inFacts(`{"product":"${body}"}`))],
  ["one endless number", inFacts(`{"patchDaysHigh":${"9".repeat(size)}}`)],
  ["a list without end", fill("0,", (body) => inFacts(`{"platforms":[${body}0]}`))],
  ["empty objects without end", fill("{},", (body) => declarationWith(`"evidence":[${body}{}]`))],
  ["empty lists in lists", fill("[[],[]],", (body) => `[${body}[]]`)],
  ["the same name again and again", fill('"a":1,', (body) => `{${body}"a":1}`)],
  ["another name every time", `{${Array.from({ length: 800_000 }, (_, n) => `"${n}":1`)}}`],
  [
    "answers to rows that do not exist",
    `{"componentTypes":["host-device"],"answers":{${Array.from({ length: 500_000 }, (_, n) => `"CR ${n}":"met"`)}}}`,
  ],
  [
    "as many faulty entries as may stand",
    inFacts(
      JSON.stringify(
        Object.fromEntries(
          ["platforms", "vulnerabilities", "networkNeeds", "dataHandling"].map((key) => [
            key,
            Array(MAX_ENTRIES).fill({}),
          ]),
        ),
      ),
    ),
  ],
  [
    "as many values as may stand",
    inFacts(
      JSON.stringify({
        platforms: Array(MAX_ENTRIES).fill(Array(MAX_VALUES / MAX_ENTRIES - 2).fill("x".repeat(90))),
      }),
    ),
  ],
  ["a long name that is repeated inside", `{"${"x".repeat(size / 2)}":{${'"a":1,'.repeat(200)}"a":1}}`],
];

test.each(HOSTILE)("%s is refused within two seconds of processor time", (_, text) => {
  expect(text.length).toBeLessThan(MAX_FILE_BYTES);
  const before = process.cpuUsage();
  const { code, out, error } = check("declaration", text);
  const { user, system } = process.cpuUsage(before);
  expect({ code, out }).toEqual({ code: 3, out: [] });
  expect(error.length).toBeGreaterThan(0);
  expect(error.join("\n").length).toBeLessThan(20_000);
  expect((user + system) / 1_000_000).toBeLessThan(2);
});
