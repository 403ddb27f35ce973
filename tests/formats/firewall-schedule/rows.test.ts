import fc from "fast-check";
import { expect, test } from "vitest";
import { indexModel } from "~/domain/zone-model/queries";
import { parseDelimited } from "~/formats/delimited/parse";
import { writeDelimited } from "~/formats/delimited/write";
import { firewallSchedule, scheduleRows } from "~/formats/firewall-schedule/rows";
import { exportWords } from "~/routes/hospital.models.$modelId.export.$file/words";
import { aChannel, aConduit, aZone, aZoneModel } from "../../builders/zone-model";
import { aDrawnModel } from "../../domain/zone-model/arbitraries";

const words = exportWords("en").schedule;
const rowsOf = (model: Parameters<typeof indexModel>[0]) =>
  scheduleRows(
    firewallSchedule(indexModel(model), (id) => ({
      open: [`=finding of ${id}`],
      waived: ["@first", "second"],
    })),
    words,
  );

test("each channel is a row from who opens it to whom; a conduit without one still shows", () => {
  const model = aZoneModel({
    zones: [aZone({ name: "Imaging" }), aZone({ id: "archive", name: "Archive", slTarget: null })],
    conduits: [
      aConduit({
        name: "Images",
        wireless: true,
        channels: [
          aChannel(),
          aChannel({ id: "b", initiator: "to", encrypted: null, ports: "8000-8010" }),
          aChannel({ id: "c", initiator: "either", authenticated: false, ports: "" }),
        ],
      }),
      aConduit({ id: "empty", channels: [] }),
    ],
  });
  const [head, ...rows] = rowsOf(model);
  expect(head?.slice(0, 6)).toEqual([
    "Conduit",
    "From zone",
    "To zone",
    "Source",
    "Destination",
    "Direction",
  ]);
  expect(rows.map((row) => row.slice(0, 11))).toEqual([
    [
      "Images",
      "Imaging",
      "Archive",
      "Imaging",
      "Archive",
      "one way",
      "DICOM over TLS",
      2762,
      "TCP",
      "yes",
      "yes",
    ],
    [
      "Images",
      "Imaging",
      "Archive",
      "Archive",
      "Imaging",
      "one way",
      "DICOM over TLS",
      "8000-8010",
      "TCP",
      "not stated",
      "yes",
    ],
    [
      "Images",
      "Imaging",
      "Archive",
      "Imaging",
      "Archive",
      "either way",
      "DICOM over TLS",
      "",
      "TCP",
      "yes",
      "no",
    ],
    ["", "Imaging", "Archive", "Imaging", "Archive", "", "no channel named", "", "", "", ""],
  ]);
  expect(rows[0]?.slice(12)).toEqual([
    "yes",
    "no",
    "no",
    "{2 2 2 2 2 2 2}",
    "=finding of imaging-archive",
    "@first\nsecond",
  ]);
});

test("the schedule as CSV reads back as it was, and no cell is a formula", () => {
  let cells = 0;
  fc.assert(
    fc.property(aDrawnModel, (model) => {
      const rows = rowsOf(model);
      const text = writeDelimited(rows);
      const table = parseDelimited(text);
      expect(table.ok && table.value.rows.map((row) => row.cells)).toEqual(
        rows.map((row) => row.map(String)),
      );
      expect(text).not.toMatch(/(^|,|\r\n)"?\s*[=+\-@＝＋－＠]/);
      cells += rows.length - 1;
    }),
    { numRuns: 150 },
  );
  expect(cells).toBeGreaterThan(10);
});
