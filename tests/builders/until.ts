const PAUSE_MS = 5;

/** Waits for what others are busy with. There is no limit of its own: a test that waits in vain ends with its timeout. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
