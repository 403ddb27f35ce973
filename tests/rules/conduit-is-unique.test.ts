import { expect, test } from "vitest";
import { flatVector } from "~/domain/security-level/security-level";
import { applyCommands } from "~/domain/zone-model/apply-command";
import { indexModel } from "~/domain/zone-model/queries";
import { conduitIsUnique } from "~/domain/zone-model/rules/conduit-is-unique";
import { aChannel, aConduit, aZone, aZoneModel } from "../builders/zone-model";
import { scenarios } from "./scenarios";

const zones = [aZone({ id: "imaging", name: "Imaging" }), aZone({ id: "archive", name: "Archive" })];
const first = aConduit({ id: "first", slTarget: { ...flatVector(1), DC: 3 } });
const reversed = aConduit({
  id: "reversed",
  fromZoneId: "archive",
  toZoneId: "imaging",
  slTarget: flatVector(2),
  channels: [aChannel({ id: "query", initiator: "from" })],
});
const doubled = aZoneModel({ zones, conduits: [first, reversed] });

scenarios(conduitIsUnique, [
  {
    name: "one conduit between two zones is no finding",
    given: aZoneModel({ zones, conduits: [first] }),
    expect: [],
  },
  {
    name: "a second one is a duplicate in either direction",
    given: doubled,
    expect: [
      {
        at: "conduit:reversed",
        related: ["conduit:first"],
        severity: "warning",
        params: { from: "Archive", to: "Imaging" },
        isFixable: true,
      },
    ],
  },
  {
    name: "wireless, remote and temporary links beside a wired one are other kinds",
    given: aZoneModel({
      zones,
      conduits: [
        first,
        { ...first, id: "radio", wireless: true },
        { ...first, id: "service", remoteAccess: true },
        { ...first, id: "loan", temporary: true },
      ],
    }),
    expect: [],
  },
  {
    name: "a copy with equal channels can go",
    given: aZoneModel({ zones, conduits: [first, { ...first, id: "copy" }] }),
    expect: [{ at: "conduit:copy", isFixable: true }],
  },
  {
    name: "different channels of one id cannot be merged in one step",
    given: aZoneModel({
      zones,
      conduits: [
        first,
        { ...first, id: "other", channels: first.channels.map((channel) => ({ ...channel, ports: "9" })) },
      ],
    }),
    expect: [{ at: "conduit:other", isFixable: false }],
  },
]);

test("the fix keeps every channel, who opens it, and the stricter target", () => {
  const [finding] = conduitIsUnique.evaluate(indexModel(doubled));
  expect(applyCommands(doubled, finding?.fix ?? [])).toMatchObject({
    ok: true,
    value: {
      conduits: [
        {
          id: "first",
          slTarget: { ...flatVector(2), DC: 3 },
          channels: [first.channels[0], aChannel({ id: "query", initiator: "to" })],
        },
      ],
    },
  });
});

test("an equal channel is kept once, and where nothing else differs the copy is just deleted", () => {
  const copy = {
    ...first,
    id: "copy",
    slTarget: null,
    channels: first.channels.map((channel) => ({ ...channel, id: `${channel.id}-2` })),
  };
  const [finding] = conduitIsUnique.evaluate(indexModel(aZoneModel({ zones, conduits: [first, copy] })));
  expect(finding?.fix).toEqual([{ type: "delete-conduit", conduitId: "copy" }]);
});
