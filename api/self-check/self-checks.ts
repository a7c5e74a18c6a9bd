// How does an enterprise keep its ledger of self-checks, and who reads it?
import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { formData } from '../../contract/parts/date-inputs.ts'
import type { LedgerPage, LedgerRow, SelfCheck } from '../../contract/self-check/self-checks.ts'
import { selfChecksQuery } from '../../contract/self-check/self-checks.ts'
import {
  countSelfChecks,
  findSelfCheck,
  keepSelfCheck,
  readChains,
  readSelfCheck,
  readSelfChecks,
  type SelfCheckHit,
  type SelfCheckRecord,
  withTheirOwn,
} from '../../db/files/self-checks-reads.ts'
import { usableUploads } from '../../db/files/uploads.ts'
import { decodeCursor, encodeCursor } from '../../db/keyset.ts'
import { readEnterprise } from '../../db/organisation/directory-reads.ts'
import { type Reader, withScope } from '../../db/scope.ts'
import { unusableFile } from '../../domain/evidence/loose.ts'
import { bodyHash, commandId } from '../../domain/identity/commands.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { Scope } from '../../domain/organisation/policy.ts'
import {
  dayFault,
  type EntryInput,
  entryInput,
  mayKeepLedger,
} from '../../domain/self-check/entry.ts'
import { entryFields } from '../../domain/self-check/ledger.ts'
import { asUuid, keyOf } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked, invalid, issuesOf } from '../http/input.ts'
import { fileView } from '../reading/fact-parts.ts'

export const createSelfCheckRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      describeRoute({
        tags: ['self-checks'],
        summary: 'Entries of the ledgers in scope, newest first',
      }),
      checked('query', selfChecksQuery),
      async (c) => {
        const { enterprise, limit, cursor } = c.req.valid('query')
        const query = { enterprise: enterprise || null, limit, after: decodeCursor(cursor) }
        return c.json(
          await withScope(deps.connection.pool, c.get('scope'), (tx) => pageOf(tx, query)),
        )
      },
    )
    .get(
      '/:id',
      describeRoute({ tags: ['self-checks'], summary: 'One entry with those it has corrected' }),
      async (c) => {
        const [row] = await withScope(deps.connection.pool, c.get('scope'), async (tx) => {
          const found = await readSelfCheck(tx, c.req.param('id'))
          return rowsOf(tx, found ? [found] : [])
        })
        if (!row) throw new DomainError('not-found')
        return c.json(row)
      },
    )
    .post(
      '/',
      describeRoute({
        tags: ['self-checks'],
        summary: 'Write an entry; one that corrects another names it in `supersedes`',
      }),
      checked('json', formData),
      async (c) => c.json(await write(deps, c, c.req.valid('json') ?? {}), 201),
    )

const pageOf = async (
  tx: Reader,
  query: Parameters<typeof readSelfChecks>[1],
): Promise<LedgerPage> => {
  const found = await readSelfChecks(tx, query)
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: await rowsOf(tx, page),
    cursor: found.length > query.limit && last ? encodeCursor(last) : null,
    total: await countSelfChecks(tx, query.enterprise, false),
  }
}

const rowsOf = async (tx: Reader, page: SelfCheckRecord[]): Promise<LedgerRow[]> => {
  const chains = await withTheirOwn(
    tx,
    await readChains(
      tx,
      page.map(({ root }) => root),
    ),
  )
  return page.map(({ id, root }) => {
    const chain = chains.filter((one) => one.root === root)
    const now = chain.find((one) => one.id === id)!
    return {
      ...selfCheckView(now),
      earlier: chain.filter((one) => one.id !== id).map(selfCheckView),
    }
  })
}

export const selfCheckView = (hit: SelfCheckHit): SelfCheck => {
  const { id, supersedes, day, place, checked, found, note, at, cases } = hit
  const enterprise = { id: hit.enterprise, name: hit.name ?? hit.enterprise }
  return {
    id,
    supersedes,
    enterprise,
    day,
    place,
    checked,
    found,
    note,
    at,
    cases,
    photos: hit.uploads.map(fileView),
    by: hit.byName,
  }
}

const refused = (field: string, words: Text) =>
  new DomainError('invalid-input', [words], { fields: { [field]: words } })

/** The same request made before is answered as before; the same key with other content is refused. */
const write = async (
  deps: Deps,
  c: Context<ApiEnv>,
  sent: Record<string, unknown>,
): Promise<LedgerRow> => {
  const { actor, scope, at } = c.var
  if (!mayKeepLedger(actor))
    throw new DomainError('not-allowed', [
      text('台账由企业人员填写', 'The ledger is kept by people of the enterprise'),
    ])
  const read = v.safeParse(entryInput, sent)
  if (!read.success) throw invalid(issuesOf(read.issues), entryFields)
  const late = dayFault(read.output.day, at)
  if (late) throw refused('day', late)
  const id = asUuid(commandId(actor.id, `self-check ${keyOf(c) ?? randomUUID()}`))
  const hash = bodyHash(read.output)
  const kept =
    (await findSelfCheck(deps.connection.db, id)) ??
    (await keepSelfCheck(deps.connection.db, {
      ...(await entryOf(deps, scope, actor, { ...read.output, id })),
      by: actor.id,
      byName: actor.name,
      at,
      bodyHash: hash,
    }))
  if (!kept) throw refused('supersedes', corrected)
  if ('gone' in kept) throw refused('photos', unusableFile)
  if (kept.bodyHash !== hash) throw new DomainError('key-reused')
  return withScope(deps.connection.pool, scope, async (tx) => (await rowsOf(tx, [kept]))[0]!)
}

const corrected = text(
  '这条记录已被更正，请更正最新的一条',
  'The entry has been corrected already; correct the latest one',
)

type Author = { id: string; enterprise: string }

/** Enterprise and region come from the register; what is corrected lies in the same ledger, and its photographs may be named again. */
const entryOf = async (
  deps: Deps,
  scope: Scope,
  author: Author,
  input: EntryInput & { id: string },
) => {
  const { enterprise, before } = await withScope(deps.connection.pool, scope, async (tx) => ({
    enterprise: await readEnterprise(tx, scope, author.enterprise),
    before: input.supersedes === undefined ? null : await readSelfCheck(tx, input.supersedes),
  }))
  if (!enterprise) throw new DomainError('not-allowed')
  if (input.supersedes !== undefined && before === null)
    throw refused('supersedes', text('没有要更正的记录', 'There is no such entry to correct'))
  const fresh = input.photos.filter((id) => !before?.photos.includes(id))
  const usable = await usableUploads(deps.connection.db, fresh, author.id, null)
  if (fresh.some((id) => !usable.has(id))) throw refused('photos', unusableFile)
  const { supersedes = null, note = null, ...rest } = input
  return {
    ...rest,
    supersedes,
    note,
    root: before?.root ?? input.id,
    enterprise: enterprise.id,
    region: enterprise.region,
  }
}
