import { Form, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/use-translation";
import { DataTable } from "../data-table";
import { FormActions } from "../form-actions";
import { Link } from "../link";
import { SubmitButton } from "../submit-button";
import { AssetsCell, ZonesCell } from "./assets-cell";
import { type ShownGroup, titleOf } from "./shown";
import { SuggestionCell } from "./suggestion-cell";
import { useLinkingLink } from "./use-linking-link";

type UnlinkedFormProps = {
  modelId: string;
  version: number;
  mayEdit: boolean;
  groups: ReadonlyArray<ShownGroup>;
  empty: ReactNode;
};

/** A page of groups as one form: what is ticked is linked together. Works without a script. */
export function UnlinkedForm({ modelId, version, mayEdit, groups, empty }: UnlinkedFormProps) {
  const { t } = useTranslation("linking");
  const linkTo = useLinkingLink();
  const [search] = useSearchParams();
  const isTicked = search.get("tick") === "page";
  const rows = groups.map((group, row) => ({ group, row }));
  type Row = (typeof rows)[number];
  if (groups.length === 0) return <>{empty}</>;
  const tick = {
    id: "tick",
    header: t("table.tick"),
    headerHidden: true,
    cell: ({ group, row }: Row) => (
      <>
        <input type="hidden" name={`rows.${row}.key`} value={group.key} />
        <input type="hidden" name={`rows.${row}.mark`} value={group.mark} />
        {group.suggestions.length > 0 ? (
          <input
            type="checkbox"
            className="h-6 w-6"
            name={`rows.${row}.tick`}
            defaultChecked={isTicked && group.suggestions[0]?.grade !== "possible"}
            aria-label={t("table.tickGroup", { name: titleOf(group.described) })}
          />
        ) : null}
      </>
    ),
  };
  return (
    // Another key where the link ticks the page: boxes that a person has touched would stay as they are.
    <Form method="post" key={`${isTicked}`} className="grid gap-4" preventScrollReset>
      <input type="hidden" name="version" value={version} />
      {mayEdit ? (
        <p>
          <Link to={linkTo({ tick: isTicked ? null : "page" })} preventScrollReset>
            {t(isTicked ? "table.untickPage" : "table.tickPage")}
          </Link>
        </p>
      ) : null}
      <DataTable
        caption={t("table.caption")}
        captionHidden
        rows={rows}
        rowKey={({ group }) => group.key}
        columns={[
          ...(mayEdit ? [tick] : []),
          {
            id: "asset",
            header: t("table.asset"),
            rowHeader: true,
            wrap: true,
            cell: ({ group }: Row) => <Described modelId={modelId} group={group} />,
          },
          {
            id: "suggestion",
            header: t("table.suggestion"),
            wrap: true,
            cell: ({ group, row }: Row) => <SuggestionCell {...{ group, row, mayEdit }} />,
          },
        ]}
      />
      {mayEdit ? (
        <FormActions>
          <SubmitButton name="intent" value="link" icon="check">
            {t("table.submit")}
          </SubmitButton>
        </FormActions>
      ) : null}
    </Form>
  );
}

/** In one cell, so that on a phone the suggestion stands beside it. */
function Described({ modelId, group }: { modelId: string; group: ShownGroup }) {
  const { t } = useTranslation("linking");
  const { softwareVersion, udiDi } = group.described;
  const version =
    softwareVersion === "" ? t("table.noVersion") : t("table.version", { version: softwareVersion });
  return (
    <div className="grid gap-1">
      <span>{titleOf(group.described)}</span>
      <span className="font-normal text-muted">
        {udiDi === "" ? version : `${version}, ${t("table.udiDi", { udiDi })}`}
      </span>
      <div className="font-normal">
        <AssetsCell modelId={modelId} assets={group} />
      </div>
      <span className="font-normal text-muted">
        <ZonesCell assets={group} />
      </span>
    </div>
  );
}
