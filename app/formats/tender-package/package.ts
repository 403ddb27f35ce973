import { strToU8, zipSync } from "fflate";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { readZip, type ZipError, type ZipLimits } from "../zip/read-zip";

/** What lies in a package under which name; a folder for each where it holds several zone classes. */
export const PACKAGE_FILES = {
  readMe: "read-me.txt",
  zone: "zone.cordon.json",
  pdf: "requirements.pdf",
  docx: "requirements.docx",
} as const;

export type PackageLot = {
  /** Empty where there is one alone. */
  folder: string;
  /** The sealed zone file. */
  zone: string;
  pdf: Uint8Array;
  docx: Uint8Array;
};

const LIMITS: ZipLimits = { entries: 256, entryBytes: 64_000_000, totalBytes: 256_000_000, ratio: 200 };

/** What is asked, for people and for programs, as one archive. Every entry bears the moment it was sealed. */
export function writePackage({
  readMe,
  lots,
  at,
}: {
  readMe: string;
  lots: ReadonlyArray<PackageLot>;
  at: Date;
}): Uint8Array {
  const inFolder = (folder: string, name: string) => (folder === "" ? name : `${folder}/${name}`);
  const entries = lots.flatMap(
    ({ folder, zone, pdf, docx }): ReadonlyArray<[string, Uint8Array]> => [
      [inFolder(folder, PACKAGE_FILES.zone), strToU8(zone)],
      [inFolder(folder, PACKAGE_FILES.pdf), pdf],
      [inFolder(folder, PACKAGE_FILES.docx), docx],
    ],
  );
  const files = Object.fromEntries([[PACKAGE_FILES.readMe, strToU8(readMe)], ...entries]);
  return zipSync(files, { mtime: at });
}

export type PackageError = ZipError | "no-zone";

/** The zone files of a package by their names in it; whatever else lies there is for people. Never throws. */
export function readZonesOfPackage(
  bytes: Uint8Array,
): Result<ReadonlyArray<{ name: string; bytes: Uint8Array }>, PackageError> {
  const isZone = (name: string) => name === PACKAGE_FILES.zone || name.endsWith(`/${PACKAGE_FILES.zone}`);
  const read = readZip(bytes, LIMITS, isZone);
  if (!read.ok) return read;
  const zones = [...read.value].map(([name, file]) => ({ name, bytes: file }));
  return zones.length === 0 ? refuse("no-zone") : accept(zones);
}
