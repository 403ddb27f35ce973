/** Keeps texts by key where there is room for more than a few megabytes. Everything rejects where the browser keeps nothing. */
export type LargeStore = {
  put(key: string, text: string): Promise<void>;
  remove(key: string): Promise<void>;
  entries(prefix: string): Promise<ReadonlyArray<{ key: string; text: string }>>;
};

const DATABASE = "cordon";
const STORE = "edits";

/** In the browser's IndexedDB; opened at the first use. */
export function indexedStore(): LargeStore {
  let opened: Promise<IDBDatabase> | undefined;
  const open = () => {
    opened ??= openDatabase().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  return {
    async put(key, text) {
      const transaction = (await open()).transaction(STORE, "readwrite");
      transaction.objectStore(STORE).put(text, key);
      await ended(transaction);
    },
    async remove(key) {
      const transaction = (await open()).transaction(STORE, "readwrite");
      transaction.objectStore(STORE).delete(key);
      await ended(transaction);
    },
    async entries(prefix) {
      const store = (await open()).transaction(STORE, "readonly").objectStore(STORE);
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      const [keys, texts] = await Promise.all([
        answered(store.getAllKeys(range)),
        answered(store.getAll(range)),
      ]);
      return keys.map((key, position) => ({ key: String(key), text: String(texts[position]) }));
    },
  };
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return answered(request);
}

function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}
