// What does a confined read say to PostgreSQL before and after, and what becomes of a connection that fails?
import { expect, test } from 'vitest'
import { type Pool, withScope } from '../../db/scope.ts'
import type { Scope } from '../../domain/organisation/policy.ts'

const scope: Scope = {
  regions: ['330802', '330803'],
  caseRegions: ['330802', '330803'],
  owner: null,
  person: 'lin',
} as never

/** A pool of one connection that writes down what is said to it; what it is told to fail at fails. */
const listening = (fails: (text: string) => boolean = () => false) => {
  const lines: string[] = []
  const released: unknown[] = []
  const client = {
    query: async (text: string) => {
      lines.push(text)
      if (fails(text)) throw new Error(`failed: ${text.slice(0, 8)}`)
      return { rows: [] }
    },
    release: (broken?: Error) => released.push(broken),
  }
  return { pool: { connect: async () => client } as unknown as Pool, statements: lines, released }
}
const opening = (settings: Record<string, string>) =>
  `BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY; SELECT ${Object.entries(settings)
    .map(([name, value]) => `set_config('${name}', '${value}', true)`)
    .join(', ')}`
const usual = {
  role: 'anjian_reader',
  'anjian.regions': '330802,330803',
  'anjian.case_regions': '330802,330803',
  'anjian.owner': '',
  'anjian.person': 'lin',
  plan_cache_mode: 'force_custom_plan',
  jit: 'off',
}

test('a read runs read-only, as the reader, behind the regions and the person of its scope, and ends with a commit', async () => {
  const { pool, statements, released } = listening()
  expect(await withScope(pool, scope, async () => 5)).toBe(5)
  expect(statements).toEqual([opening(usual), 'COMMIT'])
  expect(released).toEqual([undefined])
})

test('a read of an enterprise is confined to it, and of nobody to nobody', async () => {
  const { pool, statements } = listening()
  await withScope(
    pool,
    { regions: [], caseRegions: [], owner: 'e-1', person: null } as never,
    async () => 0,
    'kept',
  )
  const confined = {
    'anjian.regions': '',
    'anjian.case_regions': '',
    'anjian.owner': 'e-1',
    'anjian.person': '',
  }
  expect(statements[0]).toBe(
    opening({ ...usual, ...confined, plan_cache_mode: 'force_generic_plan' }),
  )
})

test('a name with a quote in it stays a name', async () => {
  const { pool, statements } = listening()
  await withScope(
    pool,
    { regions: [], caseRegions: [], owner: "e'); DROP TABLE cases; --", person: null } as never,
    async () => 0,
  )
  expect(statements[0]).toContain("set_config('anjian.owner', 'e''); DROP TABLE cases; --', true)")
})

test('a read that fails is rolled back, its error goes on, and the connection is used again', async () => {
  const { pool, statements, released } = listening()
  const failing = withScope(pool, scope, async () => {
    throw new Error('no such thing')
  })
  await expect(failing).rejects.toThrow('no such thing')
  expect(statements).toEqual([opening(usual), 'ROLLBACK'])
  expect(released).toEqual([undefined])
})

test('a connection that cannot even be rolled back is thrown away', async () => {
  const { pool, released } = listening((text) => text === 'ROLLBACK' || text.startsWith('BEGIN'))
  await expect(withScope(pool, scope, async () => 0)).rejects.toThrow('failed: BEGIN')
  expect(released).toEqual([new Error('failed: ROLLBACK')])
})

test('a read whose commit fails has failed', async () => {
  const { pool, statements } = listening((text) => text === 'COMMIT')
  await expect(withScope(pool, scope, async () => 5)).rejects.toThrow('failed: COMMIT')
  expect(statements.at(-1)).toBe('ROLLBACK')
})
