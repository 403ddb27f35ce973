import { zipSync } from "fflate";

/** Without a comment (APPNOTE 4.3.16). */
const END_BYTES = 22;
const OFFSET_IN_DIRECTORY_ENTRY = 42;
const END_SIGNATURE = 0x06054b50;

export type ArchiveWriter = {
  /** Throws where there is a file of that name already. */
  add: (name: string, bytes: Uint8Array) => void;
  /** The same, as it is: for what is packed already, or was written by somebody else. */
  addAsIs: (name: string, bytes: Uint8Array) => void;
  /** The archive, in pieces that belong one after the other. */
  end: () => ReadonlyArray<Uint8Array>;
};

/**
 * An archive whose files come one after the other, so that no more is held than what is packed already. The library
 * writes archives from memory or with sizes behind the files, which a reader has to search for; here it writes one per
 * file, and they are put together.
 */
export function openArchive(mtime: Date): ArchiveWriter {
  const names = new Set<string>();
  const parts: Array<Uint8Array> = [];
  const directory: Array<Uint8Array> = [];
  let length = 0;
  const write = (name: string, bytes: Uint8Array, how: { level?: 0 }) => {
    if (names.has(name)) throw new TypeError(`there is ${name} already`);
    names.add(name);
    const archive = zipSync({ [name]: bytes }, { mtime, ...how });
    const end = viewOf(archive, archive.length - END_BYTES);
    const directoryAt = end.getUint32(16, true);
    const entry = archive.slice(directoryAt, archive.length - END_BYTES);
    viewOf(entry, 0).setUint32(OFFSET_IN_DIRECTORY_ENTRY, length, true);
    directory.push(entry);
    parts.push(archive.slice(0, directoryAt));
    length += directoryAt;
  };
  return {
    add: (name, bytes) => write(name, bytes, {}),
    addAsIs: (name, bytes) => write(name, bytes, { level: 0 }),
    end() {
      const bytes = directory.reduce((sum, entry) => sum + entry.length, 0);
      const end = new Uint8Array(END_BYTES);
      const view = viewOf(end, 0);
      view.setUint32(0, END_SIGNATURE, true);
      view.setUint16(8, names.size, true);
      view.setUint16(10, names.size, true);
      view.setUint32(12, bytes, true);
      view.setUint32(16, length, true);
      return [...parts, ...directory, end];
    },
  };
}

function viewOf(bytes: Uint8Array, at: number): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset + at);
}
