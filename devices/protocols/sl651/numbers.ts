// Which numbers do the bytes of an element hold (SL 651-2014, 6.6.3.3)?

const digitsOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Whether every byte is FF: the station has no value. */
export const missing = (bytes: Uint8Array): boolean =>
  bytes.length === 0 || bytes.every((byte) => byte === 0xff)

/** A BCD number; a leading FF means it is negative. Null: missing, or no number. */
export const readBcd = (bytes: Uint8Array, decimals: number): number | null => {
  if (missing(bytes)) return null
  const negative = bytes[0] === 0xff
  const digits = digitsOf(negative ? bytes.subarray(1) : bytes)
  if (!/^\d{1,15}$/.test(digits)) return null
  const value = Number((Number(digits) / 10 ** decimals).toFixed(decimals))
  return negative && value !== 0 ? -value : value
}

/** A number as BCD; null, or what does not fit, is written as missing. A negative one takes a byte more than its digits. */
export const writeBcd = (value: number | null, length: number, decimals: number): Uint8Array => {
  const digits = value === null ? '' : String(Math.round(Math.abs(value) * 10 ** decimals))
  const room = value !== null && value < 0 ? length - 1 : length
  if (value === null || digits.length > room * 2) return new Uint8Array(length).fill(0xff)
  const bytes = Buffer.from(digits.padStart(room * 2, '0'), 'hex')
  return Uint8Array.from(value < 0 ? [0xff, ...bytes] : bytes)
}

/** Twelve values of an hour; null where the station has none. */
export const readHour = (bytes: Uint8Array, wide: boolean): (number | null)[] => {
  const size = wide ? 2 : 1
  return Array.from({ length: Math.floor(bytes.length / size) }, (_, i) => {
    const group = bytes.subarray(i * size, (i + 1) * size)
    if (missing(group)) return null
    return wide ? ((group[0] ?? 0) * 256 + (group[1] ?? 0)) / 100 : (group[0] ?? 0) / 10
  })
}

/** Time step `day hour minute`, in minutes; 0 is the fixed step of the values of an hour. Null: no step. */
export const readStep = (bytes: Uint8Array): number | null => {
  const [, day, hour, minute] = /^(\d\d)(\d\d)(\d\d)$/.exec(digitsOf(bytes)) ?? []
  return day === undefined ? null : (Number(day) * 24 + Number(hour)) * 60 + Number(minute)
}

/** Values of one element, each of the length that its definition states. */
export const readSeries = (definition: number, data: Uint8Array): (number | null)[] => {
  const length = definition >> 3
  if (length === 0) return []
  return Array.from({ length: Math.floor(data.length / length) }, (_, i) =>
    readBcd(data.subarray(i * length, (i + 1) * length), definition & 7),
  )
}
