import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fieldStoreFor, keptParts } from "~/components/risk/kept-fields";

/** As a browser has it; without room nothing can be written. */
function aLocalStorage(hasRoom = true) {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem(key: string, text: string) {
      if (!hasRoom) throw new Error("full");
      held.set(key, text);
    },
    removeItem: (key: string) => void held.delete(key),
  };
}

const PLACE = { owner: "eva@example.test", modelId: "m1", element: { kind: "zone" as const, id: "imaging" } };
const BODY = "part=consequence&vulnerabilities=Old";

beforeEach(() => vi.stubGlobal("localStorage", aLocalStorage()));
afterEach(() => vi.unstubAllGlobals());

test("what was written is there for the same person, element and step, and for nobody else", () => {
  expect(fieldStoreFor(PLACE, "consequence").write("t1", BODY)).toBe(true);
  const left = fieldStoreFor(PLACE, "consequence").left("t1");
  expect(left).toEqual({ token: "t1", fields: { part: ["consequence"], vulnerabilities: ["Old"] } });
  expect(keptParts(PLACE)).toEqual(["consequence"]);
  const others = [
    { ...PLACE, owner: "jan@example.test" },
    { ...PLACE, modelId: "m2" },
    { ...PLACE, element: { kind: "conduit" as const, id: "imaging" } },
  ];
  for (const other of others) expect(keptParts(other)).toEqual([]);
  expect(fieldStoreFor(PLACE, "threats").left("t1")).toBeUndefined();
});

test("once saved it is gone; what was filled in meanwhile stays, on what holds now", () => {
  const store = fieldStoreFor(PLACE, "consequence");
  store.write("t1", BODY);
  store.saved(BODY, "t2");
  expect(store.left("t2")).toBeUndefined();
  store.write("t2", `${BODY}er`);
  store.saved(BODY, "t3");
  expect(store.left("t3")).toMatchObject({ token: "t3", fields: { vulnerabilities: ["Older"] } });
});

test("what was submitted is brought back only where nothing has come of it", () => {
  const store = fieldStoreFor(PLACE, "apply");
  store.submitted();
  expect(store.left("f1")).toBeUndefined();
  store.write("f1", BODY);
  store.submitted();
  expect(store.left("f1")).toMatchObject({ token: "f1" });
  expect(store.left("f2")).toBeUndefined();
  expect(store.left("f1")).toBeUndefined();
});

test("another state alone does not throw anything away", () => {
  const store = fieldStoreFor(PLACE, "consequence");
  store.write("t1", BODY);
  expect(store.left("t9")).toMatchObject({ token: "t1" });
  store.forget();
  expect(store.left("t9")).toBeUndefined();
});

test("where the browser keeps nothing, or something else, nothing happens", () => {
  vi.stubGlobal("localStorage", aLocalStorage(false));
  expect(fieldStoreFor(PLACE, "consequence").write("t1", BODY)).toBe(false);
  vi.stubGlobal("localStorage", undefined);
  expect(fieldStoreFor(PLACE, "consequence").write("t1", BODY)).toBe(false);
  expect(keptParts(PLACE)).toEqual([]);
  const strange = aLocalStorage();
  vi.stubGlobal("localStorage", strange);
  for (const text of ["{", "7", '{"token":1,"body":"a"}', '{"token":"t"}']) {
    strange.setItem("cordon:risk:eva@example.test:m1:zone:imaging:consequence", text);
    expect(fieldStoreFor(PLACE, "consequence").left("t1"), text).toBeUndefined();
  }
});
