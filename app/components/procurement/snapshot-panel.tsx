import type { ComponentType } from "~/domain/requirement/component-requirement";
import type {
  FoundationalRequirement,
  SecurityLevel,
  SlVector,
} from "~/domain/security-level/security-level";
import { TRUST_CLASSES } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { Disclosure } from "../disclosure";
import { KeyValue } from "../key-value";
import { LevelStrip } from "../level-strip";
import { Panel } from "../panel";

type SnapshotPanelProps = {
  snapshot: {
    zoneClass: string;
    slTarget: SlVector;
    componentTypes: ReadonlyArray<ComponentType>;
    allowedProtocols: ReadonlyArray<string>;
    rowsByFoundation: ReadonlyArray<{
      foundationalRequirement: FoundationalRequirement;
      target: SecurityLevel;
      requirementIds: ReadonlyArray<string>;
    }>;
  };
};

/** What a supplier sees of a zone, and nothing besides. */
export function SnapshotPanel({ snapshot }: SnapshotPanelProps) {
  const { t } = useTranslation("request");
  const { zoneClass, slTarget, componentTypes, allowedProtocols, rowsByFoundation } = snapshot;
  const count = rowsByFoundation.reduce((sum, { requirementIds }) => sum + requirementIds.length, 0);
  return (
    <Panel title={t("snapshot.title")} description={t("snapshot.description")}>
      <KeyValue
        columns={2}
        entries={[
          { term: t("snapshot.zoneClass"), value: <ZoneClass name={zoneClass} /> },
          { term: t("snapshot.target"), value: <LevelStrip target={slTarget} labels title={zoneClass} /> },
          {
            term: t("componentTypes"),
            value:
              componentTypes.length > 0
                ? componentTypes.map((type) => t(`components:componentType.${type}`)).join(", ")
                : t("snapshot.anyType"),
          },
          {
            term: t("snapshot.protocols"),
            value: allowedProtocols.length > 0 ? allowedProtocols.join(", ") : t("snapshot.noProtocols"),
          },
        ]}
      />
      <Disclosure summary={t("snapshot.rows", { count })}>
        <KeyValue
          entries={rowsByFoundation.map(({ foundationalRequirement: fr, target, requirementIds }) => ({
            term: t("snapshot.area", { fr, name: t(`components:fr.${fr}.name`), target }),
            value: requirementIds.length > 0 ? requirementIds.join(", ") : t("snapshot.nothingAsked"),
          }))}
        />
      </Disclosure>
    </Panel>
  );
}

/** A class without a reference type is named by its trust class, which is a word of ours and not a name. */
export function ZoneClass({ name }: { name: string }) {
  const { t } = useTranslation("request");
  const trustClass = TRUST_CLASSES.find((one) => one === name);
  return (
    <>{trustClass ? t("snapshot.trustClass", { name: t(`components:trustClass.${trustClass}`) }) : name}</>
  );
}
