// biome-ignore lint/style/noRestrictedImports: the one place that may
import { useActionData } from "@remix-run/react";
import { useState } from "react";

/**
 * What the portal answered to the form of this page; undefined where none was sent. A form that came to nothing (see
 * `keepForms`) changes nothing about it: what was refused before still stands beside what was typed.
 */
export function useOutcome<Action>(): ReturnType<typeof useActionData<Action>> {
  const answer = useActionData<Action>();
  const [outcome, setOutcome] = useState(answer);
  if (answer !== null && answer !== outcome) setOutcome(answer);
  return (answer === null ? outcome : answer) ?? undefined;
}
