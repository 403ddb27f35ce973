import type { FileHandle } from "node:fs/promises";
import type { ContentFault } from "~/domain/files/media-type";
import { slicesOf } from "./slices.server";
import { utf8Checker } from "./utf8.server";

/** `JSON.stringify` and recursive validators overflow at 10,000; nothing that is meant needs more than this. */
export const MAX_DEPTH = 64;
const LONGEST_WORD = 400;
const WORD = /^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)$/;

const BYTE = {
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const;

/** What may come next. */
type Expected = "value" | "value-or-end" | "name" | "name-or-end" | "colon" | "comma-or-end" | "nothing";

/** Null where the bytes are one object or list of JSON (RFC 8259) in UTF-8, nested no deeper than {@link MAX_DEPTH}. */
export async function inspectJson(file: FileHandle): Promise<ContentFault | null> {
  const scan = jsonScanner();
  const isUtf8 = utf8Checker();
  for await (const slice of slicesOf(file)) {
    if (!isUtf8(slice, false)) return "damaged";
    const fault = scan.take(slice);
    if (fault) return fault;
  }
  return isUtf8(Buffer.alloc(0), true) && scan.isComplete() ? null : "damaged";
}

/** Reads JSON byte by byte without keeping any of it: a stack of brackets and the word that is being read. */
function jsonScanner() {
  const open: Array<"object" | "list"> = [];
  let expected: Expected = "value";
  let isFirst = true;
  let string: "none" | "value" | "name" = "none";
  /** -1 where no escape is being read, else the hexadecimal digits that are still to come; 5 before its letter. */
  let escapeLeft = -1;
  let word = "";

  const afterValue = (): void => {
    expected = open.length === 0 ? "nothing" : "comma-or-end";
  };
  const endWord = (): boolean => {
    if (word === "") return true;
    const isGood = WORD.test(word) && open.length > 0;
    word = "";
    afterValue();
    return isGood;
  };
  const takesValue = () => expected === "value" || expected === "value-or-end";

  function takeInString(byte: number): boolean {
    if (escapeLeft === 5) {
      if (byte === 0x75) escapeLeft = 4;
      else if (`"\\/bfnrt`.includes(String.fromCharCode(byte))) escapeLeft = -1;
      else return false;
      return true;
    }
    if (escapeLeft > 0) {
      escapeLeft = escapeLeft === 1 ? -1 : escapeLeft - 1;
      return /[0-9a-fA-F]/.test(String.fromCharCode(byte));
    }
    if (byte === BYTE.backslash) escapeLeft = 5;
    else if (byte === BYTE.quote) {
      if (string === "name") expected = "colon";
      else afterValue();
      string = "none";
    } else return byte >= 0x20;
    return true;
  }

  function takeOutside(byte: number): boolean {
    switch (byte) {
      case BYTE.quote:
        if (takesValue()) string = "value";
        else if (expected === "name" || expected === "name-or-end") string = "name";
        return string !== "none" && open.length > 0;
      case BYTE.openObject:
      case BYTE.openList:
        if (!takesValue()) return false;
        open.push(byte === BYTE.openObject ? "object" : "list");
        expected = byte === BYTE.openObject ? "name-or-end" : "value-or-end";
        return true;
      case BYTE.closeObject:
        if (expected !== "name-or-end" && expected !== "comma-or-end") return false;
        if (open.pop() !== "object") return false;
        afterValue();
        return true;
      case BYTE.closeList:
        if (expected !== "value-or-end" && expected !== "comma-or-end") return false;
        if (open.pop() !== "list") return false;
        afterValue();
        return true;
      case BYTE.comma:
        if (expected !== "comma-or-end") return false;
        expected = open.at(-1) === "object" ? "name" : "value";
        return true;
      case BYTE.colon:
        if (expected !== "colon") return false;
        expected = "value";
        return true;
    }
    return false;
  }

  return {
    take(slice: Buffer): ContentFault | null {
      const start = isFirst && slice.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
      isFirst = false;
      for (let at = start; at < slice.length; at += 1) {
        const byte = slice[at] ?? 0;
        if (string !== "none") {
          if (!takeInString(byte)) return "damaged";
          continue;
        }
        if (isOfWord(byte)) {
          if (word === "" && !takesValue()) return "damaged";
          word += String.fromCharCode(byte);
          if (word.length > LONGEST_WORD) return "damaged";
          continue;
        }
        if (!endWord()) return "damaged";
        if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) continue;
        if (!takeOutside(byte)) return "damaged";
        if (open.length > MAX_DEPTH) return "nested-too-deeply";
      }
      return null;
    },
    isComplete: () => endWord() && expected === "nothing" && string === "none",
  };
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Letters, digits, sign and point: what numbers, `true`, `false` and `null` are made of. */
function isOfWord(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e ||
    byte === 0x45
  );
}
