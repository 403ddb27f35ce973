import { Form } from "@remix-run/react";
import { useEffect } from "react";
import { SubmitButton } from "~/components/submit-button";

export type StepOffer = { version: number; words: string } | null;

type StepBarProps = { undo: StepOffer; redo: StepOffer; labels: { group: string; none: string } };

const TYPING = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]";

/** The person's own last step taken back or done again, each named; with a script by Ctrl or Cmd and Z or Y too. */
export function StepBar({ undo, redo, labels }: StepBarProps) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
      if (!(ctrlKey || metaKey) || altKey) return;
      // A field has an undo of its own.
      if (target instanceof Element && target.closest(TYPING)) return;
      const letter = key.toLowerCase();
      const step = letter === "y" || (letter === "z" && shiftKey) ? "redo" : letter === "z" ? "undo" : null;
      const form = step && document.getElementById(`${step}-step`);
      if (!(form instanceof HTMLFormElement)) return;
      event.preventDefault();
      form.requestSubmit();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <fieldset id="steps" className="step-bar">
      <legend className="sr-only">{labels.group}</legend>
      <StepForm type="undo" icon="undo" offer={undo} />
      <StepForm type="redo" icon="redo" offer={redo} />
      {undo || redo ? null : <span className="text-muted">{labels.none}</span>}
    </fieldset>
  );
}

function StepForm({ type, icon, offer }: { type: "undo" | "redo"; icon: "undo" | "redo"; offer: StepOffer }) {
  if (!offer) return null;
  return (
    <Form method="post" id={`${type}-step`} preventScrollReset>
      <input type="hidden" name="form" value="steps" />
      <input type="hidden" name="type" value={type} />
      <input type="hidden" name="version" value={offer.version} />
      <SubmitButton size="small" variant="regular" icon={icon}>
        {offer.words}
      </SubmitButton>
    </Form>
  );
}
