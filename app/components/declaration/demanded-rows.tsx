import { Form, useSubmit } from "@remix-run/react";
import { Button } from "~/components/button";
import { Disclosure } from "~/components/disclosure";
import { SelectField } from "~/components/select-field";
import { VerifyMark } from "~/components/verify-mark";
import type { ComponentType, Confidence } from "~/domain/requirement/component-requirement";
import type { FoundationalRequirement } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";

type Group = {
  foundationalRequirement: FoundationalRequirement;
  target: number;
  rows: ReadonlyArray<{
    id: string;
    minSl: number;
    title: string;
    confidence: Confidence;
    conflict: boolean;
  }>;
};

type DemandedRowsProps = {
  products: ReadonlyArray<{ id: string; name: string }>;
  productId: string | null;
  /** The hospital has said what it expects the product to be. */
  hasExpectation: boolean;
  componentTypes: ReadonlyArray<ComponentType>;
  groups: ReadonlyArray<Group>;
};

/** The rows a product must answer, by FR, for the types of a product of the supplier's choice. */
export function DemandedRows({
  products,
  productId,
  hasExpectation,
  componentTypes,
  groups,
}: DemandedRowsProps) {
  const { t } = useTranslation("declaration");
  const submit = useSubmit();
  return (
    <>
      <Form
        method="get"
        className="flex flex-wrap items-end gap-3"
        onChange={(event) => submit(event.currentTarget, { preventScrollReset: true })}
      >
        <SelectField
          name="product"
          label={t("received.forProduct")}
          placeholder={hasExpectation || products.length === 0 ? t("received.asExpected") : undefined}
          defaultValue={productId ?? ""}
          options={products.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button type="submit">{t("common:show")}</Button>
      </Form>
      <p className="text-muted">
        {t("received.forTypes", {
          types: componentTypes.map((type) => t(`components:componentType.${type}`)).join(", "),
          count: groups.reduce((sum, { rows }) => sum + rows.length, 0),
        })}
      </p>
      <RowGroups groups={groups} />
    </>
  );
}

/** Rows by FR, each group closed. */
export function RowGroups({ groups }: { groups: ReadonlyArray<Group> }) {
  const { t } = useTranslation("declaration");
  return (
    <>
      {groups.map(({ foundationalRequirement: fr, target, rows }) => (
        <Disclosure
          key={fr}
          summary={t("received.group", {
            fr,
            name: t(`components:fr.${fr}.name`),
            target,
            count: rows.length,
          })}
        >
          <ul className="grid gap-1">
            {rows.map((row) => (
              <li key={row.id}>
                <strong>{row.id}</strong> {row.title} ({t("row.level", { level: row.minSl })}){" "}
                <VerifyMark confidence={row.confidence} conflict={row.conflict} />
              </li>
            ))}
          </ul>
        </Disclosure>
      ))}
    </>
  );
}
