// Does a case say in words what the devices tell in codes?
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aboutFeed, aboutFlood, aboutPoint } from '../../devices/episodes/about.ts'
import { dataOf } from '../../devices/episodes/keeping.ts'
import { raise } from '../../domain/alarm-episode/raise.ts'
import { conditions } from '../../domain/duty/conditions.ts'
import { conditionWords } from '../../domain/duty/words.ts'
import { fieldsOf } from '../../domain/views/fact-fields.ts'

const device = {
  id: 'd',
  feed: 'demo-gb26875',
  key: '8C0000A10001',
  name: '一号楼消防主机',
  enterprise: 'e001',
  region: '330802',
  lon: null,
  lat: null,
  dialect: {},
  secret: null,
  hosts: [],
  synthetic: false,
  silenceSeconds: null,
  points: new Map(),
}
const texts = {
  value: null,
  limit: null,
  text: '',
  by: null,
  event: null,
  sensedAt: null,
  at: '2026-11-26T00:00:00.000Z',
  stale: false,
  standing: 'unacknowledged' as const,
  after: { level: 1 as const, doubtful: false },
}
type About = Parameters<typeof dataOf>[0]
const facts = (about: About) => {
  const fields = fieldsOf(
    { type: 'raise', data: dataOf(about, texts, { id: 'a1', rang: 1 }) },
    { ...raise, by: 'machine' } as never,
    'internal',
  )
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]))
}
const codes = /transmitter|manual-alarm|demo-gb26875|feed-silent|flood|exercise\/|nsu?=|terminal/

it('promise (screens): the facts of an alarm say its point and its condition in words, in both languages, and no key of ours', () => {
  const point = aboutPoint(
    { feed: 'demo-gb26875', device: device as never, point: 'transmitter', known: undefined },
    'manual-alarm',
    true,
  )
  expect(facts(point)).toMatchObject({
    point: { zh: '用户信息传输装置', en: 'The transmitter itself' },
    condition: { zh: '手动报警', en: 'Alarm by hand' },
  })
  const feed = aboutFeed(
    { id: 'demo-gb26875', name: '消防联网', region: '330802', synthetic: false },
    'feed-silent',
  )
  expect(facts(feed)).toMatchObject({
    device: { zh: '消防联网' },
    point: { zh: '接入线路' },
    condition: { zh: '接入中断' },
  })
  expect(facts(aboutFlood(point))).toMatchObject({
    point: { zh: '多个测点' },
    condition: { zh: '报警洪泛' },
  })
  for (const about of [point, feed, aboutFlood(point)]) {
    const zh = Object.values(facts(about)).map((value) => value.zh)
    expect(zh.join('；')).not.toMatch(codes)
  }
})

it('the address of a node is never a fact, and every condition that we know has its words', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('ns=', 'nsu=', 'i=', 's=', 'g=', 'b='),
      fc.string(),
      (kind, rest) => {
        const node = aboutPoint(
          { feed: 'p', device: device as never, point: 'x', known: undefined },
          `${kind}${rest}`,
          false,
        )
        expect([facts(node).condition?.zh, conditionWords(`${kind}${rest}`).zh]).toEqual([
          '装置报警',
          '装置报警',
        ])
      },
    ),
  )
  for (const condition of Object.keys(conditions))
    expect(conditionWords(condition)).toEqual(conditions[condition])
})
