import { PrefetchPageLinks, useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { StepUpRefusal } from "~/domain/access/step-up";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Dialog } from "../dialog";
import { FormActions } from "../form-actions";
import { StepUpField } from "../step-up-field";
import { SubmitButton } from "../submit-button";

type PasswordDialogProps = {
  isOpen: boolean;
  /** The password was right: what was asked for can be asked for again. */
  onConfirmed: () => void;
  onClose: () => void;
};

/** Asks for the password where a file waits for it, so that what was typed on the page stays. */
export function PasswordDialog({ isOpen, onConfirmed, onClose }: PasswordDialogProps) {
  const { t } = useTranslation("transfer");
  return (
    <Dialog
      title={t("export.passwordTitle")}
      isOpen={isOpen}
      onOpenChange={(goesOn) => (goesOn ? undefined : onClose())}
    >
      <PasswordForm onConfirmed={onConfirmed} />
    </Dialog>
  );
}

/** Begins anew each time the dialog opens. */
function PasswordForm({ onConfirmed }: Pick<PasswordDialogProps, "onConfirmed">) {
  const { t } = useTranslation("transfer");
  const fetcher = useFetcher<{ refusal: StepUpRefusal | null }>();
  const { data } = fetcher;
  const confirmed = useRef(onConfirmed);
  confirmed.current = onConfirmed;

  useEffect(() => {
    if (data?.refusal === null) confirmed.current();
  }, [data]);

  return (
    <fetcher.Form method="post" action={paths.confirmPassword()} className="grid gap-4">
      <PrefetchPageLinks page={paths.confirmPassword()} />
      <StepUpField
        id="export-password"
        stepUp={{ isNeeded: true, refusal: data?.refusal ?? undefined }}
        hint={t("export.passwordHint")}
        takesFocus
      />
      <FormActions>
        <SubmitButton fetcher={fetcher} icon="download">
          {t("export.passwordSubmit")}
        </SubmitButton>
      </FormActions>
    </fetcher.Form>
  );
}
