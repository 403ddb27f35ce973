import { FormError } from "~/components/form-error";
import { TextArea } from "~/components/text-area";
import { MAX_MESSAGE_LENGTH } from "~/domain/dialogue/dialogue";
import { useTranslation } from "~/i18n/use-translation";
import type { DialogueOutcome } from "./dialogue";

type MessageFieldProps = { id: string; label: string; hint?: string; outcome: DialogueOutcome };

/** What one wants to say, with what was refused of it and the text still there. */
export function MessageField({ id, label, hint, outcome }: MessageFieldProps) {
  const { t } = useTranslation("dialogue");
  const refusal = outcome?.refusal;
  const errors = refusal?.code === "invalid-input" ? refusal.fields.text : undefined;
  return (
    <>
      <FormError
        errors={errors ? { [id]: errors } : undefined}
        formErrors={refusal && refusal.code !== "invalid-input" ? [t(`refusal.${refusal.code}`)] : undefined}
        labels={{ [id]: label }}
      />
      <TextArea
        id={id}
        name="text"
        label={label}
        hint={hint}
        rows={3}
        maxLength={MAX_MESSAGE_LENGTH}
        defaultValue={outcome?.text ?? ""}
        errors={errors}
        required
      />
    </>
  );
}
