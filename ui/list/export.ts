// How does a long list come to the browser as a file, telling on the way how far it is?
import type { Text } from '../../domain/language/words.ts'
import { Refusal } from '../client/client.ts'
import { words } from '../client/words.ts'

export type Progress = { rows: number; total: number; bytes: number }
export type Exported = Progress & { name: string; blob: Blob }
type Follow = { signal: AbortSignal; onProgress: (progress: Progress) => void; broken: Text }

/** Reads an export in frames; throws a `Refusal`, or the reason of `signal` when it was cancelled. */
export const fetchExport = async (
  path: string,
  query: Record<string, string | undefined>,
  follow: Follow,
): Promise<Exported> => {
  const parameters = Object.entries({ ...query, progress: '1' }).filter(
    (pair): pair is [string, string] => !!pair[1],
  )
  try {
    const response = await fetch(`${path}?${new URLSearchParams(parameters)}`, {
      signal: follow.signal,
    })
    if (!response.ok)
      throw new Refusal(
        response.status,
        (await response.json().catch(() => ({}))) as Record<string, unknown>,
      )
    return await receive(response, follow)
  } catch (error) {
    follow.signal.throwIfAborted()
    throw error instanceof Refusal
      ? error
      : new Refusal(0, { code: 'unreachable', title: words.unreachable })
  }
}

const receive = async (response: Response, { onProgress, broken }: Follow): Promise<Exported> => {
  const progress: Progress = {
    rows: 0,
    total: Number(response.headers.get('x-total-rows') ?? 0),
    bytes: 0,
  }
  const parts: Uint8Array<ArrayBuffer>[] = []
  const unpack = createUnpacker((rows, part) => {
    progress.rows = rows
    progress.bytes += part.length
    parts.push(part)
  })
  const reader = response.body!.getReader()
  onProgress({ ...progress })
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    unpack.take(step.value)
    onProgress({ ...progress })
  }
  if (!unpack.whole()) throw new Refusal(0, { code: 'unreachable', title: broken })
  return {
    ...progress,
    name: nameIn(response.headers),
    blob: new Blob(parts, { type: 'application/octet-stream' }),
  }
}

const nameIn = (headers: Headers): string =>
  decodeURIComponent(
    /filename\*=UTF-8''([^;]+)/.exec(headers.get('content-disposition') ?? '')?.[1] ?? 'export',
  )

/** Frames are [rows so far, length, bytes], both numbers in 32 bits; an empty one is the last. */
export const createUnpacker = (onFrame: (rows: number, part: Uint8Array<ArrayBuffer>) => void) => {
  let rest = new Uint8Array(0)
  let whole = false
  const take = (chunk: Uint8Array) => {
    const all = new Uint8Array(rest.length + chunk.length)
    all.set(rest)
    all.set(chunk, rest.length)
    const head = new DataView(all.buffer)
    let at = 0
    while (all.length - at >= 8) {
      const length = head.getUint32(at + 4)
      if (all.length - at - 8 < length) break
      onFrame(head.getUint32(at), all.slice(at + 8, at + 8 + length))
      whole = length === 0
      at += 8 + length
    }
    rest = all.slice(at)
  }
  return { take, whole: () => whole && rest.length === 0 }
}

/** Hands a file to the browser as if it had been clicked. */
export const save = ({ name, blob }: Pick<Exported, 'name' | 'blob'>) => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.hidden = true
  document.body.append(link) // some browsers forget the name of a link that stands nowhere
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
