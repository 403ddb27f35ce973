import { expect, test } from "vitest";
import { readAsked, type Said, type Stage, sayRead } from "~/components/model/import/reading";
import { parseDrawioPages } from "~/formats/drawio/pages";
import { writeDrawing } from "~/formats/drawio/write";
import { writeWorkbook } from "~/formats/workbook/write-workbook";
import { aZone, aZoneModel } from "../builders/zone-model";

async function read(asked: Parameters<typeof readAsked>[0]) {
  const stages: Array<Stage> = [];
  const answer = await readAsked(asked, (stage) => stages.push(stage));
  return { answer, names: [...new Set(stages.map(({ stage }) => stage))], stages };
}

test("bytes are counted while a file comes, and rows are read after them", async () => {
  const text = `Name;Zone\n${"Pump;ICU\n".repeat(30_000)}`;
  const { answer, names, stages } = await read({ what: "file", file: new File([text], "inventory.csv") });
  expect(names).toEqual(["bytes", "rows"]);
  const shares = stages.flatMap((stage) => ("share" in stage ? [stage.share] : []));
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
  expect(shares.length).toBeGreaterThan(2);
  expect(answer).toMatchObject({ ok: false, refusal: { code: "too-many-rows" } });
});

test("a workbook says when it is unpacked and when its rows are read", async () => {
  const blob = await writeWorkbook("Devices", [
    ["Name", "Zone"],
    ["Pump", "ICU"],
  ]);
  const { answer, names } = await read({ what: "file", file: new File([blob], "devices.xlsx") });
  expect(names).toEqual(["bytes", "unpacking", "rows"]);
  expect(answer).toMatchObject({
    ok: true,
    value: {
      kind: "table",
      sheets: [{ name: "Devices", rows: [{ cells: ["Name", "Zone"] }, { number: 2 }] }],
    },
  });
});

test("what a text is, is told by its beginning, and an empty or too large file is refused", async () => {
  const kindOf = async (text: string) => {
    const { answer } = await read({ what: "text", text, name: "Pasted" });
    return "value" in answer && answer.ok && "kind" in answer.value ? answer.value.kind : answer;
  };
  expect(await kindOf("\uFEFF <mxfile/>")).toBe("drawing");
  expect(await kindOf('{"format":"x"}')).toBe("model");
  expect(await kindOf("Name\nPump")).toBe("table");
  expect(await kindOf("  ")).toMatchObject({ ok: false, refusal: { code: "empty" } });
  const large = await read({ what: "file", file: new File([new Uint8Array(11 * 1024 * 1024)], "x.csv") });
  expect(large).toMatchObject({ names: [], answer: { refusal: { code: "too-large-file", size: 11 } } });
  const binary = await read({ what: "file", file: new File([new Uint8Array([0, 1, 2, 3])], "x.csv") });
  expect(binary.answer).toMatchObject({ ok: false, refusal: { code: "not-text" } });
});

test("what cannot be read, as a folder, is said to have failed", async () => {
  const folder = new File(["Name"], "folder");
  folder.slice = () => {
    throw new DOMException("a folder", "NotReadableError");
  };
  const said: Array<Said> = [];
  await sayRead({ what: "file", file: folder }, (one) => said.push(one));
  expect(said).toEqual([{ stage: { stage: "bytes", share: 0 } }, { failed: true }]);
});

test("a drawing names its pages and stages; XML of another kind is refused as before", async () => {
  const model = aZoneModel({ zones: [aZone({ id: "icu", name: "ICU" })] });
  const text = writeDrawing(model, { title: "Campus", level: () => "", conduit: () => "" });
  expect(parseDrawioPages(text).ok).toBe(true);
  const { answer, names } = await read({ what: "drawing", text, page: 7, protocols: [] });
  expect(names).toEqual(["xml", "shapes"]);
  expect(answer).toMatchObject({ ok: true, value: { drawing: { model: { zones: [{ name: "ICU" }] } } } });
  expect(await read({ what: "drawing", text: "<html/>", page: 0, protocols: [] })).toMatchObject({
    names: ["xml"],
    answer: { ok: false, refusal: { code: "not-a-drawing" } },
  });
});

test("a model file is checked as a whole", async () => {
  const { answer, names } = await read({ what: "model", text: '{"format":"something else"}' });
  expect(names).toEqual(["model"]);
  expect(answer).toMatchObject({ ok: false, refusal: [{ pointer: "/format" }] });
});
