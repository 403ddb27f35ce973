import type { ElementKind, ElementRef } from "~/domain/zone-model/zone-model";

const KINDS: ReadonlyArray<ElementKind> = ["zone", "conduit", "asset"];

/** The key of the element, `zone:icu`, in whose line or tick box the keyboard is; null elsewhere. */
export function focusedKey(): string | null {
  const at = document.activeElement;
  if (at instanceof HTMLInputElement && at.name === "chosen") return at.value;
  return at?.closest<HTMLElement>("[data-element]")?.dataset.element ?? null;
}

export function refOfKey(key: string): ElementRef | null {
  const [kindText, ...rest] = key.split(":");
  const kind = KINDS.find((known) => known === kindText);
  return kind ? { kind, id: rest.join(":") } : null;
}
