import { Disclosure } from "~/components/disclosure";
import { FormActions } from "~/components/form-actions";
import { FormError } from "~/components/form-error";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { useTranslation } from "~/i18n/use-translation";
import { CommentPost, useCommentTransition } from "./comment-post";

export type CommentRefusal =
  | { code: "invalid-input"; fields: Readonly<Record<string, ReadonlyArray<string>>> }
  | {
      code:
        | ("unknown-element" | "unknown-thread" | "already-resolved" | "not-resolved" | "limit-reached")
        /** Where a script sent it: nothing was written, and it can be sent again. */
        | ("unreachable" | "signed-out" | "forbidden");
    };

/** `about`: the form that was sent. */
export type CommentOutcome = { about: string; refusal: CommentRefusal; text: string } | undefined;

type CommentFormProps = {
  /** Tells the forms of a page apart. */
  about: string;
  hidden: Readonly<Record<string, string>>;
  summary: string;
  label: string;
  outcome: CommentOutcome;
};

const LONGEST = 2000;

/** A comment to write when asked for; opens by itself where what was sent is refused, with the text still in it. */
export function CommentForm({ about, hidden, summary, label, outcome }: CommentFormProps) {
  const { t } = useTranslation("review");
  const transition = useCommentTransition();
  const own = outcome?.about === about ? outcome : undefined;
  const id = `comment-${about}`;
  const { refusal } = own ?? {};
  const fields = refusal?.code === "invalid-input" ? refusal.fields : undefined;
  return (
    <Disclosure summary={summary} defaultOpen={own !== undefined}>
      <CommentPost className="comment-form">
        <input type="hidden" name="intent" value="comment" />
        <input type="hidden" name="about" value={about} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <FormError
          errors={fields?.text ? { [id]: fields.text } : undefined}
          formErrors={
            refusal && refusal.code !== "invalid-input" ? [t(`comments.refusal.${refusal.code}`)] : undefined
          }
          labels={{ [id]: label }}
        />
        <TextArea
          id={id}
          name="text"
          label={label}
          rows={3}
          maxLength={LONGEST}
          defaultValue={own?.text ?? ""}
          errors={fields?.text}
          required
        />
        <FormActions>
          <SubmitButton size="small" variant="regular" fetcher={transition}>
            {t("comments.add")}
          </SubmitButton>
        </FormActions>
      </CommentPost>
    </Disclosure>
  );
}
