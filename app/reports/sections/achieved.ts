import { assetsIn, zonesOutsideIn } from "~/domain/zone-model/queries";
import type { Zone } from "~/domain/zone-model/zone-model";
import { paragraph, type Section, tableOr } from "../document";
import { levelCells } from "../parts";
import type { ReportInput } from "../report-facts";

/** Target and what is reached, zone by zone: the gaps of the whole system on one page. */
export function achievedOf({ facts: known, index, words }: ReportInput): Section {
  const { t } = words;
  const zones = zonesOutsideIn(index).filter(({ slTarget }) => slTarget !== null);
  const textOf = (vector: Zone["slTarget"]) => (vector ? levelCells("", vector).slice(1).join(" ") : "–");
  return {
    id: "achieved",
    title: t("achieved.title"),
    blocks: [
      paragraph(t("achieved.text")),
      tableOr(
        t("achieved.noTargets"),
        [t("achieved.zone"), t("target.label"), t("achieved.label"), t("achieved.gap"), t("achieved.basis")],
        zones.map(({ id, name, slTarget }) => {
          const achieved = known.achieved.get(id);
          const basis = t("achieved.restsShort", {
            known: achieved?.known ?? 0,
            unknown: achieved?.unknown ?? assetsIn(index, id).length,
          });
          const gap = achieved?.vector
            ? achieved.short.join(", ") || t("achieved.noGap")
            : t("achieved.notKnown");
          return [name, textOf(slTarget), textOf(achieved?.vector ?? null), gap, basis];
        }),
      ),
    ],
  };
}
