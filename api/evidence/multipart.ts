// Where in a multipart body does the uploaded file begin and end?
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'

/** The one file of an upload: its name as the client gives it, its bytes as they come, and the short fields before it. */
export type FilePart = {
  filename: string
  chunks: AsyncGenerator<Buffer>
  fields: Record<string, string>
}

const broken = () =>
  new DomainError('invalid-input', [
    text('上传内容不完整或格式有误', 'The upload is incomplete or malformed'),
  ])
const missing = () =>
  new DomainError(
    'invalid-input',
    [text('缺少名为 file 的文件', 'There is no file called “file”')],
    {
      fields: { file: text('请选择文件', 'Choose a file') },
    },
  )

/** A name of five thousand signs is cut elsewhere, not taken for a broken body. */
const mostHead = 32_768
const mostField = 4_096
const mostFields = 8

/** The boundary out of `multipart/form-data; boundary=…`. */
export const boundaryOf = (contentType: string | undefined): string => {
  const found =
    /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;,"]{1,70})(?=[\s;]|$))/i.exec(
      contentType ?? '',
    )
  const boundary = found?.[1] ?? found?.[2]
  if (!boundary) throw broken()
  return boundary
}

/** Walks the body up to the part named `field` and hands its bytes on as they arrive, so that nothing large is ever held. */
export const readFilePart = async (
  body: AsyncIterable<Uint8Array>,
  boundary: string,
  field: string,
): Promise<FilePart> => {
  const window = windowOver(body)
  const mark = Buffer.from(`\r\n--${boundary}`)
  window.put(Buffer.from('\r\n')) // so that the first boundary looks like every other
  await skip(window.until(mark))
  const fields = new Map<string, string>()
  for (;;) {
    const head = await readHead(window)
    if (head === null) throw missing()
    const { name, filename } = dispositionOf(head)
    if (name === field && filename !== null)
      return { filename, chunks: window.until(mark), fields: Object.fromEntries(fields) }
    if (name === null || filename !== null || fields.size >= mostFields)
      await skip(window.until(mark))
    else fields.set(name, await shortOf(window.until(mark)))
  }
}

const shortOf = async (chunks: AsyncGenerator<Buffer>): Promise<string> => {
  const parts: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > mostField) throw broken()
    parts.push(chunk)
  }
  return Buffer.concat(parts).toString('utf8')
}

type Window = ReturnType<typeof windowOver>

/** Bytes seen but not yet handed on. */
const windowOver = (body: AsyncIterable<Uint8Array>) => {
  const source = body[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const more = async (): Promise<void> => {
    const { done, value } = await source.next()
    if (done) throw broken()
    held = held.length === 0 ? Buffer.from(value) : Buffer.concat([held, value])
  }
  return {
    put(bytes: Buffer) {
      held = Buffer.concat([bytes, held])
    },
    /** The bytes before `mark`, which is taken away too. */
    async *until(mark: Buffer): AsyncGenerator<Buffer> {
      for (;;) {
        const at = held.indexOf(mark)
        const safe = at >= 0 ? at : Math.max(0, held.length - mark.length + 1)
        const ready = held.subarray(0, safe)
        held = held.subarray(at >= 0 ? at + mark.length : safe)
        if (ready.length > 0) yield ready
        if (at >= 0) return
        await more()
      }
    },
    async peek(size: number): Promise<Buffer> {
      while (held.length < size) await more()
      return held.subarray(0, size)
    },
  }
}

/** The headers of the next part, or null after the last one. */
const readHead = async (window: Window): Promise<string | null> => {
  if ((await window.peek(2)).toString('latin1') === '--') return null
  await skip(window.until(Buffer.from('\r\n')), 64)
  const lines: Buffer[] = []
  let size = 0
  if ((await window.peek(2)).toString('latin1') === '\r\n') throw broken()
  for await (const chunk of window.until(Buffer.from('\r\n\r\n'))) {
    size += chunk.length
    if (size > mostHead) throw broken()
    lines.push(chunk)
  }
  return Buffer.concat(lines).toString('utf8')
}

const skip = async (chunks: AsyncGenerator<Buffer>, most = 1_000_000): Promise<void> => {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > most) throw broken()
  }
}

const dispositionOf = (head: string): { name: string | null; filename: string | null } => {
  const line =
    head.split('\r\n').find((one) => /^content-disposition:\s*form-data/i.test(one)) ?? ''
  const quoted = (key: string) =>
    new RegExp(`;\\s*${key}="((?:[^"\\\\]|\\\\.)*)"`, 'i')
      .exec(line)?.[1]
      ?.replace(/\\(.)/g, '$1') ?? null
  return { name: quoted('name'), filename: decoded(quoted('filename')) }
}

/** Browsers write `"` and line ends in names as percent codes. */
const decoded = (name: string | null): string | null =>
  name?.replace(/%22/g, '"').replace(/%0[AD]/gi, ' ') ?? null
