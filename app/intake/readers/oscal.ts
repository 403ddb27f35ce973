import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { accept, refuse } from "~/domain/shared/result";
import { isComponentDefinition, readComponentDefinition } from "~/formats/oscal/read";
import { refusalOf } from "../look";
import type { FileReader } from "../reader";
import { foundIn } from "./stated";

/** An OSCAL component definition in JSON. */
export const oscalReader: FileReader = {
  kind: "oscal",
  recognises(look) {
    const json = look.json();
    return json?.ok === true && isComponentDefinition(json.value);
  },
  read(look, ground, tell) {
    const json = look.json();
    if (!json?.ok) return refuse(refusalOf("not-json"));
    tell("comparing");
    return accept(
      foundIn(readComponentDefinition(json.value, { requirements: COMPONENT_REQUIREMENTS }), ground),
    );
  },
};
