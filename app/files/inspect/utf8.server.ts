/** Whether slices, one after the other, are UTF-8; a character may lie across two of them. */
export function utf8Checker(): (slice: Uint8Array, isLast: boolean) => boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  return (slice, isLast) => {
    try {
      decoder.decode(slice, { stream: !isLast });
      return true;
    } catch {
      return false;
    }
  };
}
