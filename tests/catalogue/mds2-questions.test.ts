import { describe, expect, test } from "vitest";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import mapping from "~/catalogue/mappings/mds2-2019--iec-62443-4-2.json";
import { MDS2_QUESTIONS } from "~/catalogue/mds2-questions";

const rowsOf = (question: string) => MDS2_QUESTIONS.find(({ id }) => id === question)?.requirementIds;

describe("the unfavourable answer denies the row", () => {
  test.each([
    ["ALOF-1", ["CR 2.5"]],
    ["AUDT-2", ["CR 2.8"]],
    ["PAUT-1", ["CR 1.1 RE(1)"]],
    ["PAUT-5", ["CR 1.5"]],
    ["STCF-1", ["CR 4.1"]],
    ["SAHD-3.2", ["EDR 3.10 RE(1)", "HDR 3.10 RE(1)", "NDR 3.10 RE(1)"]],
  ])("%s", (question, rows) => expect(rowsOf(question)).toEqual(rows));
});

describe("the row can be met in another way, so nothing is contradicted", () => {
  test.each([
    ["AUDT-1", "the log of the operating system will do"],
    ["AUDT-5.1", "a log can leave on other ways than a medium"],
    ["CONN-6", "who needs the internet can still keep to a segment"],
    ["CONN-7", "TLS is not the only protection on the way"],
    ["DTBK-3", "a backup need not go to a removable medium"],
    ["MLDP-2", "allow-listing keeps foreign code out as well"],
    ["MLDP-5", "a host intrusion system is one way of watching"],
    ["PAUT-4", "an account that is not documented can still be managed"],
    ["RMOT-1.3", "what a service session shows is not what is stored in the clear"],
    ["SBOM-1", "a device can list its parts without an SBOM"],
  ])("%s: %s", (question) => expect(rowsOf(question)).toEqual([]));
});

test("every question of the form is known, also those that deny nothing", () => {
  expect(MDS2_QUESTIONS).toHaveLength(240);
});

test("only questions with a secure answer can deny, and only rows that exist", () => {
  const known = COMPONENT_REQUIREMENTS.map(({ id }) => id);
  const denying = MDS2_QUESTIONS.filter(({ requirementIds }) => requirementIds.length > 0);
  expect(denying.length).toBeGreaterThan(20);
  for (const { id, favourable, requirementIds } of denying) {
    expect(favourable, id).not.toBe("context");
    expect(known, id).toEqual(expect.arrayContaining([...requirementIds]));
  }
});

test("what denies a row is a pair of the mapping", () => {
  const marked = mapping.rows.filter((row) => "denies" in row);
  expect(marked.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(
    MDS2_QUESTIONS.flatMap(({ id, requirementIds }) => requirementIds.map((row) => `${id} ${row}`)).sort(),
  );
});
