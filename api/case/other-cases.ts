// Which other open cases may an act name, and what does the case keep of the one that it names?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { type CaseToName, caseToNameQuery } from '../../contract/case/others.ts'
import { readCasesOpenedSince } from '../../db/cases/open-cases-reads.ts'
import { readRelated } from '../../db/cases/related-reads.ts'
import { type Reader, withScope } from '../../db/scope.ts'
import { judgeNamed } from '../../domain/engine/judging/named-case.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { Text } from '../../domain/language/words.ts'
import { stateKey } from '../../domain/model/chart.ts'
import {
  definitionOf,
  type EventDefinition,
  type ProcessDefinition,
} from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { CaseChoice } from '../../domain/model/register-definition.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { isStaff, type Scope } from '../../domain/organisation/policy.ts'
import { stateWords } from '../../domain/views/state-words.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { caseIn, processOf } from '../reading/case-reading.ts'
import { regionName } from '../reading/names.ts'

/** Everything that is open: an investigation takes a year. */
const ever = '1970-01-01T00:00:00.000Z'
const mostOffered = 50

/** What is said of a case that is offered. */
export const outlineOf = (process: ProcessDefinition, record: CaseRecord) => ({
  id: record.id,
  number: record.number,
  title: record.title,
  site: record.site,
  region: regionName(record.region),
  state: stateWords(process, stateKey(record.snapshot.value), 'internal'),
  openedAt: record.openedAt,
})

export const createOtherCaseRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().get(
    '/:id/others',
    describeRoute({
      tags: ['cases'],
      summary: 'Which other cases an act may name; for the authorities',
    }),
    checked('query', caseToNameQuery),
    async (c) => {
      const { actor, scope } = c.var
      if (!isStaff(actor)) throw new DomainError('not-allowed')
      const { type } = c.req.valid('query')
      const items = await withScope(deps.connection.pool, scope, async (tx) => {
        const { record } = await caseIn(tx, c.req.param('id'))
        const definition = definitionOf(processOf(deps, record), type)
        return definition?.named ? offered(deps, tx, { definition, record, by: actor }) : []
      })
      return c.json({ items })
    },
  )

type Naming = { definition: EventDefinition; record: CaseRecord; by: Actor }

const offered = async (
  deps: Deps,
  tx: Reader,
  { definition, record, by }: Naming,
): Promise<CaseToName[]> => {
  const found = await readCasesOpenedSince(tx, record.process, ever)
  return found
    .filter(({ record: other }) => judgeNamed(definition, record, other, by).allowed)
    .map(({ record: other }) => ({
      ...outlineOf(processOf(deps, other), other),
      likely: definition.named?.likely(record, other) ?? false,
    }))
    .sort((one, other) => Number(other.likely) - Number(one.likely))
    .slice(0, mostOffered)
}

type NamedInput = Naming & { scope: Scope; data: Record<string, unknown> }

/** What was sent, with the id of the case whose number it names; one that it may not name is refused at its field. */
export const withNamed = async (
  { connection }: Pick<Deps, 'connection'>,
  { definition, record, by, scope, data }: NamedInput,
): Promise<Record<string, unknown>> => {
  const choice = definition.named
  if (!choice) return data
  const { [choice.id]: _, ...sent } = data
  const number = sent[choice.field]
  // Anything else its form refuses.
  if (typeof number !== 'string') return sent
  const other = await withScope(connection.pool, scope, async (tx) => {
    const [there] = await readRelated(tx, { ids: [], numbers: [number.trim()] })
    return there ? (await caseIn(tx, there.id)).record : null
  })
  const verdict = judgeNamed(definition, record, other, by)
  if (!verdict.allowed) throw refusedAt(choice, verdict.reasons)
  return { ...sent, [choice.field]: other?.number, [choice.id]: other?.id }
}

const refusedAt = ({ field }: CaseChoice, reasons: Text[]): DomainError =>
  new DomainError('invalid-input', reasons, { fields: { [field]: reasons[0] } })
