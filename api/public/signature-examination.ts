// Who has signed the PDF that somebody holds, and was it changed since? Nothing of the file is kept.
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { Examination } from '../../domain/documents/signature-report.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { boundaryOf, readFilePart } from '../evidence/multipart.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { brake, brakes } from '../http/strangers.ts'

const mega = 1024 * 1024
const most = 10 * mega
const requestBody = {
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object' as const,
        required: ['file'],
        properties: { file: { type: 'string' as const, format: 'binary' } },
      },
    },
  },
}

export const createSignatureExamination = (deps: Deps) =>
  new Hono<ApiEnv>().post(
    '/signatures',
    describeRoute({
      tags: ['public'],
      security: [],
      summary: 'The electronic signatures of a PDF of up to 10 MB, as `file`',
      requestBody,
    }),
    brake(deps, brakes.signatures),
    async (c) => {
      if (!c.req.raw.body) throw new DomainError('invalid-input')
      const part = await readFilePart(
        c.req.raw.body as unknown as AsyncIterable<Uint8Array>,
        boundaryOf(c.req.header('content-type')),
        'file',
      )
      const bytes = await whole(part.chunks)
      if (!bytes.subarray(0, 1024).includes('%PDF-'))
        throw new DomainError('file-type-refused', [text('这不是 PDF 文件', 'This is no PDF')])
      return c.json<Examination>(deps.examine(bytes))
    },
  )

const whole = async (chunks: AsyncIterable<Buffer>): Promise<Buffer> => {
  const parts: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > most)
      throw new DomainError('file-too-large', [
        text(`文件不超过 ${most / mega} MB`, `The file may have up to ${most / mega} MB`),
      ])
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}
