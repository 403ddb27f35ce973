import { REFERENCE_PROTOCOL_BY_ID } from "~/catalogue/reference-zones";
import type { DataHandling, NetworkNeed } from "~/domain/declaration/facts";

type Where = Pick<NetworkNeed, "direction" | "peer">;
export const OUT: Where = { direction: "outbound", peer: "hospital" };
export const IN: Where = { direction: "inbound", peer: "hospital" };
export const FROM_SUPPLIER: Where = { direction: "inbound", peer: "supplier" };
export const TO_SUPPLIER: Where = { direction: "outbound", peer: "supplier" };
export const FROM_INTERNET: Where = { direction: "inbound", peer: "internet" };
export const TO_INTERNET: Where = { direction: "outbound", peer: "internet" };

/** A flow over a protocol of the catalogue, protected unless said otherwise. */
export function need(
  protocolId: string,
  where: Where,
  purpose: string,
  rest: Partial<NetworkNeed> = {},
): NetworkNeed {
  const protocol = REFERENCE_PROTOCOL_BY_ID.get(protocolId);
  if (!protocol) throw new Error(`the catalogue has no protocol ${protocolId}`);
  const { port, transports } = protocol;
  return {
    protocol: protocolId,
    transport: transports[0] ?? "tcp",
    ports: port === null ? "" : String(port),
    ...where,
    encrypted: true,
    authenticated: true,
    required: true,
    purpose,
    ...rest,
  };
}

export const PLAIN = { encrypted: false, authenticated: false } as const;
export const OPTIONAL = { required: false } as const;

type Kept = "stored" | "sent" | "both" | "neither";

/** One class of data; encryption where it is kept and on the way, null = not stated. */
export function data(
  dataClass: DataHandling["dataClass"],
  kept: Kept,
  encryptedAtRest: boolean | null,
  encryptedInTransit: boolean | null,
): DataHandling {
  return {
    dataClass,
    stored: kept === "stored" || kept === "both",
    sent: kept === "sent" || kept === "both",
    encryptedAtRest,
    encryptedInTransit,
  };
}
