import { type FormEvent, useId, useState } from "react";
import { Button } from "~/components/button";
import { TextField } from "~/components/text-field";
import type { ModelFinding } from "~/domain/zone-model/rules/rule";
import { faultOfTerm, waiverTerm } from "~/domain/zone-model/waivers";
import { type Waiver, WaiverSchema } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { newId } from "../editing/new-id";

type WaiveFormProps = {
  finding: ModelFinding;
  today: string;
  onWaive(waiver: Waiver): void;
  onCancel(): void;
};

/** Reason and last day; becomes one gesture, which undo takes back. */
export function WaiveForm({ finding, today, onWaive, onCancel }: WaiveFormProps) {
  const { t } = useTranslation("model");
  const id = useId();
  const term = waiverTerm(today);
  const [reason, setReason] = useState("");
  const [expiresOn, setExpiresOn] = useState(term.offered);
  const [errors, setErrors] = useState<{ reason?: Array<string>; expiresOn?: Array<string> }>({});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { ruleId, element } = finding;
    const waiver = WaiverSchema.safeParse({ id: newId(), ruleId, element, reason, expiresOn });
    const isDay = WaiverSchema.shape.expiresOn.safeParse(expiresOn).success;
    const fault = isDay ? faultOfTerm(expiresOn, today) : "invalid-date";
    const isWordless = reason.trim() === "";
    if (waiver.success && !fault && !isWordless) {
      onWaive(waiver.data);
      return;
    }
    const isReasonRefused = !WaiverSchema.shape.reason.safeParse(reason).success;
    setErrors({
      ...(isWordless ? { reason: ["required"] } : isReasonRefused ? { reason: ["invalid"] } : {}),
      ...(fault && { expiresOn: [fault] }),
    });
  };
  return (
    <form className="waive-form" onSubmit={submit} noValidate>
      <TextField
        id={`${id}-reason`}
        name="reason"
        label={t("waiver.reason")}
        hint={t("waiver.reasonHint")}
        errors={errors.reason}
        value={reason}
        maxLength={500}
        autoFocus
        onChange={({ target }) => setReason(target.value)}
      />
      <TextField
        id={`${id}-until`}
        name="expiresOn"
        type="date"
        label={t("waiver.expiresOn")}
        hint={t("waiver.expiresOnHint")}
        errors={errors.expiresOn}
        value={expiresOn}
        min={term.earliest}
        max={term.latest}
        onChange={({ target }) => setExpiresOn(target.value)}
      />
      <div className="waive-buttons">
        <Button type="submit" variant="primary" size="small">
          {t("waiver.submit")}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t("waiver.cancel")}
        </Button>
      </div>
    </form>
  );
}
