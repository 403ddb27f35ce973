import { beforeEach, expect, test, vi } from "vitest";
import type { LargeStore } from "~/diagram/editing/large-store";
import { editStoreFor, type StoredEdits } from "~/diagram/editing/stored-edits";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { until } from "../builders/until";
import { anAsset } from "../builders/zone-model";

/** As a browser has it, with room for as many characters as told. */
function aLocalStorage(room: number): Storage {
  const held: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => held[key] ?? null,
    setItem(key: string, text: string) {
      if (text.length > room) throw new DOMException("full", "QuotaExceededError");
      held[key] = text;
    },
    removeItem(key: string) {
      delete held[key];
    },
  };
  // Keys of the storage are its own members, its methods are not.
  return new Proxy(held, { get: (_, name) => methods[name as keyof typeof methods] }) as unknown as Storage;
}

function aLargeStore(works = true): LargeStore & { held: Map<string, string> } {
  const held = new Map<string, string>();
  const tried = <Value>(value: Value) => (works ? Promise.resolve(value) : Promise.reject(new Error("full")));
  return {
    held,
    put: async (key, text) => void held.set(key, await tried(text)),
    remove: async (key) => void held.delete(await tried(key)),
    entries: (prefix) =>
      tried([...held].flatMap(([key, text]) => (key.startsWith(prefix) ? [{ key, text }] : []))),
  };
}

const adding = (count: number): StoredEdits => ({
  version: 3,
  batches: [
    {
      id: "import",
      commands: Array.from(
        { length: count },
        (_, number): ZoneModelCommand => ({
          type: "add-asset",
          asset: anAsset({ id: `asset-${number}`, zoneId: null }),
        }),
      ),
    },
  ],
});

beforeEach(() => {
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("localStorage", aLocalStorage(5_000_000));
  vi.stubGlobal("sessionStorage", aLocalStorage(1_000));
});

test("a short queue is kept at once and comes back", async () => {
  const large = aLargeStore();
  const store = editStoreFor("model", "anna", large);
  expect(store.save(adding(2))).toBe(true);
  expect((await store.takeOver()).edits).toMatchObject([adding(2)]);
  expect(large.held.size).toBe(0);
  expect(store.save(null)).toBe(true);
  expect((await store.takeOver()).edits).toEqual([]);
});

test("an import of ten thousand assets is kept in the large store, is said so, and comes back whole", async () => {
  const large = aLargeStore();
  const store = editStoreFor("model", "anna", large);
  store.save(adding(1));
  const whenKnown = vi.fn();
  expect(store.save(adding(10_000), whenKnown)).toBe(false);
  await until(() => whenKnown.mock.calls.length > 0);
  expect(whenKnown).toHaveBeenCalledWith(true);
  const { edits } = await store.takeOver();
  expect(edits).toHaveLength(1);
  expect(edits[0]?.batches).toEqual(adding(10_000).batches);
});

test("what is small again leaves the large store, and a saved queue leaves nothing behind", async () => {
  const large = aLargeStore();
  const store = editStoreFor("model", "anna", large);
  const whenKnown = vi.fn();
  store.save(adding(10_000), whenKnown);
  await until(() => whenKnown.mock.calls.length > 0);
  expect(store.save(adding(1))).toBe(true);
  await until(() => large.held.size === 0);
  expect((await store.takeOver()).edits).toMatchObject([adding(1)]);
  store.save(null);
  expect((await store.takeOver()).edits).toEqual([]);
});

test("a full localStorage is no loss where the large store has room", async () => {
  vi.stubGlobal("localStorage", aLocalStorage(50));
  const store = editStoreFor("model", "anna", aLargeStore());
  const whenKnown = vi.fn();
  expect(store.save(adding(3), whenKnown)).toBe(false);
  await until(() => whenKnown.mock.calls.length > 0);
  expect(whenKnown).toHaveBeenCalledWith(true);
  expect((await store.takeOver()).edits).toMatchObject([adding(3)]);
});

test("where nothing has room that is said", async () => {
  vi.stubGlobal("localStorage", aLocalStorage(50));
  const store = editStoreFor("model", "anna", aLargeStore(false));
  const whenKnown = vi.fn();
  expect(store.save(adding(3), whenKnown)).toBe(false);
  await until(() => whenKnown.mock.calls.length > 0);
  expect(whenKnown).toHaveBeenCalledWith(false);
});

test("other people and other models at the same computer keep theirs", async () => {
  const large = aLargeStore();
  editStoreFor("model", "anna", large).save(adding(2));
  expect((await editStoreFor("model", "ben", large).takeOver()).edits).toEqual([]);
  expect((await editStoreFor("other", "anna", large).takeOver()).edits).toEqual([]);
});
