import { Form, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Callout } from "~/components/callout";
import { DateText } from "~/components/date-text";
import { FormActions } from "~/components/form-actions";
import { FormError } from "~/components/form-error";
import { SubmitButton } from "~/components/submit-button";
import type { ZoneModelCommandType } from "~/domain/zone-model/commands";
import { useTranslation } from "~/i18n/use-translation";
import { Link } from "../link";
import type { FormOutcome, TableRefusal } from "./refusal";

export type FormErrors = Readonly<Record<string, ReadonlyArray<string> | undefined>>;

/** What the fields of a form need to know of its last answer. */
export type FieldState = {
  errors: FormErrors;
  /** What had been typed into a field, e.g. `changes.name`, else the stored value. */
  typed: <Value>(name: string, stored: Value) => Value | string;
};

type CommandFormProps = {
  /** Unique on the page: the answer comes back to this form. */
  id: string;
  type: ZoneModelCommandType | "take-suggestion" | "add-template" | "paste";
  version: number;
  /** Ids of what the command is about. */
  hidden?: Readonly<Record<string, string>>;
  outcome: FormOutcome | undefined;
  labels?: Readonly<Record<string, string>>;
  submit: string;
  variant?: "primary" | "regular" | "danger";
  children?: (state: FieldState) => ReactNode;
};

/** One gesture as a form. It names the version it was made on; a refusal shows inside, with what had been typed. */
export function CommandForm(props: CommandFormProps) {
  const { id, type, version, hidden = {}, outcome, labels, submit, variant = "primary", children } = props;
  const own = outcome?.form === id ? outcome : undefined;
  const refusal = own?.refusal;
  const errors = refusal?.code === "invalid-input" ? refusal.fields : {};
  const { "": formErrors, ...fieldErrors } = errors;
  // Whoever has seen who was there before may save on top of it.
  const basedOn = refusal && "currentVersion" in refusal ? refusal.currentVersion : version;
  return (
    <Form method="post" id={id} className="grid content-start gap-4" preventScrollReset>
      <input type="hidden" name="form" value={id} />
      <input type="hidden" name="type" value={type} />
      <input type="hidden" name="version" value={basedOn} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormError errors={fieldErrors} formErrors={formErrors} labels={labels} />
      {refusal ? <RefusalNote refusal={refusal} /> : null}
      {children?.({ errors, typed: (name, stored) => own?.typed[name] ?? stored })}
      <FormActions>
        <SubmitButton variant={variant}>{submit}</SubmitButton>
      </FormActions>
    </Form>
  );
}

type Plain = Exclude<TableRefusal, { code: "invalid-input" | "stale-version" }>;

function WhyNot({ refusal }: { refusal: Plain }) {
  const { t, i18n } = useTranslation("model");
  switch (refusal.code) {
    case "nothing-chosen":
    case "nothing-to-do":
    case "no-target":
      return t(`table:refusal.${refusal.code}`);
    case "paste":
      return t(`diagram:clipboard.reason.${refusal.reason}`);
    case "step": {
      const key = `editing:history.refusal.${refusal.reason}`;
      // Looked up: input that no form of ours sends has no sentence of its own.
      return t(
        i18n.exists(key)
          ? (key as "editing:history.refusal.changed-since")
          : "editing:history.refusal.unknown-version",
      );
    }
    case "model-is-submitted":
    case "unknown-zone":
    case "unknown-conduit":
    case "unknown-asset":
    case "unknown-waiver":
    case "duplicate-id":
    case "cycle":
    case "conduit-to-itself":
    case "limit-reached":
      return t(`refusal.${refusal.code}`);
  }
}

/** Why nothing was saved, where it is not the fault of a field. */
export function RefusalNote({ refusal }: { refusal: TableRefusal }) {
  const { t } = useTranslation("model");
  const { pathname } = useLocation();
  if (refusal.code === "invalid-input") return null;
  if (!("currentVersion" in refusal)) {
    return (
      <Callout tone="danger" title={t("refusal.title")} live>
        <WhyNot refusal={refusal} />
      </Callout>
    );
  }
  return (
    <Callout
      tone="warning"
      title={t("refusal.stale-version")}
      live
      action={
        <Link to={pathname} reloadDocument className="button button-regular">
          {t("refusal.showTheirs")}
        </Link>
      }
    >
      <p>{t("refusal.staleText")}</p>
      <ul>
        {refusal.edits.map(({ version, personName, at }) => (
          <li key={version}>
            {personName}, <DateText value={at} time />
          </li>
        ))}
      </ul>
    </Callout>
  );
}
