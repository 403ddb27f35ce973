import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { MDS2_QUESTIONS } from "~/catalogue/mds2-questions";
import type { SealFinding } from "~/domain/declaration/import-plan";
import { accept, refuse } from "~/domain/shared/result";
import { parseDeclarationFile } from "~/formats/cordon-json/parse";
import { faultsOfSeal, readSealedFile } from "~/formats/cordon-json/sealed-file";
import { statedInFile } from "~/formats/cordon-json/stated";
import { refusalOf } from "../look";
import type { FileReader, IntakeGround } from "../reader";
import { verifyEd25519 } from "../verify-signature";
import { foundIn } from "./stated";

const KNOWN = { requirements: COMPONENT_REQUIREMENTS, mds2Questions: MDS2_QUESTIONS };

/**
 * Cordon's own declaration file, sealed or not. It is strict: one wrong value refuses the whole with its place. What its
 * seal is worth is told and refuses nothing: what is taken over becomes a draft, and a draft is nobody's signature.
 */
export const cordonJsonReader: FileReader = {
  kind: "cordon-json",
  recognises(look) {
    const json = look.json();
    return json?.ok === true && "componentTypes" in json.value && "answers" in json.value;
  },
  read({ bytes }, ground, tell) {
    const parsed = parseDeclarationFile(bytes, KNOWN);
    if (!parsed.ok) {
      const [first] = parsed.refusal;
      return refuse(refusalOf("invalid", { pointer: first?.pointer ?? "" }, first?.message ?? ""));
    }
    tell("comparing");
    return accept({ ...foundIn(statedInFile(parsed.value), ground), seal: judgeSeal(bytes, ground) });
  },
};

/** White space and the order of members are nobody's statement: a file written anew is still what was sealed. */
function judgeSeal(bytes: Uint8Array, { portalKey }: Pick<IntakeGround, "portalKey">): SealFinding {
  const read = readSealedFile(bytes);
  if (!read.ok) {
    const isUnsigned = read.refusal.some(({ pointer, code }) => pointer === "/seal" && code === "missing");
    return { standing: isUnsigned ? "unsigned" : "altered", says: null };
  }
  const { signedBy, signedAt, keyId } = read.value.seal;
  const faults = faultsOfSeal(read.value, verifyEd25519, portalKey).filter((fault) => fault !== "rewritten");
  const isAltered = faults.some((fault) => fault !== "other-key");
  const standing = isAltered ? "altered" : faults.length > 0 ? "unknown-key" : "intact";
  return { standing, says: { signedBy: signedBy.name, signedAt, keyId } };
}
