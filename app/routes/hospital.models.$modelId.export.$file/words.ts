import { toLevels } from "~/domain/security-level/security-level";
import type { ModelFinding } from "~/domain/zone-model/rules/rule";
import type { WaivedFinding } from "~/domain/zone-model/waivers";
import type { Conduit, Zone } from "~/domain/zone-model/zone-model";
import { formatDay } from "~/i18n/format";
import { translatorFor } from "~/i18n/i18n";
import type { QualifiedKey } from "~/i18n/keys";
import type { Language } from "~/i18n/resources";
import type { ExportWords } from "~/presenters/present-model-export.server";

/** The words of the files that people read. */
export function exportWords(language: Language): ExportWords {
  const t = translatorFor(language);
  const yesNo = { yes: t("transfer:schedule.yes"), no: t("transfer:schedule.no") };
  // Every rule has its sentence: the parity test of the rules says so.
  const finding = ({ ruleId, params }: ModelFinding) => t(`rules:${ruleId}.finding` as QualifiedKey, params);
  return {
    schedule: {
      ...yesNo,
      heading: (column) => t(`transfer:schedule.${column}`),
      unknown: t("transfer:schedule.unknown"),
      oneWay: t("transfer:schedule.oneWay"),
      bothWays: t("transfer:schedule.bothWays"),
      noChannel: t("transfer:schedule.noChannel"),
      transport: (transport) => t(`model:channel.transports.${transport}`),
    },
    assets: {
      ...yesNo,
      heading: (field) => t(`transfer:field.${field}`),
      componentType: (type) => t(`components:componentType.${type}`),
    },
    drawing: {
      level: ({ slTarget, trustClass }: Zone) => {
        if (slTarget) return t("transfer:level.target", { levels: toLevels(slTarget).join(" ") });
        return t(trustClass === "untrusted" ? "transfer:level.untrusted" : "transfer:level.none");
      },
      conduit: ({ name, channels }: Conduit) =>
        [name, ...channels.map(({ protocol, ports }) => `${protocol} ${ports}`.trim())]
          .filter(Boolean)
          .join("\n"),
    },
    sheets: { schedule: t("transfer:export.sheetSchedule"), assets: t("transfer:export.sheetAssets") },
    finding,
    waived: ({ finding: one, waiver }: WaivedFinding) =>
      t("transfer:schedule.waivedFinding", {
        finding: finding(one),
        date: formatDay(waiver.expiresOn, language),
        reason: waiver.reason,
      }),
  };
}
