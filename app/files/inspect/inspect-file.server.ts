import fs, { type FileHandle } from "node:fs/promises";
import { fileTypeFromBuffer } from "file-type";
import type { ContentFault, MediaType } from "~/domain/files/media-type";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { orUnavailable } from "../disk-errors.server";
import { inspectJpeg } from "./jpeg.server";
import { inspectJson } from "./json.server";
import { inspectPdf } from "./pdf.server";
import { inspectPlainText, isWide } from "./plain-text.server";
import { inspectPng } from "./png.server";
import { endsAsZip, readAt } from "./slices.server";
import { inspectWebp } from "./webp.server";
import { inspectWorkbook } from "./workbook.server";
import { inspectXml } from "./xml.server";

export type Inspected = Result<MediaType, ContentFault>;

/** What the library wants to see of a file. */
const HEAD_BYTES = 4_100;
/** PDF readers look for their mark in so many bytes, wherever it stands. */
const PDF_MARK_WITHIN = 1_024;
const MARK = {
  zip: Buffer.from("PK"),
  pdf: Buffer.from("%PDF-"),
} as const;
const ARCHIVES = /zip|tar|7z|rar|compress|bzip|cab|lzh|lz4|zstd|x-xz|x-ar|x-arj|x-ace|lzip|rpm|deb/;

/**
 * What a file is, told from its bytes alone, or why it is not kept. Reads in slices: neither memory nor the time between
 * two turns of the event loop grows with the file. Throws `unavailable` where the disk cannot be read.
 */
export async function inspectFile(path: string): Promise<Inspected> {
  return orUnavailable(async () => {
    const file = await fs.open(path, "r");
    try {
      return await inspect(file, path, (await file.stat()).size);
    } finally {
      await file.close();
    }
  });
}

async function inspect(file: FileHandle, path: string, bytes: number): Promise<Inspected> {
  if (bytes === 0) return refuse("empty-file");
  const head = await readAt(file, 0, HEAD_BYTES);
  // A package of Office is an archive to the library as long as it sees the beginning alone.
  if (head.subarray(0, 2).equals(MARK.zip)) return toMedia(await inspectWorkbook(path, bytes), "workbook");
  const isPdf = head.subarray(0, MARK.pdf.length).equals(MARK.pdf);
  if (!isPdf && head.subarray(0, PDF_MARK_WITHIN).includes(MARK.pdf)) return refuse("two-in-one");
  if (await endsAsZip(file, bytes)) return refuse("two-in-one");
  if (isPdf) return toMedia(await inspectPdf(file, bytes), "pdf");
  // The library takes the mark of UTF-16 for the beginning of a sound.
  if (isWide(head)) return toMedia(await inspectPlainText(file), "text");
  const known = await fileTypeFromBuffer(head).catch(() => undefined);
  const mime = known?.mime;
  switch (mime) {
    case "image/png":
      return toMedia(await inspectPng(file, bytes), "png");
    case "image/jpeg":
      return toMedia(await inspectJpeg(file, bytes), "jpeg");
    case "image/webp":
      return toMedia(await inspectWebp(file, bytes), "webp");
    case undefined:
    case "application/xml":
      return inspectText(file, head);
    default:
      return refuse(ARCHIVES.test(mime) ? "archive" : "unknown-type");
  }
}

const MEDIA = {
  pdf: "application/pdf",
  workbook: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  png: "image/png",
  jpeg: "image/jpeg",
  webp: "image/webp",
  json: "application/json",
  xml: "application/xml",
  text: "text/plain",
} as const satisfies Record<string, MediaType>;

function toMedia(fault: ContentFault | null, kind: keyof typeof MEDIA): Inspected {
  return fault === null ? accept(MEDIA[kind]) : refuse(fault);
}

/** Text begins with what it is: `{` or `[` with JSON, `<` with XML and with all that only looks like it; else it is a text. */
async function inspectText(file: FileHandle, head: Buffer): Promise<Inspected> {
  const beginning = head
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (/^[[{]/.test(beginning)) return toMedia(await inspectJson(file), "json");
  if (beginning.startsWith("<?xml") || /^<[A-Za-z_!]/.test(beginning)) {
    if (/^<(!doctype\s+html|html|script|svg|body|head|iframe|math)\b/i.test(beginning))
      return refuse("active-page");
    return toMedia(await inspectXml(file), "xml");
  }
  return toMedia(await inspectPlainText(file), "text");
}
