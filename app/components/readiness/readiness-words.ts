import type { HospitalFact } from "~/domain/readiness/hospital-rules";
import type { ProductFact } from "~/domain/readiness/product-rules";
import type { ClauseReading } from "~/domain/readiness/readiness";
import type { Confidence } from "~/domain/requirement/component-requirement";
import type { Translate } from "~/i18n/keys";

export type AnyFact = HospitalFact | ProductFact;
export type ShownClause = Omit<ClauseReading<AnyFact>, "rows"> & {
  name: string;
  summary: string;
  part: string | null;
  confidence: Confidence;
  rows: ReadonlyArray<{
    id: string;
    title: string;
    standing: ClauseReading<AnyFact>["rows"][number]["standing"];
  }>;
};
export type FrameworkName = "iec-62443-2-1" | "nis2" | "zokb" | "iso-27001" | "mdr" | "cra" | "fda";

/** What is counted, in words: `zones with a security level to reach: 12 of 14`. */
export function factWords(t: Translate, { fact, count, of }: ShownClause["looks"][number]): string {
  const what = t(`readiness:fact.${fact}`);
  return of === null || of === 1
    ? t("readiness:count", { what, count })
    : t("readiness:countOf", { what, count, of });
}

export function rowWords(t: Translate, { id, title, standing }: ShownClause["rows"][number]): string {
  // Elements of the programme and requirements of a product stand otherwise: `CR 1.1`, `NDR 2.4` against `ORG 1.1`.
  const words = /^(CR|SAR|EDR|HDR|NDR) /.test(id) ? "rowOfProduct" : "row";
  const state = t(`readiness:${words}.${standing}`);
  return `${t("readiness:rowTitle", { id, title })}: ${state}`;
}

/** Of a clause in one row with others the words are ours. */
export function clauseWords(t: Translate, { part, summary }: ShownClause): string {
  const own = ISO_PARTS.find((one) => one === part);
  return own ? t(`readiness:iso.${own}`) : summary;
}
const ISO_PARTS = ["A.5.19", "A.5.20", "A.5.21", "A.5.22", "A.5.23"] as const;

/** Rows that speak for a clause, and those that are missing; what does not apply does neither. */
export function splitRows({ rows }: ShownClause) {
  return {
    shown: rows.filter(({ standing }) => standing === "proven" || standing === "without-use"),
    missing: rows.filter(({ standing }) => standing === "unproven" || standing === "open"),
  };
}
