import { z } from "zod";
import { MEDIA_TYPES, type MediaType } from "./media-type";

/** Control and format characters, among them the bidirectional overrides: a name would show as another one. */
const DECEPTIVE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u{FFFD}]/u;
/** Separators of paths, and what file systems of this world do not take in a name. */
const OF_PATHS = /[/\\:*?"<>|]/;
/** Names that are devices on Windows, with or without an ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const MAX_LENGTH = 150;
/** What other programs would run or open by themselves; anything else may stay a part of the name. */
const KNOWN_ENDING = /\.[a-z0-9]{1,8}$/i;

/**
 * The name of a file as a browser tells it: composed (NFC), without blanks around it, 1 to 150 characters. Characters of
 * control, direction and paths are refused, as are names of devices and those that begin or end with a dot.
 */
export const FileNameSchema = z
  .string()
  .max(1000, "file-name-too-long")
  .transform((name) => name.normalize("NFC").trim())
  .pipe(
    z
      .string()
      .min(1, "required")
      .max(MAX_LENGTH, "file-name-too-long")
      .refine((name) => !DECEPTIVE.test(name), "deceptive-characters")
      .refine(
        (name) => !OF_PATHS.test(name) && !DEVICE.test(name) && !/^\.|\.$/.test(name),
        "file-name-path",
      ),
  );

/** The name a file is handed out with: what was found in it decides the ending, never what it was called. */
export function nameForDownload(name: string, mediaType: MediaType): string {
  const ending = MEDIA_TYPES[mediaType];
  if (name.toLowerCase().endsWith(`.${ending}`)) return name;
  if (mediaType === "image/jpeg" && /\.jpe?g$/i.test(name)) return name;
  return `${name.replace(KNOWN_ENDING, "") || "file"}.${ending}`;
}
