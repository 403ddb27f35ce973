import fc from "fast-check";
import { expect, test } from "vitest";
import { judge } from "~/domain/assessment/assess";
import type { Finding } from "~/domain/assessment/assessment";
import { saidOnce } from "~/domain/assessment/questions/said-once";
import { translatorFor } from "~/i18n/i18n";
import { cases, DAY } from "./cases";

const isOf = (checkId: string) => (finding: Finding) => finding.checkId === checkId;

test("rows without an answer are told once, and nothing else is left out", () => {
  let leftOut = 0;
  fc.assert(
    fc.property(cases, ({ profile, declaration }) => {
      const { findings } = judge(profile, declaration, DAY);
      const told = saidOnce(findings);
      const gone = findings.filter((finding) => !told.includes(finding));
      leftOut += gone.length;
      for (const { checkId, foundationalRequirement, requirementIds } of gone) {
        expect(checkId).toBe("requirement-is-answered");
        // What is left out can still be read in the sentence about the level.
        const level = told
          .filter(isOf("capability-meets-target"))
          .find((finding) => finding.foundationalRequirement === foundationalRequirement);
        const sentence = JSON.stringify(level?.reason);
        for (const id of requirementIds) expect(sentence).toContain(id);
      }
      const areas = told.filter(isOf("requirement-is-answered")).map((one) => one.foundationalRequirement);
      expect(new Set(areas).size).toBe(areas.length);
    }),
    { numRuns: 300, seed: 4 },
  );
  expect(leftOut).toBeGreaterThan(0);
});

test("an area with an answer missing is one sentence, which names the row", () => {
  const t = translatorFor("en");
  let sentences = 0;
  for (const { profile, declaration } of fc.sample(cases, { numRuns: 20, seed: 4 })) {
    const told = saidOnce(judge(profile, { ...declaration, answers: {} }, DAY).findings)
      .filter(({ severity }) => severity === "open" || severity === "gap")
      .filter(({ checkId }) => ["capability-meets-target", "requirement-is-answered"].includes(checkId));
    const areas = told.map((finding) => finding.foundationalRequirement);
    expect(new Set(areas).size).toBe(areas.length);
    for (const { reason, requirementIds } of told) {
      const sentence = t(reason.key as "checks:area.IAC", { ...reason.params } as never);
      expect(sentence).toContain("not answered yet");
      expect(sentence).toContain(requirementIds[0]);
      sentences += 1;
    }
  }
  expect(sentences).toBeGreaterThan(20);
});

test("without a component type the level says something else, and the rows keep their own sentence", () => {
  const finding = (checkId: string, key: string, params: Finding["reason"]["params"]): Finding => ({
    ...{ id: `${checkId}:IAC`, checkId, clauses: [], outcome: "incomplete", severity: "open" },
    ...{ foundationalRequirement: "IAC", requirementIds: ["CR 1.1"], waysToClose: [] },
    ...{ expected: { key, params }, declared: { key, params }, reason: { key, params } },
  });
  const answers = finding("requirement-is-answered", "checks:requirement-is-answered.reason", {});
  const level = (reason: string, params: Finding["reason"]["params"]) =>
    finding("capability-meets-target", `checks:capability-meets-target.reason.${reason}`, params);
  expect(saidOnce([answers, level("no-component-type", { rows: "CR 1.1" })])).toHaveLength(2);
  expect(saidOnce([answers, level("undecided", { rows: "CR 1.2" })])).toHaveLength(2);
  expect(saidOnce([answers, level("undecided", { rows: "CR 1.10" })])).toHaveLength(2);
  expect(saidOnce([answers, level("undecided", { rows: "CR 1.2, CR 1.1" })])).toHaveLength(1);
  const short = { rows: "CR 1.2", unanswered: "CR 1.1" };
  expect(saidOnce([answers, level("short-and-unanswered", short)])).toHaveLength(1);
});
