// How does a route take one file of a form?
import { DomainError } from '../../domain/language/errors.ts'
import { tooLarge } from './file-store.ts'
import { boundaryOf, type FilePart, readFilePart } from './multipart.ts'

type Described = { type: 'string'; format?: 'binary' }

/** The body as OpenAPI describes it: `file`, and whatever text fields stand before it. */
export const fileForm = (fields: Record<string, Described> = {}) => ({
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object' as const,
        required: ['file'],
        properties: { file: { type: 'string' as const, format: 'binary' }, ...fields },
      },
    },
  },
})

/** The file of a request as it comes in; refuses a body that is none, or holds no `file`, with `invalid-input`. */
export const openFilePart = ({ headers, body }: Request): Promise<FilePart> => {
  const boundary = boundaryOf(headers.get('content-type') ?? undefined)
  if (!body) throw new DomainError('invalid-input')
  return readFilePart(body as unknown as AsyncIterable<Uint8Array>, boundary, 'file')
}

const mega = 1024 * 1024

/** All of a file that is small enough to be held: up to `megabytes`, else `file-too-large`. */
export const readWhole = async (
  chunks: AsyncIterable<Buffer>,
  megabytes: number,
): Promise<Buffer<ArrayBuffer>> => {
  const parts: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > megabytes * mega) throw tooLarge(megabytes * mega)
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}
