// In what does one station differ from the standard?

export type Dialect = {
  /** What it is spoken to in, until it has said itself what it speaks. */
  version: '2005' | '2017' | '2025'
  /** Some vendors print the Modbus sum instead of that of annex A. */
  crc: 'standard' | 'modbus'
  /** Of texts that are no UTF-8; what we write to it. */
  charset: 'utf-8' | 'gbk'
  /** Key of the encrypted variant; with it nothing is taken in plain. Empty: none. */
  sm4: string
  /** Its own code → the standard's: field devices use codes for what they do not mean. */
  codes: Record<string, string>
  /** The standard's code → what its values are multiplied with, when it sends another unit. */
  factors: Record<string, number>
  /** Whether the first message is answered with the requests 1000, 1012, 1062, 1064. */
  greets: boolean
  /** What 1062 sets: 30 – 3,600 s. */
  rtdSeconds: number
  /** What 1064 sets: 1 – 30 min. */
  minMinutes: number
}

export const standard: Dialect = {
  version: '2017',
  crc: 'standard',
  charset: 'utf-8',
  sm4: '',
  codes: {},
  factors: {},
  greets: true,
  rtdSeconds: 60,
  minMinutes: 10,
}

const choices: { [Name in keyof Dialect]?: readonly Dialect[Name][] } = {
  version: ['2005', '2017', '2025'],
  crc: ['standard', 'modbus'],
  charset: ['utf-8', 'gbk'],
}

/** The dialect that the registry states; what it does not state, or states wrongly, is the standard's. */
export const dialectOf = (stated: Record<string, unknown>): Dialect => {
  const dialect: Record<string, unknown> = { ...standard }
  for (const [name, usual] of Object.entries(standard)) {
    const value = stated[name]
    if (fits(name as keyof Dialect, value, usual)) dialect[name] = value
  }
  return dialect as Dialect
}

function fits(name: keyof Dialect, value: unknown, usual: unknown): boolean {
  if (name === 'codes')
    return isTable(value) && Object.values(value).every((code) => typeof code === 'string')
  if (name === 'factors')
    return (
      isTable(value) &&
      Object.values(value).every((factor) => typeof factor === 'number' && factor > 0)
    )
  if (typeof value !== typeof usual) return false
  const allowed = choices[name] as readonly unknown[] | undefined
  return allowed === undefined || allowed.includes(value)
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
