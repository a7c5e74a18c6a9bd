// Which way does each file of a form go: to this device, to the server, and again after the network was away?
import { type Accessor, createEffect, onCleanup, untrack } from 'solid-js'
import { largestUpload } from '../../domain/evidence/upload.ts'
import { newKey } from '../client/client.ts'
import { type Place, prepare } from '../photo/photo.ts'
import { send, type Upload } from '../photo/upload.ts'
import { dropPhoto, keepPhoto, readPhoto } from '../reading/drafts.ts'
import { cutOff } from '../reading/network.ts'
import { formWords as w } from '../screen/form-words.ts'
import type { Form } from './form.ts'

const firstWait = 2_000
const longestWait = 60_000

const fresh = (file: File): Upload => ({
  key: newKey(),
  name: file.name,
  type: file.type,
  size: file.size,
  taken: {},
  keptAt: null,
  stored: null,
  storedAt: null,
  bytes: null,
  status: 'preparing',
  progress: 0,
  why: null,
})

/** The files of one field, each changed by its key. */
const createList = (form: Form, field: Accessor<string>) => {
  const list = () => (form.values()[field()] as Upload[] | undefined) ?? []
  const find = (key: string) => untrack(list).find((one) => one.key === key)
  const put = (next: Upload[]) => form.set(field(), next)
  const change = (key: string, part: Partial<Upload>) => {
    if (find(key)) put(untrack(list).map((one) => (one.key === key ? { ...one, ...part } : one)))
  }
  return { list, find, put, change }
}

/** Sends what is kept; what the network swallowed is sent again, later each time, under the same key. */
const createSender = (
  { find, change }: ReturnType<typeof createList>,
  { person, name }: { person: string; name: string },
) => {
  const timers = new Map<string, number>()
  const running = new Map<string, AbortController>()
  const bytesOf = async (upload: Upload) =>
    upload.bytes ?? (await readPhoto(person, name, upload.key).catch(() => undefined)) ?? null
  const run = async (key: string, wait = firstWait): Promise<void> => {
    const upload = find(key)
    if (!upload || upload.status === 'uploading' || upload.status === 'stored') return
    const bytes = await bytesOf(upload)
    if (!bytes) return change(key, { status: 'failed', why: w.fileGone })
    if (find(key)?.status === 'uploading') return
    change(key, { bytes, status: 'uploading', progress: 0, why: null })
    const stop = new AbortController()
    running.set(key, stop)
    const ended = await send(
      { ...upload, bytes },
      (progress) => change(key, { progress }),
      stop.signal,
    )
    running.delete(key)
    change(key, ended)
    const again = () => !cutOff() && void run(key, Math.min(wait * 2, longestWait))
    if (ended.status === 'kept') timers.set(key, window.setTimeout(again, wait))
  }
  onCleanup(() => {
    for (const timer of timers.values()) window.clearTimeout(timer)
  })
  return { run, bytesOf, stop: (key: string) => running.get(key)?.abort() }
}

/** Each file is kept on this device before it is sent. */
export const createUploads = (form: Form, field: Accessor<string>) => {
  const files = createList(form, field)
  const place = form.place()
  const { run, bytesOf, stop } = createSender(files, place)
  const add = async (file: File, camera: boolean, where: Promise<Place | null>) => {
    const upload = fresh(file)
    files.put([...untrack(files.list), upload])
    try {
      const { bytes, name, taken } = await prepare(file, camera, await where)
      if (bytes.size > largestUpload)
        return files.change(upload.key, { status: 'failed', why: w.fileTooLarge })
      const keptAt = await keepPhoto(place.person, place.name, upload.key, bytes)
      files.change(upload.key, { name, bytes, taken, type: bytes.type, size: bytes.size, keptAt })
      // Only what the draft itself knows of comes back after a crash.
      await form.save()
      files.change(upload.key, { status: 'kept' })
    } catch {
      return files.change(upload.key, { status: 'failed', why: w.fileGone })
    }
    if (!cutOff()) await run(upload.key)
  }
  const remove = (key: string) => {
    stop(key)
    files.put(untrack(files.list).filter((one) => one.key !== key))
    void dropPhoto(place.person, place.name, key)
  }
  createEffect(() => {
    if (cutOff() || !form.ready()) return
    for (const { key, status } of untrack(files.list)) if (status === 'kept') void run(key)
  })
  return { list: files.list, add, remove, retry: (key: string) => void run(key), bytesOf }
}
