// Do the tokens of an administrator end with the last post that carries them?
import { expect, test } from 'vitest'
import { administersUntil, tokensEnding } from '../../domain/organisation/made-tokens.ts'
import type { HeldPost } from '../../domain/organisation/personnel.ts'

const post = (more: Partial<HeldPost>): HeldPost => ({
  office: '330802-administration',
  role: 'administrator',
  region: '330802',
  since: '2026-01-01T00:00:00.000Z',
  until: null,
  ...more,
})
const now = '2026-03-01T00:00:00.000Z'
const county = { id: 'a', name: 'A', region: '330802' as const }
const city = { id: 'b', name: 'B', region: '330800' as const }

test('those end that no other post of an administrator carries beyond that moment', () => {
  const [small, large] = [post({}), post({ region: '330800' })]
  const ended = (left: HeldPost[], ending: HeldPost[]) =>
    tokensEnding([county, city], [...left, ...ending], ending, now).map(({ id }) => id)
  expect(ended([small], [large])).toEqual(['b'])
  expect(ended([large], [small])).toEqual([])
  expect(ended([], [small, large])).toEqual(['a', 'b'])
  expect(ended([post({ region: '330800', until: now })], [small])).toEqual(['a', 'b'])
  expect(ended([post({ region: '330800', role: 'clerk' })], [small])).toEqual(['a', 'b'])
})

test('he administers a region until the last of his posts over it ends', () => {
  const [first, second] = ['2026-04-01T00:00:00.000Z', '2026-05-01T00:00:00.000Z']
  expect(administersUntil([post({ until: second }), post({ until: first })], '330802')).toBe(second)
  expect(administersUntil([post({ until: first }), post({})], '330802')).toBe(null)
})
