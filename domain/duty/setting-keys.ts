// What is one setting of a device or a feed: how is it asked for, and which values fit?
import { type Text, text } from '../language/words.ts'

export type SettingCheck = (value: unknown) => boolean
export type SettingKey = {
  label: Text
  /** How it is asked for: one of `options`, yes or no, a number, a text, a text of many lines, or JSON. */
  kind: 'choice' | 'yes' | 'number' | 'text' | 'lines' | 'json'
  options?: readonly string[]
  /** Written only: it is never read back, exported or put on record. */
  secret?: true
  /** Without it nothing works. */
  wanted?: true
  fits: SettingCheck
}
/** As it is kept: values by the names of their keys. */
export type SettingTable = Record<string, unknown>

const mostEntries = 200
/** Of what is typed as JSON. */
export const mostSettingSigns = 8_000

export const wholeWithin =
  (least: number, most: number): SettingCheck =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
export const writtenAs =
  (form: RegExp): SettingCheck =>
  (value) =>
    typeof value === 'string' && form.test(value)
export const isSettingTable = (value: unknown): value is SettingTable =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const tableOf =
  (key: RegExp, value: SettingCheck): SettingCheck =>
  (given) =>
    isSettingTable(given) &&
    Object.keys(given).length <= mostEntries &&
    Object.entries(given).every(([name, one]) => key.test(name) && value(one))
export const listOfSettings =
  (one: SettingCheck): SettingCheck =>
  (value) =>
    Array.isArray(value) && value.length <= mostEntries && value.every(one)
export const settingKey = (
  zh: string,
  en: string,
  kind: SettingKey['kind'],
  fits: SettingCheck,
  more: Partial<SettingKey> = {},
): SettingKey => ({
  label: text(zh, en),
  kind,
  fits,
  ...more,
})
export const choiceKey = (zh: string, en: string, ...options: string[]): SettingKey =>
  settingKey(zh, en, 'choice', (value) => options.includes(value as string), { options })
export const yesKey = (zh: string, en: string): SettingKey =>
  settingKey(zh, en, 'yes', (value) => typeof value === 'boolean')

/** Reads what was typed into fields; what is empty is left out, and what is not of its kind stays a text, for the check to refuse. */
export const typedSettings = (
  keys: Readonly<Record<string, SettingKey>>,
  typed: Readonly<Record<string, string>>,
): SettingTable =>
  Object.fromEntries(
    Object.entries(keys).flatMap(([name, { kind }]) => {
      const typedValue = (typed[name] ?? '').trim()
      return typedValue === '' ? [] : [[name, typedAs(kind, typedValue)]]
    }),
  )

/** The other way: what stands, as it would be typed. */
export const settingsAsTyped = (settings: Readonly<SettingTable>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )

/** What of a table is not known, or does not fit. Never says what was given. */
export const unfitSettings = (
  keys: Readonly<Record<string, SettingKey>>,
  settings: Readonly<SettingTable>,
): Text[] =>
  Object.entries(settings).flatMap(([name, value]): Text[] => {
    const known = Object.hasOwn(keys, name) ? keys[name] : undefined
    if (!known)
      return [
        text(
          `该协议没有“${name.slice(0, 40)}”这一参数`,
          `This protocol has no parameter “${name.slice(0, 40)}”`,
        ),
      ]
    return value === null || known.fits(value)
      ? []
      : [text(`参数 ${name}：填写不符合要求`, `Parameter ${name}: not valid`)]
  })

const typedAs = (kind: SettingKey['kind'], raw: string): unknown => {
  if (kind === 'yes') return raw === 'true'
  if (kind === 'number') return Number.isFinite(Number(raw)) ? Number(raw) : raw
  return kind === 'json' ? (readSettingJson(raw) ?? raw) : raw
}

/** Null: it is none. */
export const readSettingJson = (raw: string): unknown => {
  try {
    return JSON.parse(raw)
  } catch {
    return null
  }
}
