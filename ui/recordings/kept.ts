// Which recordings wait on this device until they have arrived, also when the tab is closed meanwhile?
import type { BodyOf } from '../../contract/contract.ts'
import { allBelow, askToStay, keyOf, put, remove, removeBelow } from '../reading/local-store.ts'

/** What is said of a recording when it is begun. */
export type Said = NonNullable<BodyOf<'POST /api/uploads'>['recording']>

export type KeptRecording = { key: string; said: Said; name: string; at: number; bytes: Blob }

/** A film of a telephone is smaller; what a desk chooses is still there when it is chosen again. */
const mostKept = 1024 ** 3

/** A browser that does not say how much room it has refuses by itself. */
const hasRoomFor = async (bytes: number): Promise<boolean> => {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {}
  return quota === undefined || usage === undefined || quota - usage > bytes
}

/** Whether it is on this device once that is answered. */
export const keepRecording = async (
  person: string,
  key: string,
  file: File,
  said: Said,
): Promise<boolean> => {
  try {
    if (file.size > mostKept || !(await hasRoomFor(file.size))) return false
    askToStay()
    const kept = { key, said, name: file.name, at: file.lastModified, bytes: file }
    await put('recordings', keyOf(person, key), kept satisfies KeptRecording)
    return true
  } catch {
    return false
  }
}

export const dropRecording = (person: string, key: string): Promise<unknown> =>
  remove('recordings', keyOf(person, key)).catch(() => undefined)

export const keptRecordings = (person: string): Promise<KeptRecording[]> =>
  allBelow<KeptRecording>('recordings', keyOf(person, '')).catch(() => [])

/** Signing out takes them along, unless they are to stay. */
export const wipeRecordings = (person: string): Promise<unknown> =>
  removeBelow('recordings', keyOf(person, '')).catch(() => undefined)
