// How is one environment variable read, and what is said when its value makes no sense?

export type Source = Record<string, string | undefined>

/** A variable that is missing or makes no sense; the message names it and is meant for the person who starts the program. */
export class EnvError extends Error {
  override name = 'EnvError'

  constructor(variable: string, complaint: string) {
    super(`${variable} ${complaint}`)
  }
}

/** Readers for one source of variables. An empty value counts as none, since compose files pass empty ones on. */
export function createReader<Name extends string>(source: Source) {
  const text = (name: Name) => source[name]?.trim() || undefined
  return {
    text,
    required: (name: Name) => text(name) ?? complain(name, 'is not set'),
    flag: (name: Name) => oneOf(name, text(name) ?? '0', ['0', '1']) === '1',
    oneOf: <T extends string>(name: Name, choices: readonly [T, ...T[]]) =>
      oneOf(name, text(name) ?? choices[0], choices),
    whole: (name: Name, otherwise: number, least: number, most: number) =>
      whole(name, text(name) ?? String(otherwise), least, most),
    url: (name: Name, protocols: string[]) => url(name, text(name), protocols),
    address: (name: Name) => address(name, text(name)),
    tiles: (name: Name) => tiles(name, text(name)),
  }
}

function complain(name: string, complaint: string): never {
  throw new EnvError(name, complaint)
}

function oneOf<T extends string>(name: string, value: string, choices: readonly T[]): T {
  return (
    choices.find((choice) => choice === value) ??
    complain(name, `must be ${choices.join(' or ')}, not "${value}"`)
  )
}

function whole(name: string, value: string, least: number, most: number): number {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
  return number >= least && number <= most
    ? number
    : complain(name, `must be a whole number from ${least} to ${most}, not "${value}"`)
}

// The value itself is not repeated: it may hold a password.
function url(name: string, value: string | undefined, protocols: string[]): string | undefined {
  if (value === undefined || (URL.canParse(value) && protocols.includes(new URL(value).protocol)))
    return value
  return complain(
    name,
    `must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  )
}

function address(name: string, value: string | undefined): string | undefined {
  if (value === undefined || /^[^\s:/]+:\d{1,5}$/.test(value)) return value
  return complain(name, `must be host:port, not "${value}"`)
}

/** The browser asks there itself: the address stands in the policy of every page, so nothing may stand in it that would end a rule. */
function tiles(name: string, value: string | undefined): string | undefined {
  if (value === undefined) return value
  const whole = ['{z}', '{x}', '{y}'].every((part) => value.split(part).length === 2)
  if (whole && /^https?:\/\/[\w.:-]+\/[^\s;,'"<>\\]*$/.test(value) && URL.canParse(value))
    return value
  return complain(name, 'must be an address of tiles with {z}, {x} and {y} once each')
}
