import { Form, useNavigation, useSearchParams } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { CheckboxField } from "~/components/checkbox-field";
import type { Choices } from "~/components/model/choices";
import { RefusalNote } from "~/components/model/command-form";
import type { FormOutcome } from "~/components/model/refusal";
import { CHOSEN_FORM, useTicked } from "~/components/model/ticked";
import { Panel } from "~/components/panel";
import { SubmitButton } from "~/components/submit-button";
import { useTranslation } from "~/i18n/use-translation";
import { ChosenChanges } from "./chosen-changes";
import { CopiedText } from "./copied-text";
import { ALL_FOUND } from "./form-values";

type ChosenBarProps = {
  modelId: string;
  version: number;
  mayEdit: boolean;
  choices: Choices;
  others: ReadonlyArray<{ id: string; name: string; siteName: string }>;
  /** How many assets pass the filter of the page, on all pages. */
  foundAssets: number;
  /** What is ticked on this page is posted by its own box, the rest from here. */
  here: ReadonlySet<string>;
  outcome: FormOutcome | undefined;
  copied: string | undefined;
};

/** What can be done at once with everything that is ticked. Plain form fields: without a script too. */
export function ChosenBar(props: ChosenBarProps) {
  const { version, mayEdit, choices, others, foundAssets, here, outcome, copied } = props;
  const { t } = useTranslation("table");
  const { keys, clear } = useTicked();
  const [search] = useSearchParams();
  const { state } = useNavigation();
  const own = outcome?.form === "chosen" ? outcome : undefined;
  const isRefused = own !== undefined;
  /** The version that the draft had when something was sent, until the answer is there. */
  const sentOn = useRef<number | null>(null);
  useEffect(() => {
    if (state !== "idle") return;
    // What was sent is done where the draft has another version.
    if (sentOn.current !== null && sentOn.current !== version && !isRefused) clear();
    sentOn.current = null;
  }, [state, version, isRefused, clear]);
  const act = (action: string, label: string, variant: "regular" | "danger" = "regular") => (
    <SubmitButton name="do" value={action} size="small" variant={variant}>
      {label}
    </SubmitButton>
  );
  return (
    <Panel id="chosen" title={t("chosen.title")} description={mayEdit ? t("chosen.text") : undefined}>
      <p role="status">{t("chosen.count", { count: keys.size })}</p>
      {own ? <RefusalNote refusal={own.refusal} /> : null}
      {copied === undefined ? null : <CopiedText text={copied} />}
      <Form
        method="post"
        id={CHOSEN_FORM}
        className="chosen-form"
        preventScrollReset
        onSubmit={(event) => {
          const { submitter } = event.nativeEvent as SubmitEvent;
          const isCopy = submitter instanceof HTMLButtonElement && submitter.value === "text";
          sentOn.current = isCopy ? null : version;
        }}
      >
        {/* Enter in a field presses the first button: none is meant. */}
        <button type="submit" disabled hidden />
        <input type="hidden" name="form" value="chosen" />
        <input type="hidden" name="type" value="chosen" />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="q" value={search.get("q") ?? ""} />
        <input type="hidden" name="zone" value={search.get("zone") ?? ""} />
        {[...keys].flatMap((key) =>
          here.has(key) ? [] : [<input key={key} type="hidden" name="chosen" value={key} />],
        )}
        <CheckboxField
          name={ALL_FOUND}
          id="chosen-all"
          label={t("chosen.allFound", { count: foundAssets })}
          hint={t("chosen.allFoundHint")}
        />
        <div className="chosen-row">
          {mayEdit ? act("duplicate", t("chosen.duplicate")) : null}
          {act("text", t("chosen.copy"))}
          {mayEdit ? act("cut", t("chosen.cut")) : null}
          {mayEdit ? act("delete", t("chosen.delete"), "danger") : null}
        </div>
        {mayEdit ? <ChosenChanges {...{ choices, others, act }} /> : null}
      </Form>
    </Panel>
  );
}

/** Presses a button of the bar from elsewhere; `also` is meant besides what is ticked. */
export function press(action: string, also: ReadonlyArray<string>): void {
  const form = document.getElementById(CHOSEN_FORM);
  const button = form?.querySelector<HTMLButtonElement>(`button[name="do"][value="${action}"]`);
  if (!(form instanceof HTMLFormElement) || !button) return;
  const inputs = also.map((key) => {
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name: "chosen", value: key });
    return input;
  });
  form.append(...inputs);
  form.requestSubmit(button);
  for (const input of inputs) input.remove();
}
