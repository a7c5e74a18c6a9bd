// Does each substance and class carry the critical quantity and the β of the standard?
import { describe, expect, test } from 'vitest'
import { classes, substanceOf } from '../../../domain/law/amounts/substances.ts'

// GB 18218, 令40: [name, Q in t, β]; β by name is that of 令40, else explosive 2, flammable gas 1.5, unlisted toxic gas 2, other 1.
test.each<[name: string, Q: number | null, beta: number]>([
  ['NH₃', 10, 2],
  ['Cl₂', 5, 4],
  ['CO', null, 2],
  ['CH₃Br', null, 3],
  ['NO₂', null, 10],
  ['PH₃', null, 20],
  ['异氰酸甲酯', null, 20],
  ['LPG', 50, 1.5],
  ['CH₄', 50, 1.5],
  ['天然气', 50, 1.5],
  ['H₂', 5, 1.5],
  ['C₂H₂', 1, 1.5],
  ['C₂H₄', 50, 1.5],
  ['氯乙烯', 50, 1.5],
  ['环氧乙烷', 10, 2],
  ['环氧丙烷', 10, 1],
  ['光气', 0.3, 20],
  ['HCN', 1, 10],
  ['HF', 1, 5],
  ['H₂S', 5, 5],
  ['SO₂', 20, 2],
  ['HCl', 20, 3],
  ['甲醛', 5, 2],
  ['煤气', 20, 1.5],
  ['苯', 50, 1],
  ['甲苯', 500, 1],
  ['苯乙烯', 500, 1],
  ['丙烯腈', 50, 1],
  ['CS₂', 50, 1],
  ['甲醇', 500, 1],
  ['乙醇', 500, 1],
  ['丙酮', 500, 1],
  ['汽油', 200, 1],
  ['TNT', 5, 2],
  ['Br₂', 20, 1],
  ['O₂', 200, 1],
  ['ammonium-nitrate-explosive', 5, 2],
  ['硝酸铵', 50, 1],
  ['硝酸铵基化肥', 200, 1],
  ['硝酸胍', 50, 1],
])('%s: Q %s, β %d', (name, Q, beta) => expect(substanceOf(name)).toMatchObject({ Q, beta }))

test.each<[name: string, Q: number | null, beta: number, sureOfQ: string]>([
  ['J1', 5, 4, 'V*'],
  ['J2', 50, 1, 'V*'],
  ['J3', 50, 2, 'V*'],
  ['J4', 50, 2, 'V*'],
  ['J5', 500, 1, 'V*'],
  ['W2', 10, 1.5, 'M'],
  ['W5.1', 10, 1.5, 'M'],
  ['W5.2', 50, 1, 'M'],
  ['W5.3', 1000, 1, 'M'],
  ['W5.4', 5000, 1, 'M'],
  ['W6.1', 10, 1.5, 'V*'],
  ['W6.2', 50, 1, 'V*'],
  ['W7.1', null, 1.5, 'M'],
  ['W7.2', null, 1, 'M'],
  ['W8', null, 1, 'M'],
  ['W9.1', 50, 1, 'M'],
  ['W9.2', 200, 1, 'M'],
  ['W10', null, 1, 'M'],
  ['W11', null, 1, 'M'],
])('class %s: Q %s, β %d, %s', (name, Q, beta, sureOfQ) =>
  expect(classes[name]).toMatchObject({ Q, beta, sureOfQ, sureOfBeta: 'M' }),
)

describe('a substance is found', () => {
  test.each([
    ['nh3', 'ammonia'],
    ['NH₃', 'ammonia'],
    ['  液氨 ', 'ammonia'],
    ['Hydrogen sulfide', 'hydrogen-sulfide'],
    ['hydrogen_sulfide', 'hydrogen-sulfide'],
    ['Hydrogen  Sulfide', 'hydrogen-sulfide'],
    ['natural gas', 'methane'],
    ['Natural_ Gas', 'methane'],
  ])('%j is %s', (name, id) => expect(substanceOf(name)?.id).toBe(id))

  test('by nothing else', () =>
    expect([substanceOf('水'), substanceOf(''), substanceOf('hydrogensulfide')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]))
})
