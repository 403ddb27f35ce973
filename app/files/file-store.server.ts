import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import fs, { type FileHandle } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import type { Result } from "~/domain/shared/result";
import { orUnavailable } from "./disk-errors.server";
import { takeTurns } from "./turns.server";

/** A file on its way in. Both ids were made by the portal. */
export type PartKey = { organisationId: string; uploadId: string };
export type KeptKey = { organisationId: string; sha256: string };
export type Digest = { bytes: number; sha256: string };
export type Sealed = Digest & { path: string };

/** Where a part ended after what came was written; `isOver` where more came than there was room for: nothing of it is kept. */
export type Appended = { offset: number; isOver: boolean };

export type FileStore = {
  /** True where a file of so many bytes leaves the disk enough for the database beside it. */
  hasSpaceFor(bytes: number): Promise<boolean>;
  receivedOf(part: PartKey): Promise<Digest>;
  /**
   * Writes what comes behind what is there, until the body ends, breaks off or somebody else goes on with the same part.
   * `admit` is asked with the bytes received so far and says how many may follow.
   */
  append<Refusal>(
    part: PartKey,
    body: AsyncIterable<Uint8Array>,
    admit: (received: number) => Result<{ bytes: number }, Refusal>,
  ): Promise<Appended | { refusal: Refusal }>;
  /** A copy that nobody writes to any more, hashed while it was made. It is to be kept or discarded. */
  seal(part: PartKey): Promise<Sealed>;
  /** Moves a sealed copy to its address. On return it is on the disk. */
  keep(organisationId: string, sealed: Sealed): Promise<void>;
  discard(sealed: Sealed): Promise<void>;
  remove(part: PartKey): Promise<void>;
  /** Removes parts that nobody has written to since a moment; answers how many. */
  removePartsBefore(moment: Date): Promise<number>;
  /** Opens a kept file after its bytes were found to be the ones that were kept; undefined where they are not, or gone. */
  read(file: KeptKey): Promise<{ bytes: number; stream: Readable } | undefined>;
  /** Where a kept file lies on this disk, under the same condition; for processes that read it themselves. */
  locate(file: KeptKey): Promise<string | undefined>;
  /** Removes a kept file, unless it has come anew since a moment. */
  removeKept(file: KeptKey, unlessSince: Date): Promise<void>;
};

/** What uploads leave free: the database lies on the same disk. */
const RESERVE_BYTES = 256 * 1024 * 1024;
const PLAIN_NAME = /^[A-Za-z0-9_-]{1,64}$/;

/** The store in a folder, which is made where it is missing with the first file. */
export function openFileStore(folder: string): FileStore {
  const turns = takeTurns();
  const incoming = (part: PartKey, ending: string) =>
    path.join(folder, "incoming", plain(part.organisationId), `${plain(part.uploadId)}.${ending}`);
  const kept = ({ organisationId, sha256 }: KeptKey) =>
    path.join(folder, "kept", plain(organisationId), sha256.slice(0, 2), plain(sha256));
  const turnOf = ({ organisationId, uploadId }: PartKey) => `${organisationId}/${uploadId}`;

  return {
    hasSpaceFor: (bytes) =>
      orUnavailable(async () => {
        await makeFolder(folder);
        const { bavail, bsize } = await fs.statfs(folder);
        return bavail * bsize - bytes >= RESERVE_BYTES;
      }),
    receivedOf: (part) => orUnavailable(() => digestOf(incoming(part, "part"))),
    append: (part, body, admit) =>
      turns(turnOf(part), (stopped) =>
        orUnavailable(async () => {
          const file = incoming(part, "part");
          await makeFolder(path.dirname(file));
          const received = await sizeOf(file);
          const admitted = admit(received);
          if (!admitted.ok) return { refusal: admitted.refusal };
          const handle = await fs.open(file, "a", 0o600);
          try {
            return await write(handle, { body, stopped, received, room: admitted.value.bytes });
          } finally {
            await handle.close();
          }
        }),
      ),
    seal: (part) =>
      turns(turnOf(part), () =>
        orUnavailable(async () => {
          const sealed = incoming(part, `${randomUUID()}.sealed`);
          return { ...(await copyHashed(incoming(part, "part"), sealed)), path: sealed };
        }),
      ),
    keep: (organisationId, sealed) =>
      orUnavailable(async () => {
        const address = kept({ organisationId, sha256: sealed.sha256 });
        await makeFolder(path.dirname(address));
        await fs.rename(sealed.path, address);
        await syncFolder(path.dirname(address));
      }),
    discard: (sealed) => orUnavailable(() => fs.rm(sealed.path, { force: true })),
    remove: (part) =>
      turns(turnOf(part), () => orUnavailable(() => fs.rm(incoming(part, "part"), { force: true }))),
    removePartsBefore: (moment) => orUnavailable(() => removeOld(path.join(folder, "incoming"), moment)),
    read: (key) =>
      orUnavailable(async () => {
        const file = kept(key);
        const found = await digestOf(file);
        if (found.sha256 !== key.sha256) return undefined;
        return { bytes: found.bytes, stream: createReadStream(file) };
      }),
    locate: (key) =>
      orUnavailable(async () => {
        const file = kept(key);
        return (await digestOf(file)).sha256 === key.sha256 ? file : undefined;
      }),
    removeKept: (key, unlessSince) =>
      orUnavailable(async () => {
        const file = kept(key);
        const aside = path.join(folder, "incoming", plain(key.organisationId), `${plain(key.sha256)}.going`);
        await makeFolder(path.dirname(aside));
        // Aside first: what has come anew in this very moment must not go with it.
        if (!(await renamed(file, aside))) return;
        const { mtime } = await fs.stat(aside);
        if (mtime >= unlessSince) await fs.rename(aside, file);
        else await fs.rm(aside, { force: true });
      }),
  };
}

/** Ids are ours; that no other name ever reaches the disk is checked all the same. */
function plain(name: string): string {
  if (!PLAIN_NAME.test(name)) throw new Error("a name that is no id cannot be a file's");
  return name;
}

type Writing = {
  body: AsyncIterable<Uint8Array>;
  stopped: Promise<"stopped">;
  received: number;
  room: number;
};

async function write(handle: FileHandle, { body, stopped, received, room }: Writing): Promise<Appended> {
  const chunks = body[Symbol.asyncIterator]();
  let offset = received;
  for (;;) {
    // A body that breaks off leaves what has come: the sender goes on from there.
    const next = await Promise.race([chunks.next(), stopped]).catch(() => "broken" as const);
    if (next === "broken" || next === "stopped" || next.done) {
      if (next === "stopped") void chunks.return?.().catch(() => undefined);
      return { offset, isOver: false };
    }
    if (offset + next.value.length > received + room) {
      await handle.truncate(received);
      void chunks.return?.().catch(() => undefined);
      return { offset: received, isOver: true };
    }
    await handle.appendFile(next.value);
    offset += next.value.length;
  }
}

async function digestOf(file: string): Promise<Digest> {
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(file)) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  return { bytes, sha256: hash.digest("hex") };
}

async function copyHashed(from: string, to: string): Promise<Digest> {
  const hash = createHash("sha256");
  let bytes = 0;
  await makeFolder(path.dirname(to));
  const copy = await fs.open(to, "w", 0o600);
  try {
    for await (const chunk of createReadStream(from)) {
      hash.update(chunk);
      bytes += chunk.length;
      await copy.appendFile(chunk);
    }
    await copy.sync();
  } catch (error) {
    // Nothing has come yet.
    if (!isMissing(error)) throw error;
  } finally {
    await copy.close();
  }
  return { bytes, sha256: hash.digest("hex") };
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await fs.stat(file)).size;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
}

async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await fs.rename(from, to);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function removeOld(folder: string, moment: Date): Promise<number> {
  let removed = 0;
  for (const organisation of await listFolder(folder))
    for (const name of await listFolder(path.join(folder, organisation))) {
      const file = path.join(folder, organisation, name);
      const { mtime } = await fs.stat(file);
      if (mtime >= moment) continue;
      await fs.rm(file, { force: true });
      removed += 1;
    }
  return removed;
}

async function listFolder(folder: string): Promise<ReadonlyArray<string>> {
  try {
    return await fs.readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function makeFolder(folder: string): Promise<void> {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
}

/** A name is on the disk when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await fs.open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
