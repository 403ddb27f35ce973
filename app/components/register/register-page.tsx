import { Form, useSearchParams } from "@remix-run/react";
import { ENDS_SOON_DAYS, REGISTER_STATES, type RegisterState } from "~/domain/procurement/register";
import type { IsoDate } from "~/domain/shared/iso-date";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { Callout } from "../callout";
import { CountText } from "../count-text";
import { DateText } from "../date-text";
import { EmptyState } from "../empty-state";
import { FilterChips } from "../filter-chips";
import { Page } from "../page";
import { NextPage } from "../procurement/next-page";
import { type SavedViews, ViewBar } from "../saved-views/view-bar";
import { SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";
import { TextField } from "../text-field";
import { type Approval, RegisterTable } from "./register-table";

type Named = { id: string; name: string };

type RegisterPageProps = {
  saved: SavedViews;
  approvals: ReadonlyArray<Approval>;
  next: string | null;
  filter: {
    find: string;
    model: string | null;
    zone: string | null;
    state: RegisterState | null;
    isFirst: boolean;
  };
  models: ReadonlyArray<Named>;
  zones: ReadonlyArray<Named>;
  count: number | null;
  countBound: number;
  unlinked: { count: number; models: ReadonlyArray<Named & { count: number }> };
  isFilling: boolean;
  today: IsoDate;
};

export function RegisterPage(page: RegisterPageProps) {
  const { t } = useTranslation("register");
  return (
    <Page title={t("title")} description={t("description")} width="full" actions={<Downloads />}>
      {page.isFilling ? (
        <Callout
          tone="info"
          title={t("filling.title")}
          action={<ButtonLink to={paths.decisions()}>{t("shell:navigation.decisions")}</ButtonLink>}
        >
          {t("filling.text")}
        </Callout>
      ) : null}
      {page.unlinked.count > 0 ? <Unlinked {...page.unlinked} /> : null}
      <ViewBar {...page.saved} />
      <Filter {...page} />
      <FilterChips
        label={t("filter.state")}
        param="state"
        options={REGISTER_STATES.map((state) => ({
          value: state,
          label: t(`state.${state}`, { days: ENDS_SOON_DAYS }),
        }))}
      />
      <Shown {...page} />
      <RegisterTable approvals={page.approvals} empty={<Nothing {...page} />} />
      <NextPage after={page.next}>{t("next")}</NextPage>
    </Page>
  );
}

/** Devices that stand in no line below, because nobody has said what they are. */
function Unlinked({ count, models }: RegisterPageProps["unlinked"]) {
  const { t } = useTranslation("linking");
  return (
    <Callout
      tone="warning"
      title={t("register", { count })}
      action={models.map((model) => (
        <ButtonLink key={model.id} size="small" to={paths.modelLinking(model.id)}>
          {t("registerModel", { model: model.name, count: model.count })}
        </ButtonLink>
      ))}
    >
      {t("registerText")}
    </Callout>
  );
}

/** A GET form: the filter is the address, so it can be sent to a colleague. */
function Filter({ filter, models, zones }: RegisterPageProps) {
  const { t } = useTranslation("register");
  return (
    <Form method="get" className="flex flex-wrap items-end gap-3" aria-label={t("filter.label")}>
      {filter.state ? <input type="hidden" name="state" value={filter.state} /> : null}
      <TextField
        key={filter.find}
        name="find"
        type="search"
        label={t("filter.find")}
        defaultValue={filter.find}
        maxLength={100}
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
      <SubmitButton variant="regular" icon="search">
        {t("filter.apply")}
      </SubmitButton>
      {isFiltered(filter) ? (
        <ButtonLink variant="quiet" to={paths.register()}>
          {t("filter.clear")}
        </ButtonLink>
      ) : null}
    </Form>
  );
}

function toOption({ id, name }: Named) {
  return { value: id, label: name };
}

function isFiltered({ find, model, state }: RegisterPageProps["filter"]): boolean {
  return find !== "" || model !== null || state !== null;
}

/** On paper the fields are gone: this line says what the list is of, and of which day. */
function Shown({ filter, models, zones, count, countBound, today }: RegisterPageProps) {
  const { t } = useTranslation("register");
  const nameOf = (all: ReadonlyArray<Named>, id: string | null) =>
    all.find((one) => one.id === id)?.name ?? null;
  const model = nameOf(models, filter.model);
  const zone = nameOf(zones, filter.zone);
  const parts = [
    filter.state && t(`state.${filter.state}`, { days: ENDS_SOON_DAYS }),
    filter.find && t("shown.find", { find: filter.find }),
    model && t("shown.model", { model }),
    zone && t("shown.zone", { zone }),
  ].filter(Boolean);
  return (
    <p className="text-muted">
      {t("shown.asOf")} <DateText value={today} />
      {count === null ? null : (
        <>
          {" · "}
          <CountText count={count} bound={countBound} /> {t("shown.approvals", { count })}
        </>
      )}
      {parts.map((part) => ` · ${part}`)}
    </p>
  );
}

function Nothing({ filter, next }: RegisterPageProps) {
  const { t } = useTranslation("register");
  if (next !== null || isFiltered(filter))
    return (
      <EmptyState icon="search" title={t("none.filteredTitle")}>
        {t(next === null ? "none.filteredText" : "none.further")}
      </EmptyState>
    );
  return (
    <EmptyState
      icon="check"
      title={t("none.title")}
      action={<ButtonLink to={paths.matrix()}>{t("none.action")}</ButtonLink>}
    >
      {t("none.text")}
    </EmptyState>
  );
}

/** The same query as the page, all of its pages: what is taken along is what is shown. */
function Downloads() {
  const { t } = useTranslation("register");
  const [search] = useSearchParams();
  const query = Object.fromEntries(
    ["find", "model", "zone", "state"].flatMap((one) => {
      const value = search.get(one);
      return value ? [[one, value] as const] : [];
    }),
  );
  return (
    <>
      {(["csv", "xlsx"] as const).map((end) => (
        <ButtonLink
          key={end}
          to={paths.registerFile(`register.${end}`, query)}
          icon="download"
          reloadDocument
        >
          {t(`download.${end}`)}
        </ButtonLink>
      ))}
    </>
  );
}
