import { Form, useLocation, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import type { ViewPage } from "~/domain/procurement/saved-view";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Callout } from "../callout";
import { Disclosure } from "../disclosure";
import { Link } from "../link";
import { SubmitButton } from "../submit-button";
import { TextField } from "../text-field";

type View = {
  id: string;
  name: string;
  isShared: boolean;
  isOwn: boolean;
  /** What the page still understands of it, and the names of what it does not. */
  query: string;
  dropped: ReadonlyArray<string>;
  ownerName: string | null;
  isDefault: boolean;
  isChosen: boolean;
  mayChange: boolean;
};
export type SavedViews = {
  page: ViewPage;
  /** Of the page as it is filtered now. */
  query: string;
  views: ReadonlyArray<View>;
  maySave: boolean;
  mayShare: boolean;
};

const REFUSALS = ["taken", "too-many", "other"] as const;

/** Filters under a name, for every page that has them: choose one, keep this one, change what is chosen. */
export function ViewBar({ page, query, views, maySave, mayShare }: SavedViews) {
  const { t } = useTranslation("views");
  const [search] = useSearchParams();
  const chosen = views.find(({ isChosen }) => isChosen);
  const refused = REFUSALS.find((one) => one === search.get("viewRefused"));
  const canKeep = maySave && query !== "" && query !== chosen?.query;
  if (views.length === 0 && !canKeep) return null;
  return (
    <div className="grid gap-2">
      {views.length > 0 ? <Choice views={views} /> : null}
      {chosen && chosen.dropped.length > 0 ? (
        <Callout tone="warning">{t("dropped", { names: chosen.dropped.join(", ") })}</Callout>
      ) : null}
      {refused ? (
        <Callout tone="danger" live>
          {t(`refused.${refused}`)}
        </Callout>
      ) : null}
      {canKeep ? (
        <Disclosure summary={t("keep")} defaultOpen={refused !== undefined}>
          <Step page={page} intent="save" fields={{ query }}>
            <TextField name="name" label={t("name")} hint={t("nameHint")} maxLength={80} required />
            <SubmitButton variant="regular">{t("save")}</SubmitButton>
          </Step>
        </Disclosure>
      ) : null}
      {chosen && maySave ? <Changes {...{ page, mayShare, chosen }} /> : null}
    </div>
  );
}

function Choice({ views }: { views: ReadonlyArray<View> }) {
  const { t } = useTranslation("views");
  const isNone = !views.some(({ isChosen }) => isChosen);
  return (
    <nav aria-label={t("label")} className="chips">
      <span className="chips-label" aria-hidden>
        {t("label")}
      </span>
      <ul>
        <li>
          <Link to="?view=none" className="chip" aria-current={isNone ? "true" : undefined}>
            {t("everything")}
          </Link>
        </li>
        {views.map(({ id, name, query, isShared, isDefault, isChosen, ownerName }) => {
          const marks = [isShared ? t("shared") : "", isDefault ? t("default") : ""].filter(Boolean);
          return (
            <li key={id}>
              <Link
                to={`?${query === "" ? "" : `${query}&`}view=${encodeURIComponent(id)}`}
                className="chip"
                aria-current={isChosen ? "true" : undefined}
                title={ownerName === null ? undefined : t("by", { name: ownerName })}
              >
                {marks.length > 0 ? `${name} (${marks.join(", ")})` : name}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Changes({ page, mayShare, chosen }: { page: ViewPage; mayShare: boolean; chosen: View }) {
  const { t } = useTranslation("views");
  const viewId = chosen.id;
  return (
    <Disclosure summary={t("change", { name: chosen.name })}>
      <div className="flex flex-wrap items-end gap-3">
        {chosen.mayChange ? (
          <Step page={page} intent="rename" fields={{ viewId }}>
            <TextField
              key={viewId}
              id="view-name"
              name="name"
              label={t("name")}
              defaultValue={chosen.name}
              maxLength={80}
              required
            />
            <SubmitButton variant="regular">{t("rename")}</SubmitButton>
          </Step>
        ) : null}
        <Step page={page} intent="set-default" fields={{ viewId: chosen.isDefault ? "" : viewId }}>
          <SubmitButton variant="regular">{t(chosen.isDefault ? "unsetDefault" : "setDefault")}</SubmitButton>
        </Step>
        {chosen.mayChange && mayShare ? (
          <Step page={page} intent="share" fields={{ viewId, isShared: chosen.isShared ? "no" : "yes" }}>
            <SubmitButton variant="regular">{t(chosen.isShared ? "unshare" : "share")}</SubmitButton>
          </Step>
        ) : null}
        {chosen.mayChange ? (
          <Step page={page} intent="delete" fields={{ viewId }}>
            <SubmitButton variant="danger">{t("delete")}</SubmitButton>
          </Step>
        ) : null}
      </div>
    </Disclosure>
  );
}

type StepProps = {
  page: ViewPage;
  intent: string;
  fields: Readonly<Record<string, string>>;
  children: ReactNode;
};

function Step({ page, intent, fields, children }: StepProps) {
  const { pathname, search } = useLocation();
  const hidden = Object.entries({ ...fields, intent, page, returnTo: pathname + search });
  return (
    <Form method="post" action={paths.savedViews()} className="flex flex-wrap items-end gap-3">
      {hidden.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}
