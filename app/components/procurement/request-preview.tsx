import type { SlVector } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { KeyValue } from "../key-value";
import { LevelStrip } from "../level-strip";
import { Panel } from "../panel";
import { ZoneClass } from "./snapshot-panel";

type Preview = {
  place: string;
  lot: number;
  zoneName: string;
  zoneClass: string;
  slTarget: SlVector;
  rowCount: number;
  allowedProtocols: ReadonlyArray<string>;
  protocolsNotSent: ReadonlyArray<string>;
};

/** The chosen zones as they will cross, and what of them will not, before anything is sent. */
export function RequestPreview({ previews }: { previews: ReadonlyArray<Preview> }) {
  const { t } = useTranslation("request");
  const notSent = [...new Set(previews.flatMap(({ protocolsNotSent }) => protocolsNotSent))];
  const lots = previews.filter(({ lot }, place) => previews.findIndex((one) => one.lot === lot) === place);
  return (
    <>
      <Panel
        id="places"
        title={previews.map(({ zoneName }) => zoneName).join(", ")}
        description={t("page.hospitalOnly")}
        actions={
          <ButtonLink to={paths.newRequest()} size="small">
            {t("form.otherZone")}
          </ButtonLink>
        }
      >
        {notSent.length > 0 ? <p>{t("form.protocolsNotSent", { protocols: notSent.join(", ") })}</p> : null}
        {previews.length > 1 ? <p>{t("form.lots", { count: lots.length, zones: previews.length })}</p> : null}
      </Panel>
      {lots.map((preview) => (
        <Lot
          key={preview.lot}
          preview={preview}
          zones={previews.filter(({ lot }) => lot === preview.lot).map(({ zoneName }) => zoneName)}
          isOnly={lots.length === 1}
        />
      ))}
    </>
  );
}

type LotProps = { preview: Preview; zones: ReadonlyArray<string>; isOnly: boolean };

function Lot({ preview, zones, isOnly }: LotProps) {
  const { t } = useTranslation("request");
  const { zoneClass, slTarget, rowCount, allowedProtocols } = preview;
  return (
    <Panel
      title={isOnly ? t("form.preview") : t("form.previewOf", { zones: zones.join(", ") })}
      description={t("form.previewText")}
    >
      <KeyValue
        columns={2}
        entries={[
          { term: t("snapshot.zoneClass"), value: <ZoneClass name={zoneClass} /> },
          { term: t("snapshot.target"), value: <LevelStrip target={slTarget} labels title={zoneClass} /> },
          { term: t("form.requirements"), value: t("form.requirementCount", { count: rowCount }) },
          {
            term: t("snapshot.protocols"),
            value: allowedProtocols.length > 0 ? allowedProtocols.join(", ") : t("snapshot.noProtocols"),
          },
        ]}
      />
    </Panel>
  );
}
