import { newChannel } from "~/domain/zone-model/new-elements";
import type { Channel } from "~/domain/zone-model/zone-model";
import { foldedWords } from "../folded";

export type KnownProtocol = {
  id: string;
  name: string;
  transports: ReadonlyArray<Channel["transport"]>;
  port: number | null;
  encryption: "yes" | "no" | "optional" | "partly";
};

const PORTS = /(?:^|[^\d.])(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?(?![\d.])/;

/**
 * Reads the label of a line as a channel: `HTTPS`, `DICOM 11112`, `tcp/443`. Undefined where it names no protocol that
 * is known: then it is a name and nothing is made up.
 */
export function protocolFinder(
  protocols: ReadonlyArray<KnownProtocol>,
): (label: string, channelId: string) => Channel | undefined {
  const byName = new Map<string, KnownProtocol>();
  const byPort = new Map<number, KnownProtocol | null>();
  const keys = [namesOf, shortNameOf].flatMap((keysOf) =>
    protocols.flatMap((protocol) => keysOf(protocol).map((key) => [key, protocol] as const)),
  );
  for (const [key, protocol] of keys) if (!byName.has(key)) byName.set(key, protocol);
  for (const protocol of protocols) {
    // A port that several use says nothing.
    if (protocol.port !== null) byPort.set(protocol.port, byPort.has(protocol.port) ? null : protocol);
  }
  return (label, channelId) => {
    const [stated, low, high] = PORTS.exec(label) ?? [];
    const words = foldedWords(
      (stated ? label.replace(stated, " ") : label).replace(/\b(tcp|udp|port)\b/gi, " "),
    );
    const port = low === undefined ? null : Number(low);
    const byWhole = byName.get(foldedWords(label));
    const protocol =
      byWhole ?? byName.get(words) ?? (words === "" && port !== null ? byPort.get(port) : undefined);
    if (!protocol) return undefined;
    const usual = protocol.port === null ? "" : String(protocol.port);
    const transport = /\budp\b/i.test(label) ? "udp" : (protocol.transports[0] ?? "tcp");
    const isPortStated = !byWhole && port !== null && port >= 1 && port <= 65_535;
    const isRange = high !== undefined && Number(high) > Number(low) && Number(high) <= 65_535;
    return {
      ...newChannel(channelId, protocol.name),
      ports: isPortStated ? `${port}${isRange ? `-${Number(high)}` : ""}` : usual,
      transport,
      encrypted: protocol.encryption === "yes" ? true : protocol.encryption === "no" ? false : null,
    };
  };
}

/** `HL7 v2 (MLLP)` is also called `HL7 v2` and `MLLP`. */
function namesOf({ id, name }: KnownProtocol): ReadonlyArray<string> {
  const outside = name.replace(/\([^)]*\)/g, " ");
  const inside = [...name.matchAll(/\(([^)]*)\)/g)].map(([, words]) => words ?? "");
  const parts = [outside, ...inside].flatMap((part) => [part, ...part.split(/[/,]/)]);
  return [...new Set([name, id, ...parts].map(foldedWords))].filter((key) => key.length > 1);
}

/**
 * `DICOM` for `DICOM upper layer`, `HL7 v2` for `HL7 v2 over MLLP`: what drawings usually say. Never for a protocol that is encrypted by itself, whose
 * short name is the one that is not (`LDAP over TLS`), nor for the name of a family.
 */
function shortNameOf({ name, encryption }: KnownProtocol): ReadonlyArray<string> {
  const [word = ""] = name.split(" ");
  const isShort = /^[A-Z0-9/-]{2,}$/.test(word) && !["IHE", "IEEE", "OPC"].includes(word);
  if (encryption === "yes" || !isShort) return [];
  return [word, name.split(" over ")[0] ?? word].map(foldedWords);
}
