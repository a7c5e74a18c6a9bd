// Which licences are in the register, and what has become of each?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as v from 'valibot'
import type {
  LicencePaper,
  LicenceRow,
  LicenceView,
  licenceFilter,
  PublicLicence,
} from '../../contract/licences/licences.ts'
import { licencesQuery, publicLicencesQuery } from '../../contract/licences/licences.ts'
import { readFacts } from '../../db/cases/cases-reads.ts'
import { type DocumentHit, readDocuments } from '../../db/cases/documents-reads.ts'
import { readRelated } from '../../db/cases/related-reads.ts'
import { decodeCursor } from '../../db/keyset.ts'
import {
  type LicenceHit,
  type LicenceQuery,
  lookUpLicences,
  readKin,
  readLicence,
  readLicences,
} from '../../db/licences/licences-reads.ts'
import { withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { type Audience, visible } from '../../domain/model/audience.ts'
import type { StoredFact } from '../../domain/model/chain.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import { audienceOf } from '../../domain/organisation/policy.ts'
import { plainNumber } from '../../domain/public/follow.ts'
import { entryOf, standingWords } from '../../domain/registers/licences/entry.ts'
import { addMonths, type Day } from '../../domain/time/days.ts'
import { civilDate } from '../../domain/time/instant.ts'
import { timelineItem } from '../../domain/views/timeline.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { brake, brakes } from '../http/strangers.ts'
import { caseIn, processOf } from '../reading/case-reading.ts'
import { referencesOf } from '../reading/fact-parts.ts'
import { regionName } from '../reading/names.ts'

type Filter = { [Name in keyof typeof licenceFilter]?: v.InferOutput<(typeof licenceFilter)[Name]> }

export const licenceQueryOf = (
  { process, standing, within, q, scope }: Filter,
  today: Day,
): LicenceQuery => ({
  process: process || null,
  standing: standing ?? null,
  q: q?.trim() || null,
  scope: scope?.trim() || null,
  endsBy: within ? addMonths(today, Number(within)) : null,
})

export const createLicenceRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      describeRoute({
        tags: ['licences'],
        summary: 'The register of licences within the reader’s scope, the first to end first',
      }),
      checked('query', licencesQuery),
      async (c) => {
        const { cursor, limit, ...filter } = c.req.valid('query')
        const today = civilDate(c.get('at'))
        const query = { ...licenceQueryOf(filter, today), after: decodeCursor(cursor), limit }
        const { rows, ...rest } = await withScope(deps.connection.pool, c.get('scope'), (tx) =>
          readLicences(tx, query),
        )
        return c.json({ items: rows.map((row) => licenceRow(deps.processes, row, today)), ...rest })
      },
    )
    .get(
      '/:id',
      describeRoute({
        tags: ['licences'],
        summary: 'One licence with its history, by the id of the case behind it',
      }),
      async (c) => c.json(await licenceView(deps, c.req.param('id'), c.var)),
    )

export const licenceRow = (
  processes: Record<string, ProcessDefinition>,
  { replaces: _, region, ...hit }: LicenceHit,
  today: Day,
): LicenceRow => ({
  id: hit.id,
  process: hit.process,
  kind: processes[hit.process]?.register?.words ?? text(hit.process, hit.process),
  number: hit.number,
  holder: hit.holder,
  scope: hit.scope,
  mode: hit.mode,
  premises: hit.premises,
  region: regionName(region),
  validFrom: hit.validFrom,
  validUntil: hit.validUntil,
  standing: hit.standing,
  words: standingWords(hit, today),
  since: hit.since,
})

type Asking = Pick<ApiEnv['Variables'], 'scope' | 'actor' | 'at'>

const licenceView = (deps: Deps, id: string, { scope, actor, at }: Asking): Promise<LicenceView> =>
  withScope(deps.connection.pool, scope, async (tx) => {
    const hit = await readLicence(tx, id)
    if (!hit) throw new DomainError('not-found')
    const { record } = await caseIn(tx, id)
    const process = processOf(deps, record)
    const kin = await readKin(tx, hit)
    const { replaces } = hit
    const reader = audienceOf(actor)
    return {
      ...licenceRow(deps.processes, hit, civilDate(at)),
      caseNumber: record.number,
      principal: entryOf(process, record)?.principal ?? '',
      papers: papersOf(process, await readDocuments(tx, id), reader),
      replaces:
        replaces === null
          ? null
          : { number: replaces, id: kin.find(({ number }) => number === replaces)?.id ?? null },
      replacedBy: kin
        .filter((one) => one.replaces === hit.number)
        .map(({ id, number }) => ({ id, number })),
      related: (await readRelated(tx, referencesOf(process, record)))
        .filter((one) => one.id !== id)
        .map((one) => ({ id: one.id, number: one.number })),
      history: historyOf(process, await readFacts(tx, id), reader),
    }
  })

/** The licence itself, original and copy, as each was issued last. */
const papersOf = (
  { register, documents = [] }: ProcessDefinition,
  found: DocumentHit[],
  reader: Audience,
): LicencePaper[] =>
  (register?.documents ?? []).flatMap((kind) => {
    const words = documents.find(({ id }) => id === kind)?.words
    const last = found.filter((one) => one.kind === kind && visible(one.audience, reader)).at(-1)
    if (!last || last.state === 'void') return []
    const { id, title, number, code, sha256 } = last
    return [
      {
        id,
        kind,
        title: text(title, words?.en ?? title),
        number,
        code,
        url: sha256 === null ? null : `/api/documents/${id}`,
      },
    ]
  })

/** From the day on which there was a licence: what has happened to it, and how it stood then. */
const historyOf = (
  process: ProcessDefinition,
  facts: StoredFact[],
  reader: Audience,
): LicenceView['history'] => {
  const { standing = {}, unserved } = process.register ?? {}
  const named = Object.keys(standing)
  const stands = (after: string | null) =>
    (after ?? '').split('|').some((state) => named.some((name) => state.startsWith(name)))
  const granted = facts.findIndex(({ type, after }) => unserved?.on.includes(type) || stands(after))
  return facts.slice(Math.max(granted, 0)).flatMap((fact) => {
    const item = timelineItem(process, fact, reader)
    return item && (item.kind === 'event' || fact.type === 'linked')
      ? [{ at: item.occurredAt, words: item.title }]
      : []
  })
}

/** So many signs of a name, that nobody leafs through the register by single letters. */
const leastSigns = 4
const tooShort = text(`请至少输入${leastSigns}个字`, `Type ${leastSigns} signs at least`)

export const createPublicLicences = (deps: Deps) =>
  new Hono<ApiEnv>().get(
    '/licences',
    describeRoute({
      tags: ['public'],
      security: [],
      summary: 'Licences by their whole number or the name of their holder',
    }),
    brake(deps, brakes.licences),
    checked('query', publicLicencesQuery),
    async (c) => {
      const q = c.req.valid('query').q.trim()
      if ([...q].length < leastSigns)
        throw new DomainError('invalid-input', [tooShort], { fields: { q: tooShort } })
      const today = civilDate(await deps.clock.now())
      const found = await lookUpLicences(
        deps.connection.db,
        /〔|\[|（|\(|【/.test(q) ? plainNumber(q).replace(/号$/, '') : q,
      )
      return c.json({
        items: found.map((hit) => publicLicence(licenceRow(deps.processes, hit, today))),
      })
    },
  )

const publicLicence = ({
  kind,
  number,
  holder,
  scope,
  region,
  validFrom,
  validUntil,
  words,
}: LicenceRow): PublicLicence => ({
  kind,
  number,
  holder,
  scope,
  region,
  validFrom,
  validUntil,
  words,
})
