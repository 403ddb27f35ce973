import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { Link } from "~/components/link";
import { NumberText } from "~/components/number-text";
import { Page } from "~/components/page";
import { pageTitle } from "~/i18n/page-title";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { presentCatalogue } from "~/presenters/present-catalogue.server";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (t) => t("catalogue:pageTitle"));

export const loader = () => presentCatalogue();

export default function CataloguePage() {
  const { t } = useTranslation("catalogue");
  const { standards, version } = useLoaderData<typeof loader>();
  return (
    <Page title={t("title")} description={t("description")}>
      <DataTable
        caption={t("caption", { version })}
        rows={standards}
        rowKey={(standard) => standard.id}
        columns={[
          {
            id: "standard",
            header: t("standard"),
            rowHeader: true,
            cell: (standard) => <Link to={paths.standard(standard.id)}>{standard.designation}</Link>,
          },
          { id: "edition", header: t("edition"), cell: (standard) => standard.edition },
          { id: "subject", header: t("subject"), wrap: true, cell: (standard) => standard.subject },
          {
            id: "rows",
            header: t("rows"),
            align: "end",
            cell: (standard) => <NumberText value={standard.rowCount} />,
          },
          {
            id: "verify",
            header: t("toVerify"),
            align: "end",
            cell: (standard) => <NumberText value={standard.toVerify} />,
          },
        ]}
      />
    </Page>
  );
}
