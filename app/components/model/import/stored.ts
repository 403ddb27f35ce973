import { useEffect, useState } from "react";

/** What one tab keeps of an import, so that a reload or another page loses nothing that was typed. */
export function readStored<Value>(key: string): Value | null {
  try {
    const text = sessionStorage.getItem(key);
    // Written by this very module.
    return text === null ? null : (JSON.parse(text) as Value);
  } catch {
    return null;
  }
}

/** False where the browser's storage is full or switched off. */
export function store(key: string, value: unknown): boolean {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    remove(key);
    return false;
  }
}

/** What is too long must not leave behind what was kept before it. */
function remove(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing is kept where nothing can be removed.
  }
}

const DELAY_MS = 300;

/** State that outlives the page in this tab. The server knows nothing of it: it is read after the first paint. */
export function useStored<Value>(key: string, initial: Value) {
  const [value, setValue] = useState(initial);
  const [isRead, setIsRead] = useState(false);
  useEffect(() => {
    const stored = readStored<Value>(key);
    if (stored !== null) setValue(stored);
    setIsRead(true);
  }, [key]);
  useEffect(() => {
    if (!isRead) return;
    const keep = () => void store(key, value);
    const timer = setTimeout(keep, DELAY_MS);
    // Whoever leaves sooner must not find the import as it was before it was done.
    window.addEventListener("pagehide", keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pagehide", keep);
      keep();
    };
  }, [key, value, isRead]);
  return [value, setValue, isRead] as const;
}
