// How are the quality and the flags of a reading stored in one small number?
import type { Flag, Quality } from '../port/port.ts'

const qualities: readonly Quality[] = ['good', 'bad', 'stale', 'manual', 'calib', 'over']
/** Stored by their place: what is new comes last. */
const flags: readonly Flag[] = ['late', 'retx', 'skew', 'synthetic', 'doubtful']

/** Three bits of quality, then one for each flag; 0 = good, of the moment, and real. */
export const packed = (quality: Quality, of: readonly Flag[]): number =>
  qualities.indexOf(quality) + 8 * packedFlags(of)

export const packedFlags = (of: readonly Flag[]): number =>
  flags.reduce((sum, flag, n) => sum + (of.includes(flag) ? 2 ** n : 0), 0)

export const unpackedFlags = (of: number): Flag[] =>
  flags.filter((_, n) => Math.floor(of / 2 ** n) % 2 === 1)

export const unpacked = (packed: number): { quality: Quality; flags: Flag[] } => ({
  quality: qualities[packed % 8] ?? 'bad',
  flags: unpackedFlags(Math.floor(packed / 8)),
})
