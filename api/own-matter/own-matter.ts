// What does somebody read of what concerns him, which papers does he open, and what does he do himself?
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { OwnMatterView } from '../../contract/own-matter/own-matter.ts'
import { ownActBody } from '../../contract/own-matter/own-matter.ts'
import { readFacts } from '../../db/cases/cases-reads.ts'
import { knownDocuments, partyOf } from '../../db/cases/documents.ts'
import type { DocumentHit } from '../../db/cases/documents-reads.ts'
import { readItem } from '../../db/cases/items.ts'
import { countInMinute } from '../../db/organisation/accounts.ts'
import { agenda } from '../../domain/engine/clocks/escalation-policy.ts'
import { closedToHolder } from '../../domain/engine/judging/holder.ts'
import { judge } from '../../domain/engine/judging/judge.ts'
import { bodyHash, commandId } from '../../domain/identity/commands.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import { enterpriseMatter } from '../../domain/views/enterprise-matter.ts'
import { concernOf, type OwnMatter, ownMatter } from '../../domain/views/own-matter.ts'
import { checkFiles } from '../evidence/evidence.ts'
import { answerTo, commandFor, type IdempotentRequest, madeBefore } from '../http/command.ts'
import { type ApiEnv, type Deps, decisionContextOf } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { brake, brakes, mostFiles, reportKey } from '../http/strangers.ts'
import { receiveFile } from '../public/public-files.ts'
import { createEntrance } from './entrance.ts'
import { paperOf, papersOf, paperView } from './own-papers.ts'
import { ownPayments } from './own-payments.ts'
import { keyedHash, type Visit, visitOf } from './own-session.ts'

/** By the cookie of a visit, which no account has. */
const tags = { tags: ['own matter'], security: [{ visit: [] }] }

export const createOwnMatterRoutes = (deps: Deps, open: MiddlewareHandler<ApiEnv>) =>
  new Hono<ApiEnv>()
    .use('*', open)
    .route('/', createEntrance(deps))
    .get(
      '/',
      describeRoute({ ...tags, summary: 'Where the visitor’s own matter stands' }),
      async (c) => {
        const visit = await currentVisit(deps, c)
        return c.json<OwnMatterView>(await viewOf(deps, visit))
      },
    )
    .get(
      '/documents/:id',
      describeRoute({
        ...tags,
        summary: 'The bytes of one of his papers; his first look is noted',
      }),
      async (c) => {
        const visit = await readingVisit(deps, c)
        const [found, bytes] = await paperOf(deps, visit, c.req.param('id'))
        await noteOpened(deps, visit, found)
        const name = `${found.title}${found.number ?? ''}.pdf`
        return c.body(new Uint8Array(bytes), 200, {
          'content-type': 'application/pdf',
          'content-length': String(bytes.length),
          'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
          'content-security-policy':
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
          'cache-control': 'no-store',
        })
      },
    )
    .post(
      '/acts',
      describeRoute({ ...tags, summary: 'State a defence, ask for a hearing, or do without' }),
      brake(deps, brakes.ownAct),
      checked('json', ownActBody),
      async (c) => {
        const visit = await visitOf(deps, c)
        await countForHolder(deps, visit, { what: 'own-act', most: actsADay })
        await perform(deps, visit, c.req.valid('json'), reportKey(c, 'idempotency-key'))
        return c.json({ done: true as const })
      },
    )
    .post(
      '/files',
      describeRoute({ ...tags, summary: 'Upload a picture or PDF of up to 10 MB, as `file`' }),
      brake(deps, brakes.file),
      async (c) => {
        const visit = await visitOf(deps, c)
        await countForHolder(deps, visit, { what: 'own-file', most: filesADay })
        return c.json(
          await receiveFile(deps, c.req.raw, {
            id: visit.holder.id,
            key: c.req.header('idempotency-key'),
            tooMany: tooManyFiles,
          }),
          201,
        )
      },
    )

const tooManyFiles = text(
  `24小时内最多上传${mostFiles}个尚未随陈述提交的文件`,
  `Within 24 hours up to ${mostFiles} files that no statement has taken up yet`,
)

const readsAMinute = 60
const actsADay = 20
const filesADay = 40
const dayMs = 86_400_000
const tooManyToday = text(
  '今日提交次数过多，请明日再试，或到办案机关提交',
  'Too much was sent in today: try again tomorrow, or bring it to the office',
)

/** Whatever address he comes from; before anything that he sends is taken in. */
const countForHolder = async (
  deps: Deps,
  { holder }: Visit,
  { what, most }: { what: string; most: number },
): Promise<void> => {
  const key = `${what} day ${keyedHash(deps, `${what} ${holder.id}`).slice(0, 22)}`
  if ((await countInMinute(deps.connection.db, key, Date.now(), dayMs)) > most)
    throw new DomainError('rate-limited', [tooManyToday], { retryAfter: 3_600 })
}

/** One visit does not keep the server busy alone. */
const readingVisit = async (deps: Deps, c: Context<ApiEnv>): Promise<Visit> => {
  const visit = await visitOf(deps, c)
  const key = `own-read ${visit.session.slice(0, 22)}`
  if ((await countInMinute(deps.connection.db, key)) > readsAMinute)
    throw new DomainError('rate-limited', [], { retryAfter: 60 })
  return visit
}

/** What has fallen due is applied first: a window that has ended is not open to who looks. */
const currentVisit = async (deps: Deps, c: Context<ApiEnv>): Promise<Visit> => {
  const visit = await readingVisit(deps, c)
  const { record } = visit
  const due = record.status === 'open' ? agenda(record)[0]?.at : undefined
  if (due === undefined || due > (await deps.clock.now())) return visit
  await deps.cases
    .catchUp({ caseId: record.id, process: record.process })
    .catch(() => deps.log.warn({ case: record.id }, 'could not be brought up to date'))
  return visitOf(deps, c)
}

const viewOf = async (deps: Deps, visit: Visit): Promise<OwnMatterView> => {
  const [papers, payments] = await Promise.all([papersOf(deps, visit), ownPayments(deps, visit)])
  return {
    matter: await matterOf(deps, visit),
    papers: papers.map((one) => paperView(visit, one)),
    payments,
    until: visit.until.toISOString(),
  }
}

const matterOf = async (deps: Deps, visit: Visit): Promise<OwnMatter> => {
  const { record, process, holder } = visit
  const { db } = deps.connection
  const decisionContext = await decisionContextOf(deps, await deps.clock.now())
  if (holder.item === null) {
    const [facts, name] = await Promise.all([readFacts(db, record.id), partyOf(db, record.owner)])
    return enterpriseMatter({
      process,
      record,
      facts,
      enterprise: name.name,
      holder,
      decisionContext,
    })
  }
  const item = await readItem(db, record.id, holder.item)
  if (!item) throw new DomainError('not-found')
  return ownMatter({ process, record, item, holder, decisionContext })
}

/** His first look is an act of its own in the record, once for each who looks. */
const noteOpened = async (deps: Deps, visit: Visit, { id }: DocumentHit): Promise<void> => {
  const { holder, record } = visit
  const order = { type: 'open-document', taskId: null, body: { document: id } }
  await give(deps, visit, order, {
    author: holder,
    id: commandId(holder.id, `open-document ${id}`),
    hash: bodyHash({ case: record.id, ...order }),
    keyed: true,
  })
}

type Sent = { type: string; data: Record<string, unknown> }

/** Judged here as it is again in the transaction; its task is that of his item, whatever anybody sends. */
const perform = async (deps: Deps, visit: Visit, { type, data }: Sent, key: string) => {
  const { holder, record, process } = visit
  const request: IdempotentRequest = {
    author: holder,
    id: commandId(holder.id, key),
    hash: bodyHash({ case: record.id, type, data }),
    keyed: true,
  }
  const taskId = taskOf(visit)
  const events = eventsFor(visit)
  const definition = Object.hasOwn(events, type) ? events[type] : undefined
  const command = await madeBefore(deps, request)
  if (!command) {
    if (!definition || taskId === undefined || !mayEver(visit, type))
      throw new DomainError(closedToHolder.code, closedToHolder.reasons)
    const at = await deps.clock.now()
    const decisionContext = {
      ...(await decisionContextOf(deps, at)),
      documents: await knownDocuments(deps.connection.db, record.id),
    }
    const verdict = judge(process, record, holder, { type, data, taskId }, decisionContext)
    if (!verdict.allowed)
      throw new DomainError(verdict.code, verdict.reasons, verdict.details ?? {})
    const fields = [...definition.fields]
    await checkFiles(deps, { fields, data, actorId: holder.id, caseId: null })
  }
  await give(deps, visit, { type, taskId: taskId ?? null, body: data }, request)
}

/** Null: whichever task of the case the act belongs to; undefined: his item has none. */
const taskOf = ({ record, holder }: Visit): string | null | undefined =>
  holder.item === null
    ? null
    : Object.values(record.openTasks).find(({ item }) => item === holder.item)?.id

const eventsFor = ({ record, process, holder }: Visit): ProcessDefinition['events'] => {
  if (holder.item === null) return process.events
  const kind = record.itemSecrets?.[String(holder.item)]?.kind ?? ''
  return concernOf(process, kind)?.definition.events ?? {}
}

/** Whether it is declared for him, whatever the state. */
const mayEver = ({ record, process, holder }: Visit, type: string): boolean => {
  const { concern } =
    holder.item === null
      ? process
      : (concernOf(process, record.itemSecrets?.[String(holder.item)]?.kind ?? '') ?? {})
  return Object.hasOwn(concern?.acts ?? {}, type)
}

type Order = { type: string; taskId: string | null; body: Record<string, unknown> }

const give = async (
  deps: Deps,
  { record }: Visit,
  order: Order,
  request: IdempotentRequest,
): Promise<void> => {
  const at = await deps.clock.now()
  const made = await madeBefore(deps, request)
  const command = made ?? commandFor(request, { caseId: record.id, ...order, ifMatch: null, at })
  await answerTo(deps, command, record.process)
}
