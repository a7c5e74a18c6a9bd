// Who has signed the PDF that somebody holds, and was it changed since? Nothing of the file is kept.
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { Examination } from '../../domain/documents/signature-report.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { fileForm, openFilePart, readWhole } from '../evidence/upload.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { brake, brakes } from '../http/strangers.ts'

const mostMegabytes = 10

export const createSignatureExamination = (deps: Deps) =>
  new Hono<ApiEnv>().post(
    '/signatures',
    describeRoute({
      tags: ['public'],
      security: [],
      summary: `The electronic signatures of a PDF of up to ${mostMegabytes} MB, as \`file\``,
      requestBody: fileForm(),
    }),
    brake(deps, brakes.signatures),
    async (c) => {
      const { chunks } = await openFilePart(c.req.raw)
      const bytes = await readWhole(chunks, mostMegabytes)
      if (!bytes.subarray(0, 1024).includes('%PDF-'))
        throw new DomainError('file-type-refused', [text('这不是 PDF 文件', 'This is no PDF')])
      return c.json<Examination>(await deps.examine(bytes, null, 'behind'))
    },
  )
