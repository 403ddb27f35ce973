import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  sign,
} from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import type { PortalKey } from "~/domain/declaration/seal";

const NAME = "signing-key.pem";

type Place = {
  /** Where the key is made on the first start. */
  folder: string;
  /** A key that the operator keeps elsewhere; null = the portal's own. */
  keyFile: string | null;
};

/**
 * The Ed25519 key that the portal seals with. Made once, readable by its owner alone; processes that share the folder
 * share it. Throws where it cannot be read, is another kind of key, or others can read the one in the folder.
 */
export function openPortalKey({ folder, keyFile }: Place): PortalKey {
  if (keyFile !== null) return toPortalKey(fs.readFileSync(keyFile, "utf8"), keyFile);
  const file = path.join(folder, NAME);
  if (!fs.existsSync(file)) makeKey(folder, file);
  if (process.platform !== "win32" && (fs.statSync(file).mode & 0o077) !== 0)
    throw new Error(`${file} can be read by others. Make it private: chmod 600 ${file}`);
  return toPortalKey(fs.readFileSync(file, "utf8"), file);
}

/** A key in the PEM form (PKCS #8) in which it is kept. */
export function newPrivateKey(): string {
  return generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

/** What a private key in PEM can do; `source` says in an error where it came from. */
export function toPortalKey(pem: string, source: string): PortalKey {
  const key = readKey(pem, source);
  const spki = createPublicKey(key).export({ type: "spki", format: "der" });
  const raw = spki.subarray(spki.length - 32);
  return {
    keyId: createHash("sha256").update(raw).digest("hex"),
    publicKey: raw.toString("base64"),
    sign: (message) => sign(null, message, key),
  };
}

function readKey(pem: string, source: string) {
  const key = parsePem(pem);
  if (key?.asymmetricKeyType !== "ed25519")
    throw new Error(`${source} is not a private Ed25519 key in PEM (PKCS #8)`);
  return key;
}

/** Null where it is none: what OpenSSL says about it helps nobody. */
function parsePem(pem: string) {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}

/** Complete before it has its name, and never in the place of another process's. */
function makeKey(folder: string, file: string): void {
  fs.mkdirSync(folder, { recursive: true });
  const draft = path.join(folder, `${NAME}.${randomUUID()}`);
  const handle = fs.openSync(draft, "wx", 0o600);
  try {
    fs.writeSync(handle, newPrivateKey());
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
  try {
    fs.linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    fs.unlinkSync(draft);
  }
}
