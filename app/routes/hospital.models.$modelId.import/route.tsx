import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Callout } from "~/components/callout";
import { ImportWizard } from "~/components/model/import/import-wizard";
import { respond } from "~/http/respond.server";
import { useTranslation } from "~/i18n/use-translation";
import { presentModelImport } from "~/presenters/present-model-import.server";

export const loader = (args: LoaderFunctionArgs) =>
  respond(args, (caller) => presentModelImport(caller, args.params.modelId ?? ""));

export default function ImportPage() {
  const { t } = useTranslation("transfer");
  const page = useLoaderData<typeof loader>();
  if (!page.mayEdit)
    return (
      <Callout tone="info" title={t("import.readOnly")}>
        {t("import.readOnlyText")}
      </Callout>
    );
  return (
    <>
      <noscript>
        <Callout tone="warning">{t("import.needsScript")}</Callout>
      </noscript>
      <ImportWizard key={page.modelId} {...page} />
    </>
  );
}
