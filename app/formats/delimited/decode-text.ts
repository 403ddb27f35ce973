import { accept, type Result, refuse } from "~/domain/shared/result";

export const TEXT_ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1250"] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];
export type DecodedText = { text: string; encoding: TextEncoding };

/**
 * Bytes as text: by their byte order mark, else as strict UTF-8, else as Windows-1250, which spreadsheets in central
 * Europe still write. Refused where a NUL byte shows that this is no text.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText, "not-text"> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, "utf-16be");
  if (bytes.includes(0)) return refuse("not-text");
  const utf8 = decoded(bytes, "utf-8");
  return utf8.ok ? utf8 : decoded(bytes, "windows-1250");
}

function decoded(bytes: Uint8Array, encoding: TextEncoding): Result<DecodedText, "not-text"> {
  try {
    return accept({ text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding });
  } catch {
    return refuse("not-text");
  }
}
