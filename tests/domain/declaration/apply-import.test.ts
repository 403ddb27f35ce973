import fc from "fast-check";
import { expect, test } from "vitest";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { applyImport, staleEntries } from "~/domain/declaration/apply-import";
import { type DeclarationContent, EMPTY_DECLARATION_CONTENT } from "~/domain/declaration/declaration";
import type { Evidence } from "~/domain/declaration/evidence";
import {
  type ImportEntry,
  type ImportPlan,
  ImportPlanSchema,
  isTakenByDefault,
} from "~/domain/declaration/import-plan";
import type { DeclarationDocument } from "~/domain/declaration/lifecycle";
import { flatVector } from "~/domain/security-level/security-level";
import { accepted, refusalOf } from "../../builders/declaration";
import { aPiece } from "../../cli/full-files";

const SHA = "b".repeat(64);
const common = { standing: "new" as const, place: { line: 1 }, reasons: [] };
const evidence = aPiece({ id: "own-file", sha256: SHA, type: "mds2" });

const answer = (requirementId: string, value: "met" | "not-met", more: object = {}): ImportEntry => ({
  ...common,
  ...{ kind: "answer", id: `answer:${requirementId}`, requirementId, present: null },
  ...{ proposed: { value, evidenceIds: [evidence.id] } },
  ...more,
});
const autoLogoff = (value: boolean, present: boolean | null = null): ImportEntry => ({
  ...common,
  ...{ kind: "fact", id: "fact:autoLogoff", key: "autoLogoff", proposed: { autoLogoff: value } },
  present: present === null ? {} : { autoLogoff: present },
});
const vulnerability = (id: string, lacksSeverity = false): ImportEntry => ({
  ...common,
  ...{ kind: "vulnerability", id: `vulnerability:${id}`, present: null, lacksSeverity },
  proposed: { id, severity: "critical", state: "fixed", exploited: false, justification: "" },
});

function plan(entries: ReadonlyArray<ImportEntry>, overrides: Partial<ImportPlan> = {}): ImportPlan {
  return ImportPlanSchema.parse({
    ...{ kind: "mds2", edition: "2019", about: "", counted: 0, entries, unused: [], unusedCount: 0 },
    ...{ quality: [], evidence },
    ...overrides,
  });
}

const draft = (content: Partial<DeclarationContent> = {}): DeclarationDocument => ({
  state: "draft",
  content: { ...EMPTY_DECLARATION_CONTENT, componentTypes: ["embedded-device"], ...content },
});

function apply(
  document: DeclarationDocument,
  entries: ReadonlyArray<ImportEntry>,
  taken: ReadonlyArray<string> = entries.map(({ id }) => id),
  severities = {},
) {
  return applyImport(document, plan(entries), { taken, severities }, COMPONENT_REQUIREMENTS);
}

test("what is ticked is taken over with the file as evidence, what is not stays as it was", () => {
  const entries = [
    answer("CR 1.1", "met"),
    answer("CR 1.2", "met"),
    autoLogoff(true),
    vulnerability("CVE-2026-1"),
  ];
  const { document, taken } = accepted(
    apply(draft({ facts: { breakGlass: false } }), entries, [
      "answer:CR 1.1",
      "fact:autoLogoff",
      "vulnerability:CVE-2026-1",
    ]),
  );
  expect(document.content.answers).toEqual({ "CR 1.1": { value: "met", evidenceIds: ["own-file"] } });
  expect(document.content.facts).toEqual({
    breakGlass: false,
    autoLogoff: true,
    vulnerabilities: [entries[3]?.proposed],
  });
  expect(document.content.evidence).toEqual([evidence]);
  expect(taken.map(({ id }) => id)).toEqual(["answer:CR 1.1", "fact:autoLogoff", "vulnerability:CVE-2026-1"]);
});

test("component types of the file count for the answers of the same file", () => {
  const types: ImportEntry = {
    ...common,
    ...{ kind: "component-types", id: "component-types", proposed: ["network-device"], present: [] },
  };
  const level: ImportEntry = {
    ...common,
    ...{ kind: "claimed-level", id: "claimed-level", proposed: flatVector(2), present: null },
  };
  const entries = [answer("NDR 1.6", "met"), types, level];
  const { content } = accepted(apply(draft({ componentTypes: [] }), entries)).document;
  expect(content).toMatchObject({
    componentTypes: ["network-device"],
    answers: { "NDR 1.6": { value: "met" } },
    claimedSlCapability: flatVector(2),
  });
  expect(refusalOf(apply(draft({ componentTypes: [] }), entries, ["answer:NDR 1.6"]))).toEqual({
    code: "row-not-applicable",
    requirementId: "NDR 1.6",
  });
});

test("what somebody has changed since the file was read refuses the whole, by name", () => {
  const entries = [answer("CR 1.1", "met"), autoLogoff(true)];
  const changed = draft({ answers: { "CR 1.1": { value: "not-met" } } });
  expect(refusalOf(apply(changed, entries))).toEqual({
    code: "changed-meanwhile",
    entries: ["answer:CR 1.1"],
  });
  expect(staleEntries(plan(entries), changed.content)).toEqual(["answer:CR 1.1"]);
  expect(accepted(apply(changed, entries, ["fact:autoLogoff"])).document.content.facts.autoLogoff).toBe(true);
});

test("a contradiction that is ticked replaces what was seen; one already stated changes nothing", () => {
  const entries = [
    answer("CR 1.1", "not-met", { standing: "contradicts", present: { value: "met" } }),
    autoLogoff(true, false),
  ];
  const stated = draft({ answers: { "CR 1.1": { value: "met" } }, facts: { autoLogoff: false } });
  const { content } = accepted(apply(stated, entries)).document;
  expect([content.answers["CR 1.1"]?.value, content.facts.autoLogoff]).toEqual(["not-met", true]);
  const again = accepted(apply({ state: "draft", content }, entries));
  expect(again.taken).toEqual([]);
  expect(again.document.content).toEqual(content);
});

test("taking back, other evidence of the file, and mentions of evidence that was not taken", () => {
  const other: Evidence = aPiece({ id: "other", sha256: null });
  const entries: ReadonlyArray<ImportEntry> = [
    { ...common, kind: "evidence", id: "evidence:other", proposed: other, present: null },
    answer("CR 1.1", "met", { proposed: { value: "met", evidenceIds: ["other", "nowhere"] } }),
    answer("CR 1.2", "met", { proposed: null, present: { value: "met" }, standing: "contradicts" }),
    {
      ...common,
      kind: "fact",
      id: "fact:wireless",
      key: "wireless",
      proposed: {},
      present: { wireless: [] },
    },
  ];
  const stated = draft({ answers: { "CR 1.2": { value: "met" } }, facts: { wireless: [] } });
  const all = accepted(apply(stated, entries)).document.content;
  expect(all.answers).toEqual({ "CR 1.1": { value: "met", evidenceIds: ["other"] } });
  expect(all.facts).toEqual({});
  expect(all.evidence.map(({ id }) => id)).toEqual(["own-file", "other"]);
  const without = accepted(apply(stated, entries, ["answer:CR 1.1"])).document.content;
  expect(without.answers["CR 1.1"]).toEqual({ value: "met" });
});

test("a file that is evidence already is not filed twice", () => {
  const { content } = accepted(
    apply(draft({ evidence: [{ ...evidence, id: "filed-before" }] }), [autoLogoff(true)]),
  ).document;
  expect(content.evidence.map(({ id }) => id)).toEqual(["filed-before"]);
});

test("a vulnerability without severity is taken with one that a person chose, and never without", () => {
  const entries = [vulnerability("CVE-2026-1", true)];
  expect(entries.map(isTakenByDefault)).toEqual([false]);
  expect(refusalOf(apply(draft(), entries))).toEqual({
    code: "severity-missing",
    entries: ["vulnerability:CVE-2026-1"],
  });
  const chosen = accepted(apply(draft(), entries, undefined, { "vulnerability:CVE-2026-1": "low" }));
  expect(chosen.document.content.facts.vulnerabilities).toMatchObject([
    { id: "CVE-2026-1", severity: "low" },
  ]);
});

test("refusals: nothing ticked, an entry of another file, a signed declaration, a full list", () => {
  const entries = [autoLogoff(true)];
  expect(refusalOf(apply(draft(), entries, []))).toEqual({ code: "nothing-chosen" });
  expect(refusalOf(apply(draft(), entries, ["fact:sbom"]))).toEqual({
    code: "unknown-entry",
    entries: ["fact:sbom"],
  });
  expect(refusalOf(apply({ ...draft(), state: "signed" }, entries))).toEqual({ code: "not-a-draft" });
  const full = Array.from({ length: 2000 }, (_, n) => ({
    ...{
      id: `CVE-1-${n}`,
      severity: "low" as const,
      state: "fixed" as const,
      exploited: false,
      justification: "",
    },
  }));
  const one = [vulnerability("CVE-2026-1")];
  expect(refusalOf(apply(draft({ facts: { vulnerabilities: full } }), one))).toEqual({
    code: "too-many-vulnerabilities",
  });
});

test("whatever is ticked, only that changes, and all of it", () => {
  const entries = [
    answer("CR 1.1", "met"),
    answer("CR 1.3", "not-met"),
    autoLogoff(false),
    vulnerability("X-1"),
  ];
  fc.assert(
    fc.property(
      fc.subarray(
        entries.map(({ id }) => id),
        { minLength: 1 },
      ),
      (taken) => {
        const { content } = accepted(apply(draft(), entries, taken)).document;
        const said = [
          ...Object.keys(content.answers).map((id) => `answer:${id}`),
          ...(content.facts.autoLogoff === undefined ? [] : ["fact:autoLogoff"]),
          ...(content.facts.vulnerabilities ?? []).map(({ id }) => `vulnerability:${id}`),
        ];
        expect(said.toSorted()).toEqual([...taken].sort());
      },
    ),
  );
});
