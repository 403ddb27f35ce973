import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, type MetaFunction, useLoaderData } from "@remix-run/react";
import { FileDownload } from "~/components/download/file-download";
import { FormActions } from "~/components/form-actions";
import { Link } from "~/components/link";
import { useOutcome } from "~/components/not-sent/use-outcome";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { StepUpField } from "~/components/step-up-field";
import { SubmitButton } from "~/components/submit-button";
import { accept, refuse } from "~/domain/shared/result";
import { respond, toLocalPath } from "~/http/respond.server";
import { respondWithStepUp } from "~/http/step-up.server";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (t) => t("transfer:export.passwordTitle"));

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, async (caller) => {
    const search = new URL(args.request.url).searchParams;
    const file = toLocalPath(search.get("returnTo"));
    // Opened by hand: there is no file that waits.
    if (file === paths.home()) throw redirect(file);
    return {
      isConfirmed: caller.isSteppedUp,
      file,
      back: toLocalPath(search.get("from")),
    };
  });

/** Confirms who is there, for this page and for the dialog of a download. */
export const action = (args: ActionFunctionArgs) =>
  respondWithStepUp(args, async ({ attempt }) => {
    const outcome = await attempt(async (caller) =>
      caller.isSteppedUp ? accept({}) : refuse({ code: "step-up" as const, reason: "needed" as const }),
    );
    return outcome.ok ? data({ refusal: null }) : data({ refusal: outcome.refusal }, { status: 422 });
  });

/** Where a link to a file leads that waits for the password: with a script the file follows by itself. */
export default function ConfirmPasswordPage() {
  const { t } = useTranslation("transfer");
  const { isConfirmed, file, back } = useLoaderData<typeof loader>();
  const outcome = useOutcome<typeof action>();
  // Without a script the page is read with the session from before.
  const hasJustConfirmed = outcome?.refusal === null;
  return (
    <Page title={t("export.passwordTitle")} width="text">
      <Panel>
        {isConfirmed || hasJustConfirmed ? (
          <FileDownload
            href={file}
            label={t("export.passwordFile")}
            hint={t("export.passwordGiven")}
            startsAtOnce={hasJustConfirmed}
          />
        ) : (
          <Form method="post" className="grid gap-4">
            <StepUpField
              stepUp={{ isNeeded: true, refusal: outcome?.refusal ?? undefined }}
              hint={t("export.passwordHint")}
              takesFocus
            />
            <FormActions>
              <SubmitButton icon="download">{t("export.passwordSubmit")}</SubmitButton>
            </FormActions>
          </Form>
        )}
      </Panel>
      <p>
        <Link to={back}>{t("export.passwordBack")}</Link>
      </p>
    </Page>
  );
}
