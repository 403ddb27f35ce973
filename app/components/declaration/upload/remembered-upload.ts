import { z } from "zod";

/** An upload that this tab has begun: after the page was loaded again it can go on with the same file. */
const RememberedSchema = z.object({
  uploadId: z.string(),
  ticket: z.string(),
  name: z.string(),
  bytes: z.number(),
  sent: z.number(),
});
export type Remembered = z.output<typeof RememberedSchema>;

const keyOf = (address: string) => `cordon-upload-${address}`;

/** In the tab alone: a ticket is a secret, and another tab has its own uploads. */
export function rememberUpload(address: string, upload: Remembered | null): void {
  try {
    if (upload) sessionStorage.setItem(keyOf(address), JSON.stringify(upload));
    else sessionStorage.removeItem(keyOf(address));
  } catch {
    // Without storage an upload that is left begins anew.
  }
}

export function findRememberedUpload(address: string): Remembered | null {
  try {
    const parsed = RememberedSchema.safeParse(JSON.parse(sessionStorage.getItem(keyOf(address)) ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
