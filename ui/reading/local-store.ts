// What does this device keep for a person when the network, the tab or the battery fails?
const version = 3
const stores = ['drafts', 'photos', 'answers', 'outbox', 'recordings'] as const
export type Store = (typeof stores)[number]

/** Every key begins with its person: nobody else's session ever asks for it. */
export const keyOf = (person: string, ...parts: string[]) => [person, ...parts].join('|')

let opened: Promise<IDBDatabase> | undefined

const open = (): Promise<IDBDatabase> => {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('anjian', version)
    request.onupgradeneeded = () => {
      const { objectStoreNames: known } = request.result
      for (const name of stores) if (!known.contains(name)) request.result.createObjectStore(name)
    }
    request.onsuccess = () => {
      // A newer tab may want to change the stores: let it.
      request.result.onversionchange = () => {
        request.result.close()
        opened = undefined
      }
      request.result.onclose = () => {
        opened = undefined
      }
      resolve(request.result)
    }
    request.onerror = () => reject(request.error)
    request.onblocked = () => reject(new Error('blocked'))
  }).catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

/** Runs `work` in one transaction; resolves only when the browser has it on disk, where a dead battery leaves it. */
const inStores = async <Result>(
  names: Store[],
  mode: IDBTransactionMode,
  work: (store: (name: Store) => IDBObjectStore) => IDBRequest<Result> | undefined,
): Promise<Result | undefined> => {
  const db = await open()
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(names, mode, { durability: 'strict' })
    const request = work((name) => transaction.objectStore(name))
    transaction.oncomplete = () => resolve(request?.result)
    transaction.onabort = () => reject(transaction.error)
    transaction.onerror = () => reject(transaction.error)
  })
}

/** Reads one value and writes what `decide` makes of it, and what goes with it into other stores: all of it or nothing. Undefined: nothing is changed. */
export const change = async <Value>(
  store: Store,
  key: string,
  decide: (found: Value | undefined) => { value: Value | null; beside?: Beside[] } | undefined,
): Promise<boolean> => {
  let changed = false
  await inStores([...stores], 'readwrite', (of) => {
    const request = of(store).get(key) as IDBRequest<Value | undefined>
    request.onsuccess = () => {
      const next = decide(request.result)
      changed = next !== undefined
      if (!next) return
      if (next.value === null) of(store).delete(key)
      else of(store).put(next.value, key)
      for (const one of next.beside ?? []) of(one.store).put(one.value, one.key)
    }
    return undefined
  })
  return changed
}

/** What is written with another value, or not at all. */
export type Beside = { store: Store; key: string; value: unknown }

/** All keys that begin with this one. */
const below = (prefix: string) => IDBKeyRange.bound(prefix, `${prefix}\uffff`)

export const put = (store: Store, key: string, value: unknown): Promise<unknown> =>
  inStores([store], 'readwrite', (of) => of(store).put(value, key))

export const get = <Value>(store: Store, key: string): Promise<Value | undefined> =>
  inStores<Value>([store], 'readonly', (of) => of(store).get(key) as IDBRequest<Value>)

export const allBelow = async <Value>(store: Store, prefix: string): Promise<Value[]> =>
  (await inStores<Value[]>(
    [store],
    'readonly',
    (of) => of(store).getAll(below(prefix)) as IDBRequest<Value[]>,
  )) ?? []

export const remove = (store: Store, key: string): Promise<unknown> =>
  inStores([store], 'readwrite', (of) => of(store).delete(key) as IDBRequest<undefined>)

export const removeBelow = (store: Store, prefix: string): Promise<unknown> =>
  inStores([store], 'readwrite', (of) => of(store).delete(below(prefix)) as IDBRequest<undefined>)

/** What belongs to anybody but the person of this prefix. */
export const removeBeside = (store: Store, prefix: string): Promise<unknown> =>
  inStores([store], 'readwrite', (of) => {
    of(store).delete(IDBKeyRange.upperBound(prefix, true))
    of(store).delete(IDBKeyRange.lowerBound(`${prefix}\uffff`, true))
    return undefined
  })

/** Of nobody is anything left in these. */
export const clearStores = (names: Store[]): Promise<unknown> =>
  inStores(names, 'readwrite', (of) => {
    for (const name of names) of(name).clear()
    return undefined
  })

/** Asks the browser not to throw the store away when the disk is full. */
export const askToStay = (): void => void navigator.storage?.persist?.().catch(() => undefined)
