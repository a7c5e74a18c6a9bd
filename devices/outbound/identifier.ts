// Under which name does a warning leave, and which clock does it tell?
import { instantOf, wallOf } from '../protocols/beijing.ts'

/** Who sends: region (GB/T 2260, 6 digits), organisation (GB/T 4657, 3), unit (3) and extension (2) of GB/T 35965.1. */
export type Office = { region: string; organisation: string; unit: string; extension: string }

const DIGITS = { region: 6, organisation: 3, unit: 3, extension: 2 } as const
const FORM = /^(\d{6})(\d{3})(\d{3})(\d{2})_(\d{14})_([1-9]\d{0,9}|0)$/

const two = (n: number): string => String(n).padStart(2, '0')

/** `ZZZZZZDDDUUUXX_yyyyMMddHHmmss_N` (GB/T 35965.1-2018), the time of Beijing; throws RangeError where the office's codes are not digits. */
export const identifierOf = (office: Office, at: Date, sequence: number): string => {
  for (const [part, length] of Object.entries(DIGITS) as [keyof Office, number][]) {
    if (!/^\d+$/.test(office[part]) || office[part].length !== length)
      throw new RangeError(`${part} of a sender must be ${length} digits, not "${office[part]}"`)
  }
  if (!Number.isSafeInteger(sequence) || sequence < 0) throw new RangeError(`no sequence number: ${sequence}`)
  const { year, month, day, hour, minute, second } = wallOf(at)
  const { region, organisation, unit, extension } = office
  return `${region}${organisation}${unit}${extension}_${year}${[month, day, hour, minute, second].map(two).join('')}_${sequence}`
}

/** Its parts; null where it is no such identifier. */
export const readIdentifier = (text: string): { office: Office; at: Date; sequence: number } | null => {
  const [, region = '', organisation = '', unit = '', extension = '', time = '', sequence = ''] = FORM.exec(text) ?? []
  if (region === '') return null
  const part = (from: number, to: number): number => Number(time.slice(from, to))
  const wall = { year: part(0, 4), month: part(4, 6), day: part(6, 8), hour: part(8, 10), minute: part(10, 12), second: part(12, 14) }
  const at = instantOf(wall)
  return at ? { office: { region, organisation, unit, extension }, at, sequence: Number(sequence) } : null
}

/** `2026-11-26T20:05:09+08:00`: whole seconds with a numeric offset, as the schema wants. */
export const beijingTime = (at: Date): string => {
  const { year, month, day, hour, minute, second } = wallOf(at)
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}+08:00`
}
