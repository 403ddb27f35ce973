import type { DeclarationContent } from "../declaration/declaration";
import { PERSONAL_DATA_CLASSES } from "../declaration/fact-values";
import type { NetworkNeed, ProductFacts } from "../declaration/facts";
import type { Message, PermittedChannel, RequirementProfile } from "./assessment";

/** One flow through the boundary of a zone, whoever speaks of it. */
export type Flow = Pick<PermittedChannel, "protocol" | "transport" | "ports" | "direction" | "peer">;
/** A need without its purpose: words decide nothing. */
export type Need = Omit<NetworkNeed, "purpose">;
type Way = "outbound" | "inbound";

/** Null where needs are not held against channels, or where nobody knows the conduits. */
export function permittedChannelsOf({ policy, channels }: RequirementProfile) {
  return policy.declaredNetworkNeeds ? channels : null;
}

/** Null = not stated; empty = the product needs no network. */
export function networkNeedsOf({ facts }: DeclarationContent): ReadonlyArray<Need> | null {
  return facts.networkNeeds?.map(({ purpose: _, ...need }) => need) ?? null;
}

/** Stable name of a flow: what a firewall sees of it, and what it is called. */
export function nameOfFlow(flow: Flow): string {
  return `${labelOf(flow)} ${flow.direction} ${flow.peer}`;
}

/** `https tcp/443`; `icmp` alone where there is neither another name nor a port. */
export function labelOf({ protocol, transport, ports }: Flow): string {
  const name = protocol.trim().toLowerCase();
  return [name === transport ? "" : name, ports === "" ? transport : `${transport}/${portText(ports)}`]
    .filter((part) => part !== "")
    .join(" ");
}

/** Flows in a sentence of several: an arrow stands for the direction. */
export function listFlows(flows: ReadonlyArray<Flow>): string {
  const arrows = { outbound: "→", inbound: "←", both: "↔" } as const;
  return [...new Set(flows.map((flow) => `${labelOf(flow)} ${arrows[flow.direction]}`))].sort().join(", ");
}

/** A flow as parameters of a sentence; direction and peer are spoken. */
export function flowParams(flow: Flow): Message["params"] {
  return { flow: labelOf(flow), direction: [flow.direction], peer: [flow.peer] };
}

/** Each flow once, by name. Of a flow that is stated twice the stronger wish and the weaker protection count. */
export function distinctNeeds(needs: ReadonlyArray<Need>): ReadonlyArray<Need> {
  const byName = new Map<string, Need>();
  for (const need of needs) {
    const known = byName.get(nameOfFlow(need)) ?? need;
    byName.set(nameOfFlow(need), {
      ...need,
      required: need.required || known.required,
      encrypted: need.encrypted && known.encrypted,
      authenticated: need.authenticated && known.authenticated,
    });
  }
  return inOrderOfName([...byName.values()]);
}

/** Each channel once, by name: two conduits may permit the same. */
export function distinctChannels(channels: ReadonlyArray<PermittedChannel>): ReadonlyArray<PermittedChannel> {
  return inOrderOfName([...new Map(channels.map((channel) => [nameOfFlow(channel), channel])).values()]);
}

function inOrderOfName<One extends Flow>(flows: ReadonlyArray<One>): ReadonlyArray<One> {
  return [...flows].sort((a, b) => (nameOfFlow(a) < nameOfFlow(b) ? -1 : 1));
}

/** Both ways are two: a conduit may permit them with two channels. */
export function waysOf({ direction }: Pick<Flow, "direction">): ReadonlyArray<Way> {
  return direction === "both" ? ["outbound", "inbound"] : [direction];
}

/** The channels that would let a need through, one list per way that it needs. */
export function channelsFor(
  need: Need,
  channels: ReadonlyArray<PermittedChannel>,
): ReadonlyArray<ReadonlyArray<PermittedChannel>> {
  return waysOf(need).map((way) => channels.filter((channel) => letsThrough(channel, need, way)));
}

/** Firewalls see transport, ports, who opens the connection and the other end; names count only where there are no ports. */
export function letsThrough(channel: Flow, need: Flow, way: Way): boolean {
  if (channel.transport !== need.transport) return false;
  if (!waysOf(channel).includes(way)) return false;
  if (channel.peer !== need.peer && !(channel.peer === "internet" && need.peer === "supplier")) return false;
  if (channel.ports === "" && need.ports === "") return protocolOf(channel) === protocolOf(need);
  const permitted = portsOf(channel);
  const needed = portsOf(need);
  return permitted.low <= needed.low && needed.high <= permitted.high;
}

function protocolOf({ protocol }: Flow): string {
  return protocol.trim().toLowerCase();
}

export type PortRange = { low: number; high: number };
const ANY_PORT: PortRange = { low: 1, high: 65_535 };

/** Every port where none is named. */
export function portsOf({ ports }: Pick<Flow, "ports">): PortRange {
  if (ports === "") return ANY_PORT;
  const [low = ANY_PORT.low, high = low] = ports.split("-").map(Number);
  return { low, high };
}

function portText(ports: string): string {
  const { low, high } = portsOf({ ports });
  return low === high ? `${low}` : `${low}-${high}`;
}

/** True where the ranges leave no port of `whole` out. */
export function coverPorts(ranges: ReadonlyArray<PortRange>, whole: PortRange): boolean {
  let next = whole.low;
  for (const { low, high } of [...ranges].sort((a, b) => a.low - b.low))
    if (low <= next) next = Math.max(next, high + 1);
  return next > whole.high;
}

/** Whether personal data are stored or sent; null where the supplier has not said of every class of them that they are not. */
export function personalDataOf({ dataHandling }: ProductFacts): { stored: boolean; sent: boolean } | null {
  if (dataHandling === undefined) return null;
  const personal = dataHandling.filter(({ dataClass }) => PERSONAL_DATA_CLASSES.includes(dataClass));
  const found = { stored: personal.some(({ stored }) => stored), sent: personal.some(({ sent }) => sent) };
  const isDescribed = PERSONAL_DATA_CLASSES.every((one) =>
    personal.some(({ dataClass }) => dataClass === one),
  );
  return found.stored || found.sent || isDescribed ? found : null;
}

/** What is stated and not permitted, in the order of what is stated. */
export function notPermitted(
  permitted: ReadonlyArray<string>,
  stated: ReadonlyArray<string>,
): ReadonlyArray<string> {
  return stated.filter((value) => !permitted.includes(value));
}
