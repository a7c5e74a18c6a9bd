// By which entry of a register may an act go, and what does the case keep of the one that it names?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { type EntryToChoose, entriesToChooseQuery } from '../../contract/case/entries.ts'
import { readNearest } from '../../db/registers/nearest-reads.ts'
import {
  type EntryHit,
  readEntriesFor,
  readEntryByNumber,
} from '../../db/registers/registers-reads.ts'
import { type Reader, withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import { definitionOf } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { EntryChoice, FirstEntryChoice } from '../../domain/model/register-definition.ts'
import { isStaff, type Scope } from '../../domain/organisation/policy.ts'
import { regionsAbove } from '../../domain/organisation/regions.ts'
import type { Register } from '../../domain/registers/define.ts'
import { isOpenToAll, nameOf } from '../../domain/registers/entry.ts'
import { civilDate, type Instant } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { caseIn, processOf } from '../reading/case-reading.ts'

const mostReserved = 200

/** What the authorities have published, such as a standard of the city, officials of every place may name. */
const isPublished = (register: Register | undefined): boolean =>
  register?.owner === 'authority' && isOpenToAll(register)

export const createEntryChoiceRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().get(
    '/:id/entries',
    describeRoute({
      tags: ['cases'],
      summary: 'Which entries of a register an act may name; for the authorities',
    }),
    checked('query', entriesToChooseQuery),
    async (c) => {
      const { actor, scope, at } = c.var
      if (!isStaff(actor)) throw new DomainError('not-allowed')
      const { type } = c.req.valid('query')
      const { record, choice, register, found } = await withScope(
        deps.connection.pool,
        scope,
        async (tx) => {
          const { record } = await caseIn(tx, c.req.param('id'))
          const choice = definitionOf(processOf(deps, record), type)?.entry
          const register = choice && deps.registers[choice.register]
          const within = choice && !isPublished(register)
          return {
            record,
            choice,
            register,
            found: within ? await entriesFor(tx, choice, record) : [],
          }
        },
      )
      if (!choice || !register) return c.json({ items: [] })
      // Not within the scoped read: a second connection would be waited for while one is held.
      const published = isPublished(register)
        ? await entriesFor(deps.connection.db, choice, record)
        : []
      const items = [...found, ...published]
        .filter((entry) => choice.fits(record, entry, civilDate(at)) === true)
        .map(
          (entry): EntryToChoose => ({
            number: entry.number,
            name: nameOf(register, 'authority', entry.data),
            owner: entry.ownerName ?? entry.owner,
            shows: choice.shows?.(record, entry) ?? [],
          }),
        )
      return c.json({ items })
    },
  )

/** What one case at a time holds may come from anywhere; a plan is for its own place. */
const entriesFor = async (
  tx: Reader,
  { register, reserves }: EntryChoice,
  { region, owner }: CaseRecord,
): Promise<EntryHit[]> => {
  if (reserves === undefined)
    return readEntriesFor(tx, { register, regions: regionsAbove(region), owner })
  const near = {
    register,
    to: null,
    withinKm: 0,
    over: [],
    kind: null,
    number: null,
    limit: mostReserved,
  }
  return (await readNearest(tx, near)).items
}

type ChoiceInput = {
  choice: EntryChoice
  record: CaseRecord
  scope: Scope
  data: Record<string, unknown>
  at: Instant
}

/** What was sent, with what the case keeps of the entry that it names; one that the case cannot go by is refused at its field. */
export const withEntry = async (
  { connection, registers }: Pick<Deps, 'connection' | 'registers'>,
  { choice, record, scope, data, at }: ChoiceInput,
): Promise<Record<string, unknown>> => {
  const sent = Object.fromEntries(
    Object.entries(data).filter(([name]) => !choice.kept.includes(name)),
  )
  const number = sent[choice.field]
  // Anything else its form refuses.
  if (typeof number !== 'string') return sent
  const entry = isPublished(registers[choice.register])
    ? await readEntryByNumber(connection.db, choice.register, number)
    : await withScope(connection.pool, scope, (tx) =>
        readEntryByNumber(tx, choice.register, number),
      )
  if (!entry) throw refusedAt(choice, unknownEntry)
  const verdict = choice.fits(record, entry, civilDate(at))
  if (verdict !== true) throw refusedAt(choice, verdict)
  return { ...sent, ...choice.keep(entry), ...choice.reckon?.(record, entry, sent) }
}

/** The same of the first form of a case; without an entry nothing of what is kept of one is taken either. */
export const withFirstEntry = async (
  { connection }: Pick<Deps, 'connection'>,
  choice: FirstEntryChoice,
  { scope, data, at }: Pick<ChoiceInput, 'scope' | 'data' | 'at'>,
): Promise<Record<string, unknown>> => {
  const sent = Object.fromEntries(
    Object.entries(data).filter(([name]) => !choice.kept.includes(name)),
  )
  const { registerEntry: number } = sent
  if (typeof number !== 'string') return sent
  const entry = await withScope(connection.pool, scope, (tx) =>
    readEntryByNumber(tx, choice.register, number),
  )
  const named = { field: 'registerEntry' }
  if (!entry) throw refusedAt(named, unknownEntry)
  const verdict = choice.fits(sent, entry, civilDate(at))
  if (verdict !== true) throw refusedAt(named, verdict)
  return { ...sent, ...choice.keep(entry) }
}

const unknownEntry = text(
  '登记簿中没有这一编号，或者不在您的辖区',
  'The register has no such number, or it is not in your area',
)

const refusedAt = ({ field }: Pick<EntryChoice, 'field'>, words: Text): DomainError =>
  new DomainError('invalid-input', [words], { fields: { [field]: words } })
