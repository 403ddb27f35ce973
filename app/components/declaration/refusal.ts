import { useTranslation } from "~/i18n/use-translation";

export type Fields = Readonly<Record<string, ReadonlyArray<string>>>;
type OtherCode =
  | "cannot-answer"
  | "not-a-draft"
  | "not-signed"
  | "archived"
  | "release-signed"
  | "already-withdrawn"
  | "draft-exists"
  | "draft-changed"
  | "changed-meanwhile"
  | "no-component-types"
  | "nothing-answered"
  | "answer-changed"
  | "unknown-requirement"
  | "row-not-applicable"
  | "unknown-evidence"
  | "too-much-evidence"
  | "facts-changed"
  | "evidence-changed"
  | "wrong-side"
  | "not-in-this-state";
/** Every way a use case of this area says no. */
export type Refusal = { code: "invalid-input"; fields: Fields } | { code: OtherCode };

/** A refusal as what `FormError` and fields take. */
export function useRefusal(refusal: Refusal | undefined): {
  fields: Fields;
  formErrors: ReadonlyArray<string>;
} {
  const { t } = useTranslation("declaration");
  if (!refusal) return { fields: {}, formErrors: [] };
  if (refusal.code === "invalid-input") return { fields: refusal.fields, formErrors: [] };
  return { fields: {}, formErrors: [t(`refusal.${refusal.code}`)] };
}
