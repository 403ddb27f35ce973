import fc from "fast-check";
import { expect, test } from "vitest";
import { COMPONENT_REQUIREMENT_BY_ID } from "~/catalogue/catalogue";
import { loadCatalogue } from "~/catalogue/index.server";
import { SYSTEM_REQUIREMENTS } from "~/catalogue/system-requirements";
import { programmeMeasures, reachedMeanings, zoneMeasures } from "~/domain/requirement/zone-measures";
import {
  FOUNDATIONAL_REQUIREMENTS,
  flatVector,
  higherOf,
  SECURITY_LEVELS,
  vectorOf,
} from "~/domain/security-level/security-level";
import { aRow, levels } from "../assessment/rows";

const targets = fc
  .tuple(...FOUNDATIONAL_REQUIREMENTS.map(() => fc.constantFrom(...SECURITY_LEVELS)))
  .map((chosen) => vectorOf((fr) => chosen[FOUNDATIONAL_REQUIREMENTS.indexOf(fr)] ?? 0));

const idsOf = (groups: ReturnType<typeof zoneMeasures<(typeof SYSTEM_REQUIREMENTS)[number]>>) =>
  groups.flatMap(({ rows }) => rows.map(({ id }) => id));

test("raising a target never removes a measure", () => {
  fc.assert(
    fc.property(targets, targets, (one, other) => {
      const higher = higherOf(one, other);
      const before = idsOf(zoneMeasures(one, SYSTEM_REQUIREMENTS));
      const after = new Set(idsOf(zoneMeasures(higher, SYSTEM_REQUIREMENTS)));
      expect(before.filter((id) => !after.has(id))).toEqual([]);
      const { measures } = loadCatalogue().supplements;
      const meantAfter = new Set(reachedMeanings(higher, measures, COMPONENT_REQUIREMENT_BY_ID));
      const meantBefore = reachedMeanings(one, measures, COMPONENT_REQUIREMENT_BY_ID);
      expect(meantBefore.filter((meaning) => !meantAfter.has(meaning))).toEqual([]);
    }),
  );
});

test("a row is asked for by the level of its own foundational requirement alone", () => {
  const rows = [
    aRow("SR 1.1"),
    aRow("SR 1.2", { minSl: 2 }),
    aRow("SR 2.1", { foundationalRequirement: "UC" }),
  ];
  const groups = zoneMeasures(levels({ IAC: 1 }), rows);
  expect(groups.map(({ foundationalRequirement }) => foundationalRequirement)).toEqual(
    FOUNDATIONAL_REQUIREMENTS,
  );
  expect(groups[0]).toEqual({ foundationalRequirement: "IAC", target: 1, rows: [rows[0]] });
  expect(groups[1]).toEqual({ foundationalRequirement: "UC", target: 0, rows: [] });
});

test("at level 4 everywhere every system requirement is a measure, at 0 none", () => {
  expect(idsOf(zoneMeasures(flatVector(4), SYSTEM_REQUIREMENTS))).toHaveLength(SYSTEM_REQUIREMENTS.length);
  expect(idsOf(zoneMeasures(flatVector(0), SYSTEM_REQUIREMENTS))).toEqual([]);
});

test("a summary counts once one of its rows is asked for; unknown rows ask for nothing", () => {
  const rows = new Map([
    ["CR 1.1", aRow("CR 1.1", { minSl: 2 })],
    ["CR 2.1", aRow("CR 2.1", { minSl: 2, foundationalRequirement: "UC" })],
  ]);
  const meanings = [{ requirements: ["CR 1.1", "CR 2.1"] }, { requirements: ["CR 9.9"] }];
  expect(reachedMeanings(levels({ UC: 2 }), meanings, rows)).toEqual([meanings[0]]);
  expect(reachedMeanings(levels({ UC: 1, IAC: 1 }), meanings, rows)).toEqual([]);
});

test("elements on wireless and on remote access apply only where there is such a thing", () => {
  const elements = [{ group: "ORG 1" }, { group: "NET 2" }, { group: "NET 3" }];
  const applied = (hasWireless: boolean, hasRemoteAccess: boolean) =>
    programmeMeasures(elements, { hasWireless, hasRemoteAccess }).map(({ group }) => group);
  expect(applied(false, false)).toEqual(["ORG 1"]);
  expect(applied(true, false)).toEqual(["ORG 1", "NET 2"]);
  expect(applied(false, true)).toEqual(["ORG 1", "NET 3"]);
  expect(applied(true, true)).toEqual(["ORG 1", "NET 2", "NET 3"]);
});

test("the groups on wireless and on remote access are those of the catalogue", () => {
  const titles = loadCatalogue()
    .standards.find(({ id }) => id === "iec-62443-2-1")
    ?.groups.filter(({ id }) => id === "NET 2" || id === "NET 3")
    .map(({ title }) => title);
  expect(titles).toEqual(["Wireless", "Remote access"]);
});
