// By which entry of a register may an act go, and what does the case keep of the one that it names?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { type EntryToChoose, entriesToChooseQuery } from '../../contract/case/entries.ts'
import { readEntriesFor, readEntryByNumber } from '../../db/registers/registers-reads.ts'
import { withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import { definitionOf } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { EntryChoice } from '../../domain/model/register-definition.ts'
import { isStaff, type Scope } from '../../domain/organisation/policy.ts'
import { regionsAbove } from '../../domain/organisation/regions.ts'
import { nameOf } from '../../domain/registers/entry.ts'
import { civilDate, type Instant } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { caseIn, processOf } from '../reading/case-reading.ts'

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
      const items = await withScope(
        deps.connection.pool,
        scope,
        async (tx): Promise<EntryToChoose[]> => {
          const { record } = await caseIn(tx, c.req.param('id'))
          const choice = definitionOf(processOf(deps, record), type)?.entry
          const register = choice && deps.registers[choice.register]
          if (!choice || !register) return []
          const found = await readEntriesFor(tx, {
            register: choice.register,
            regions: regionsAbove(record.region),
            owner: record.owner,
          })
          return found
            .filter((entry) => choice.fits(record, entry, civilDate(at)) === true)
            .map(({ number, data, ownerName, owner }) => ({
              number,
              name: nameOf(register, 'authority', data),
              owner: ownerName ?? owner,
            }))
        },
      )
      return c.json({ items })
    },
  )

type ChoiceInput = {
  choice: EntryChoice
  record: CaseRecord
  scope: Scope
  data: Record<string, unknown>
  at: Instant
}

/** What was sent, with what the case keeps of the entry that it names; one that the case cannot go by is refused at its field. */
export const withEntry = async (
  { connection }: Pick<Deps, 'connection'>,
  { choice, record, scope, data, at }: ChoiceInput,
): Promise<Record<string, unknown>> => {
  const sent = Object.fromEntries(
    Object.entries(data).filter(([name]) => !choice.kept.includes(name)),
  )
  const number = sent[choice.field]
  // Anything else its form refuses.
  if (typeof number !== 'string') return sent
  const entry = await withScope(connection.pool, scope, (tx) =>
    readEntryByNumber(tx, choice.register, number),
  )
  if (!entry) throw refusedAt(choice, unknownEntry)
  const verdict = choice.fits(record, entry, civilDate(at))
  if (verdict !== true) throw refusedAt(choice, verdict)
  return { ...sent, ...choice.keep(entry) }
}

const unknownEntry = text(
  '登记簿中没有这一编号，或者不在您的辖区',
  'The register has no such number, or it is not in your area',
)

const refusedAt = ({ field }: EntryChoice, words: Text): DomainError =>
  new DomainError('invalid-input', [words], { fields: { [field]: words } })
