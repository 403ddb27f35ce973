import { Form } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { DataTable } from "../data-table";
import { EmptyState } from "../empty-state";
import { FormActions } from "../form-actions";
import { SubmitButton } from "../submit-button";
import { AssetsCell, ZonesCell } from "./assets-cell";
import type { ShownLinked } from "./shown";
import { useReleaseName } from "./suggestion-cell";

type LinkedFormProps = {
  modelId: string;
  version: number;
  mayEdit: boolean;
  linked: ReadonlyArray<ShownLinked>;
};

/** What is linked, by product: a link that was wrong is taken away here. */
export function LinkedForm({ modelId, version, mayEdit, linked }: LinkedFormProps) {
  const { t } = useTranslation("linking");
  const nameOf = useReleaseName();
  const rows = linked.map((group, row) => ({ group, row }));
  type Row = (typeof rows)[number];
  const titleOf = ({ release }: ShownLinked) => (release ? nameOf(release) : t("linked.gone"));
  if (linked.length === 0)
    return (
      <EmptyState icon="asset" title={t("linked.none")}>
        {t("linked.noneText")}
      </EmptyState>
    );
  const tick = {
    id: "tick",
    header: t("table.tick"),
    headerHidden: true,
    cell: ({ group, row }: Row) => (
      <>
        <input type="hidden" name={`rows.${row}.key`} value={group.releaseId} />
        <input type="hidden" name={`rows.${row}.mark`} value={group.mark} />
        <input
          type="checkbox"
          className="h-6 w-6"
          name={`rows.${row}.tick`}
          aria-label={t("linked.tick", { name: titleOf(group) })}
        />
      </>
    ),
  };
  return (
    <Form method="post" className="grid gap-4" preventScrollReset>
      <input type="hidden" name="version" value={version} />
      <DataTable
        caption={t("linked.caption")}
        captionHidden
        rows={rows}
        rowKey={({ group }) => group.releaseId}
        columns={[
          ...(mayEdit ? [tick] : []),
          {
            id: "product",
            header: t("linked.product"),
            rowHeader: true,
            wrap: true,
            cell: ({ group }: Row) => titleOf(group),
          },
          {
            id: "count",
            header: t("table.count"),
            wrap: true,
            cell: ({ group }: Row) => <AssetsCell modelId={modelId} assets={group} />,
          },
          {
            id: "zones",
            header: t("table.zones"),
            wrap: true,
            cell: ({ group }: Row) => <ZonesCell assets={group} />,
          },
        ]}
      />
      {mayEdit ? (
        <FormActions>
          <SubmitButton name="intent" value="unlink" variant="regular">
            {t("linked.submit")}
          </SubmitButton>
        </FormActions>
      ) : null}
    </Form>
  );
}
