import { useEffect, useRef } from "react";
import { useTranslation } from "~/i18n/use-translation";
import { Callout } from "../callout";

type NamedMeasure = { place: { zoneId: string } | null; measureId: string };
export type MeasureRefusal =
  | { code: "nothing-chosen" | "nothing-changed" | "limit-reached" | "nothing-to-take-back" | "named-twice" }
  | { code: "too-many-files" | "already-attached" | "file-not-required" | "file-taken-back" }
  | { code: "changed-meanwhile" | "not-required"; measures: ReadonlyArray<NamedMeasure> }
  | { code: "invalid-input"; fields: Readonly<Record<string, ReadonlyArray<string>>> };

const NAMED_AT_MOST = 12;

/** Says why nothing was changed, and takes the focus when it appears. */
export function RefusalOfMeasures({ refusal }: { refusal: MeasureRefusal }) {
  const { t } = useTranslation("measure");
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every answer of the server is a new refusal
  useEffect(() => box.current?.focus(), [refusal]);
  return (
    <div ref={box} tabIndex={-1}>
      <Callout tone="danger" title={t("refusal.title")} live>
        {wordsOf(refusal)}
      </Callout>
    </div>
  );

  function wordsOf(one: MeasureRefusal): string {
    if ("measures" in one) {
      const names = one.measures.slice(0, NAMED_AT_MOST).map(({ measureId }) => measureId);
      const more = one.measures.length > NAMED_AT_MOST ? " …" : "";
      return t(`refusal.${one.code}`, { measures: `${[...new Set(names)].join(", ")}${more}` });
    }
    if (one.code !== "invalid-input") return t(`refusal.${one.code}`);
    const { attachments = [], note = [] } = one.fields;
    if (attachments.includes("choose-a-file")) return t("refusal.choose-a-file");
    if (attachments.includes("unknown-file")) return t("refusal.lost-file");
    if (note.includes("required")) return t("refusal.why-missing");
    const lacksReason = Object.keys(one.fields).some((path) => path.endsWith("reason"));
    return t(lacksReason ? "refusal.reason" : "refusal.invalid-input");
  }
}
