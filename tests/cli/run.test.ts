import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { COMMANDS } from "~/cli/commands";
import type { Io } from "~/cli/io";
import { run } from "~/cli/run";
import type { AnswerValue } from "~/domain/declaration/declaration";
import { selectApplicable } from "~/domain/requirement/component-requirement";
import { AssessmentFileSchema } from "~/formats/cordon-json/assessment-schema";
import { MAX_FILE_BYTES } from "~/formats/cordon-json/read-file";

const LISTED = [1, 1, 1, 1, 1, 1, 1];
const ROWS = selectApplicable(COMPONENT_REQUIREMENTS, ["embedded-device"]);
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cordon-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function cordon(...argv: ReadonlyArray<string>) {
  const out: Array<string> = [];
  const error: Array<string> = [];
  const io: Io = {
    print: (text) => out.push(text),
    printError: (text) => error.push(text),
    today: () => "2026-11-21",
  };
  const code = run(argv, io);
  return { code, out: out.join("\n"), error: error.join("\n") };
}

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content),
  );
  return path;
}

function answersWith(overrides: Readonly<Record<string, AnswerValue | undefined>>) {
  return Object.fromEntries(ROWS.map((row) => [row.id, row.id in overrides ? overrides[row.id] : "met"]));
}

function check(
  overrides: Readonly<Record<string, AnswerValue | undefined>>,
  ...options: ReadonlyArray<string>
) {
  const zone = write("zone.json", { slTarget: LISTED });
  const declaration = write("declaration.json", {
    componentTypes: ["embedded-device"],
    answers: answersWith(overrides),
  });
  return cordon("check", "--zone", zone, "--declaration", declaration, ...options);
}

describe("check", () => {
  test.each<[string, Readonly<Record<string, AnswerValue | undefined>>, number, string]>([
    ["everything met", {}, 0, "CONFORMS"],
    ["a countermeasure", { "CR 1.1": "met-with-countermeasure" }, 0, "CONFORMS WITH CONDITIONS"],
    ["a gap", { "CR 1.1": "not-met" }, 1, "DOES NOT CONFORM"],
    ["silence", { "CR 1.1": undefined }, 2, "INCOMPLETE"],
    ["a gap beside silence", { "CR 1.1": undefined, "CR 2.1": "not-met" }, 1, "DOES NOT CONFORM"],
  ])("with %s answers the exit code of the verdict", (_, overrides, code, verdict) => {
    const outcome = check(overrides);
    expect(outcome).toMatchObject({ code, error: "" });
    expect(outcome.out).toMatch(new RegExp(`^Verdict +${verdict}$`, "m"));
  });

  test("explains itself to a person", () => {
    const { out } = check({ "CR 1.1": "not-met", "CR 1.3": undefined, "CR 7.1": "met-with-countermeasure" });
    expect(out).toContain("Cordon check for 2026-11-21");
    expect(out).toContain("Target (SL-T)         {1 1 1 1 1 1 1}");
    expect(out).toMatch(/^IAC +1 +0 +0 +short$/m);
    expect(out).toMatch(/^RA +1 +0 +4 +reached with countermeasures$/m);
    expect(out).toMatch(/SL 1 {2}CR 1\.1\*? Identify and authenticate people: not met/);
    expect(out).toMatch(/SL 1 {2}CR 1\.3\*? .*: unanswered/);
    expect(out).toMatch(/CR 7\.1\*? .*: not described by the supplier/);
    expect(out).toMatch(/supplier: Meet CR 1\.1 in the product/);
    expect(out).toMatch(/Fingerprint +[0-9a-f]{64}/);
  });

  test("marks rows whose level must be verified, and says what the mark means", () => {
    const row = ROWS.find(({ confidence, minSl }) => confidence !== "cross-checked" && minSl === 1);
    expect(check({ [row?.id ?? ""]: "not-met" }).out).toContain(`${row?.id}* ${row?.title}`);
    expect(check({ [row?.id ?? ""]: "not-met" }).out).toContain(
      "verify it against your copy of the standard",
    );
    expect(check({}).out).not.toContain("*");
  });

  test("with --json prints the whole assessment and nothing else", () => {
    const { code, out, error } = check(
      { "CR 1.1": "not-met", "CR 7.1": "met-with-countermeasure" },
      "--json",
    );
    const assessment = AssessmentFileSchema.parse(JSON.parse(out));
    expect({ code, error }).toEqual({ code: 1, error: "" });
    expect(assessment.verdict).toBe("does-not-conform");
    expect(assessment.results[0]).toMatchObject({
      foundationalRequirement: "IAC",
      target: 1,
      native: 0,
      withCountermeasures: 0,
      state: "short",
      missing: [{ requirementId: "CR 1.1", minSl: 1, reason: "not-met" }],
    });
    expect(assessment.findings[0]?.reason.text).toContain("One requirement is missing: CR 1.1.");
  });

  test("gives the same bytes for the same day and another fingerprint for another", () => {
    const first = check({}, "--json", "--as-of", "2026-11-21").out;
    expect(check({}, "--json").out).toBe(first);
    expect(check({}, "--json", "--as-of=2026-11-22").out).not.toBe(first);
  });

  test("reads a file of a product with every spelling", () => {
    const zone = write("z.json", { slTarget: { FR1: 0, FR2: 0, FR3: 0, FR4: 0, FR5: 0, FR6: 0, FR7: 0 } });
    const declaration = write("d.json", { product: "Pump", componentTypes: ["host-device"], answers: [] });
    expect(cordon("check", `--zone=${zone}`, `--declaration=${declaration}`)).toMatchObject({ code: 0 });
  });

  test("lists claims that say more than the answers as worth knowing", () => {
    const zone = write("z.json", { slTarget: [0, 0, 0, 0, 0, 0, 0] });
    const declaration = write("d.json", {
      componentTypes: ["host-device"],
      answers: {},
      claimedSlCapability: LISTED,
    });
    const { code, out } = cordon("check", "--zone", zone, "--declaration", declaration);
    expect(code).toBe(0);
    expect(out).toContain("Worth knowing");
  });
});

describe("a zone file with a policy", () => {
  const POLICY = { signedUpdates: true, patchDaysCritical: 30 };
  const checkFacts = (zone: Record<string, unknown>, declaration: Record<string, unknown> = {}) =>
    cordon(
      ...["check", "--zone", write("zone.json", { slTarget: LISTED, ...zone }), "--declaration"],
      write("declaration.json", {
        componentTypes: ["embedded-device"],
        answers: answersWith({}),
        ...declaration,
      }),
    );
  const REGIME = { regime: "other" };

  test("has facts checked; what is wrong and what is not stated have words and ways to close", () => {
    const { code, out } = checkFacts({ policy: POLICY }, { facts: { ...REGIME, signedUpdates: false } });
    expect(code).toBe(1);
    expect(out).toMatch(/^Facts and evidence$/m);
    expect(out).toMatch(/^ {2}wrong: /m);
    expect(out).toMatch(/^ {2}not stated or not proven: .*critical/m);
    expect(out).not.toContain("names no policy");
    const fine = checkFacts(
      { policy: POLICY },
      { facts: { ...REGIME, signedUpdates: true, patchDaysCritical: 30 } },
    );
    expect(fine.out).not.toMatch(/^ {2}wrong: /m);
    expect(fine.out).not.toContain("Facts and evidence\n");
  });

  test("and without one only rows are checked, which is said", () => {
    const { code, out } = checkFacts({}, { facts: { signedUpdates: false, regime: "unclear" } });
    expect(code).toBe(0);
    expect(out).toContain("names no policy: only the answers to rows were checked");
    expect(out).not.toContain("Facts and evidence\n");
  });

  test("countermeasures of the file make up for rows until they end", () => {
    const ledger = (expiresOn: string | null) => ({
      countermeasures: [
        {
          id: "c1",
          title: "Boundary device",
          requirementIds: ["CR 1.1"],
          acceptedOn: "2026-01-01",
          expiresOn,
        },
      ],
    });
    const notMet = { answers: answersWith({ "CR 1.1": "not-met" }) };
    const { code, out } = checkFacts(ledger(null), notMet);
    expect(code).toBe(0);
    expect(out).toMatch(/^Made up for by the zone today\n {2}CR 1\.1\*? .*: Boundary device$/m);
    expect(checkFacts(ledger("2026-11-20"), notMet).code).toBe(1);
  });
});

describe("bad input", () => {
  const expectRefused = (outcome: ReturnType<typeof cordon>, ...parts: ReadonlyArray<string>) => {
    expect({ code: outcome.code, out: outcome.out }).toEqual({ code: 3, out: "" });
    for (const part of parts) expect(outcome.error).toContain(part);
  };
  const checkFiles = (zone: unknown, declaration: unknown, ...options: ReadonlyArray<string>) =>
    cordon(
      "check",
      "--zone",
      write("z.json", zone),
      "--declaration",
      write("d.json", declaration),
      ...options,
    );
  const goodZone = { slTarget: LISTED };
  const goodDeclaration = { componentTypes: ["embedded-device"], answers: {} };

  test.each<[string, unknown, unknown, string]>([
    ["a level out of range", { slTarget: [1, 1, 1, 1, 1, 1, 7] }, goodDeclaration, "z.json: /slTarget/6: "],
    ["no JSON", "{", goodDeclaration, "z.json: This is not JSON"],
    [
      "an unknown id",
      goodZone,
      { ...goodDeclaration, answers: { "CR 9.9": "met" } },
      "d.json: /answers/CR 9.9: ",
    ],
    ["a wrong type", goodZone, { ...goodDeclaration, answers: 3 }, "d.json: /answers: "],
    [
      "a day that does not exist",
      goodZone,
      { ...goodDeclaration, signedOn: "2026-13-01" },
      "d.json: /signedOn: ",
    ],
    [
      "an answer twice",
      goodZone,
      '{"componentTypes":["host-device"],"answers":{"CR 1.1":"met","CR 1.1":"met"}}',
      "d.json: /answers/CR 1.1: ",
    ],
    ["10 MB", goodZone, new Uint8Array(MAX_FILE_BYTES).fill(0x20), "d.json: The file is too large."],
    ["too many levels", `${"[".repeat(100)}`, goodDeclaration, "z.json: /0/0"],
  ])("%s names the file and the place", (_, zone, declaration, part) => {
    expectRefused(checkFiles(zone, declaration, "--json"), part);
  });

  test("both files are looked at before giving up", () => {
    expectRefused(
      checkFiles({}, {}),
      "z.json: /slTarget: ",
      "d.json: /componentTypes: ",
      "d.json: /answers: ",
    );
  });

  test("many errors are summed up", () => {
    const answers = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`CR 8.${index}`, "met"]));
    const outcome = checkFiles(goodZone, { ...goodDeclaration, answers });
    expectRefused(outcome, "and 10 more");
    expect(outcome.error.split("\n")).toHaveLength(21);
  });

  test("names in a file cannot speak to the terminal", () => {
    const outcome = checkFiles({ ...goodZone, "\u001b[2J\u202e": 1 }, goodDeclaration);
    expectRefused(outcome, "\\u001b[2J\\u202e");
    expect(outcome.error).not.toContain("\u001b");
  });

  test.each([
    [["check"], "--zone is missing"],
    [["check", "--zone", "x"], "--declaration is missing"],
    [["check", "--zone"], "--zone needs a value"],
    [["check", "--zone", "--json"], "--zone needs a value"],
    [["check", "--zone="], "--zone needs a value"],
    [["check", "--zone", "a", "--zone", "b"], "--zone is given twice"],
    [["check", "--json=1"], "--json takes no value"],
    [["check", "--bogus"], "no option --bogus"],
    [["check", "-j"], "no option -j"],
    [["check", "zone.json"], "The option --declaration is missing"],
    [["check", "zone.json", "d.json", "file.json"], "file.json is one argument too many"],
    [["check", "--zone", "z", "d.json", "file.json"], "file.json is one argument too many"],
    [["check", "--zone", "z", "--declaration", "d", "--as-of", "2026-02-30"], '"2026-02-30" is not a day'],
    [["check", "--zone", "/nowhere/z", "--declaration", "/nowhere/d"], "/nowhere/z: There is no such file."],
    [["check", "--zone", tmpdir(), "--declaration", tmpdir()], "This is a folder"],
    [["schema", "zoo"], "There is no schema zoo"],
    [["launch"], "There is no command launch"],
    [["--bogus"], "There is no option --bogus"],
    [[], "Say what to do"],
  ])("%j is refused", (argv, part) => {
    expectRefused(cordon(...argv), part);
  });
});

describe("example", () => {
  test("writes a pair that works and says how to go on", () => {
    const outcome = cordon("example", "--out", join(folder, "new", "place"));
    expect(outcome).toMatchObject({ code: 0, error: "" });
    const [zone, declaration] = ["zone.json", "declaration.json"].map((name) =>
      join(folder, "new", "place", name),
    );
    expect(outcome.out).toContain(`cordon check --zone ${zone} --declaration ${declaration}`);
    const checked = cordon("check", "--zone", zone ?? "", "--declaration", declaration ?? "");
    expect(checked).toMatchObject({ code: 0, error: "" });
    expect(checked.out).toContain("CONFORMS WITH CONDITIONS");
  });

  test("overwrites nothing unless told to, and then writes neither", () => {
    const mine = write("declaration.json", "mine");
    const refused = cordon("example", "--out", folder);
    expect(refused).toMatchObject({ code: 3, out: "" });
    expect(refused.error).toContain(`${mine}: The file exists already.`);
    expect(readFileSync(mine, "utf8")).toBe("mine");
    expect(existsSync(join(folder, "zone.json"))).toBe(false);
    expect(cordon("example", "--out", folder, "--force").code).toBe(0);
    expect(readFileSync(mine, "utf8")).not.toBe("mine");
  });

  test("says where it could not write", () => {
    const file = write("file", "x");
    expect(cordon("example", "--out", join(file, "below"))).toMatchObject({ code: 3, out: "" });
  });
});

describe("schema", () => {
  test("prints all schemas or one", () => {
    const all = JSON.parse(cordon("schema").out);
    expect(Object.keys(all)).toEqual(["zone", "declaration", "assessment"]);
    for (const name of Object.keys(all)) expect(JSON.parse(cordon("schema", name).out)).toEqual(all[name]);
  });

  test("writes them to a folder", () => {
    expect(cordon("schema", "--out", folder)).toMatchObject({ code: 0 });
    expect(readdirSync(folder).sort()).toEqual([
      "assessment.schema.json",
      "declaration.schema.json",
      "zone.schema.json",
    ]);
    expect(cordon("schema", "zone", "--out", folder).code).toBe(3);
    expect(cordon("schema", "zone", "--out", folder, "--force").code).toBe(0);
  });
});

test.each(["--help", "-h", "help"])("%s tells every command and the exit codes", (flag) => {
  const { code, out } = cordon(flag);
  expect(code).toBe(0);
  for (const { name } of COMMANDS) expect(out).toContain(`cordon ${name}`);
});

test.each(COMMANDS.map(({ name, options }) => ({ name, options })))(
  "$name --help tells every option",
  ({ name, options }) => {
    const { code, out } = cordon(name, "--help");
    expect(code).toBe(0);
    for (const option of [...options.values, ...options.switches]) expect(out).toContain(`--${option}`);
  },
);

test("--version tells what a fingerprint rests on", () => {
  expect(cordon("--version").out).toMatch(/^cordon \d+\.\d+\.\d+, catalogue \S+, rules \S+$/);
});
