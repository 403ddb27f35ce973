import type { ElementKind, ElementRef } from "~/domain/zone-model/zone-model";

const KINDS: ReadonlyArray<ElementKind> = ["zone", "conduit", "asset"];

/** `zone:icu` as an address has it; undefined for anything else. */
export function toElementRef(text: string | null): ElementRef | undefined {
  const [kindText, ...rest] = (text ?? "").split(":");
  const kind = KINDS.find((known) => known === kindText);
  const id = rest.join(":");
  return kind && id !== "" ? { kind, id } : undefined;
}
