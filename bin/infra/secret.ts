// Which secret signs the sessions of a demo, where nobody has set one, and is one that somebody has set hard to guess?
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Makes a secret in the data folder the first time, readable by its owner only, and finds it again later. */
export function demoSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  mkdirSync(dataDir, { recursive: true })
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8')
}

/** Below this many bits production takes no secret: patterns have less than 70, 16 random bytes in hexadecimal digits or base64 more than 80. */
export const leastBits = 75

/**
 * An estimate, in bits, of how hard a secret is to guess: what its characters, and the steps from each to the next, vary in, for as much of
 * it as does not repeat. Equal letters, short words over and over, and runs of the alphabet have next to none.
 */
export function secretBits(secret: string): number {
  const codes = [...secret].map((character) => character.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  const groups = codes.slice(3).map((_, index) => secret.slice(index, index + 4))
  const fresh = new Set(groups).size / Math.max(1, groups.length)
  return codes.length * fresh * Math.min(entropy(codes), entropy(steps))
}

/** Shannon's, in bits per value. */
function entropy(values: number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts.values()].reduce(
    (sum, n) => sum - (n / values.length) * Math.log2(n / values.length),
    0,
  )
}
