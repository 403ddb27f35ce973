import { Form, useSubmit } from "@remix-run/react";
import { type FormEvent, Fragment, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "~/components/button";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { FormActions } from "~/components/form-actions";
import { FormError } from "~/components/form-error";
import { SaveState } from "~/components/save-state";
import { SubmitButton } from "~/components/submit-button";
import type { RiskPart } from "~/domain/risk/assessment-parts";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { KeptNotice } from "./kept-notice";
import { allOf, differingFields, fieldsOfForm, fieldsOfPart, type RiskFields, textOfForm } from "./risk-form";
import type { RiskOutcome } from "./risk-outcome";
import type { RiskPageParts } from "./risk-parts";
import { nextStep } from "./risk-steps";
import { useAutosave } from "./use-autosave";
import { useFieldLabels } from "./use-field-labels";
import { useFieldStore } from "./use-kept-fields";
import { useRiskPath } from "./use-risk-path";

export type FieldState = {
  fields: RiskFields;
  errors: Readonly<Record<string, ReadonlyArray<string> | undefined>>;
};

type PartFormProps = {
  page: RiskPageParts;
  part: RiskPart;
  outcome: RiskOutcome | undefined;
  children: (state: FieldState) => ReactNode;
};

/**
 * One step as a plain form that saves itself while it is filled in. It names what the person saw of the step; where
 * somebody else has saved it since, both versions are shown and the person chooses.
 */
export function PartForm({ page, part, outcome, children }: PartFormProps) {
  const { t } = useTranslation("risk");
  const pathOf = useRiskPath(page);
  const submit = useSubmit();
  const form = useRef<HTMLFormElement>(null);
  const token = page.tokens[part];
  const [seen] = useState(token);
  const refused = outcome?.form === part ? outcome : undefined;
  const isDisputed = refused?.refusal.code === "part-changed";
  const store = useFieldStore(page, part);
  const autosave = useAutosave(form, paths.riskParts(page.modelId), isDisputed ? token : seen, store);
  const labels = useFieldLabels(page.assessment, page.offered);
  const invalid = refused?.refusal.code === "invalid-input" ? refused.refusal.fields : autosave.errors;
  const { "": formErrors, ...errors } = invalid ?? {};
  const [kept, setKept] = useState<RiskFields | null>(null);
  const fields = refused?.typed ?? kept ?? fieldsOfPart(page.assessment, part);
  const [isScripted, setIsScripted] = useState(false);
  useEffect(() => setIsScripted(true), []);
  const { resume } = autosave;
  // Once: what is filled in afterwards is newer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what stood there when the step was opened
  useEffect(() => {
    const left = refused ? undefined : store.left(token);
    if (!left) return;
    setKept(left.fields);
    resume(left.token);
  }, []);

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (autosave.state === "saved" || autosave.isDisputed) {
      store.submitted();
      return;
    }
    event.preventDefault();
    const pressed = submitter instanceof HTMLButtonElement ? submitter : form.current;
    void autosave.settle().then((settled) => {
      const field = form.current?.elements.namedItem("token");
      if (field instanceof HTMLInputElement) field.value = settled;
      store.submitted();
      if (pressed) submit(pressed, { preventScrollReset: true });
    });
  }

  return (
    <Form
      ref={form}
      method="post"
      action={pathOf(part)}
      className="grid grid-cols-1 gap-4"
      noValidate
      onChange={autosave.onChange}
      onSubmit={onSubmit}
    >
      {/* What Enter presses in a field: without it that would be the first button, which may remove something. */}
      <button type="submit" name="intent" value="stay" hidden aria-hidden tabIndex={-1} />
      <input type="hidden" name="form" value={part} />
      <input type="hidden" name="part" value={part} />
      <input type="hidden" name="elementKind" value={page.element.kind} />
      <input type="hidden" name="elementId" value={page.element.id} />
      {/* Whoever has seen the version in between saves on top of it. */}
      <input type="hidden" name="token" value={isDisputed ? token : autosave.token} />
      <FormError errors={errors} formErrors={formErrors} labels={labels} />
      {isDisputed || autosave.isDisputed ? (
        <Disputed
          differing={differingFields(
            autosave.isDisputed && form.current ? typedIn(form.current) : fields,
            fieldsOfPart(page.assessment, part),
          )}
          labels={labels}
          mine={autosave.isDisputed && form.current ? typedIn(form.current) : fields}
          theirs={fieldsOfPart(page.assessment, part)}
          onTake={store.forget}
          onKeep={autosave.isDisputed ? autosave.keepMine : undefined}
          to={pathOf(part)}
        />
      ) : null}
      {kept ? <KeptNotice savesItself /> : null}
      {/* Uncontrolled fields begin anew with what is brought back. */}
      <Fragment key={kept ? "kept" : "drawn"}>{children({ fields, errors })}</Fragment>
      <FormActions>
        <SubmitButton name="intent" value="continue">
          {t("continueTo", { step: t(`steps.${nextStep(part)}`) })}
        </SubmitButton>
        {isScripted ? (
          <SaveState state={autosave.state} at={autosave.savedAt} onRetry={autosave.retry} />
        ) : (
          <SubmitButton variant="regular" name="intent" value="stay">
            {t("saveStep")}
          </SubmitButton>
        )}
      </FormActions>
    </Form>
  );
}

function typedIn(form: HTMLFormElement): RiskFields {
  return fieldsOfForm(new URLSearchParams(textOfForm(form)));
}

type DisputedProps = {
  differing: ReadonlyArray<string>;
  labels: Readonly<Record<string, string>>;
  mine: RiskFields;
  theirs: RiskFields;
  onKeep: (() => void) | undefined;
  onTake: () => void;
  to: string;
};

/** Both versions of what two people filled in at once. Nobody's is overwritten unasked. */
function Disputed({ differing, labels, mine, theirs, onKeep, onTake, to }: DisputedProps) {
  const { t } = useTranslation("risk");
  const shown = (fields: RiskFields, name: string) => allOf(fields, name).filter(Boolean).join(", ") || "–";
  return (
    <Callout
      tone="warning"
      title={t("disputed.title")}
      live
      action={
        <>
          {onKeep ? <Button onClick={onKeep}>{t("disputed.mine")}</Button> : null}
          <ButtonLink to={to} reloadDocument onClick={onTake}>
            {t("disputed.theirs")}
          </ButtonLink>
        </>
      }
    >
      <p>{t(onKeep ? "disputed.text" : "disputed.textPlain")}</p>
      <ul className="rule-defaults">
        {differing.map((name) => (
          <li key={name}>
            {t("disputed.field", {
              field: labels[name] ?? name,
              mine: shown(mine, name),
              theirs: shown(theirs, name),
            })}
          </li>
        ))}
      </ul>
    </Callout>
  );
}
