// Which register does a request name, who asks about it, and what is read for him?
import type { EntryView, RegisterChangeView } from '../../contract/registers/registers.ts'
import type { Place } from '../../db/keyset.ts'
import {
  type EntryHit,
  readEntries,
  readEntry,
  readEntryChanges,
  readWaiting,
} from '../../db/registers/registers-reads.ts'
import { withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { isRegion } from '../../domain/organisation/regions.ts'
import { changeForm, mayPropose, registrar } from '../../domain/registers/change.ts'
import type { Register } from '../../domain/registers/define.ts'
import {
  type EntryReader,
  fieldsOf,
  fieldTextsFor,
  mayReadRegister,
  readerOf,
} from '../../domain/registers/entry.ts'
import { addMonths } from '../../domain/time/days.ts'
import { civilDate } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { carriedOut } from './entry-case.ts'
import { changeView, entryRow, readsDueDays } from './register-views.ts'

type Asking = Pick<ApiEnv['Variables'], 'scope' | 'actor' | 'at'>

/** Null: a machine, or nobody who proposes anything. */
export const proposerOf = ({ actor }: Pick<Asking, 'actor'>): Person | null =>
  actor.kind === 'person' ? registrar(actor) : null

export const registerIn = (
  { registers }: Pick<Deps, 'registers'>,
  id: string,
  reader: EntryReader,
): Register => {
  const register = Object.hasOwn(registers, id) ? registers[id] : undefined
  if (!register || !mayReadRegister(register, reader)) throw new DomainError('not-found')
  return register
}

type Filter = {
  q?: string | undefined
  standing?: string | undefined
  region?: string | undefined
  within?: string | undefined
  after: Place | null
  limit: number
}

export const entriesFor = async (
  deps: Deps,
  register: Register,
  asking: Asking,
  filter: Filter,
) => {
  const { q, standing, region, within, after, limit } = filter
  const reader = readerOf(asking.actor)
  const today = civilDate(asking.at)
  const query = {
    register: register.id,
    q: q?.trim() || null,
    standing: standing || null,
    region: region !== undefined && isRegion(region) ? region : null,
    today,
    dueBy: within && readsDueDays(register, reader) ? addMonths(today, Number(within)) : null,
  }
  const { rows, ...rest } = await withScope(deps.connection.pool, asking.scope, (tx) =>
    readEntries(tx, { ...query, after, limit }),
  )
  return { items: rows.map((row) => entryRow(register, { reader, today }, row)), ...rest }
}

export const entryFor = (
  deps: Deps,
  register: Register,
  asking: Asking,
  id: string,
): Promise<EntryView> =>
  withScope(deps.connection.pool, asking.scope, async (tx) => {
    const hit = await readEntry(tx, register.id, id)
    if (!hit) throw new DomainError('not-found')
    const [reader, person] = [readerOf(asking.actor), proposerOf(asking)]
    const today = civilDate(asking.at)
    const proposes = person !== null && mayPropose(register, person, hit)
    return {
      ...entryRow(register, { reader, today }, hit),
      version: hit.version,
      from: hit.from,
      fields: fieldTextsFor(register, reader, hit.data),
      changes: (await readEntryChanges(tx, id)).map((one) =>
        changeView({ register, reader, person, scope: asking.scope, today }, hit, one),
      ),
      form: proposes
        ? changeForm(register, { places: [], entry: hit, party: reader === 'party' })
        : [],
      values: valuesFor(register, reader, hit),
      ...(await carriedOut(tx, deps, register, asking, hit)),
    }
  })

const valuesFor = (
  register: Register,
  reader: EntryReader,
  { data, standing }: EntryHit,
): Record<string, unknown> => {
  const names = fieldsOf(register, reader).map(({ name }) => name)
  return {
    ...Object.fromEntries(Object.entries(data).filter(([name]) => names.includes(name))),
    standing,
  }
}

export const waitingFor = (
  deps: Deps,
  register: Register,
  asking: Asking,
): Promise<RegisterChangeView[]> =>
  withScope(deps.connection.pool, asking.scope, async (tx) => {
    const viewRequest = {
      register,
      reader: readerOf(asking.actor),
      person: proposerOf(asking),
      scope: asking.scope,
      today: civilDate(asking.at),
    }
    const found = await readWaiting(tx, register.id)
    return found.map(({ change, entry, owner }) =>
      changeView(viewRequest, entry, { change, decision: null, owner, before: entry }),
    )
  })
