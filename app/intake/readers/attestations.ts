import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { accept, refuse } from "~/domain/shared/result";
import { hasAttestations, readAttestations } from "~/formats/attestations/read";
import { refusalOf } from "../look";
import type { FileReader } from "../reader";
import { foundIn } from "./stated";

/** A CycloneDX document (1.6 and later) with attestations, whatever else is in it. */
export const attestationsReader: FileReader = {
  kind: "attestations",
  recognises(look) {
    const json = look.json();
    return json?.ok === true && hasAttestations(json.value);
  },
  read(look, ground, tell) {
    const json = look.json();
    if (!json?.ok) return refuse(refusalOf("not-json"));
    tell("comparing");
    return accept(foundIn(readAttestations(json.value, { requirements: COMPONENT_REQUIREMENTS }), ground));
  },
};
