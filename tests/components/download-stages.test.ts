import fc from "fast-check";
import { expect, test } from "vitest";
import { Refused, readStages, type Stage } from "~/components/download/download-stages";

const encode = (text: string) => new TextEncoder().encode(text);

/** An answer that comes in pieces cut anywhere. */
function bodyOf(bytes: Uint8Array, cuts: ReadonlyArray<number> = []): ReadableStream<Uint8Array> {
  const places = [
    0,
    ...[...cuts].map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b),
    bytes.length,
  ];
  return new ReadableStream({
    start(controller) {
      places.slice(1).forEach((end, at) => {
        controller.enqueue(bytes.slice(places[at], end));
      });
      controller.close();
    },
  });
}

function answerWith(lines: ReadonlyArray<unknown>, file = new Uint8Array()): Uint8Array {
  const head = encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  return new Uint8Array([...head, ...file]);
}

test("stages are told in order and the file is whole, wherever the network cuts the answer", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(fc.nat({ max: 2_000 }), { maxLength: 12 }),
      async (file, cuts) => {
        const stages: ReadonlyArray<Stage> = [{ before: 2 }, { before: 1 }, { done: 3, of: 9 }];
        const end = { file: { name: "Přístav.pdf", type: "application/pdf", size: file.length } };
        const told: Array<Stage> = [];
        const { name, blob } = await readStages(bodyOf(answerWith([...stages, end], file), cuts), (stage) =>
          told.push(stage),
        );
        expect(told).toEqual(stages);
        expect([name, blob.type]).toEqual(["Přístav.pdf", "application/pdf"]);
        expect(new Uint8Array(await blob.arrayBuffer())).toEqual(new Uint8Array(file));
      },
    ),
    { numRuns: 100 },
  );
});

test("a refusal is told from a failure, and half a file is none", async () => {
  const read = (bytes: Uint8Array) => readStages(bodyOf(bytes), () => undefined);
  const refusal = await read(answerWith([{ before: 1 }, { refused: "too-many-requests" }])).catch(
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(Refused);
  expect(refusal).toMatchObject({ code: "too-many-requests" });
  await expect(read(answerWith([{ before: 1 }]))).rejects.not.toBeInstanceOf(Refused);
  const end = { file: { name: "a", type: "b", size: 9 } };
  await expect(read(answerWith([end], encode("eight...")))).rejects.toThrow("not whole");
  await expect(read(encode("<html>\n"))).rejects.toThrow();
});
