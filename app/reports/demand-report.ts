import { COMPONENT_REQUIREMENT_BY_ID } from "~/catalogue/catalogue";
import type { RequirementProfile } from "~/domain/assessment/assessment";
import { profileRows } from "~/domain/assessment/requirement-profile";
import { POLICY_KEYS, POLICY_RULES, POLICY_TOPICS } from "~/domain/policy/policy-rules";
import { COMPONENT_TYPES, type ComponentType } from "~/domain/requirement/component-requirement";
import type { SlVector } from "~/domain/security-level/security-level";
import { TRUST_CLASSES } from "~/domain/zone-model/zone-model";
import type { Translate } from "~/i18n/keys";
import {
  type Block,
  facts,
  heading,
  muted,
  paragraph,
  type ReportDocument,
  type Section,
  table,
  tableOr,
  type Unprintable,
} from "./document";
import { levelCells, levelHeads } from "./parts";
import type { ReportWords } from "./report-facts";

/** What is asked of a product by one zone class: all that crosses from a hospital, and nothing besides. */
export type DemandFacts = {
  zoneClass: string;
  slTarget: SlVector;
  componentTypes: ReadonlyArray<ComponentType>;
  profile: RequirementProfile;
  allowedProtocols: ReadonlyArray<string>;
  /** When it was frozen, and the seal of the file that says the same to programs. */
  sealedAt: string;
  sha256: string;
  keyId: string;
};

export type DemandWords = Pick<ReportWords, "language" | "day" | "policyValue"> & {
  t: Translate<"demand">;
  unprintable: Unprintable;
};

/**
 * The requirement profile of a zone class as a document to attach to a tender. Pure: the same facts and words give the same
 * document. It says where the file is that a product can be checked against.
 */
export function demandReport(demand: DemandFacts, words: DemandWords): ReportDocument {
  const { t, language, day } = words;
  const zone = classText(demand.zoneClass, words);
  return {
    title: t("title", { zone }),
    subtitle: t("subtitle", { date: day(demand.sealedAt) }),
    language,
    mark: null,
    unprintable: words.unprintable,
    footer: t("footer", { zone, sha256: demand.sha256.slice(0, 16) }),
    pageOf: t("report:pageOf", { page: "{page}", pages: "{pages}" }),
    cover: coverOf(demand, words),
    sections: [
      levelsOf(demand, words),
      rowsOf(demand, words),
      policyOf(demand, words),
      channelsOf(demand, words),
    ],
  };
}

/** The class in words: a reference type has a name, a trust class a level. */
export function classText(zoneClass: string, { t }: Pick<DemandWords, "t">): string {
  const trust = TRUST_CLASSES.find((one) => one === zoneClass);
  return trust ? t("request:snapshot.trustClass", { name: t(`components:trustClass.${trust}`) }) : zoneClass;
}

function typesText({ componentTypes }: DemandFacts, { t }: DemandWords): string {
  if (componentTypes.length === 0) return t("request:snapshot.anyType");
  return componentTypes.map((type) => t(`components:componentType.${type}`)).join(", ");
}

function coverOf(demand: DemandFacts, words: DemandWords): ReadonlyArray<Block> {
  const { t, day } = words;
  return [
    facts([
      [t("zoneClass"), classText(demand.zoneClass, words)],
      [t("componentTypes"), typesText(demand, words)],
      [t("frozen"), day(demand.sealedAt)],
      [t("catalogue"), demand.profile.catalogueVersion],
      [t("file"), t("fileValue", { sha256: demand.sha256 })],
      [t("key"), demand.keyId],
    ]),
    paragraph(t("intro")),
    paragraph(t("counts")),
    muted(t("noText")),
  ];
}

function levelsOf({ slTarget }: DemandFacts, { t }: DemandWords): Section {
  return {
    id: "levels",
    title: t("levels.title"),
    blocks: [
      paragraph(t("levels.text")),
      table([...levelHeads()], [levelCells(t("levels.target"), slTarget)], "grid"),
    ],
  };
}

/** Every row of every type that may be offered, by foundational requirement, with how sure the catalogue is. */
function rowsOf(demand: DemandFacts, { t }: DemandWords): Section {
  const types = demand.componentTypes.length > 0 ? demand.componentTypes : COMPONENT_TYPES;
  const groups = profileRows(demand.profile, types);
  return {
    id: "requirements",
    title: t("rows.title"),
    blocks: groups.flatMap(({ foundationalRequirement: fr, target, rows }) => [
      heading(2, t("rows.area", { fr, name: t(`components:fr.${fr}.name`), target })),
      tableOr(
        t("rows.none"),
        [t("rows.id"), t("rows.what"), t("rows.level"), t("rows.sure")],
        rows.map(({ id, minSl }) => {
          const row = COMPONENT_REQUIREMENT_BY_ID.get(id);
          const sure = t(`components:confidence.${row?.confidence ?? "recalled"}`);
          return [id, row?.title ?? "", String(minSl), sure];
        }),
      ),
    ]),
  };
}

function policyOf({ profile: { policy } }: DemandFacts, { t, policyValue }: DemandWords): Section {
  const topics = POLICY_TOPICS.map((topic) => ({
    topic,
    keys: POLICY_KEYS.filter((key) => POLICY_RULES[key].topic === topic && policy[key] !== null),
  })).filter(({ keys }) => keys.length > 0);
  return {
    id: "policy",
    title: t("policy.title"),
    blocks: [
      ...(topics.length === 0 ? [muted(t("policy:zone.noThresholds"))] : []),
      ...topics.flatMap(({ topic, keys }) => [
        heading(2, t(`policy:topic.${topic}`)),
        table(
          [t("policy.rule"), t("policy.value")],
          keys.map((key) => [t(`policy:rule.${key}.name`), policyValue(key, policy[key])]),
        ),
      ]),
      paragraph(t("policy:zone.managementSystems")),
    ],
  };
}

function channelsOf({ allowedProtocols }: DemandFacts, { t }: DemandWords): Section {
  return {
    id: "channels",
    title: t("channels.title"),
    blocks: [
      paragraph(t("channels.text")),
      allowedProtocols.length > 0
        ? paragraph(allowedProtocols.join(", "))
        : muted(t("request:snapshot.noProtocols")),
    ],
  };
}
