import { Form } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";
import { type ZoneToChoose, zoneOptions } from "./zone-step";

/** One on a page: what is ticked in a table belongs to it although it stands elsewhere. */
const FORM_ID = "compare-offers";

type OfferTickProps = {
  declarationId: string;
  product: string;
  /** Where the table draws some of its rows alone: it remembers, and its keys lead here. */
  live?: { isTicked: boolean; onTick: () => void };
};

/** Ticks a product of a table for {@link CompareForm}. */
export function OfferTick({ declarationId, product, live }: OfferTickProps) {
  const { t } = useTranslation("offers");
  return (
    <input
      type="checkbox"
      name="declaration"
      value={declarationId}
      form={FORM_ID}
      aria-label={t("links.tick", { product })}
      {...(live ? { checked: live.isTicked, onChange: live.onTick, tabIndex: -1 } : {})}
    />
  );
}

/** What is ticked in rows that are not drawn. */
export function KeptTick({ declarationId }: { declarationId: string }) {
  return <input type="hidden" name="declaration" value={declarationId} form={FORM_ID} />;
}

/** Compares the ticked products for one zone, or for the one that is chosen. */
export function CompareForm({ zones }: { zones: ReadonlyArray<ZoneToChoose> }) {
  const { t } = useTranslation("offers");
  const [only] = zones;
  return (
    <Form id={FORM_ID} method="get" action={paths.offers()} className="flex flex-wrap items-end gap-3">
      {zones.length === 1 && only ? (
        <input type="hidden" name="place" value={`${only.modelId}/${only.zoneId}`} />
      ) : (
        <SelectField
          name="place"
          label={t("links.matrixZone")}
          hint={t("links.matrixHint")}
          placeholder={t("components:field.choose")}
          required
          options={zoneOptions(zones)}
        />
      )}
      <SubmitButton variant="regular" icon="grid">
        {t("links.compareChosen")}
      </SubmitButton>
    </Form>
  );
}
