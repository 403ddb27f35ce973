import { REFERENCE_ZONE_TYPE_BY_ID } from "~/catalogue/reference-zones";
import { policyLayersOf } from "~/catalogue/zone-profile";
import { isSameEntry } from "~/domain/policy/layer-changes";
import { resolvePolicy } from "~/domain/policy/policy";
import { POLICY_KEYS } from "~/domain/policy/policy-rules";
import { assetsIn, conduitsOf, parentOf, zonesOutsideIn } from "~/domain/zone-model/queries";
import type { Asset, Conduit, Zone } from "~/domain/zone-model/zone-model";
import { type Block, facts, heading, muted, type Section, table } from "../document";
import { conduitNameOf, findingLines, joined, ledgerLines } from "../parts";
import type { ReportInput } from "../report-facts";
import { conduitBlocks } from "./conduit-blocks";
import { levelTable, targetRows } from "./target-rows";

/** ZCR 6.4: every zone outside in, then every conduit, with a pause after each. */
export function* characteristicsOf(input: ReportInput): Generator<void, Section> {
  const { t } = input.words;
  const { zones, conduits } = input.facts.content;
  const homeless = assetsIn(input.index, null);
  const blocks: Array<Block> = [heading(2, t("zone.heading"))];
  if (zones.length === 0) blocks.push(muted(t("zone.none")));
  for (const zone of zonesOutsideIn(input.index)) {
    blocks.push(...zoneBlocks(input, zone));
    yield;
  }
  if (homeless.length > 0) blocks.push(...homelessBlocks(input, homeless));
  blocks.push(heading(2, t("conduit.heading")));
  if (conduits.length === 0) blocks.push(muted(t("conduit.none")));
  for (const conduit of conduits) {
    blocks.push(...conduitBlocks(input, conduit));
    yield;
  }
  return { id: "zcr-6.4", title: t("zcr.6_4"), blocks };
}

function homelessBlocks(input: ReportInput, assets: ReadonlyArray<Asset>): ReadonlyArray<Block> {
  const { t } = input.words;
  const { open, waived } = findingLines(
    input,
    assets.map(({ id }) => ({ kind: "asset", id })),
  );
  return [
    heading(2, t("asset.homeless")),
    facts([
      [t("finding.open"), joined(open) ?? t("finding.none")],
      [t("finding.waivedLabel"), joined(waived)],
    ]),
    ...assetBlocks(input, assets),
  ];
}

function zoneBlocks(input: ReportInput, zone: Zone): ReadonlyArray<Block> {
  const { facts: known, index, words } = input;
  const { t } = words;
  const assets = assetsIn(index, zone.id);
  const findings = findingLines(input, [
    { kind: "zone", id: zone.id },
    ...assets.map(({ id }) => ({ kind: "asset", id })),
  ]);
  const achieved = known.achieved.get(zone.id);
  const type = zone.referenceType && REFERENCE_ZONE_TYPE_BY_ID.get(zone.referenceType);
  const conduits = conduitsOf(index, zone.id);
  const accesses = conduits.filter(
    ({ remoteAccess, wireless, temporary }) => remoteAccess || wireless || temporary,
  );
  const criticality = (["patientSafety", "continuityOfCare", "confidentiality"] as const)
    .map(
      (key) =>
        `${t(`components:criticality.${key}`)}: ${t(`components:criticality.${zone.criticality[key]}`)}`,
    )
    .join(", ");
  return [
    heading(3, t("zone.title", { name: zone.name })),
    ...levelTable(input, zone.slTarget, achieved?.vector ?? null),
    facts([
      [t("zone.purpose"), zone.purpose || null],
      [t("zone.parent"), parentOf(index, zone.id)?.name ?? null],
      [t("zone.type"), type ? type.name : t("model:zone.noReferenceType")],
      [t("zone.trustClass"), t(`components:trustClass.${zone.trustClass}`)],
      [t("zone.criticality"), criticality],
      [t("zone.owner"), zone.owner || t("zone.noOwner")],
      [
        t("target.label"),
        zone.slTarget ? null : t(zone.trustClass === "untrusted" ? "target.outside" : "target.none"),
      ],
      ...targetRows(input, known.targets.get(`zone:${zone.id}`), zone),
      [t("zone.weaker"), zone.weakerThanParentReason || null],
      [t("achieved.label"), achievedText(input, zone.id)],
      [
        t("zone.conduits"),
        conduits.map((conduit) => conduitNameOf(index, conduit)).join(", ") || t("zone.noConduits"),
      ],
      [
        t("zone.accesses"),
        accesses.map((conduit) => accessText(input, conduit)).join("\n") || t("zone.noAccesses"),
      ],
      [t("policy.differs"), joined(policyLines(input, zone))],
      [
        t("countermeasure.label"),
        joined(ledgerLines(input, { kind: "zone", id: zone.id })) ?? t("countermeasure.none"),
      ],
      [t("finding.open"), joined(findings.open) ?? t("finding.none")],
      [t("finding.waivedLabel"), joined(findings.waived)],
    ]),
    ...assetBlocks(input, assets),
  ];
}

function achievedText({ facts: known, index, words: { t } }: ReportInput, zoneId: string): string {
  const achieved = known.achieved.get(zoneId);
  const count = assetsIn(index, zoneId).length;
  if (count === 0) return t("achieved.noAssets");
  if (!achieved?.vector) return t("achieved.unknown", { count });
  const rests = t("achieved.rests", { known: achieved.known, unknown: achieved.unknown });
  if (achieved.short.length === 0) return `${t("achieved.reached")} ${rests}`;
  return `${t("achieved.short", { frs: achieved.short.join(", ") })} ${rests}`;
}

/** What holds in this zone otherwise than in general, with where it comes from. */
function policyLines(
  { facts: { policy }, generalPolicy, words }: ReportInput,
  zone: Zone,
): ReadonlyArray<string> {
  const { t, policyValue } = words;
  const own = resolvePolicy(policyLayersOf(zone, policy.layer));
  return POLICY_KEYS.filter((key) => !isSameEntry(key, own.policy[key], generalPolicy[key])).map((key) => {
    const from = own.origins[key];
    return t("policy.line", {
      rule: t(`policy:rule.${key}.name`),
      value: policyValue(key, own.policy[key]),
      origin: from ? t(`policy:origin.${from}`) : t("policy.noOrigin"),
    });
  });
}

function assetBlocks(input: ReportInput, assets: ReadonlyArray<Asset>): ReadonlyArray<Block> {
  const { t } = input.words;
  if (assets.length === 0) return [];
  return [
    table(
      [
        t("asset.name"),
        t("asset.product"),
        t("asset.types"),
        t("asset.quantity"),
        t("asset.location"),
        t("asset.marks"),
      ],
      assets.map((asset) => assetRow(input, asset)),
    ),
  ];
}

function assetRow({ facts: known, words: { t } }: ReportInput, asset: Asset): ReadonlyArray<string> {
  const marks = (["safetyRelated", "wireless", "portable", "externallyConnected"] as const).filter(
    (mark) => asset[mark],
  );
  const product = asset.productReleaseId ? known.products.get(asset.productReleaseId) : undefined;
  return [
    asset.name,
    [product ?? t("asset.noProduct"), inventoryText(asset)].filter(Boolean).join("\n"),
    asset.componentTypes.map((type) => t(`components:componentType.${type}`)).join(", "),
    String(asset.quantity),
    asset.location,
    marks.map((mark) => t(`model:asset.${mark}`)).join(", "),
  ];
}

/** What the inventory calls it; empty where it says nothing. */
function inventoryText({ manufacturer, model, udiDi }: Asset): string {
  return [manufacturer, model, udiDi && `UDI-DI ${udiDi}`].filter(Boolean).join(", ");
}

function accessText({ index, words: { t } }: ReportInput, conduit: Conduit): string {
  const marks = (["remoteAccess", "wireless", "temporary"] as const).filter((mark) => conduit[mark]);
  return `${conduitNameOf(index, conduit)}: ${marks.map((mark) => t(`model:conduit.${mark}`)).join(", ")}`;
}
