import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Button } from "../button";
import { Link } from "../link";
import { Panel } from "../panel";
import { SelectField } from "../select-field";
import { TextField } from "../text-field";

type Query = Readonly<Record<"kind" | "zone" | "supplier" | "from" | "to", string | null>>;

type ScopeFormsProps = {
  query: Query;
  models: ReadonlyArray<{ name: string; zones: ReadonlyArray<{ value: string; name: string }> }>;
  suppliers: ReadonlyArray<{ id: string; name: string }>;
  /** What is wrong with the form that was sent last, by field. */
  errors: Readonly<Record<string, ReadonlyArray<string>>>;
};

/** What a pack may be about: a form each, whose answer has an address. */
export function ScopeForms({ query, models, suppliers, errors }: ScopeFormsProps) {
  const { t } = useTranslation("pack");
  const dayErrors = (name: "from" | "to") => {
    const found = errors[name]?.[0];
    if (found === undefined) return undefined;
    const isOurs = found === "period-reversed" || found === "period-too-long";
    return [t(isOurs ? `page.error.${found}` : "page.error.date")];
  };
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <ScopeForm kind="zone" isEmpty={models.length === 0}>
        <SelectField
          name="zone"
          label={t("page.zone.field")}
          placeholder={t("page.zone.placeholder")}
          defaultValue={query.zone ?? ""}
          errors={errors.zone && [t("page.error.zone")]}
          options={models.map((model) => ({
            label: model.name,
            options: model.zones.map(({ value, name }) => ({ value, label: name })),
          }))}
          required
        />
      </ScopeForm>
      <ScopeForm kind="supplier" isEmpty={suppliers.length === 0}>
        <SelectField
          name="supplier"
          label={t("page.supplier.field")}
          placeholder={t("page.supplier.placeholder")}
          defaultValue={query.supplier ?? ""}
          errors={errors.supplier && [t("page.error.supplier")]}
          options={suppliers.map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
      </ScopeForm>
      <ScopeForm kind="period" isEmpty={false}>
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            name="from"
            type="date"
            label={t("page.period.from")}
            defaultValue={query.from ?? ""}
            errors={dayErrors("from")}
            required
          />
          <TextField
            name="to"
            type="date"
            label={t("page.period.to")}
            defaultValue={query.to ?? ""}
            errors={dayErrors("to")}
            required
          />
        </div>
      </ScopeForm>
      <Panel title={t("page.decision.title")}>
        <div className="grid justify-items-start gap-3">
          <p className="text-muted">{t("page.decision.text")}</p>
          <Link to={paths.decisions()}>{t("page.decision.link")}</Link>
        </div>
      </Panel>
    </div>
  );
}

type ScopeFormProps = { kind: "zone" | "supplier" | "period"; isEmpty: boolean; children: ReactNode };

function ScopeForm({ kind, isEmpty, children }: ScopeFormProps) {
  const { t } = useTranslation("pack");
  return (
    <Panel title={t(`page.${kind}.title`)}>
      <Form method="get" action={paths.evidencePacks()} className="grid gap-3">
        <p className="text-muted">{t(`page.${kind}.text`)}</p>
        {isEmpty && kind !== "period" ? (
          <p>{t(`page.${kind}.none`)}</p>
        ) : (
          <>
            <input type="hidden" name="kind" value={kind} />
            {children}
            <div>
              <Button type="submit" aria-label={`${t("page.choose")}: ${t(`page.${kind}.title`)}`}>
                {t("page.choose")}
              </Button>
            </div>
          </>
        )}
      </Form>
    </Panel>
  );
}
