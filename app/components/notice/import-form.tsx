import { Form } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "~/i18n/use-translation";
import { Button } from "../button";
import { Callout } from "../callout";
import { Disclosure } from "../disclosure";
import { FormActions } from "../form-actions";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import { TextField } from "../text-field";
import { useIsHydrated } from "../use-is-hydrated";
import { useNoticeFile } from "./use-notice-file";

/** A file, or its text: pasted, or where no script runs. */
export function NoticeImportForm() {
  const { t } = useTranslation("notice");
  const isHydrated = useIsHydrated();
  return (
    <div className="grid gap-4">
      {isHydrated ? <ChosenFile /> : null}
      <Disclosure summary={t("form.paste")} defaultOpen={!isHydrated} key={String(isHydrated)}>
        <Form method="post" className="grid gap-4">
          <input type="hidden" name="intent" value="import" />
          <TextArea name="file" label={t("field.file")} hint={t("field.fileHint")} rows={4} required />
          <FormActions>
            <SubmitButton variant="regular">{t("form.readText")}</SubmitButton>
          </FormActions>
        </Form>
      </Disclosure>
    </div>
  );
}

function ChosenFile() {
  const { t } = useTranslation("notice");
  const [file, setFile] = useState<File>();
  const { isReading, refusal, send } = useNoticeFile();
  return (
    <div className="grid gap-4">
      {refusal ? (
        <Callout tone="danger" live>
          {t(`refusal.${refusal}`)}
        </Callout>
      ) : null}
      <TextField
        name="chosen"
        type="file"
        label={t("field.chooseFile")}
        hint={t("field.chooseFileHint")}
        accept=".json,.xml,application/json,application/xml"
        onChange={({ target }) => setFile(target.files?.[0])}
      />
      <FormActions>
        <Button disabled={!file} busy={isReading} onClick={() => file && void send(file)}>
          {t("form.read")}
        </Button>
      </FormActions>
    </div>
  );
}
