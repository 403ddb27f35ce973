import { expect, test } from "vitest";
import { foldHistory, type HistoryEvent, PAUSE_MINUTES, toHistoryChange } from "~/domain/declaration/history";

test.each([
  [
    "declaration.create",
    { releaseId: "r", version: 1, copiedFrom: "d0" },
    { kind: "created", copiedFrom: "d0" },
  ],
  ["declaration.create", { releaseId: "r", version: 1 }, { kind: "created", copiedFrom: null }],
  ["declaration.answer", { requirementIds: ["CR 1.1"] }, { kind: "answers", requirementIds: ["CR 1.1"] }],
  [
    "declaration.answer",
    { group: "ai", facts: ["aiFunction"] },
    { kind: "facts", group: "ai", facts: ["aiFunction"] },
  ],
  [
    "declaration.answer",
    { componentTypes: ["host-device"] },
    { kind: "types", componentTypes: ["host-device"] },
  ],
  ["declaration.answer", { claimed: null }, { kind: "claim", claimed: null }],
  [
    "declaration.answer",
    { evidenceId: "e", isNew: true },
    { kind: "evidence", evidenceId: "e", step: "added" },
  ],
  [
    "declaration.answer",
    { evidenceId: "e", isNew: false },
    { kind: "evidence", evidenceId: "e", step: "changed" },
  ],
  [
    "declaration.answer",
    { evidenceId: "e", rows: [] },
    { kind: "evidence", evidenceId: "e", step: "removed" },
  ],
  [
    "declaration.import",
    { step: "applied", taken: ["a", "b"], vulnerabilities: 3 },
    { kind: "import", entries: 5 },
  ],
  [
    "declaration.assign",
    { sections: ["UC"], assigneeId: "" },
    { kind: "assigned", sections: ["UC"], assigneeId: "" },
  ],
  [
    "declaration.sign",
    { visibility: "private", fingerprint: "f" },
    { kind: "signed", visibility: "private", fingerprint: "f" },
  ],
  ["declaration.share", { visibility: "private" }, { kind: "shared", visibility: "private" }],
  ["declaration.withdraw", { withdrawnIds: ["d"] }, { kind: "withdrawn" }],
  ["declaration.export", { file: "pdf" }, { kind: "exported", file: "pdf" }],
  ["received-request.answer", { move: "declare", declarationId: "d" }, { kind: "sent", declarationId: "d" }],
  ["declaration.sign", { unknown: true }, { kind: "other", action: "declaration.sign" }],
  ["declaration.answer", null, { kind: "other", action: "declaration.answer" }],
  ["toString", {}, { kind: "other", action: "toString" }],
])("%s with %j is told as %j", (action, details, told) => {
  expect(toHistoryChange(action, details)).toEqual(told);
});

const minute = (at: number) => new Date(at * 60_000);
const answered = (
  at: number,
  rows: ReadonlyArray<string>,
  over: Partial<HistoryEvent> = {},
): HistoryEvent => ({
  ...{ sequence: at, at: minute(at), personId: "p", declarationId: "d" },
  change: { kind: "answers", requirementIds: [...rows] },
  ...over,
});

test("one sitting is told once, with every row once in the order it was first answered", () => {
  const told = foldHistory([answered(12, ["CR 1.1"]), answered(11, ["CR 1.2"]), answered(10, ["CR 1.1"])]);
  expect(told).toEqual([
    {
      ...{ sequence: 12, at: minute(12), since: minute(10), personId: "p", declarationId: "d" },
      change: { kind: "answers", requirementIds: ["CR 1.1", "CR 1.2"] },
    },
  ]);
});

test("a pause, another person, another version and anything between part two sittings", () => {
  const pause = PAUSE_MINUTES;
  expect(foldHistory([answered(pause, ["a"]), answered(0, ["b"])])).toHaveLength(1);
  expect(foldHistory([answered(pause + 1, ["a"]), answered(0, ["b"])])).toHaveLength(2);
  expect(foldHistory([answered(2, ["a"]), answered(1, ["b"], { personId: "q" })])).toHaveLength(2);
  expect(foldHistory([answered(2, ["a"]), answered(1, ["b"], { declarationId: "e" })])).toHaveLength(2);
  const shared = answered(2, [], { change: { kind: "shared", visibility: "private" } });
  expect(foldHistory([answered(3, ["a"]), shared, answered(1, ["b"])])).toHaveLength(3);
  expect(foldHistory([shared, shared])).toHaveLength(2);
});

test("facts of one topic go together, of two topics they do not", () => {
  const facts = (at: number, group: string, fact: string) =>
    answered(at, [], { change: { kind: "facts", group, facts: [fact] } });
  expect(foldHistory([facts(2, "ai", "aiFunction"), facts(1, "ai", "aiDocumentation")])).toMatchObject([
    { change: { facts: ["aiDocumentation", "aiFunction"] } },
  ]);
  expect(foldHistory([facts(2, "ai", "aiFunction"), facts(1, "data", "dataLocations")])).toHaveLength(2);
});
