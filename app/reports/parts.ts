import { FOUNDATIONAL_REQUIREMENTS, type SlVector, toLevels } from "~/domain/security-level/security-level";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import { type Conduit, elementKey } from "~/domain/zone-model/zone-model";
import type { Unprintable } from "./document";
import type { ReportInput, ReportWords } from "./report-facts";

/** The vector as people write it: `2 2 3 1 2 2 3`, in the standard's order. */
export function vectorText(vector: SlVector | null, { t }: ReportWords): string {
  return vector ? toLevels(vector).join(" ") : t("level.none");
}

/** Heads of a table of levels: a label, then the seven requirements. */
export function levelHeads(): ReadonlyArray<string> {
  return ["", ...FOUNDATIONAL_REQUIREMENTS];
}

/** Cells of one vector after its label; a dash where nothing is known. */
export function levelCells(label: string, vector: SlVector | null): ReadonlyArray<string> {
  return [label, ...FOUNDATIONAL_REQUIREMENTS.map((fr) => (vector ? String(vector[fr]) : "–"))];
}

/** A conduit without a name goes by its ends. */
export function conduitNameOf({ zoneById }: ZoneModelIndex, { name, fromZoneId, toZoneId }: Conduit): string {
  if (name) return name;
  return [fromZoneId, toZoneId].map((id) => zoneById.get(id)?.name ?? id).join(" – ");
}

/** What stands in the ledger for one element, a line each. */
export function ledgerLines(
  { ledgerAt, words: { t, day } }: ReportInput,
  element: { kind: "zone" | "conduit"; id: string },
): ReadonlyArray<string> {
  return (ledgerAt.get(elementKey(element)) ?? []).map(({ title, standing, expiresOn, requirementIds }) =>
    t(expiresOn ? "countermeasure.until" : "countermeasure.line", {
      title,
      standing: t(`countermeasure:standing.${standing}`),
      rows: requirementIds.join(", "),
      date: expiresOn ? day(expiresOn) : "",
    }),
  );
}

const LINES_AT_MOST = 12;

/** Open findings at elements, and those waived with their reason, a line each. */
export function findingLines(
  { openAt, waivedAt, words }: ReportInput,
  elements: ReadonlyArray<{ kind: string; id: string }>,
): { open: ReadonlyArray<string>; waived: ReadonlyArray<string> } {
  const { t, day } = words;
  const keys = elements.map(elementKey);
  const open = keys.flatMap((key) => openAt.get(key) ?? []);
  const waived = keys.flatMap((key) => waivedAt.get(key) ?? []);
  return {
    open: cut(
      open,
      (finding) => `${t(`model:finding.severity.${finding.severity}`)}: ${words.finding(finding)}`,
      (count) => t("finding.more", { count }),
    ),
    waived: cut(
      waived,
      ({ finding, waiver: { expiresOn, reason } }) =>
        t("finding.waived", { finding: words.finding(finding), date: day(expiresOn), reason }),
      (count) => t("finding.more", { count }),
    ),
  };
}

/** The first of them as lines, then how many are left out. */
export function cut<Entry>(
  entries: ReadonlyArray<Entry>,
  lineOf: (entry: Entry) => string,
  more: (count: number) => string,
  atMost = LINES_AT_MOST,
): ReadonlyArray<string> {
  const lines = entries.slice(0, atMost).map(lineOf);
  return entries.length <= atMost ? lines : [...lines, more(entries.length - atMost)];
}

/** Lines of one value; null where there are none. */
export function joined(lines: ReadonlyArray<string>): string | null {
  return lines.length > 0 ? lines.join("\n") : null;
}

/** Scripts that people may write names in and PDFs have no letters for. */
const SCRIPTS = [
  "hebrew",
  "arabic",
  "han",
  "hiragana",
  "katakana",
  "hangul",
  "thai",
  "devanagari",
  "armenian",
  "georgian",
  "latin",
  "greek",
  "cyrillic",
  "other",
] as const;

/** What stands in the place of letters that cannot be printed, and the note that says so. */
export function unprintableOf({ t }: Pick<ReportWords, "t">): Unprintable {
  return {
    note: t("unprintable.note", { scripts: "{scripts}" }),
    scripts: Object.fromEntries(SCRIPTS.map((script) => [script, t(`unprintable.script.${script}`)])),
  };
}
