import { type PortalKey, sha256OfText, toBase64 } from "~/domain/declaration/seal";
import { canonicalJson } from "~/domain/shared/canonical-json";
import { sha256Of } from "~/domain/shared/fingerprint";
import { joined } from "../zip/bounded-output";
import { openArchive } from "../zip/open-archive";
import { type Manifest, PACK_FILES, PACK_FORMAT, type PackStatement } from "./manifest";

export type AboutPack = Pick<PackStatement, "hospital" | "subject" | "madeBy" | "madeAt">;

export type PackWriter = {
  /** Throws where there is a file of that name already. */
  add: (name: string, bytes: Uint8Array) => void;
  /**
   * The same for a file of people's: it is not packed. One that packs a thousandfold would look to readers like an archive
   * made to exhaust them.
   */
  addAsIs: (name: string, bytes: Uint8Array) => void;
  has: (name: string) => boolean;
  /** So many bytes come out of the archive as far as it is written. */
  bytes: () => number;
  /** The archive with its manifest, which the portal signs. Nothing may be added after it. */
  end: (key: PortalKey) => Uint8Array;
};

/** A pack that is written file by file: of the files themselves only what they were packed to is held. */
export function openPack(about: AboutPack): PackWriter {
  const archive = openArchive(new Date(about.madeAt));
  const files = new Map<string, PackStatement["files"][number]>();
  let total = 0;
  const list = (name: string, bytes: Uint8Array) => {
    if (name === PACK_FILES.manifest) throw new TypeError("the manifest is written here");
    files.set(name, { name, bytes: bytes.length, sha256: sha256Of(bytes) });
    total += bytes.length;
  };
  return {
    add(name, bytes) {
      archive.add(name, bytes);
      list(name, bytes);
    },
    addAsIs(name, bytes) {
      archive.addAsIs(name, bytes);
      list(name, bytes);
    },
    has: (name) => files.has(name),
    bytes: () => total,
    end(key) {
      archive.add(PACK_FILES.manifest, toBytes(manifestOf(about, [...files.values()], key)));
      return joined([...archive.end()]);
    },
  };
}

export type PackToWrite = AboutPack & {
  /** By name, in the order in which they are listed. */
  files: ReadonlyMap<string, Uint8Array>;
};

/** A pack whose files are all there. */
export function writePack({ files, ...about }: PackToWrite, key: PortalKey): Uint8Array {
  const pack = openPack(about);
  for (const [name, bytes] of files) pack.add(name, bytes);
  return pack.end(key);
}

function manifestOf(
  about: AboutPack,
  files: PackStatement["files"],
  { keyId, publicKey, sign }: PortalKey,
): Manifest {
  const statement: PackStatement = {
    format: PACK_FORMAT,
    ...about,
    files,
    algorithm: "Ed25519",
    keyId,
    publicKey,
  };
  const signed = canonicalJson(statement);
  return {
    ...statement,
    sha256: sha256OfText(signed),
    signature: toBase64(sign(new TextEncoder().encode(signed))),
  };
}

/** A value as a file: indented, so that people can read it. */
export function toBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}

/** The same in one line, for what lies in a pack by the thousand. */
export function toCompactBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value)}\n`);
}
