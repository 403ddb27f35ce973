import { expect, test } from "vitest";
import {
  changedFields,
  countsHospitalFiles,
  effectiveContent,
  isOverdue,
  lacksReason,
  type MeasureContent,
  MeasureFieldsSchema,
  NOTHING_RECORDED,
  withFields,
} from "~/domain/measure/measure";
import { progressByGroup, progressOf } from "~/domain/measure/progress";
import { requiredInZone, requiredOfHospital } from "~/domain/measure/required";
import { flatVector } from "~/domain/security-level/security-level";
import { indexModel } from "~/domain/zone-model/queries";
import { measureKnowledge } from "~/use-cases/measures/required-measures.server";
import { aConduit, aZone, aZoneModel } from "../../builders/zone-model";

const TODAY = "2026-11-22";

function aContent(overrides: Partial<MeasureContent> = {}): MeasureContent {
  return { ...NOTHING_RECORDED, ...overrides };
}

const DUE: ReadonlyArray<[string, Partial<MeasureContent>, boolean]> = [
  ["without a day", { state: "not-started" }, false],
  ["due today", { state: "in-progress", dueOn: TODAY }, false],
  ["due yesterday and not begun", { state: "not-started", dueOn: "2026-11-21" }, true],
  ["due yesterday and begun", { state: "in-progress", dueOn: "2026-11-21" }, true],
  ["due yesterday and in place", { state: "in-place", dueOn: "2026-11-21" }, false],
  ["due yesterday and without use", { state: "not-applicable", dueOn: "2026-11-21" }, false],
];

test.each(DUE)("a measure %s is overdue or not", (_what, content, expected) => {
  expect(isOverdue(aContent(content), TODAY)).toBe(expected);
});

const HOSPITAL = aContent({ state: "in-place", owner: "CISO" });
const OWN = aContent({ state: "in-progress", owner: "Ward" });
const ORIGINS = [
  ["organisational", OWN, HOSPITAL, OWN, "here"],
  ["organisational", null, HOSPITAL, HOSPITAL, "hospital"],
  ["organisational", null, null, NOTHING_RECORDED, "nowhere"],
  ["technical", OWN, HOSPITAL, OWN, "here"],
  ["technical", null, HOSPITAL, NOTHING_RECORDED, "nowhere"],
] as const;

test.each(ORIGINS)(
  "of a %s measure the zone's own comes before the hospital's",
  (kind, own, hospital, content, from) => {
    expect(effectiveContent(kind, own, hospital)).toEqual({ content, from });
  },
);

test("a reason belongs to what does not apply and goes with any other state", () => {
  const without = withFields(NOTHING_RECORDED, { state: "not-applicable", reason: "No wireless here" });
  expect(without.reason).toBe("No wireless here");
  expect(lacksReason(without)).toBe(false);
  expect(lacksReason(withFields(without, { reason: "" }))).toBe(true);
  expect(withFields(without, { state: "in-place" })).toEqual(aContent({ state: "in-place" }));
  expect(changedFields(without, withFields(without, { state: "in-place" }))).toEqual(["state", "reason"]);
});

const FIELDS: ReadonlyArray<[Record<string, unknown>, Record<string, unknown> | null]> = [
  [
    { dueOn: "", maturity: "" },
    { dueOn: null, maturity: null },
  ],
  [
    { dueOn: "2027-02-28", maturity: "3" },
    { dueOn: "2027-02-28", maturity: 3 },
  ],
  [{ maturity: 4 }, { maturity: 4 }],
  [{ dueOn: "2027-02-30" }, null],
  [{ maturity: "5" }, null],
  [{ state: "done" }, null],
  [{ owner: "two\nlines" }, null],
  [{ colour: "red" }, null],
];

test.each(FIELDS)("fields as a form sends them: %j", (typed, expected) => {
  const read = MeasureFieldsSchema.safeParse(typed);
  expect(read.success ? read.data : null).toEqual(expected);
});

test("progress counts states, what is late, and what nobody proves or owns", () => {
  const contents = [
    aContent({ state: "in-place", owner: "A", evidence: "Plan 7", maturity: 3 }),
    aContent({ state: "in-place", maturity: 2 }),
    aContent({ state: "in-progress", owner: "A", dueOn: "2026-11-01" }),
    aContent({ state: "not-applicable", reason: "No wireless" }),
    aContent(),
  ];
  const bare = contents.map((content) => ({ content, files: 0 }));
  expect(progressOf(bare, TODAY)).toEqual({
    ...{ count: 5, overdue: 1, withoutEvidence: 1, withoutOwner: 2, lowestMaturity: 2 },
    byState: { "not-started": 1, "in-progress": 1, "in-place": 2, "not-applicable": 1 },
  });
  const filed = contents.map((content) => ({ content, files: 1 }));
  expect(progressOf(filed, TODAY)).toMatchObject({ count: 5, withoutEvidence: 0 });
  const rows = bare.map((measure, index) => ({ ...measure, group: index % 2 === 0 ? "IAC" : "UC" }));
  expect(progressByGroup(rows, TODAY).map(({ group, progress }) => [group, progress.count])).toEqual([
    ["IAC", 3],
    ["UC", 2],
  ]);
});

test("a zone must have the rows up to its target, and the programme without what it has no use for", () => {
  const zone = aZone({ id: "imaging", slTarget: flatVector(1) });
  const required = (conduits: Array<ReturnType<typeof aConduit>>, slTarget = zone.slTarget) => {
    const index = indexModel(
      aZoneModel({ zones: [{ ...zone, slTarget }, aZone({ id: "archive" })], conduits }),
    );
    return requiredInZone(measureKnowledge(), index, { ...zone, slTarget });
  };
  const plain = required([]);
  expect(plain.filter(({ kind }) => kind === "technical").every(({ minSl }) => minSl === 1)).toBe(true);
  expect(plain.some(({ id }) => id.startsWith("NET 2.") || id.startsWith("NET 3."))).toBe(false);
  const wireless = required([aConduit({ wireless: true, remoteAccess: true })]);
  expect(wireless.length - plain.length).toBe(6);
  expect(required([], null).every(({ kind }) => kind === "organisational")).toBe(true);
  expect(requiredOfHospital(measureKnowledge())).toHaveLength(87);
});

test("a file of the whole hospital shows an organisational measure of a zone that has nothing of its own", () => {
  expect(countsHospitalFiles("organisational", "hospital")).toBe(true);
  expect(countsHospitalFiles("organisational", "nowhere")).toBe(true);
  expect(countsHospitalFiles("organisational", "here")).toBe(false);
  expect(countsHospitalFiles("technical", "nowhere")).toBe(false);
});
