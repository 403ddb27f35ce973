import { formatBytes } from "~/i18n/format";
import type { DecisionReportWords } from "./decision-report";
import { muted, type Section, tableOr } from "./document";

/** What a file was attached to. */
export type AttachedAbout =
  | { kind: "condition"; text: string; productName: string; releaseVersion: string; zoneName: string }
  /** `zoneName` is null where it is the whole hospital's, or the pack is not about one zone. */
  | { kind: "measure"; measureId: string; isOfHospital: boolean; zoneName: string | null };

export type AttachedFact = {
  about: AttachedAbout;
  name: string;
  bytes: number;
  sha256: string;
  attachedBy: string;
  attachedAt: string;
  takenBack: { by: string; at: string; note: string } | null;
  /** Why it is listed and not in the pack; null where it is there. */
  leftOut: "pack-full" | "taken-back" | "missing" | null;
};

/** Files that the hospital attached to conditions and measures: who, when, and the digest in full to compare with. */
export function attachedSection(attached: ReadonlyArray<AttachedFact>, words: DecisionReportWords): Section {
  const { t, at, language } = words;
  return {
    id: "attached",
    title: t("attached.title"),
    blocks: [
      tableOr(
        t("attached.none"),
        [t("attached.head.file"), t("attached.head.about"), t("attached.head.by"), t("attached.head.hash")],
        attached.map((file) => [
          [
            file.name,
            formatBytes(file.bytes, language),
            ...(file.leftOut === null ? [] : [t(`attached.leftOut.${file.leftOut}`)]),
          ].join("\n"),
          aboutText(file.about, words),
          [file.attachedBy, at(file.attachedAt), ...takenBackLines(file, words)].join("\n"),
          inLines(file.sha256),
        ]),
      ),
      ...(attached.length > 0 ? [muted(t("attached.where"))] : []),
    ],
  };
}

function aboutText(about: AttachedAbout, { t }: DecisionReportWords): string {
  if (about.kind === "condition") return [about.text, t("many.exceptions.what", about)].join("\n");
  const { measureId, isOfHospital, zoneName } = about;
  return [measureId, ...(isOfHospital ? [t("measure:hospital")] : []), ...(zoneName ? [zoneName] : [])].join(
    "\n",
  );
}

function takenBackLines({ takenBack }: AttachedFact, { t, at }: DecisionReportWords): ReadonlyArray<string> {
  if (!takenBack) return [];
  const { by: name, note } = takenBack;
  return [t("attached.takenBack", { name, at: at(takenBack.at), note })];
}

/** All 64 digits: a column holds 16 of them. */
function inLines(sha256: string): string {
  return (sha256.match(/.{1,16}/g) ?? []).join("\n");
}
