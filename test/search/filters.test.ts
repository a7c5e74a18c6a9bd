// Is a kept filter never more than a question its list takes?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filteredLists, keptQuery } from '../../domain/search/filters.ts'

test('empty parts are left out, known ones kept, unknown ones refused', () => {
  expect(keptQuery('cases', { q: ' 化工 ', process: '', status: 'open' })).toEqual({
    q: '化工',
    status: 'open',
  })
  expect(keptQuery('wall', { region: '330802', late: '1' })).toEqual({
    region: '330802',
    late: '1',
  })
  expect(keptQuery('inbox', { box: 'pool', level: '2' })).toEqual({ box: 'pool', level: '2' })
  for (const [list, query] of [
    ['cases', { owner: 'e-1' }],
    ['cases', { process: '../x' }],
    ['wall', { region: '110000' }],
    ['wall', { late: 'yes' }],
    ['inbox', { box: 'all' }],
    ['inbox', { q: 'x'.repeat(201) }],
  ] as const)
    expect(keptQuery(list, query)).toBeNull()
})

test('whatever is sent becomes strings or nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...filteredLists),
      fc.dictionary(fc.constantFrom('q', 'process', 'box', 'region', '__proto__'), fc.anything()),
      (list, query) => {
        for (const value of Object.values(keptQuery(list, query) ?? {}))
          expect(typeof value).toBe('string')
      },
    ),
  )
})
