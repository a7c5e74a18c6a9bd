// Who is visited by whom, once pool and seed stand?
import { sha256 } from '../identity/commands.ts'
import type { PoolOfficer } from './officers.ts'
import type { Pool } from './pool.ts'
import { drawn, streamOf } from './stream.ts'

/** One visit of a draw: the nth enterprise, and the certificates of its officers. */
export type Visit = { nth: number; object: string; officers: string[] }

/**
 * The seed follows from the pool, from what two people have kept to themselves until both had bound themselves, and from the secret of the
 * platform: without it the second of the two would know the lot before he speaks, and could stay silent where it does not please him.
 */
export const seedOf = (pool: string, secrets: readonly [string, string, string]): string =>
  sha256([pool, ...secrets].join('\n'))

/** What somebody publishes before he says his secret; the draw and he are part of it, so nobody can use another's. */
export const commitmentTo = (draw: string, person: string, secret: string): string =>
  sha256([draw, person, secret].join('\n'))

/** As whom the platform binds itself. */
export const platform = 'platform'

/** Enterprises from the stream `objects`; the officers of one visit after the other from the stream `officers`, each time out of all. */
export const visitsOf = (pool: Pool, seed: string): Visit[] => {
  const officers = streamOf(seed, 'officers')
  return drawn(pool.objects, pool.count, streamOf(seed, 'objects')).map(({ id }, index) => ({
    nth: index + 1,
    object: id,
    officers: drawn(pool.officers, pool.officersEach, officers).map(
      ({ certificate }) => certificate,
    ),
  }))
}

/** 回避: an officer of a visit may not go, and why. */
export type Recusal = { nth: number; officer: string; reason: string }

/**
 * The rth officer of a visit who may not go is replaced from the stream `recusal/<nth>/<r>`, out of those who neither go nor have been
 * replaced. Null: nobody is left.
 */
export const substituteFor = (
  pool: Pick<Pool, 'officers'>,
  seed: string,
  visit: Visit,
  earlier: readonly Recusal[],
): PoolOfficer | null => {
  const out = new Set([...visit.officers, ...earlier.map(({ officer }) => officer)])
  const left = pool.officers.filter(({ certificate }) => !out.has(certificate))
  if (left.length === 0) return null
  const stream = streamOf(seed, `recusal/${visit.nth}/${earlier.length + 1}`)
  return left[stream(left.length)] ?? null
}

/** The officers who go after everybody who may not was replaced, in the order in which that was said. */
export const withRecusals = (
  pool: Pool,
  seed: string,
  visits: readonly Visit[],
  recusals: readonly Recusal[],
): Visit[] => {
  const now = visits.map((visit) => ({ ...visit }))
  for (const [at, { nth, officer }] of recusals.entries()) {
    const visit = now[nth - 1]
    if (!visit?.officers.includes(officer)) continue
    const earlier = recusals.slice(0, at).filter((one) => one.nth === nth)
    const other = substituteFor(pool, seed, visit, earlier)
    if (other)
      visit.officers = visit.officers.map((one) => (one === officer ? other.certificate : one))
  }
  return now
}
