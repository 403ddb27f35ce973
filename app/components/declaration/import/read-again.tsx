import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/submit-button";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";

/** Reads the same file once more, against what is stated now. */
export function ReadAgain({ declarationId, sha256 }: { declarationId: string; sha256: string }) {
  const { t } = useTranslation("import");
  return (
    <Form method="post" action={paths.declarationImport(declarationId)}>
      <input type="hidden" name="sha256" value={sha256} />
      <SubmitButton variant="regular">{t("again")}</SubmitButton>
    </Form>
  );
}
