// What does a message of HJ 212 say to people, line by line?

import { look } from '../../frames/look.ts'
import type { FieldText } from '../../frames/protocol.ts'
import type { Text } from '../../frames/words.ts'
import { factors, formerCodes } from './codes.ts'
import { clean, flagOf, type Item, type Message } from './message.ts'
import { momentOf } from './time.ts'
import {
  both,
  commands,
  executionResults,
  facilityStates,
  faults,
  fields,
  marks,
  requestResults,
  signWords,
  suffixes,
  systems,
} from './words.ts'

const results: Record<string, Record<string, Text>> = {
  QnRtn: requestResults,
  ExeRtn: executionResults,
}

/** One line for every field and value; the password is never reported. */
export const describe = (message: Message): FieldText[] => [
  ...message.header.map((item) => headField(item, message)),
  ...message.groups.flat().map(dataField),
  ...(message.sealed ? [{ name: 'SM4', value: both(signWords.encrypted) }] : []),
  ...(message.lengthOff
    ? [{ name: 'LLLL', value: `${message.declared} ${both(faults['length-off'])}` }]
    : []),
  ...(message.sum ? [{ name: 'CRC', value: message.sum }] : []),
]

function headField([key, value]: Item, message: Message): FieldText {
  return { name: named(key, look(fields, key)), value: headValue(key, value, message) }
}

function headValue(key: string, value: string, message: Message): string {
  if (key === 'PW') return '******'
  if (key === 'QN') return timeOr(value)
  if (key === 'ST') return named(value, look(systems, value))
  if (key === 'CN') return named(value, look(commands, value)?.name)
  if (key !== 'Flag') return value
  const flag = flagOf(message)
  const edition = ['HJ/T 212-2005', 'HJ 212-2017', 'HJ 212-2025'][flag?.version ?? -1]
  if (!flag || !edition) return value
  const words = [
    edition,
    flag.acknowledge ? '要求应答 acknowledgement wanted' : '',
    flag.numbered ? '有包号 numbered' : '',
  ]
  return `${value} ${words.filter(Boolean).join(', ')}`
}

function dataField([key, written]: Item): FieldText {
  const value = clean(written)
  const answers = look(results, key)
  if (answers) return { name: key, value: named(value, look(answers, value)) }
  const cut = key.lastIndexOf('-')
  if (cut < 0) return { name: key, value: timeOr(value) }
  const suffix = key.slice(cut + 1)
  const factor = look(factors, look(formerCodes, key.slice(0, cut)) ?? key.slice(0, cut))
  const meaning = look(suffixes, suffix)
  const names = [factor?.name, meaning].filter((one): one is Text => one !== undefined)
  const name = [key, ...names.map(({ zh }) => zh), ...names.map(({ en }) => en)].join(' ')
  return { name, value: dataValue(suffix, value, factor?.unit, factor?.sumUnit ?? '') }
}

function dataValue(
  suffix: string,
  value: string,
  unit: string | undefined,
  sumUnit: string,
): string {
  if (suffix.endsWith('Flag') && suffix !== 'EFlag') return named(value, look(marks, value))
  if (suffix === 'RS') return named(value, look(facilityStates, value))
  if (suffix === 'RT') return `${value} h`
  if (suffix === 'SampleTime') return timeOr(value)
  if (!/(Rtd|Min|Avg|Max|Cou)$/.test(suffix)) return value
  return `${value} ${suffix === 'Cou' ? sumUnit : (unit ?? '')}`.trim()
}

function named(code: string, words: Text | undefined): string {
  return words ? `${code} ${both(words)}` : code
}

function timeOr(value: string): string {
  if (!momentOf(value)) return value
  return value
    .replace(/^(....)(..)(..)(..)(..)(..)(.*)$/, '$1-$2-$3 $4:$5:$6.$7')
    .replace(/\.$/, '')
}
