import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { Button } from "~/components/button";
import type { ZoneChoice } from "~/components/model/choices";
import { indentedName } from "~/components/model/indent";
import { Section } from "~/components/section";
import { SelectField } from "~/components/select-field";
import { useTranslation } from "~/i18n/use-translation";
import { tidyModel } from "./tidy-model";

type TidyFormProps = {
  modelId: string;
  version: number;
  hasZones: boolean;
  zones: ReadonlyArray<ZoneChoice>;
};
type State =
  | { kind: "idle" | "running" }
  | { kind: "unchanged" | "cancelled" | "failed" }
  | { kind: "done"; moved: number };

/** Layout of the diagram on request, for whoever does not open it. Elk works in the browser: without a script there is none. */
export function TidyForm({ modelId, version, hasZones, zones }: TidyFormProps) {
  const { t } = useTranslation("overlay");
  const { revalidate } = useRevalidator();
  const [isReady, setIsReady] = useState(false);
  const [state, setState] = useState<State>({ kind: "idle" });
  const [inside, setInside] = useState("");
  const running = useRef<AbortController>();
  useEffect(() => {
    setIsReady(true);
    return () => running.current?.abort();
  }, []);
  if (!isReady || !hasZones) return null;
  const choices = holders(zones);
  // What was chosen may be gone by now: then it is all of them.
  const zoneId = choices.find(({ id }) => id === inside)?.id ?? null;

  async function start(): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    setState({ kind: "running" });
    try {
      const moved = await tidyModel({ modelId, version, zoneId }, controller.signal);
      setState(moved === 0 ? { kind: "unchanged" } : { kind: "done", moved });
      if (moved > 0) revalidate();
    } catch {
      setState({ kind: controller.signal.aborted ? "cancelled" : "failed" });
    } finally {
      running.current = undefined;
    }
  }

  return (
    <Section id="tidy" title={t("tidy.all")} description={t("table:tidy.text")}>
      <div className="flex flex-wrap items-end gap-3 print:hidden">
        <SelectField
          name="tidy-inside"
          label={t("table:tidy.what")}
          placeholder={t("table:tidy.all")}
          value={zoneId ?? ""}
          onChange={({ target }) => setInside(target.value)}
          options={choices.map((zone) => ({ value: zone.id, label: indentedName(zone) }))}
        />
        {state.kind === "running" ? (
          <Button icon="cross" onClick={() => running.current?.abort()}>
            {t("tidy.cancel")}
          </Button>
        ) : (
          <Button icon="tidy" onClick={() => void start()}>
            {t("table:tidy.start")}
          </Button>
        )}
        <span role="status">
          <Words state={state} />
        </span>
      </div>
    </Section>
  );
}

/** Zones with zones inside: in a tree the next one stands deeper. */
function holders(zones: ReadonlyArray<ZoneChoice>): ReadonlyArray<ZoneChoice> {
  return zones.filter(({ depth }, place) => (zones[place + 1]?.depth ?? 0) > depth);
}

function Words({ state }: { state: State }) {
  const { t } = useTranslation("overlay");
  switch (state.kind) {
    case "idle":
      return null;
    case "running":
      return t("waiting");
    case "done":
      return t("tidy.done", { count: state.moved });
    case "unchanged":
    case "cancelled":
    case "failed":
      return t(`tidy.${state.kind}`);
  }
}
