import { Form } from "@remix-run/react";
import { QUEUE_DUES, QUEUE_PARTIES, type QueueFilter, type QueueKind } from "~/domain/procurement/queue";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { Callout } from "../callout";
import { EmptyState } from "../empty-state";
import { FilterChips } from "../filter-chips";
import { Page } from "../page";
import { NextPage } from "../procurement/next-page";
import { type SavedViews, ViewBar } from "../saved-views/view-bar";
import { SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";
import { TextField } from "../text-field";
import { QueueTable, type Waiting } from "./queue-table";

type Named = { id: string; name: string };
type QueuePageProps = {
  saved: SavedViews;
  entries: ReadonlyArray<Waiting>;
  next: string | null;
  count: number;
  total: number;
  filter: QueueFilter;
  isFirst: boolean;
  kinds: ReadonlyArray<{ kind: QueueKind; count: number }>;
  /** Kinds of which there may be more. */
  cut: ReadonlyArray<QueueKind>;
  models: ReadonlyArray<Named>;
  zones: ReadonlyArray<Named>;
  suppliers: ReadonlyArray<Named>;
};

/** Everything that waits, whoever it waits for. */
export function QueuePage(page: QueuePageProps) {
  const { t } = useTranslation("queue");
  const { entries, next, count, kinds, cut } = page;
  return (
    <Page title={t("title")} description={t("description")} width="full">
      <ViewBar {...page.saved} />
      <Filter {...page} />
      <FilterChips
        label={t("filter.kind")}
        param="kind"
        options={kinds.map((one) => ({
          value: one.kind,
          label: t(`kind.${one.kind}`),
          count: one.count,
        }))}
      />
      <FilterChips
        label={t("filter.party")}
        param="party"
        options={QUEUE_PARTIES.map((party) => ({ value: party, label: t(`party.${party}`) }))}
      />
      <FilterChips
        label={t("filter.due")}
        param="due"
        options={QUEUE_DUES.map((due) => ({ value: due, label: t(`dueIn.${due}`) }))}
      />
      {cut.length > 0 ? (
        <Callout tone="info">{t("cut", { kinds: cut.map((kind) => t(`kind.${kind}`)).join(", ") })}</Callout>
      ) : null}
      <p className="text-muted">{t("count", { count })}</p>
      <QueueTable entries={entries} empty={<Nothing {...page} />} />
      <NextPage after={next}>{t("next")}</NextPage>
    </Page>
  );
}

function Filter({ filter, models, zones, suppliers }: QueuePageProps) {
  const { t } = useTranslation("queue");
  const kept = (["kind", "party", "due"] as const).flatMap((name) => {
    const value = filter[name];
    return value === null ? [] : [{ name, value }];
  });
  return (
    <Form method="get" action={paths.queue()} className="flex flex-wrap items-end gap-3">
      {kept.map(({ name, value }) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        key={`find ${filter.find}`}
        name="find"
        type="search"
        label={t("filter.find")}
        defaultValue={filter.find ?? ""}
        maxLength={200}
      />
      <SelectField
        key={`model ${filter.model}`}
        name="model"
        label={t("filter.model")}
        defaultValue={filter.model ?? ""}
        options={[{ value: "", label: t("filter.anyModel") }, ...models.map(toOption)]}
      />
      {zones.length > 0 ? (
        <SelectField
          key={`zone ${filter.zone}`}
          name="zone"
          label={t("filter.zone")}
          defaultValue={filter.zone ?? ""}
          options={[{ value: "", label: t("filter.anyZone") }, ...zones.map(toOption)]}
        />
      ) : null}
      <SelectField
        key={`supplier ${filter.supplier}`}
        name="supplier"
        label={t("filter.supplier")}
        defaultValue={filter.supplier ?? ""}
        options={[{ value: "", label: t("filter.anySupplier") }, ...suppliers.map(toOption)]}
      />
      <SubmitButton variant="regular" icon="search">
        {t("filter.apply")}
      </SubmitButton>
      {isFiltered(filter) ? (
        <ButtonLink variant="quiet" to={paths.queue()}>
          {t("filter.clear")}
        </ButtonLink>
      ) : null}
    </Form>
  );
}

function toOption({ id, name }: Named) {
  return { value: id, label: name };
}

function isFiltered(filter: QueueFilter): boolean {
  return Object.values(filter).some((value) => value !== null);
}

function Nothing({ filter, isFirst }: QueuePageProps) {
  const { t } = useTranslation("queue");
  if (isFiltered(filter) || !isFirst)
    return (
      <EmptyState icon="search" title={t("none.filteredTitle")}>
        {t("none.filteredText")}
      </EmptyState>
    );
  return (
    <EmptyState
      icon="check"
      title={t("none.title")}
      action={<ButtonLink to={paths.hospital()}>{t("none.action")}</ButtonLink>}
    >
      {t("none.text")}
    </EmptyState>
  );
}
