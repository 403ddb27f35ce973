import { useNavigation } from "@remix-run/react";
import { type MouseEvent, useEffect, useState } from "react";
import { Button, type ButtonProps } from "./button";

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
    if (isOnItsWay) {
      event.preventDefault();
      return;
    }
    onClick?.(event);
    if (!event.defaultPrevented && event.currentTarget.form?.checkValidity() !== false) setIsPressed(true);
  }

  return (
    <Button
      {...button}
      type="submit"
      variant={variant}
      busy={isOnItsWay && isPressed}
      aria-disabled={isOnItsWay || undefined}
      onClick={press}
    />
  );
}
