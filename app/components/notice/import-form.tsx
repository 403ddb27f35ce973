import { Form } from "@remix-run/react";
import { type ChangeEvent, useRef } from "react";
import { useTranslation } from "~/i18n/use-translation";
import { FormActions } from "../form-actions";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import { TextField } from "../text-field";
import { useIsHydrated } from "../use-is-hydrated";

/** A file, or its text where no script runs. The file is read here into the field that is sent. */
export function NoticeImportForm() {
  const { t } = useTranslation("notice");
  const isHydrated = useIsHydrated();
  const form = useRef<HTMLFormElement>(null);
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const text = await target.files?.[0]?.text();
    const field = form.current?.elements.namedItem("file");
    if (text !== undefined && field instanceof HTMLTextAreaElement) field.value = text;
  };
  return (
    <Form method="post" className="grid gap-4" ref={form}>
      <input type="hidden" name="intent" value="import" />
      {isHydrated ? (
        <TextField
          name="chosen"
          type="file"
          label={t("field.chooseFile")}
          accept=".json,.xml,application/json,application/xml"
          onChange={(event) => void take(event)}
        />
      ) : null}
      <TextArea name="file" label={t("field.file")} hint={t("field.fileHint")} rows={4} required />
      <FormActions>
        <SubmitButton variant="regular">{t("form.read")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
