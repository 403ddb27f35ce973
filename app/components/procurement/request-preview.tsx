import type { SlVector } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { KeyValue } from "../key-value";
import { LevelStrip } from "../level-strip";
import { Panel } from "../panel";
import { ZoneClass } from "./snapshot-panel";

type RequestPreviewProps = {
  preview: {
    zoneName: string;
    zoneClass: string;
    slTarget: SlVector;
    rowCount: number;
    allowedProtocols: ReadonlyArray<string>;
    protocolsNotSent: ReadonlyArray<string>;
  };
};

/** The chosen zone as it will cross, and what of it will not, before anything is sent. */
export function RequestPreview({ preview }: RequestPreviewProps) {
  const { t } = useTranslation("request");
  const { zoneName, zoneClass, slTarget, rowCount, allowedProtocols, protocolsNotSent } = preview;
  return (
    <>
      <Panel
        title={zoneName}
        description={t("page.hospitalOnly")}
        actions={
          <ButtonLink to={paths.newRequest()} size="small">
            {t("form.otherZone")}
          </ButtonLink>
        }
      >
        {protocolsNotSent.length > 0 ? (
          <p>{t("form.protocolsNotSent", { protocols: protocolsNotSent.join(", ") })}</p>
        ) : null}
      </Panel>
      <Panel title={t("form.preview")} description={t("form.previewText")}>
        <KeyValue
          columns={2}
          entries={[
            { term: t("snapshot.zoneClass"), value: <ZoneClass name={zoneClass} /> },
            { term: t("snapshot.target"), value: <LevelStrip target={slTarget} labels title={zoneName} /> },
            { term: t("form.requirements"), value: t("form.requirementCount", { count: rowCount }) },
            {
              term: t("snapshot.protocols"),
              value: allowedProtocols.length > 0 ? allowedProtocols.join(", ") : t("snapshot.noProtocols"),
            },
          ]}
        />
      </Panel>
    </>
  );
}
