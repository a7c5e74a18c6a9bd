// What is an entry of a register, and who reads which part of it?
import type { Text } from '../language/words.ts'
import type { ChosenEntry } from '../model/decision-context.ts'
import type { FieldBuilder } from '../model/field.ts'
import type { Field } from '../model/process.ts'
import type { Actor } from '../organisation/actor.ts'
import { audienceOf } from '../organisation/policy.ts'
import type { Region } from '../organisation/regions.ts'
import type { Day } from '../time/days.ts'
import type { RowTable } from '../views/answers/fact-views.ts'
import { layoutOf, valueWords } from '../views/answers/value-words.ts'
import type { RegisterFace } from './define.ts'

export type EntryData = Record<string, unknown>

/** An entry as it stands after its last confirmed change. */
export type Entry = {
  id: string
  register: string
  /** Counts the confirmed changes, from 1. */
  version: number
  number: string
  region: Region
  /** The enterprise; null: the authorities' own. */
  owner: string | null
  standing: string
  /** The day from which what stands here holds. */
  from: Day
  data: EntryData
}

export type EntryReader = 'authority' | 'party' | 'public'

/** As whom somebody who is signed in reads. */
export const readerOf = (actor: Actor): EntryReader =>
  audienceOf(actor) === 'party' ? 'party' : 'authority'

/** What is the authorities' own no enterprise reads. */
export const mayReadRegister = (
  { owner }: Pick<RegisterFace, 'owner'>,
  reader: EntryReader,
): boolean => reader === 'authority' || owner !== 'authority'

/** The fields of a register in the order of its form, as this reader sees them. */
export const fieldsOf = ({ fields }: Pick<RegisterFace, 'fields'>, reader: EntryReader): Field[] =>
  Object.entries(fields).flatMap(([name, { form, readers }]) =>
    form && mayRead(readers, reader) ? [{ name, ...form }] : [],
  )

/** What a field is called. */
export const fieldWords = <Name extends string>(
  { fields }: { fields: Record<Name, Pick<FieldBuilder, 'form'>> },
  name: NoInfer<Name>,
): Text => fields[name].form?.words ?? { zh: name, en: name }

/** What everybody may read its owner may read too. */
const mayRead = (readers: readonly string[], reader: EntryReader): boolean =>
  reader === 'authority' ||
  readers.includes('public') ||
  (reader === 'party' && readers.includes('party'))

/** Whether anybody may look entries up without signing in. */
export const isOpenToAll = (register: RegisterFace): boolean =>
  fieldsOf(register, 'public').length > 0

/** `table` and `list` are the value laid out, where it is more than one line. */
type FieldText = { name: string; label: Text; value: Text; table?: RowTable; list?: Text[] }

/** What an entry says to a reader, in words; what was left open is left out. */
export const fieldTextsFor = (
  register: RegisterFace,
  reader: EntryReader,
  data: EntryData,
  only?: readonly string[],
): FieldText[] =>
  fieldsOf(register, reader).flatMap((field) => {
    const value = data[field.name]
    if (value === undefined || value === null || (only && !only.includes(field.name))) return []
    return [
      {
        name: field.name,
        label: field.words,
        value: valueWords(field, value),
        ...layoutOf(field, value),
      },
    ]
  })

/** The names of the fields in which two states of an entry differ. */
export const changedFields = (before: EntryData, after: EntryData): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )

export const standingWordsOf = ({ standings }: RegisterFace, standing: string): Text =>
  standings[standing]?.words ?? { zh: standing, en: standing }

/** Kept for the record only. */
export const isOver = ({ standings }: Pick<RegisterFace, 'standings'>, standing: string): boolean =>
  standings[standing]?.over === true

/** How an entry stood on a day, whatever was written of it since; null: it was not yet entered then. */
export const standingOn = (
  { standing, from, stood = [{ standing, from }] }: ChosenEntry,
  day: Day,
): string | null => stood.findLast((one) => one.from <= day)?.standing ?? null

/** What an entry is called, where the reader may know it. */
export const nameOf = (register: RegisterFace, reader: EntryReader, data: EntryData): string =>
  fieldsOf(register, reader).some(({ name }) => name === register.name)
    ? String(data[register.name] ?? '')
    : ''
