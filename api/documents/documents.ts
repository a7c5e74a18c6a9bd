// Which documents does a case have, and how does a reader get the bytes of one?
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { DocumentList, DocumentView, ServiceView } from '../../contract/documents/documents.ts'
import { downloadQuery } from '../../contract/parts/date-inputs.ts'
import {
  type DocumentHit,
  looksOf,
  readBytes,
  readDetached,
  readDocument,
  readDocuments,
} from '../../db/cases/documents-reads.ts'
import { withScope } from '../../db/scope.ts'
import { methodWords, standingServices, takesService } from '../../domain/documents/service.ts'
import type { Examination } from '../../domain/documents/signature-report.ts'
import { isBarredReader, recusedReader } from '../../domain/engine/judging/barred-reader.ts'
import { bodyHash, commandId } from '../../domain/identity/commands.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { visible } from '../../domain/model/audience.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import { audienceOf } from '../../domain/organisation/policy.ts'
import { mayReadCases } from '../http/auth.ts'
import { hasCopy, ofCopy } from '../http/browser-copy.ts'
import { answerTo, authorOf, commandFor, madeBefore } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { caseIn, processOf } from '../reading/case-reading.ts'
import { closedTo, lookFirst, titledByItem } from './confidential-papers.ts'

export const createDocumentRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/cases/:id/documents',
      describeRoute({
        tags: ['documents'],
        summary: 'The official documents of a case, oldest first',
      }),
      async (c) => {
        const { actor, scope } = c.var
        const [record, found, looks] = await withScope(
          deps.connection.pool,
          scope,
          async (tx) =>
            [
              (await caseIn(tx, c.req.param('id'))).record,
              await readDocuments(tx, c.req.param('id')),
              await looksOf(tx, c.req.param('id'), authorOf(actor).id),
            ] as const,
        )
        const process = processOf(deps, record)
        const items = found.filter(({ audience }) => visible(audience, audienceOf(actor)))
        return c.json<DocumentList>({
          items: items.map((one) => ({
            ...documentView(process, one),
            ...titledByItem({ process, record }, one),
            ...closedTo({ process, record, looks, actor }, one),
            ...(isBarredReader({ process, record, actor }) ? { recused: true, url: null } : {}),
          })),
        })
      },
    )
    .get(
      '/documents/:id/signature',
      mayReadCases,
      describeRoute({
        tags: ['documents'],
        summary: 'The electronic signatures of a document, examined anew',
      }),
      async (c) => {
        const { found, bytes } = await bytesFor(deps, c)
        const beside = await readDetached(deps.connection.db, found.id)
        return c.json<Examination>(await deps.examine(bytes, beside, 'ahead'))
      },
    )
    .get(
      '/documents/:id',
      mayReadCases,
      describeRoute({ tags: ['documents'], summary: 'The bytes of a document, as they were made' }),
      checked('query', downloadQuery),
      async (c) => {
        const { found, bytes, sha256 } = await bytesFor(deps, c)
        await noteOpened(deps, c, found)
        if (hasCopy(c, sha256)) return c.body(null, 304, ofCopy(sha256))
        const name = `${found.title}${found.number ?? ''}.pdf`
        const how = c.req.valid('query').download === undefined ? 'inline' : 'attachment'
        return c.body(new Uint8Array(bytes), 200, {
          'content-type': 'application/pdf',
          'content-length': String(bytes.length),
          'content-disposition': `${how}; filename*=UTF-8''${encodeURIComponent(name)}`,
          'content-security-policy':
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
          'x-frame-options': 'SAMEORIGIN',
          ...ofCopy(sha256),
        })
      },
    )

/** A document whose bytes the reader may have; a paper whose signature is examined has not been opened by that. */
const bytesFor = async (deps: Deps, c: Context<ApiEnv>) => {
  const id = c.req.param('id') ?? ''
  const [found, bytes] = await withScope(
    deps.connection.pool,
    c.var.scope,
    async (tx) => [await readDocument(tx, id), await readBytes(tx, id)] as const,
  )
  if (!found?.sha256 || !bytes || !visible(found.audience, audienceOf(c.var.actor)))
    throw new DomainError('not-found')
  await refuseUnseen(deps, c, found)
  return { found, bytes, sha256: found.sha256 }
}

/** 处罚法 43: whoever has recused himself opens none. A confidential paper is opened by those who may look at its item, once their look is on record. */
const refuseUnseen = async (deps: Deps, c: Context<ApiEnv>, found: DocumentHit): Promise<void> => {
  const { actor, scope } = c.var
  const [{ record }, looks] = await withScope(
    deps.connection.pool,
    scope,
    async (tx) =>
      [
        await caseIn(tx, found.caseId),
        await looksOf(tx, found.caseId, authorOf(actor).id),
      ] as const,
  )
  const reader = { process: processOf(deps, record), record, looks, actor }
  if (isBarredReader(reader)) throw new DomainError('not-allowed', [recusedReader])
  if (closedTo(reader, found).confidential) throw new DomainError('not-allowed', [lookFirst])
}

const servicesOf = (process: ProcessDefinition, { kind, services }: DocumentHit): ServiceView[] =>
  standingServices(services).map(({ method, receiver, served, at }) => ({
    method: methodWords(process, kind, method),
    receiver,
    served,
    at,
  }))

const documentView = (process: ProcessDefinition, found: DocumentHit): DocumentView => {
  const { id, kind, version, title, number, state, at, endedAt, sha256, size, code, audience } =
    found
  const declared = process.documents?.find((one) => one.id === kind)
  return {
    id,
    kind,
    version,
    number,
    state,
    at,
    endedAt,
    sha256,
    size,
    code,
    title: text(title, declared?.words.en ?? title),
    url: sha256 === null ? null : `/api/documents/${id}`,
    internal: audience === 'internal',
    services: servicesOf(process, found),
    ...(declared && takesService(declared) ? { toServe: true as const } : {}),
  }
}

/** The first look of each who belongs to the party is an act of its own: it may be its service. One key, so that it happens once; that of a counsel is not theirs. */
const noteOpened = async (
  deps: Deps,
  c: Context<ApiEnv>,
  { id, caseId, state, services }: DocumentHit,
): Promise<void> => {
  if (audienceOf(c.var.actor) !== 'party' || state !== 'issued') return
  if (services.some(({ method }) => method !== 'portal')) return
  const author = authorOf(c.var.actor)
  const { record } = await withScope(deps.connection.pool, c.var.scope, (tx) => caseIn(tx, caseId))
  const order = {
    caseId,
    type: 'open-document',
    taskId: null,
    body: { document: id },
    ifMatch: null,
    at: c.var.at,
  }
  const request = {
    author,
    id: commandId(author.id, `open-document ${id}`),
    hash: bodyHash(order.body),
    keyed: true,
  }
  if (await madeBefore(deps, request)) return
  await answerTo(deps, commandFor(request, order), record.process)
}
