import { useNavigation } from "@remix-run/react";
import { type MouseEvent, useEffect, useState } from "react";
import { Button, type ButtonProps } from "./button";

/** A second click of the same hand; the router needs a moment before it says that the form is on its way. */
const DOUBLE_CLICK_MS = 500;
const lastPress = new WeakMap<HTMLFormElement, number>();

type Transition = { state: "idle" | "loading" | "submitting"; formData?: FormData | undefined };
type SubmitButtonProps = Omit<ButtonProps, "type" | "busy"> & { fetcher?: Transition };

/**
 * Sends its form once: while a form is on its way every submit button is deaf, and the one that was pressed shows
 * it. Enter in a field presses the first submit button, so that way is covered too.
 */
export function SubmitButton({ fetcher, variant = "primary", onClick, ...button }: SubmitButtonProps) {
  const navigation = useNavigation();
  const transition: Transition = fetcher ?? navigation;
  const isOnItsWay = transition.state !== "idle" && transition.formData !== undefined;
  const [isPressed, setIsPressed] = useState(false);

  useEffect(() => {
    if (transition.state === "idle") setIsPressed(false);
  }, [transition.state]);

  function press(event: MouseEvent<HTMLButtonElement>) {
    const { form } = event.currentTarget;
    const pressedAt = (form && lastPress.get(form)) ?? Number.NEGATIVE_INFINITY;
    if (isOnItsWay || event.timeStamp - pressedAt < DOUBLE_CLICK_MS) {
      event.preventDefault();
      return;
    }
    onClick?.(event);
    if (event.defaultPrevented || !isSendable(event.currentTarget)) return;
    if (form) lastPress.set(form, event.timeStamp);
    setIsPressed(true);
  }

  return (
    <Button
      {...button}
      type="submit"
      variant={variant}
      busy={isOnItsWay && isPressed}
      aria-disabled={isOnItsWay || button["aria-disabled"]}
      onClick={press}
    />
  );
}

/** False where the browser will keep the form back and show what is missing. */
function isSendable({ form, formNoValidate }: HTMLButtonElement): boolean {
  return form === null || form.noValidate || formNoValidate || form.checkValidity();
}
