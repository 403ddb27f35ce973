import { Form } from "@remix-run/react";
import { KeptParams } from "~/components/model/kept-params";
import { SelectField } from "~/components/select-field";
import { SubmitButton } from "~/components/submit-button";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { OVERLAYS } from "../overlays/overlay";
import { OverlayLegend } from "../overlays/overlay-legend";
import type { TableOverlay } from "./table-overlay";

/** What the lines and tables show besides themselves, as the zones of the diagram do; without a script too. */
export function OverlayForm({ modelId, shown }: { modelId: string; shown: TableOverlay }) {
  const { t } = useTranslation("overlay");
  const { overlay, comparedWith, removed, notice } = shown;
  return (
    <div className="table-overlay">
      <Form
        method="get"
        action={`${paths.modelTable(modelId)}#outline`}
        className="flex flex-wrap items-end gap-2 print:hidden"
      >
        <KeptParams except={["overlay", "notice"]} />
        <SelectField
          key={overlay}
          name="overlay"
          id="table-overlay"
          label={t("common:view")}
          defaultValue={overlay}
          options={OVERLAYS.map((one) => ({ value: one, label: t(`name.${one}`) }))}
        />
        {notice && notice.choices.length > 0 ? (
          <SelectField
            key={`notice ${notice.chosen?.id}`}
            name="notice"
            id="table-notice"
            label={t("notice.choose")}
            defaultValue={notice.chosen?.id ?? ""}
            options={notice.choices.map(({ id, title, supplierName }) => ({
              ...{ value: id, label: t("notice.option", { title, supplier: supplierName }) },
            }))}
            {...(notice.chosen ? {} : { placeholder: t("notice.pick") })}
          />
        ) : null}
        <SubmitButton variant="regular">{t("choose")}</SubmitButton>
      </Form>
      {overlay === "target" ? null : (
        <OverlayLegend kind={overlay} isWaiting={false} {...{ comparedWith, removed, notice }} />
      )}
    </div>
  );
}
