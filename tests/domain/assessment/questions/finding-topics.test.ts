import { expect, test } from "vitest";
import { CHECKS } from "~/domain/assessment/checks";
import { EVIDENCE_CHECKS } from "~/domain/assessment/checks/evidence";
import {
  FINDING_TOPICS,
  isAboutRows,
  isOfRowCheck,
  topicOf,
} from "~/domain/assessment/questions/finding-topics";

test("a finding of a row check stands with its area, of the ledger where it is about several", () => {
  expect(topicOf({ checkId: "capability-meets-target", foundationalRequirement: "RDF" })).toBe("RDF");
  expect(topicOf({ checkId: "gap-is-compensated", foundationalRequirement: null })).toBe("ledger");
});

test("a finding about facts stands with its group, whatever its area", () => {
  expect(topicOf({ checkId: "updates-are-signed", foundationalRequirement: "SI" })).toBe("protection");
  for (const { id } of EVIDENCE_CHECKS)
    expect(topicOf({ checkId: id, foundationalRequirement: null })).toBe("evidence");
});

test("every registered check has a topic, one that is no more is put aside", () => {
  for (const { id, kind } of CHECKS) {
    const topic = topicOf({ checkId: id, foundationalRequirement: "IAC" });
    expect(FINDING_TOPICS).toContain(topic);
    expect(topic === "IAC", id).toBe(kind === "rows");
    expect(topic, id).not.toBe("other");
  }
  expect(topicOf({ checkId: "of-long-ago", foundationalRequirement: "IAC" })).toBe("other");
});

test("a finding is about rows where it names rows and a row check made it", () => {
  expect(isAboutRows({ checkId: "capability-meets-target", requirementIds: ["CR 1.1"] })).toBe(true);
  expect(isAboutRows({ checkId: "capability-meets-target", requirementIds: [] })).toBe(false);
  expect(isAboutRows({ checkId: "updates-are-signed", requirementIds: ["CR 1.1"] })).toBe(false);
  expect(isOfRowCheck({ checkId: "updates-are-signed" })).toBe(false);
});
