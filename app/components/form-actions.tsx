import type { ReactNode } from "react";

/** The last row of a form. The primary button stands first: Enter presses the first submit button. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="form-actions">{children}</div>;
}
