import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { Callout } from "~/components/callout";
import { Panel } from "~/components/panel";
import { SelectField } from "~/components/select-field";
import { formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import "./answer-sheet.css";
import { DifferencePanel, type NamedDifference } from "./difference-panel";

export type SignedVersion = { version: number; signedAt: string; isWithdrawn: boolean };
export type ComparedVersions = { from: number; to: number; difference: NamedDifference };

type CompareVersionsProps = {
  /** Newest first, two or more. */
  signed: ReadonlyArray<SignedVersion>;
  compared: ComparedVersions | null;
};

/** Holds any two signed versions against each other; the address says which. */
export function CompareVersions({ signed, compared }: CompareVersionsProps) {
  const { t } = useTranslation("declaration");
  const language = useLanguage();
  const options = signed.map(({ version, signedAt, isWithdrawn }) => ({
    value: String(version),
    label: t(isWithdrawn ? "history.signedWithdrawn" : "history.signedOn", {
      version,
      day: formatDay(signedAt, language),
    }),
  }));
  const [newest, previous] = signed;
  return (
    <>
      <Panel title={t("history.compare")} description={t("history.compareText")}>
        <Form method="get" className="compare-form">
          <SelectField
            name="from"
            label={t("history.from")}
            defaultValue={compared?.from ?? previous?.version}
            options={options}
          />
          <SelectField
            name="to"
            label={t("history.to")}
            defaultValue={compared?.to ?? newest?.version}
            options={options}
          />
          <Button type="submit">{t("history.show")}</Button>
        </Form>
      </Panel>
      {compared && compared.from === compared.to ? <Callout tone="info">{t("history.same")}</Callout> : null}
      {compared && compared.from !== compared.to ? (
        <DifferencePanel
          difference={compared.difference}
          title={t("history.difference", { from: compared.from, to: compared.to })}
        />
      ) : null}
    </>
  );
}
