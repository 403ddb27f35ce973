import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";

/** `shouldRevalidate` of a page whose form may be refused because what is on the screen is out of date. */
export function revalidateAfterRefusal({
  actionStatus,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  return actionStatus === 422 || defaultShouldRevalidate;
}
