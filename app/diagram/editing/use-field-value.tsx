import type { ReactNode } from "react";
import { LevelStrip } from "~/components/level-strip";
import type { DrawnZone } from "~/domain/zone-model/fit-together";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ContestedElement } from "~/domain/zone-model/three-way";
import type { Asset, Conduit, Place, Waiver } from "~/domain/zone-model/zone-model";
import { formatDay, formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";

/** Any field of any element of a model, with its value. */
type AnyField = Partial<DrawnZone & Conduit & Asset & Waiver>;
type Version = NonNullable<ContestedElement["versions"]["mine"]>;

/** The name of a field, and its value in words or as a level strip. Zones are named as in `index`. */
export function useFieldValue(index: ZoneModelIndex, zoneTypes: ReadonlyArray<{ id: string; name: string }>) {
  const { t, i18n } = useTranslation("editing");
  const language = useLanguage();
  const none = t("value.none");
  const zoneName = (id: string | null) =>
    id === null ? t("value.noZone") : (index.zoneById.get(id)?.name ?? id);
  const yesNo = (value: boolean | undefined) => t(value ? "common:yes" : "common:no");

  function placeText(place: Place | null): string {
    if (!place) return t("value.noPlace");
    const [x, y] = [Math.round(place.x), Math.round(place.y)];
    const { width, height } = place;
    const text =
      width === undefined || height === undefined
        ? t("value.place", { x, y })
        : t("value.placeAndSize", { x, y, width: Math.round(width), height: Math.round(height) });
    return place.collapsed ? t("value.collapsed", { place: text }) : text;
  }

  function fieldName(field: string): string {
    const key = `model:difference.field.${field}`;
    // Looked up: what the comparison of revisions shows apart has its word here.
    return t((i18n.exists(key) ? key : `field.${field}`) as "field.slTarget");
  }

  function fieldValue(version: Version, field: string): ReactNode {
    // The union of all elements: a field that the kind has not is undefined.
    const element = version as AnyField;
    switch (field) {
      case "slTarget":
        return element.slTarget ? (
          <LevelStrip target={element.slTarget} size="large" labels />
        ) : (
          t("value.noTarget")
        );
      case "parentId":
        return zoneName(element.parentId ?? null);
      case "zoneId":
        return zoneName(element.zoneId ?? null);
      case "fromZoneId":
        return zoneName(element.fromZoneId ?? null);
      case "toZoneId":
        return zoneName(element.toZoneId ?? null);
      case "place":
        return placeText(element.place ?? null);
      case "trustClass":
        return element.trustClass && t(`components:trustClass.${element.trustClass}`);
      case "criticality":
        return element.criticality && criticalityText(element.criticality);
      case "channels":
        return channelText(element.channels ?? []);
      case "riskAssessment":
        return element.riskAssessment
          ? t("value.risk", { count: element.riskAssessment.threats.length })
          : none;
      case "policy":
        return t("value.policy", { count: Object.keys(element.policy ?? {}).length });
      case "referenceType":
        return element.referenceType
          ? (zoneTypes.find(({ id }) => id === element.referenceType)?.name ?? element.referenceType)
          : t("model:zone.noReferenceType");
      case "productReleaseId":
        return element.productReleaseId ? t("value.linked") : none;
      case "expiresOn":
        return formatDay(element.expiresOn ?? "", language);
      default:
        return plainValue(element[field as keyof AnyField]);
    }
  }

  function criticalityText(criticality: DrawnZone["criticality"]): string {
    const criteria = ["patientSafety", "continuityOfCare", "confidentiality"] as const;
    const texts = criteria.map((criterion) =>
      t("model:zone.criticalityOf", {
        criterion: t(`components:criticality.${criterion}`),
        level: t(`components:criticality.${criticality[criterion]}`),
      }),
    );
    return texts.join(", ");
  }

  function channelText(channels: Conduit["channels"]): string {
    const texts = channels.map(({ protocol, ports }) => [protocol, ports].filter(Boolean).join(" "));
    return texts.length > 0 ? formatList(texts, language) : none;
  }

  function plainValue(value: unknown): string {
    if (typeof value === "boolean") return yesNo(value);
    if (Array.isArray(value)) return value.length > 0 ? formatList(value.map(String), language) : none;
    return value === null || value === undefined || value === "" ? none : String(value);
  }

  return { fieldName, fieldValue };
}
