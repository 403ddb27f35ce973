import type { Connection, FinalConnectionState } from "@xyflow/react";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { pointerOf } from "./canvas-pointer";
import type { Commands } from "./editing/edit-state";
import { newId } from "./editing/new-id";
import { fromConnect } from "./from-flow";
import type { Point } from "./geometry";

type ConnectingOptions = {
  index: ZoneModelIndex;
  commit(commands: Commands): void;
  zoneBelow(pointer: Point): string | null;
  choose(element: ElementRef): void;
};

/** A line dragged from a grip to a zone: let go anywhere in it, not only on a grip. */
export function useConnecting({ index, commit, zoneBelow, choose }: ConnectingOptions) {
  const connect = (from: string, to: string) => {
    const conduitId = newId();
    const commands = fromConnect(index, conduitId, from, to);
    if (commands.length === 0) return;
    commit(commands);
    choose({ kind: "conduit", id: conduitId });
  };
  return {
    onConnect: ({ source, target }: Connection) => connect(source, target),
    onConnectEnd(event: MouseEvent | TouchEvent, state: FinalConnectionState) {
      const from = state.fromNode?.id;
      const to = zoneBelow(pointerOf(event));
      if (from && to && !state.toHandle) connect(from, to);
    },
  };
}
