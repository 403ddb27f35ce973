import { useBeforeUnload, useBlocker } from "@remix-run/react";
import { useCallback } from "react";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { FormActions } from "~/components/form-actions";
import { useTranslation } from "~/i18n/use-translation";

/** Asks before a page with unsaved changes is left, by a link, by the browser's buttons or by closing the window. */
export function UnsavedWarning({ isUnsaved }: { isUnsaved: boolean }) {
  const { t } = useTranslation("declaration");
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isUnsaved && placeOf(currentLocation) !== placeOf(nextLocation),
  );
  useBeforeUnload(
    useCallback(
      (event) => {
        if (isUnsaved) event.preventDefault();
      },
      [isUnsaved],
    ),
  );
  if (blocker.state !== "blocked") return null;
  return (
    <Dialog alert isOpen onOpenChange={() => blocker.reset()} title={t("facts.leave.title")}>
      <p>{t("facts.leave.text")}</p>
      <FormActions>
        <Button variant="primary" onClick={() => blocker.reset()}>
          {t("facts.leave.stay")}
        </Button>
        <Button onClick={() => blocker.proceed()}>{t("facts.leave.go")}</Button>
      </FormActions>
    </Dialog>
  );
}

/** Another request to compare with is no other place: what stands in the form stays. */
function placeOf({ pathname, search }: { pathname: string; search: string }): string {
  const named = new URLSearchParams(search);
  named.delete("request");
  return `${pathname}?${named}`;
}
