// Of what is drawn: which enterprises, which officers, how many, and how is all of it frozen before anybody knows the seed?
import { canonical, sha256 } from '../identity/commands.ts'
import { onePerPerson, type PoolOfficer } from './officers.ts'

/** An enterprise as the lot knows it. */
export type PoolObject = { id: string; code: string; name: string }

/** Everything that decides who is drawn, beside the seed. */
export type Pool = {
  algorithm: 'hmac-sha256-fisher-yates-2'
  draw: string
  /** What the platform has bound itself to: the third secret, said with the lot. */
  platform: string
  process: string
  region: string
  /** What all visits share, as the first form of each will say it. */
  answers: Record<string, string>
  /** How many enterprises, and how many officers go to each. */
  count: number
  officersEach: number
  /** In the order of their ids and numbers: the lot counts by it. */
  objects: PoolObject[]
  officers: PoolOfficer[]
}

const byKey = <One>(all: readonly One[], key: (one: One) => string): One[] =>
  [...all].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))

const certificateOf = ({ certificate }: PoolOfficer): string => certificate

/** The same pool whichever way it was read; nobody is in it twice, or he could be drawn as both officers of a visit (处罚法 42). */
export const inOrder = (pool: Pool): Pool => ({
  ...pool,
  objects: byKey(pool.objects, ({ id }) => id),
  officers: byKey(onePerPerson(byKey(pool.officers, certificateOf)), certificateOf),
})

/** What the hash is over: JSON without spaces, keys in the order of their code points, UTF-8. */
export const poolBytes = (pool: Pool): string => canonical(pool)

export const poolHash = (pool: Pool): string => sha256(poolBytes(pool))

/** More than a city has. */
export const mostObjects = 100_000
/** 处罚法 42: never one alone. */
export const officersEach = 2
