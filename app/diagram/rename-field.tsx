import { ViewportPortal } from "@xyflow/react";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import { AssetSchema, ConduitSchema, type ElementRef, ZoneSchema } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import type { Commands } from "./editing/edit-state";
import type { Box } from "./geometry";
import { TILE } from "./measures";

type RenameFieldProps = {
  element: ElementRef;
  /** Where the element is drawn. */
  box: Box;
  index: ZoneModelIndex;
  onCommit(commands: Commands): void;
  onEnd(): void;
};

const NAMES = {
  zone: ZoneSchema.shape.name,
  conduit: ConduitSchema.shape.name,
  asset: AssetSchema.shape.name,
};

/** A name typed where it is drawn. Enter and leaving the field take it, Escape leaves the old one. */
export function RenameField({ element, box, index, onCommit, onEnd }: RenameFieldProps) {
  const { t } = useTranslation("diagram");
  const before = nameOf(index, element);
  const [typed, setTyped] = useState(before);
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  const parsed = NAMES[element.kind].safeParse(typed);

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  /** An unfit name keeps the field open, but leaving it gives the name up. */
  const finish = (isLeaving: boolean) => {
    if (isDone.current || (!parsed.success && !isLeaving)) return;
    isDone.current = true;
    if (parsed.success && parsed.data !== before) onCommit([renaming(element, parsed.data)]);
    onEnd();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // None of the keys of the canvas are meant.
    event.stopPropagation();
    if (event.key !== "Escape") return;
    isDone.current = true;
    onEnd();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    finish(false);
  };

  return (
    <ViewportPortal>
      <form className="rename-field nodrag nopan nowheel" style={placeOf(element, box)} onSubmit={onSubmit}>
        <input
          ref={field}
          aria-label={t("rename.label", { name: before })}
          aria-invalid={!parsed.success}
          autoComplete="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => finish(true)}
        />
      </form>
    </ViewportPortal>
  );
}

function nameOf(index: ZoneModelIndex, { kind, id }: ElementRef): string {
  const elements = { zone: index.zoneById, conduit: index.conduitById, asset: index.assetById };
  return elements[kind].get(id)?.name ?? "";
}

function renaming({ kind, id }: ElementRef, name: string): ZoneModelCommand {
  switch (kind) {
    case "zone":
      return { type: "update-zone", zoneId: id, changes: { name } };
    case "conduit":
      return { type: "update-conduit", conduitId: id, changes: { name } };
    case "asset":
      return { type: "update-asset", assetId: id, changes: { name } };
  }
}

function placeOf({ kind }: ElementRef, { x, y, width }: Box) {
  if (kind === "zone") return { left: x + 4, top: y + 3, width: Math.min(width - 8, 420) };
  return { left: x, top: y, width: Math.max(width, 1.6 * TILE.width) };
}
