import { Form } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { Badge } from "../badge";
import { DataTable } from "../data-table";
import { DateText } from "../date-text";
import { FormActions } from "../form-actions";
import { Panel } from "../panel";
import { SubmitButton } from "../submit-button";
import { TextField } from "../text-field";

type MeasurePanelProps = {
  measures: ReadonlyArray<{
    id: string;
    text: string;
    owner: string;
    dueOn: string | null;
    doneAt: Date | null;
    isOverdue: boolean;
  }>;
  mayRecord: boolean;
  errors: Readonly<Record<string, ReadonlyArray<string>>>;
};

/** What is done about an incident, by whom and until when. */
export function MeasurePanel({ measures, mayRecord, errors }: MeasurePanelProps) {
  const { t } = useTranslation("notice");
  return (
    <Panel title={t("incident.measures")}>
      <DataTable
        caption={t("incident.measuresCaption")}
        captionHidden
        rows={measures}
        rowKey={({ id }) => id}
        empty={<p className="text-muted">{t("incident.noMeasures")}</p>}
        columns={[
          {
            id: "text",
            header: t("incident.measureHead.text"),
            rowHeader: true,
            wrap: true,
            cell: ({ text }) => text,
          },
          { id: "owner", header: t("incident.measureHead.owner"), cell: ({ owner }) => owner || "–" },
          {
            id: "due",
            header: t("incident.measureHead.due"),
            cell: ({ dueOn, isOverdue }) => (
              <>
                {dueOn ? <DateText value={dueOn} /> : "–"}{" "}
                {isOverdue ? (
                  <Badge tone="danger" icon="warning">
                    {t("incident.overdue")}
                  </Badge>
                ) : null}
              </>
            ),
          },
          {
            id: "done",
            header: t("incident.measureHead.done"),
            cell: ({ id, doneAt }) => {
              if (doneAt) return <DateText value={doneAt} time />;
              if (!mayRecord) return "–";
              return (
                <Form method="post">
                  <input type="hidden" name="intent" value="done" />
                  <input type="hidden" name="measureId" value={id} />
                  <SubmitButton variant="regular" size="small">
                    {t("incident.markDone")}
                  </SubmitButton>
                </Form>
              );
            },
          },
        ]}
      />
      {mayRecord ? (
        <Form method="post" className="grid gap-4" noValidate>
          <input type="hidden" name="intent" value="measure" />
          <TextField
            name="text"
            label={t("incident.measureText")}
            errors={errors.text}
            maxLength={500}
            required
          />
          <div className="grid gap-4 md:grid-cols-2">
            <TextField name="owner" label={t("incident.measureOwner")} errors={errors.owner} optional />
            <TextField
              name="dueOn"
              type="date"
              label={t("incident.measureDue")}
              errors={errors.dueOn}
              optional
            />
          </div>
          <FormActions>
            <SubmitButton variant="regular">{t("incident.addMeasure")}</SubmitButton>
          </FormActions>
        </Form>
      ) : null}
    </Panel>
  );
}
