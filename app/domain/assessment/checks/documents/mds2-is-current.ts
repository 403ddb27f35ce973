import type { IsoDate } from "../../../shared/iso-date";
import { factCheck } from "../../check";
import { findingsOf } from "../../check-parts";
import { currencyOf, isOutsideMds2 } from "../../document-parts";

const id = "mds2-is-current";
const finding = findingsOf(id, null);

/** An old disclosure describes an old product. That a form is there at all is asked by mds2-is-present. */
export const mds2IsCurrent = factCheck<number, { releasedOn: IsoDate | null } | null>({
  id,
  clauses: [{ standard: "mds2-2019", ref: "DOC-7" }],
  demandOf: ({ policy }) => policy.mds2MaxAgeDays,
  subjectOf: ({ facts: { mds2, regime } }) =>
    mds2 === undefined || isOutsideMds2(regime ?? null) ? null : { releasedOn: mds2.releasedOn },
  evaluate: (maxAge, form, asOf) => {
    if (form === null) return [];
    const currency = currencyOf(form.releasedOn, maxAge, asOf);
    const params = { date: form.releasedOn ?? "", count: maxAge };
    switch (currency) {
      case "current":
        return [finding({ outcome: "conforms", state: "current", params })];
      case "stale":
        return [finding({ outcome: "incomplete", state: "stale", params, supplier: ["renew"] })];
      case "undated":
        return [finding({ outcome: "incomplete", state: "undated", params, supplier: ["date"] })];
      case "future":
        return [finding({ outcome: "incomplete", state: "future", params, supplier: ["date"] })];
    }
  },
});
