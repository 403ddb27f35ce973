import { modelRule, namesOfEnds, refTo } from "./rule";

/** A conduit is described by what flows in it; an empty one permits nothing or everything (IEC 62443-3-2 ZCR 6.4). */
export const conduitHasChannels = modelRule({
  id: "conduit-has-channels",
  clauses: [{ standard: "iec-62443-3-2", ref: "ZCR 6.4" }],
  severity: "warning",
  reads: ["zones", "conduits"],
  observe: (index) =>
    index.model.conduits
      .filter(({ channels }) => channels.length === 0)
      .map((conduit) => ({ element: refTo("conduit", conduit), params: namesOfEnds(index, conduit) })),
});
