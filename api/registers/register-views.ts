// What does a reader see of a register, an entry and its changes?
import type {
  EntryRow,
  RegisterChangeView,
  RegisterShelf,
  RegisterView,
} from '../../contract/registers/registers.ts'
import type { DecidedChange, EntryHit, StoodBefore } from '../../db/registers/registers-reads.ts'
import { judgeFourEyes } from '../../domain/change/four-eyes.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import type { Scope } from '../../domain/organisation/policy.ts'
import { isRegion, regions } from '../../domain/organisation/regions.ts'
import {
  anotherConfirmer,
  changeForm,
  judgeConfirmer,
  judgeOwner,
  judgeVersion,
  mayConfirm,
  ownWords,
  placesToPropose,
} from '../../domain/registers/change.ts'
import type { Register } from '../../domain/registers/define.ts'
import { dueFieldWords, duesIn, dueWords, firstOpen } from '../../domain/registers/due-days.ts'
import {
  changedFields,
  type EntryData,
  type EntryReader,
  fieldsOf,
  fieldTextsFor,
  isOver,
  nameOf,
  standingWordsOf,
} from '../../domain/registers/entry.ts'
import { rowDifferenceWords } from '../../domain/registers/row-differences.ts'
import { answeredBySilence, settledFieldWords } from '../../domain/registers/unconfirmed.ts'
import type { Day } from '../../domain/time/days.ts'
import { layoutOf, rowsIn, valueWords } from '../../domain/views/answers/value-words.ts'
import { reasonsOf } from '../organisation/reasons.ts'
import { regionName } from '../reading/names.ts'

export const shelfOf = ({ id, title, entry, summary }: Register): RegisterShelf => ({
  id,
  title,
  entry,
  summary,
})

/** `person`: null for a machine, which proposes nothing. */
export const registerView = (
  register: Register,
  { reader, seen, person }: { reader: EntryReader; seen: readonly string[]; person: Person | null },
): RegisterView => {
  const fields = fieldsOf(register, reader)
  const labelOf = (name: string | undefined) =>
    fields.find((field) => field.name === name)?.words ?? null
  const places = person ? placesToPropose(register, person) : []
  return {
    ...shelfOf(register),
    basis: register.basis,
    owner: register.owner,
    columns: register.columns.flatMap((name) => {
      const label = labelOf(name)
      return label ? [{ name, label }] : []
    }),
    standings: Object.entries(register.standings).map(([name, { words }]) => ({ name, words })),
    due: readsDueDays(register, reader) ? dueWords(register) : null,
    regions: seen.filter(isRegion).map((code) => ({ code, name: regions[code].name })),
    form:
      places.length > 0
        ? changeForm(register, { places, entry: null, party: reader === 'party' })
        : [],
  }
}

/** By which days something is due a reader knows who reads the fields that say so. */
export const readsDueDays = (register: Register, reader: EntryReader): boolean => {
  const read = fieldsOf(register, reader).map(({ name }) => name)
  return register.due?.every(({ field }) => read.includes(field)) ?? false
}

/** What is due first of an entry, and under which of several names. */
const dueOf = (
  register: Register,
  { reader, today }: { reader: EntryReader; today: Day },
  { dues }: EntryHit,
): Pick<EntryRow, 'due' | 'dueFor'> => {
  const first = readsDueDays(register, reader) ? firstOpen(dues, today) : null
  const several = (register.due?.length ?? 0) > 1
  return {
    due: first?.day ?? null,
    dueFor: first && several ? dueFieldWords(register, first.field) : null,
  }
}

export const entryRow = (
  register: Register,
  { reader, today }: { reader: EntryReader; today: Day },
  hit: EntryHit,
): EntryRow => ({
  id: hit.id,
  number: hit.number,
  name: nameOf(register, reader, hit.data),
  region: regionName(hit.region),
  owner: hit.ownerName ?? hit.owner,
  standing: hit.standing,
  words: standingWordsOf(register, hit.standing),
  over: isOver(register, hit.standing),
  since: hit.since,
  ...dueOf(register, { reader, today }, hit),
  columns: fieldTextsFor(register, reader, hit.data, register.columns),
})

/** Who asks about changes. */
export type ChangeViewInput = {
  register: Register
  reader: EntryReader
  person: Person | null
  scope: Scope
  today: Day
}

/** How the entry stands; null while it is not confirmed. */
type Standing = { version: number; number: string } | null

export const changeView = (
  query: ChangeViewInput,
  entry: Standing,
  one: DecidedChange,
): RegisterChangeView => {
  const { register, reader } = query
  const { change, decision } = one
  const seesAuthor = reader === 'authority' || change.byOwner
  return {
    id: change.id,
    entry: change.entry,
    number: entry?.number ?? change.number,
    name: nameOf(register, reader, change.data),
    region: regionName(change.region),
    owner: one.owner?.name ?? change.owner,
    fresh: change.seen === 0,
    standing: standingWordsOf(register, change.standing),
    from: change.fromDay,
    fields: [...differences(query, one), ...standingDifferences(register, one)],
    dues: decision ? [] : waitingDues(query, change),
    status: decision?.decision ?? 'waiting',
    by: seesAuthor ? change.proposedByName : null,
    at: change.proposedAt,
    reason: seesAuthor ? change.reason : null,
    decision: decision && {
      by: reader === 'authority' || decision.by === change.proposedBy ? decision.byName : null,
      at: decision.at,
      reason:
        reader === 'authority' || (seesAuthor && decision.decision !== 'approved')
          ? decision.reason
          : null,
      version: decision.version,
    },
    ...waysOut(query, entry, one),
  }
}

/** The periods of the law run from what was handed in, whoever has still to confirm it. */
const waitingDues = (
  { register, reader }: ChangeViewInput,
  change: DecidedChange['change'],
): RegisterChangeView['dues'] => {
  if (!readsDueDays(register, reader)) return []
  return duesIn(register, change.data).map(({ field, day, until }) => {
    const label = until === undefined ? null : settledFieldWords(register, field)
    return {
      label: dueFieldWords(register, field),
      day,
      settled: label && until !== undefined ? { label, day: until } : null,
    }
  })
}

type WaysOut = Pick<
  RegisterChangeView,
  'mayConfirm' | 'mayRefuse' | 'mayWithdraw' | 'whyNot' | 'whyNotRefuse'
>
const noWayOut: WaysOut = {
  mayConfirm: false,
  mayRefuse: false,
  mayWithdraw: false,
  whyNot: [],
  whyNotRefuse: [],
}

/** What this reader may do about what waits. */
const waysOut = (
  { register, person, scope, today }: ChangeViewInput,
  entry: Standing,
  { change, decision, owner }: DecidedChange,
): WaysOut => {
  if (decision || !person) return noWayOut
  const whyNot = reasonsOf(() => {
    judgeConfirmer(register, person, change)
    judgeFourEyes(
      'approve',
      person,
      { decided: false, proposedBy: change.proposedBy },
      anotherConfirmer,
    )
    judgeVersion(change.seen, entry, 'confirmation')
    judgeOwner(scope, change, owner?.region ?? null)
  })
  const own = change.proposedBy === person.id
  const decides = !own && mayConfirm(register, person, change)
  const silence = whyNot.length === 0 ? answeredBySilence(register, change, today) : null
  return {
    mayConfirm: whyNot.length === 0,
    mayRefuse: decides && silence === null,
    mayWithdraw: own,
    whyNot,
    whyNotRefuse: silence === null ? [] : [silence],
  }
}

const differences = (
  { register, reader }: ChangeViewInput,
  one: DecidedChange,
): RegisterChangeView['fields'] => {
  const [before, after] = [one.before?.data ?? {}, one.change.data]
  const changed = changedFields(before, after)
  return fieldsOf(register, reader).flatMap((field) => {
    if (!changed.includes(field.name)) return []
    const wordsIn = (data: EntryData): Text | null => {
      const value = data[field.name]
      return value === undefined || value === null ? null : valueWords(field, value)
    }
    const { name } = field
    return [
      {
        name,
        label: field.words,
        before: wordsIn(before),
        after: wordsIn(after),
        ...linesOf(field, before[name], after[name]),
      },
    ]
  })
}

/** What is more than one line is told line by line: of rows only those that are not as they were. */
const linesOf = (field: Field, before: unknown, after: unknown): { lines?: Text[] } => {
  if (field.kind === 'rows')
    return { lines: rowDifferenceWords(field, rowsIn(before), rowsIn(after)) }
  const { list } = field.kind === 'reckoning' ? layoutOf(field, after) : {}
  return list ? { lines: list } : {}
}

/** Of a new entry both are said beside its name. */
const standingDifferences = (
  register: Register,
  { before, change }: DecidedChange,
): RegisterChangeView['fields'] => {
  if (!before) return []
  const both = (name: 'standing' | 'from', body: (one: StoodBefore) => Text) => {
    const [was, becomes] = [body(before), body(change)]
    return was.zh === becomes.zh
      ? []
      : [{ name, label: ownWords[name], before: was, after: becomes }]
  }
  return [
    ...both('standing', ({ standing }) => standingWordsOf(register, standing)),
    ...both('from', ({ fromDay }) => text(fromDay, fromDay)),
  ]
}

export const notKept = text('没有这个登记簿', 'There is no such register')
