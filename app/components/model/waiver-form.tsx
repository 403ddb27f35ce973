import { ButtonLink } from "~/components/button-link";
import { Panel } from "~/components/panel";
import { TextField } from "~/components/text-field";
import type { ModelFinding } from "~/domain/zone-model/rules/rule";
import { useTranslation } from "~/i18n/use-translation";
import { CommandForm } from "./command-form";
import type { FormOutcome } from "./refusal";
import { useRuleWords } from "./use-rule-words";
import { useTableLink } from "./use-table-link";

export type Waiving = Pick<ModelFinding, "id" | "ruleId" | "params"> & {
  term: { earliest: string; offered: string; latest: string };
};

type WaiverFormProps = {
  modelId: string;
  version: number;
  waiving: Waiving;
  outcome: FormOutcome | undefined;
};

/** Accepts one finding in writing until a day. */
export function WaiverForm({ modelId, version, waiving, outcome }: WaiverFormProps) {
  const { t } = useTranslation("model");
  const words = useRuleWords();
  const linkTo = useTableLink(modelId);
  const labels = { reason: t("waiver.reason"), expiresOn: t("waiver.expiresOn") };
  return (
    <Panel
      id="waive"
      title={t("waiver.form")}
      description={t("waiver.formText")}
      actions={
        <ButtonLink to={linkTo({ waive: null }, "findings")} size="small" variant="quiet" icon="cross">
          {t("waiver.cancel")}
        </ButtonLink>
      }
    >
      <p className="mb-4">{words.sentence(waiving)}</p>
      <CommandForm
        id="add-waiver"
        type="add-waiver"
        version={version}
        hidden={{ findingId: waiving.id }}
        outcome={outcome}
        labels={labels}
        submit={t("waiver.submit")}
      >
        {({ errors, typed }) => (
          <>
            <TextField
              name="reason"
              label={labels.reason}
              hint={t("waiver.reasonHint")}
              errors={errors.reason}
              defaultValue={typed("reason", "")}
              maxLength={500}
              required
            />
            <TextField
              name="expiresOn"
              type="date"
              label={labels.expiresOn}
              hint={t("waiver.expiresOnHint")}
              errors={errors.expiresOn}
              defaultValue={typed("expiresOn", waiving.term.offered)}
              min={waiving.term.earliest}
              max={waiving.term.latest}
              required
            />
          </>
        )}
      </CommandForm>
    </Panel>
  );
}
