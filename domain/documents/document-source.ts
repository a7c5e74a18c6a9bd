// What may a document speak of? Answers in the words of their forms, dates from the clocks of the case.

import { capitaliseFen } from '../language/money.ts'
import type { AskedBy } from '../law/calculations/ask.ts'
import { toFen } from '../law/calculations/money.ts'
import { writePeriodOn } from '../law/remedies.ts'
import { onPaper } from '../model/confidential.ts'
import type { DocumentSource, Party, Row } from '../model/document.ts'
import type { Field, ProcessDefinition } from '../model/process.ts'
import { definitionOf } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import { civilDate, civilMoment } from '../time/instant.ts'
import {
  itemAnswers,
  outcomeWords,
  rowsIn,
  rowWords,
  valueWords,
} from '../views/answers/value-words.ts'
import type { Issuer } from './offices.ts'

/** The form that opened an item, as it was filled in. */
export type Opening = { type: string; answers: Record<string, unknown> }

type SourceInput = {
  process: ProcessDefinition
  record: CaseRecord
  act: DocumentSource['act']
  party: Party
  issuer: Issuer
  /** Quoted in clear. */
  opening?: Opening
  /** Absent: the committed books. */
  law?: AskedBy | undefined
}

/** '2026-04-08' as 2026年4月8日; what is no date stays as it is. */
export const inChinese = (day: string): string => {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  return year ? `${year}年${Number(month)}月${Number(date)}日` : day
}

const inMoment = (at: string): string => {
  const [day = '', time = ''] = civilMoment(at).split(' ')
  return `${inChinese(day)}${time.replace(':', '时')}分`
}

/**
 * What is confidential never comes to paper: whoever words a document is given the mask in its place. A confidential paper alone names
 * what its item was opened with.
 */
export const documentSourceOf = ({
  process,
  party,
  issuer,
  opening,
  law = {},
  ...whole
}: SourceInput): DocumentSource => {
  const act = { ...whole.act, data: onPaper(process, whole.act.type, whole.act.data) }
  const told = opening ? { [opening.type]: opening.answers } : {}
  const { aroundData } = whole.record
  const record = {
    ...whole.record,
    data: { ...printable(process, whole.record.data), ...told },
    ...(aroundData ? { aroundData: printable(process, aroundData) } : {}),
  }
  const dataOf = (type = act.type) =>
    type === act.type ? act.data : (record.data[type] ?? record.aroundData?.[type] ?? {})
  const fieldOf = (name: string, type = act.type) =>
    definitionOf(process, type)?.fields.find((one) => one.name === name)
  const value: DocumentSource['value'] = (name, type) =>
    answer(fieldOf(name, type), dataOf(type), name)
  return {
    record,
    act,
    party,
    value,
    office: issuer.name,
    government: issuer.government,
    lines: (name, type) => listIn(dataOf(type)[name]),
    rows: (names, type) =>
      names.flatMap((name): Row[] => {
        const words = value(name, type)
        const field = fieldOf(name, type)
        const said = field?.money ? sum(dataOf(type)[name], words) : words
        return words === '' ? [] : [[label(field?.words.zh ?? name), said]]
      }),
    papers: () =>
      (definitionOf(process, act.type)?.fields ?? []).flatMap(({ kind, name, words }) =>
        kind === 'files' && listIn(act.data[name]).length > 0 ? [words.zh] : [],
      ),
    due: (clock) => inChinese(periodOf(record, clock, act.seq)?.due ?? ''),
    article: (clock) => periodOf(record, clock, act.seq)?.article ?? '',
    law: { region: record.region, ...law },
    period: (family) => writePeriodOn(family, dayOf(act), record.region, law.rules),
    number: (type) => stringIn(dataOf(type).document),
    kept: (name) => inChinese(stringIn(record.snapshot.context[name])),
    signers: signaturesIn(act)
      .map(({ name }) => name)
      .join('、'),
    handwriting: signaturesIn(act).flatMap(({ name, picture }) =>
      picture ? [{ name, sha256: picture }] : [],
    ),
  }
}

const printable = (process: ProcessDefinition, forms: CaseRecord['data']): CaseRecord['data'] =>
  Object.fromEntries(
    Object.entries(forms).map(([type, data]) => [type, onPaper(process, type, data)]),
  )

/** With its unit, which stands in the words of the field, where the label leaves it out; and in the numerals to which nobody adds a digit. */
const sum = (yuan: unknown, words: string): string =>
  typeof yuan === 'number' && yuan >= 0 && yuan < 1e13
    ? `${words}元（大写：${capitaliseFen(toFen(yuan))}）`
    : `${words}元`

/** What a form says to whoever fills it in does not belong on paper: 核查情况（企业可见）. */
const label = (words: string): string => words.replace(/（[^）]*）$/, '')

/** The period that this very act has started; else the latest of its clock. */
const periodOf = (record: CaseRecord, clock: string, seq: number) => {
  const periods = record.obligations.filter((one) => one.clock === clock)
  return periods.find(({ id }) => id.endsWith(`:${seq}`)) ?? periods.at(-1)
}

const answer = (field: Field | undefined, data: Record<string, unknown>, name: string): string => {
  const raw = data[`${name}Name`] ?? data[name]
  if (raw === undefined || raw === null || raw === '') return ''
  if (!field) return String(raw)
  if (field.kind === 'items')
    return itemAnswers(raw)
      .map((one, at) => outcome(field, one, at))
      .join('\n')
  if (field.kind === 'lines')
    return listIn(raw)
      .map((one, at) => `${at + 1}. ${one}`)
      .join('\n')
  if (field.kind === 'rows')
    return rowsIn(raw)
      .map((row, at) => `${at + 1}. ${rowWords(field, row).zh}`)
      .join('\n')
  if (field.kind === 'moment') return inMoment(String(raw))
  return field.kind === 'date' ? inChinese(String(raw)) : valueWords(field, raw).zh
}

const outcome = (
  field: Field,
  { item, passed, note }: ReturnType<typeof itemAnswers>[number],
  at: number,
): string => `${at + 1}. ${item}：${outcomeWords(field, passed).zh}${note ? `（${note}）` : ''}`

const listIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
const stringIn = (value: unknown): string => (typeof value === 'string' ? value : '')

type SignatureMark = { name: string; picture?: string }

/** Everybody whose signature is under a co-signed act; of one alone only if he signs by hand here, else a pen is asked for. */
const signaturesIn = ({ data: { signatures }, by }: DocumentSource['act']): SignatureMark[] => {
  if (Array.isArray(signatures)) return signatures as SignatureMark[]
  return by ? [by] : []
}

export const dayOf = (act: Pick<DocumentSource['act'], 'at'>): string => civilDate(act.at)
