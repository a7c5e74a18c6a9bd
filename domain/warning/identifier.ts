// Under which name does a warning leave, and which clock does it tell?
import { instant, wallTime } from '../time/instant.ts'

/** Who sends: region (GB/T 2260, 6 digits), organisation (GB/T 4657, 3), unit (3) and extension (2) of GB/T 35965.1. */
export type Office = { region: string; organisation: string; unit: string; extension: string }

const DIGITS = { region: 6, organisation: 3, unit: 3, extension: 2 } as const
const FORM = /^(\d{6})(\d{3})(\d{3})(\d{2})_(\d{14})_([1-9]\d{0,9}|0)$/

/** `ZZZZZZDDDUUUXX_yyyyMMddHHmmss_N` (GB/T 35965.1-2018), the time of Beijing; throws RangeError where the office's codes are not digits. */
export const identifierOf = (office: Office, at: Date, sequence: number): string => {
  for (const [part, length] of Object.entries(DIGITS) as [keyof Office, number][]) {
    if (!/^\d+$/.test(office[part]) || office[part].length !== length)
      throw new RangeError(`${part} of a sender must be ${length} digits, not "${office[part]}"`)
  }
  if (!Number.isSafeInteger(sequence) || sequence < 0)
    throw new RangeError(`no sequence number: ${sequence}`)
  const { region, organisation, unit, extension } = office
  return `${region}${organisation}${unit}${extension}_${wallTime(instant(at)).replaceAll(/\D/g, '')}_${sequence}`
}

/** Its parts; null where it is no such identifier. */
export const readIdentifier = (
  text: string,
): { office: Office; at: Date; sequence: number } | null => {
  const [, region = '', organisation = '', unit = '', extension = '', time = '', sequence = ''] =
    FORM.exec(text) ?? []
  const wall = time.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6')
  const at = new Date(`${wall}+08:00`)
  // The 31st of April is no day, though some readers of dates take it for the next.
  if (region === '' || Number.isNaN(at.getTime()) || wallTime(instant(at)) !== wall) return null
  return { office: { region, organisation, unit, extension }, at, sequence: Number(sequence) }
}

/** `2026-11-26T20:05:09+08:00`: whole seconds with a numeric offset, as the schema wants. */
export const beijingTime = (at: Date): string => `${wallTime(instant(at))}+08:00`
