import type { PermittedChannel } from "~/domain/assessment/assessment";
import type { NetworkNeed } from "~/domain/declaration/facts";

/** HTTPS from the product to another zone of the hospital, protected; what it is for decides nothing. */
export function aNeed(overrides: Partial<NetworkNeed> = {}): NetworkNeed {
  return {
    protocol: "https",
    transport: "tcp",
    ports: "443",
    direction: "outbound",
    peer: "hospital",
    encrypted: true,
    authenticated: true,
    required: true,
    purpose: "",
    ...overrides,
  };
}

/** A channel that fits `aNeed()` exactly; of its protection nobody has said anything. */
export function aChannel(overrides: Partial<PermittedChannel> = {}): PermittedChannel {
  return {
    protocol: "HTTPS",
    transport: "tcp",
    ports: "443",
    direction: "outbound",
    peer: "hospital",
    encrypted: null,
    authenticated: null,
    ...overrides,
  };
}

export const HELD_AGAINST_CHANNELS = { declaredNetworkNeeds: true } as const;
