import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { campusZones } from "~/demo/campus/zones";
import { PLANNED_COUNTERMEASURES } from "~/demo/ledger/countermeasures";
import { contentOf } from "~/demo/products/content";
import { sampleProducts } from "~/demo/products/sample-products";

/**
 * Levels, rows and verdicts of the golden files worked out a second time, from the rows of IEC 62443-4-2 as they stand in
 * the catalogue's file and from product.md §4 steps 1 to 4 and 8. Deliberately shares no code with the assessment.
 */
type RawRow = { id: string; foundationalRequirement: string; appliesTo: string[]; minSl: number };
const ROWS: RawRow[] = JSON.parse(readFileSync("app/catalogue/iec-62443-4-2/requirements.json", "utf8"));
const AREAS = ["IAC", "UC", "SI", "DC", "RDF", "TRE", "RA"];

type Worth = "alone" | "with-help" | "refused" | "silent";
type Severity = "condition" | "open" | "gap";
type Content = ReturnType<typeof contentOf>;

function worthOf({ answers, facts }: Content, row: string): Worth {
  const { value, note = "" } = answers[row] ?? { value: "silent" };
  if (value === "silent") return "silent";
  if (value === "met" || value === "met-by-configuration") return "alone";
  if (value === "met-with-countermeasure") return "with-help";
  if (value === "not-applicable") return note.trim() === "" ? "refused" : "alone";
  return facts.essentialFunction?.requirementIds.includes(row) ? "with-help" : "refused";
}

function levelsOf(content: Content, counts: (worth: Worth) => boolean): string {
  const rows = ROWS.filter((row) =>
    row.appliesTo.some((type) => content.componentTypes.some((own) => own === type)),
  );
  const reached = AREAS.map((area) => {
    const failing = rows.filter(
      (row) => row.foundationalRequirement === area && !counts(worthOf(content, row.id)),
    );
    return Math.min(4, ...failing.map((row) => row.minSl - 1));
  });
  return `{${reached.join(" ")}}`;
}

/** What one area comes out as in a zone; null = reached by the product alone. */
function expectedOf(content: Content, area: string, target: number, madeUpFor: ReadonlySet<string>) {
  const failing = ROWS.filter(
    (row) =>
      row.foundationalRequirement === area &&
      row.minSl <= target &&
      row.appliesTo.some((type) => content.componentTypes.some((own) => own === type)) &&
      worthOf(content, row.id) !== "alone",
  ).map(({ id }) => ({ id, worth: worthOf(content, id) }));
  const missing = failing.filter(
    ({ id, worth }) =>
      worth === "silent" || (worth === "refused" && !(madeUpFor.has(id) && isNotMet(content, id))),
  );
  if (failing.length === 0) return null;
  if (missing.length === 0) return { severity: "condition" as Severity, rows: idsOf(failing) };
  const severity: Severity = missing.every(({ worth }) => worth === "silent") ? "open" : "gap";
  return { severity, rows: idsOf(missing) };
}

function isNotMet({ answers }: Content, row: string): boolean {
  return answers[row]?.value === "not-met";
}

function idsOf(rows: ReadonlyArray<{ id: string }>): ReadonlyArray<string> {
  return rows.map(({ id }) => id).sort();
}

/** Rows that the campus makes up for in a zone: accepted, not ended, on the zone or on a conduit that ends in it. */
function madeUpForIn(zoneName: string): ReadonlySet<string> {
  const zone = campusZones().find(({ name }) => name === zoneName);
  if (!zone) throw new Error(`the campus has no zone ${zoneName}`);
  return new Set(
    PLANNED_COUNTERMEASURES.filter(
      ({ acceptedDaysAgo, endsInDays, elementId }) =>
        acceptedDaysAgo !== null &&
        (endsInDays === null || endsInDays >= 0) &&
        elementId.split("--").includes(zone.id),
    ).flatMap(({ requirementIds }) => requirementIds),
  );
}

type GoldenZone = {
  name: string;
  target: ReadonlyArray<number>;
  verdict: string;
  lines: ReadonlyArray<string>;
};

function readGolden(id: string): { head: string; zones: ReadonlyArray<GoldenZone> } {
  const [head = "", ...parts] = readFileSync(`tests/golden/${id}.txt`, "utf8").trimEnd().split("\n\n");
  const zones = parts.map((part) => {
    const [first = "", ...lines] = part.split("\n");
    const [, name = "", target = "", verdict = ""] = /^(.+) \{([\d ]+)\}: (.+)$/.exec(first) ?? [];
    return { name, target: target.split(" ").map(Number), verdict, lines: lines.map((line) => line.trim()) };
  });
  return { head, zones };
}

/** Worst severity first. */
const VERDICTS = [
  ["gap", "does-not-conform"],
  ["open", "incomplete"],
  ["condition", "conforms-with-conditions"],
] as const;

function verdictOf(lines: ReadonlyArray<string>): string {
  const worst = VERDICTS.find(([severity]) => lines.some((line) => line.startsWith(severity)));
  return worst?.[1] ?? "conforms";
}

describe.each(sampleProducts().map((product) => [product.id, contentOf(product)] as const))(
  "%s",
  (id, content) => {
    const { head, zones } = readGolden(id);

    test("computed levels", () => {
      const alone = levelsOf(content, (worth) => worth === "alone");
      const helped = levelsOf(content, (worth) => worth === "alone" || worth === "with-help");
      expect(head).toContain(`SL-C ${alone}, with countermeasures ${helped}`);
    });

    test("severity and rows of every area in every zone", () => {
      expect(zones.length).toBeGreaterThan(20);
      for (const { name, target, lines } of zones)
        for (const [place, area] of AREAS.entries()) {
          const found = lines.filter((line) => line.includes(` capability-meets-target:${area}: `));
          const expected = expectedOf(content, area, target[place] ?? 0, madeUpForIn(name));
          const said = found.map((line) => {
            const [severity] = line.split(" ");
            const rows = line.match(/\b(CR|SAR|EDR|HDR|NDR) \d+\.\d+( RE\(\d\))?/g) ?? [];
            return { severity, rows: rows.toSorted() };
          });
          expect(said, `${name}, ${area}`).toEqual(expected === null ? [] : [expected]);
        }
    });

    test("the worst line of a zone decides", () => {
      for (const { name, verdict, lines } of zones) expect(verdict, name).toBe(verdictOf(lines));
    });

    test("nothing is said twice", () => {
      for (const { name, lines } of zones) expect(new Set(lines).size, name).toBe(lines.length);
    });
  },
);
