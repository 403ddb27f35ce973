import { useRouteLoaderData } from "@remix-run/react";
import { type FormEvent, useEffect, useMemo, useState } from "react";
import type { ShellData } from "~/components/shell/viewer";
import type { RiskPart } from "~/domain/risk/assessment-parts";
import { type FieldStore, fieldStoreFor, type KeptForm, keptParts } from "./kept-fields";
import { type RiskFields, textOfForm } from "./risk-form";
import type { RiskPageParts } from "./risk-parts";

type Place = Pick<RiskPageParts, "modelId" | "element">;

function useOwner(): string {
  return useRouteLoaderData<ShellData>("root")?.viewer?.email ?? "";
}

/** Where the browser keeps what is filled in to a form. */
export function useFieldStore({ modelId, element: { kind, id } }: Place, form: KeptForm): FieldStore {
  const owner = useOwner();
  return useMemo(
    () => fieldStoreFor({ owner, modelId, element: { kind, id } }, form),
    [owner, modelId, kind, id, form],
  );
}

/** Other steps in which something waits to be sent; none before the page is alive. */
export function useKeptParts(
  { modelId, element: { kind, id } }: Place,
  shown: string,
): ReadonlyArray<RiskPart> {
  const owner = useOwner();
  const [parts, setParts] = useState<ReadonlyArray<RiskPart>>([]);
  useEffect(() => {
    const all = keptParts({ owner, modelId, element: { kind, id } });
    setParts(all.filter((part) => part !== shown));
  }, [owner, modelId, kind, id, shown]);
  return parts;
}

/**
 * For a form that saves nothing by itself: keeps what is filled in until it is submitted, and brings back what an
 * earlier visit left. `token` changes when what the form says has been done.
 */
export function useKeptForm(place: Place, form: KeptForm, token: string) {
  const store = useFieldStore(place, form);
  const [kept, setKept] = useState<RiskFields | null>(null);
  useEffect(() => setKept(store.left(token)?.fields ?? null), [store, token]);
  return {
    kept,
    handlers: {
      onChange: ({ currentTarget }: FormEvent<HTMLFormElement>) =>
        void store.write(token, textOfForm(currentTarget)),
      onSubmit: () => store.submitted(),
    },
  };
}
