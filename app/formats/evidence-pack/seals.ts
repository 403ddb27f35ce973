import { completeContent, type DeclarationContent } from "~/domain/declaration/declaration";
import { canonicalJson } from "~/domain/shared/canonical-json";
import { faultsOfSeal, readSealedFile, type VerifySignature } from "../cordon-json/sealed-file";
import { fault, type PackFault } from "./fault";
import { PACK_FILES, PACK_FOLDERS } from "./manifest";
import type { EvidencePack } from "./read";

type Seal = { fault: PackFault } | { fault: null; content: string };

export type Seals = {
  count: number;
  /** What the suppliers' files themselves lack, whether or not a decision rests on them. */
  faults: () => ReadonlyArray<PackFault>;
  /** The signed content as canonical JSON; null where the file is not there or its seal does not hold. */
  contentOf: (name: string) => string | null;
};

/** The suppliers' signed declarations in a pack. Each is looked at once, however many decisions rest on it. */
export function openSeals(
  { files }: EvidencePack,
  verify: VerifySignature,
  trustedKey: string | null,
): Seals {
  const names = [...files.keys()].filter(
    (name) => name === PACK_FILES.declaration || name.startsWith(PACK_FOLDERS.sealed),
  );
  const seals = new Map(
    names.map((name) => [name, sealIn(name, files.get(name) ?? new Uint8Array(), verify, trustedKey)]),
  );
  return {
    count: names.length,
    faults: () => [...seals.values()].flatMap((seal) => seal.fault ?? []),
    contentOf(name) {
      const seal = seals.get(name);
      return seal?.fault === null ? seal.content : null;
    },
  };
}

function sealIn(name: string, bytes: Uint8Array, verify: VerifySignature, trustedKey: string | null): Seal {
  const sealed = readSealedFile(bytes);
  if (!sealed.ok) return { fault: fault("file-unreadable", name) };
  const [first] = faultsOfSeal(sealed.value, verify, trustedKey);
  if (first !== undefined) return { fault: fault("declaration-seal", detailOf(name, first)) };
  const { supplier, product, release, signedOn, seal, ...content } = JSON.parse(sealed.value.statement);
  // Sealed by the portal, as was just shown: a content of ours.
  return { fault: null, content: canonicalJson(completeContent(content as DeclarationContent)) };
}

/** A pack of one decision has one such file, and needs no name for it. */
function detailOf(name: string, first: string): string {
  return name === PACK_FILES.declaration ? first : `${name}: ${first}`;
}
