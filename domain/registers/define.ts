// What does a register declare, and what is wrong with a declaration?
import type { Text } from '../language/words.ts'
import type { AmountBook } from '../law/amounts/book.ts'
import type { RuleBook } from '../law/rule-book.ts'
import type { FieldBuilder } from '../model/field.ts'
import { mostFieldRows } from '../model/fields.ts'
import type { Field } from '../model/process.ts'
import type { Address } from '../organisation/offices.ts'
import type { Region } from '../organisation/regions.ts'
import type { CalendarSet } from '../time/calendar.ts'
import type { Day } from '../time/days.ts'
import type { Instant } from '../time/instant.ts'

/** Under what an entry is found: the product gives the next one with these two characters, or whoever proposes it types one like this. */
export type RegisterNumber = { word: string } | { pattern: RegExp; hint: Text }

/** `over`: whoever stands so is kept for the record only. */
export type EntryStanding = { words: Text; over?: true }

/** A day by which something is to be done, as an entry says it. */
export type DueDay<Name extends string = string> = {
  /** A date; or rows, each with a day of its own. */
  field: Name
  /** Of rows: the column with the day. */
  column?: string
  /** The field with the day from which nobody needs to do it any more, whatever becomes of the entry. */
  until?: Name
  /** Whether it is still to be done, by what the entry, or the row, says. Absent: as long as the entry stands. */
  open?: (said: Record<string, unknown>) => boolean
}

type Face<Name extends string, Standing extends string> = {
  /** Small letters with hyphens; it stands in addresses and in the database for ever. */
  id: string
  title: Text
  /** What one entry is called. */
  entry: Text
  /** What it is for, in a sentence. */
  summary: Text
  /** The norm by which it is kept. */
  basis: string
  /** Whose the things in it are: each an enterprise's, or the authorities' own, or some of either. */
  owner: 'enterprise' | 'authority' | 'either'
  /** `shownTo('party')`: whoever owns the entry reads it too; `shownTo('public')`: so does everybody. */
  fields: Record<Name, FieldBuilder>
  /** The field by which people call an entry; searched beside the number. */
  name: NoInfer<Name>
  /** The field that tells entries of one name apart; needed where another entry has that name. Absent: names may repeat. */
  tellsApart?: NoInfer<Name>
  /** Fields shown in the list, beside number, name and standing. */
  columns: readonly NoInfer<Name>[]
  /** The days by which something is to be done; the list begins with the first still open. Absent: in the order in which they were entered. */
  due?: readonly DueDay<NoInfer<Name>>[]
  /** The first one is that of a new entry. */
  standings: Record<Standing, EntryStanding>
}

/** By what an entry is reckoned: calendars and rules in force, today, its place, and whether it is to be kept for the record only. */
export type ReckoningContext = {
  calendars: CalendarSet
  rules: RuleBook
  amounts?: AmountBook
  today: Day
  region: Region
  standing: string
  over: boolean
}

/** 实施: what is entered in the register is carried out as a case, begun by whoever may start one there. */
export type EntryRun = {
  process: string
  words: Text
  /** In which it stands ready for it. */
  standing: string
  /** The first form of the case. Total. */
  form: (
    entry: { number: string; region: Region; owner: string | null; data: Record<string, unknown> },
    at: Instant,
  ) => Record<string, unknown>
}

/** How entries are kept that two people change. */
type Keeping = {
  /** The fields that the product writes (`systemSupplied`), out of all others. Refuses with `invalid-input`, at its field, what nothing follows from. */
  reckon?: (data: Record<string, unknown>, context: ReckoningContext) => Record<string, unknown>
  number: RegisterNumber
  /** Absent: nothing is begun from an entry. */
  run?: EntryRun
  propose: readonly Address[]
  /** A second person, of an authority. */
  confirm: readonly Address[]
}

/** What every register says of itself, also one whose entries follow from something else. */
export type RegisterFace = Face<string, string>
export type Register = RegisterFace & Keeping

/** Declares a register that two people change. Names of fields are checked by the compiler, everything else by `registerFaults`. */
export const defineRegister = <const Name extends string, const Standing extends string>(
  declared: Face<Name, Standing> & Keeping,
): Register => declared

/** Declares one whose entries follow from something else, such as a case: nobody proposes a change of them. */
export const describeRegister = <const Name extends string, const Standing extends string>(
  declared: Face<Name, Standing>,
): Face<Name, Standing> => declared

/** What the form asks for of every entry, whatever its register. */
export const ownNames = ['number', 'region', 'owner', 'standing', 'from', 'reason'] as const

const kinds: readonly Field['kind'][] = [
  'text',
  'long-text',
  'date',
  'choice',
  'choices',
  'number',
  'boolean',
  'place',
  'lines',
  'moment',
  'rows',
  'reckoning',
]
/** What can be asked for in a cell. */
const cellKinds: readonly Field['kind'][] = ['text', 'long-text', 'date', 'choice', 'number']
const mostCells = 8
const mostColumns = 4

/** Everything that is wrong with a declaration, in words for whoever writes it; nothing = it may be used. */
export const registerFaults = (register: Register): string[] => [
  ...faceFaults(register),
  ...numberFaults(register.number),
  ...peopleFaults(register),
]

/** The same of one that is only described. */
export const faceFaults = (register: RegisterFace & Pick<Keeping, 'reckon'>): string[] => [
  ...(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(register.id)
    ? []
    : [`"${register.id}" is no id: small letters with hyphens between them`]),
  ...wordsFaults(register),
  ...Object.entries(register.fields).flatMap(([name, field]) => fieldFaults(name, field)),
  ...suppliedFaults(register),
  ...usedFields(register),
]

/** What the product writes is reckoned, and what is reckoned is written somewhere. */
const suppliedFaults = ({ fields, reckon }: RegisterFace & Pick<Keeping, 'reckon'>): string[] => {
  const supplied = Object.entries(fields).filter(([, { form }]) => form?.systemSupplied)
  if (reckon) return supplied.length > 0 ? [] : ['it reckons what no field keeps']
  return supplied.map(([name]) => `${name} declares systemSupplied: a register does not judge it`)
}

const isEmpty = ({ zh, en }: Text): boolean => zh.trim() === '' || en.trim() === ''

const wordsFaults = ({ title, entry, summary, standings }: RegisterFace): string[] => {
  const declaredWords = {
    title,
    entry,
    summary,
    ...Object.fromEntries(Object.entries(standings).map(([name, { words }]) => [name, words])),
  }
  return [
    ...Object.entries(declaredWords).flatMap(([name, words]) =>
      isEmpty(words) ? [`${name} lacks its words in a language`] : [],
    ),
    ...(Object.keys(standings).length === 0
      ? ['it has no standing: a new entry stands nowhere']
      : []),
  ]
}

const numberFaults = (number: RegisterNumber): string[] => {
  if ('word' in number)
    return /^\p{Script=Han}{2}$/u.test(number.word)
      ? []
      : [`"${number.word}" is no word for numbers: two characters`]
  const { source, flags } = number.pattern
  return [
    ...(/^\^.*\$$/.test(source)
      ? []
      : ['the pattern of its numbers must say the whole number, from ^ to $']),
    ...(/[gym]/.test(flags) ? ['the pattern of its numbers takes no flag g, y or m'] : []),
  ]
}

/** What a form says of a field that only the acts of a case judge. */
const ofCases = ['where', 'needed', 'carried'] as const

const fieldFaults = (name: string, { form, ofCase }: FieldBuilder): string[] => {
  if ((ownNames as readonly string[]).includes(name))
    return [`${name} is asked for of every entry: call the field otherwise`]
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) return [`"${name}" is no name for a field`]
  if (!form) return [`${name} is asked for by no form`]
  const unjudged = [
    ...(ofCase ? ['perCase'] : []),
    ...ofCases.filter((one) => form[one] !== undefined),
  ]
  return [
    ...unjudged.map((one) => `${name} declares ${one}: a register does not judge it`),
    ...(kinds.includes(form.kind) ? [] : [`${name}: a register keeps no ${form.kind}`]),
    ...(form.confidential
      ? [`${name}: a register keeps nothing that is masked for its own readers`]
      : []),
    ...(isEmpty(form.words) ? [`${name} lacks its words in a language`] : []),
    ...(form.kind === 'rows' ? rowsFaults(name, form) : []),
  ]
}

const rowsFaults = (name: string, { columns = [], most = 0 }: Omit<Field, 'name'>): string[] => [
  ...(columns.length === 0 || columns.length > mostCells
    ? [`${name}: rows have 1 to ${mostCells} columns`]
    : []),
  ...(most < 1 || most > mostFieldRows ? [`${name}: 1 to ${mostFieldRows} rows`] : []),
  ...columns.flatMap((column) => [
    ...(/^[a-z][A-Za-z0-9]*$/.test(column.name)
      ? []
      : [`"${column.name}" is no name for a column of ${name}`]),
    ...(cellKinds.includes(column.kind) ? [] : [`${name}: a cell holds no ${column.kind}`]),
    ...(isEmpty(column.words) ? [`${name}.${column.name} lacks its words in a language`] : []),
    ...[...ofCases, 'systemSupplied' as const, 'confidential' as const]
      .filter((one) => column[one] !== undefined)
      .map((one) => `${name}.${column.name} declares ${one}: a cell has none`),
  ]),
]

const isReadByOwner = (field: FieldBuilder | undefined): boolean =>
  field?.readers.some((reader) => reader === 'party' || reader === 'public') ?? false

/** The days that an entry says, and that by which one ends by itself, are dates that its owner reads. */
const dueFaults = ({ fields, due = [], owner }: RegisterFace): string[] =>
  due.flatMap(({ field, column, until }) => [
    ...[...(column === undefined ? [field] : []), ...(until === undefined ? [] : [until])].flatMap(
      (one) =>
        fields[one]?.form?.kind === 'date' ? [] : [`${one} says by when: it must be a date`],
    ),
    ...(column === undefined || cellKindOf(fields[field], column) === 'date'
      ? []
      : [`${field}.${column} says by when: it must be a date`]),
    ...(owner === 'authority' || isReadByOwner(fields[field])
      ? []
      : [`${field} says by when: its owner must read it`]),
  ])

const cellKindOf = (field: FieldBuilder | undefined, column: string) =>
  field?.form?.columns?.find(({ name }) => name === column)?.kind

const usedFields = (register: RegisterFace): string[] => {
  const { fields, name, columns, due = [], owner } = register
  const days = due.flatMap(({ field, until }) => (until === undefined ? [field] : [field, until]))
  const apart = register.tellsApart === undefined ? [] : [register.tellsApart]
  const unknown = [name, ...apart, ...columns, ...days].filter((one) => !Object.hasOwn(fields, one))
  if (unknown.length > 0) return unknown.map((one) => `${one} is no field of it`)
  const named = fields[name]
  return [
    ...(named?.form?.kind === 'text' && named.form.required
      ? []
      : [`${name} names an entry: it must be a short text that is required`]),
    ...(owner === 'authority' || named?.readers.includes('party')
      ? []
      : [`${name} names an entry: its owner must read it`]),
    ...dueFaults(register),
    ...(columns.length > mostColumns || new Set([name, ...columns]).size !== columns.length + 1
      ? [`columns: ${mostColumns} at most beside the name, each once`]
      : []),
  ]
}

const peopleFaults = ({ propose, confirm, owner, fields }: Register): string[] => [
  ...(propose.length === 0 ? ['nobody may propose a change'] : []),
  ...(confirm.length === 0 ? ['nobody may confirm a change'] : []),
  ...(confirm.some(({ office }) => office === 'enterprise')
    ? ['an enterprise confirms nothing: an authority does']
    : []),
  ...(owner === 'authority' && propose.some(({ office }) => office === 'enterprise')
    ? ['an enterprise proposes changes only of what is its own']
    : []),
  ...(propose.some(({ office }) => office === 'enterprise')
    ? Object.entries(fields).flatMap(([name, { form, readers }]) =>
        form?.required && !readers.includes('party') && !readers.includes('public')
          ? [`${name} is required of an enterprise that does not read it`]
          : [],
      )
    : []),
]

/** What is wrong between registers: `taken` are the words in the numbers of cases. */
export const faultsBetween = (all: readonly Register[], taken: readonly string[]): string[] => {
  const ids = all.map(({ id }) => id)
  const words = [...taken, ...all.flatMap(({ number }) => ('word' in number ? [number.word] : []))]
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} is declared twice`),
    ...words
      .filter((word, at) => words.indexOf(word) !== at)
      .map((word) => `"${word}" stands in numbers of two kinds`),
  ]
}
