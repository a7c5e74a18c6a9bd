// Are the means of minutes, of an hour and of a day that begin at the same moment measurements of their own?
import { expect, test } from 'vitest'
import { beijing, device, frameOf, openSession, readingsOf, replies, values } from './session.ts'

const midnight = 'DataTime=20260301000000;w01018-Avg=30,w01018-Cou=2,w01018-Flag=N'
const means = [
  ['2111', '20260301000502000', '-5min'],
  ['2051', '20260301001002000', '-minute'],
  ['2052', '20260301001003000', '-minute'],
  ['2061', '20260301010002000', ''],
  ['2062', '20260301010003000', ''],
  ['2031', '20260302000502000', '-day'],
] as const

test.each(means)('%s is received as %s, and its points end with “%s”', (CN, QN, period) => {
  const output = openSession([device()]).receive(
    frameOf(midnight, { CN, QN }),
    beijing(QN.slice(0, 14)),
  )
  expect(replies(output)).toEqual(['9014'])
  expect(values(output)).toEqual({
    [`w01018-Avg${period}`]: '30 good',
    [`w01018-Cou${period}`]: '2 good',
  })
})

test('none of four takes the place of another: the database keeps one for each point and moment', () => {
  const station = openSession([device()])
  const rows = means
    .filter(([CN]) => CN.endsWith('1'))
    .flatMap(([CN, QN]) =>
      readingsOf(station.receive(frameOf(midnight, { CN, QN }), beijing(QN.slice(0, 14)))),
    )
    .map(({ point, at }) => `${point} ${at}`)
  expect(rows).toHaveLength(8)
  expect(new Set(rows).size).toBe(8)
})
