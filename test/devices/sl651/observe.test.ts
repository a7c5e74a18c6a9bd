// What do the reports of telemetry stations mean to the rest of the platform?
import { expect, test } from 'vitest'
import { elements } from '../../../devices/protocols/sl651/elements.ts'
import { bytes } from '../streams.ts'
import {
  at,
  conditions,
  converse,
  element,
  frame,
  later,
  level,
  NOON,
  place,
  raw,
  readings,
  receiveBytes,
  registry,
} from './centre.ts'
import { first } from './observed.ts'

test('acceptance: rain, rain accumulated, level and voltage of the published frame', () => {
  const output = receiveBytes(
    converse(registry({ key: '0040803540', secret: '0000' })),
    first,
    at('2017-02-06 16:36:20'),
  )
  expect(readings(output)).toEqual([
    'PJ 0 mm good',
    'PT 1314.3 mm good',
    'Z 998.099 m good',
    'VT 11.82 V good',
  ])
  expect(output.observations[2]).toMatchObject({
    device: '0040803540',
    at: '2017-02-06T08:36:00.000Z',
    flags: [],
  })
})

test('FF… is missing: no value, bad quality, no alarm of it', () => {
  const output = receiveBytes(
    converse(),
    frame(0x32, [...place(), level(null), element(0x20, 3, 1, 5)]),
  )
  expect(readings(output)).toEqual(['Z null m bad', 'PJ 5 mm good'])
})

test('an unknown element is skipped by its own length, and one of the user’s own', () => {
  const own = {
    kind: 'element' as const,
    id: 0xff,
    own: 0x11,
    definition: 0x20,
    data: bytes('00112233'),
  }
  const output = receiveBytes(
    converse(),
    frame(0x32, [...place(), raw(0x9a, 0x28, bytes('0102030405')), own, level(118.25)]),
  )
  expect(readings(output)).toEqual(['Z 118.25 m good'])
})

test.each([
  [0x39, 4, 3, 9500, 'bad'],
  [0x39, 5, 3, -600, 'bad'],
  [0x20, 3, 1, 2100, 'bad'],
  [0x22, 3, 1, 100.1, 'bad'],
  [0x38, 2, 2, 61, 'bad'],
  [0x46, 2, 2, 14.5, 'bad'],
  [0x02, 3, 1, -12.5, 'good'],
  [0x46, 2, 2, 7.1, 'good'],
])(
  'range: element %d of %d bytes, %d decimals, %d is %s',
  (id, length, decimals, value, quality) => {
    const output = receiveBytes(
      converse(),
      frame(0x32, [...place(), element(id, length, decimals, value)]),
    )
    expect(output.observations[0]).toMatchObject({ value, quality })
  },
)

test('every element has a name in both languages, its own point and bounds', () => {
  const all = [...elements.values()]
  expect(all.length).toBeGreaterThan(115)
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length)
  expect(all.filter(({ zh, en, least, most }) => !zh || !en || least >= most)).toEqual([])
})

test('33 = alarm report: a condition with what triggered it, over with the next timed report', () => {
  const session = converse()
  const alarm = receiveBytes(session, frame(0x33, [...place(), level(121.4)]))
  expect(alarm.observations.at(-1)).toMatchObject({
    kind: 'condition',
    point: 'station',
    condition: 'additional-report',
    active: true,
    level: 3,
    value: 121.4,
    text: '瞬时河道水位、潮位达到加报阈值：121.4 m',
  })
  expect(
    conditions(
      receiveBytes(
        session,
        frame(0x32, [...place(later(3600)), level(119)], later(3600)),
        later(3600),
      ),
    ),
  ).toEqual(['-additional-report'])
  expect(
    conditions(
      receiveBytes(
        session,
        frame(0x37, [...place(later(3700)), level(119)], later(3700)),
        later(3700),
      ),
    ),
  ).toEqual([])
})

test('state bits: alarms of level, flow and quality are orange; the door is open while its bit is clear', () => {
  const bits = (word: string) =>
    conditions(
      receiveBytes(
        converse(),
        frame(0x46, [...place().slice(0, 1), raw(0x45, 0x20, bytes(word))].map(untyped)),
      ),
    )
  expect(bits('00000080').every((one) => one.startsWith('-'))).toBe(true)
  expect(bits('00000147').filter((one) => one.startsWith('+'))).toEqual([
    '+mains',
    '+battery',
    '+water-level',
    '+level-gauge',
    '+door',
    '+storage',
  ])
  const output = receiveBytes(
    converse(),
    frame(0x32, [...place(), raw(0x45, 0x20, bytes('00000084'))]),
  )
  expect(
    output.observations.find((one) => 'condition' in one && one.condition === 'water-level'),
  ).toMatchObject({ level: 2, active: true })
})
const untyped = <T extends { kind: string }>(item: T): T =>
  item.kind === 'station' ? { ...item, type: null } : item

test('hourly: twelve values five minutes apart, those before the last five minutes are late', () => {
  const began = later(-3300)
  const rain = raw(0xf4, 0x60, bytes('05 00 00 00 14 FF FF 00 00 F0 00 01'))
  const levels = raw(
    0xf5,
    0xc0,
    bytes('0715 0716 0717 0718 0719 071A FFFF 071C 071D 071E 071F 0720'),
  )
  const output = receiveBytes(converse(), frame(0x34, [...place(began), rain, levels]))
  const all = output.observations.flatMap((one) => (one.kind === 'reading' ? [one] : []))
  expect(all.map(({ point }) => point)).toEqual([
    ...Array(12).fill('DRP'),
    ...Array(12).fill('DRZ1'),
  ])
  expect(all[4]).toMatchObject({
    value: 2,
    unit: 'mm',
    at: later(-2100).toISOString(),
    flags: ['late'],
  })
  expect(all[5]).toMatchObject({ value: null, quality: 'bad' })
  expect(all[23]).toMatchObject({ value: 18.24, unit: 'm', at: NOON.toISOString(), flags: [] })
})

test('even intervals: one element, a value each step', () => {
  const step = raw(0x04, 0x18, bytes('000010'))
  const series = {
    kind: 'series' as const,
    id: 0x39,
    definition: 0x23,
    data: bytes('00118200 FFFFFFFF 00118250'),
  }
  const output = receiveBytes(converse(), frame(0x31, [...place(later(-1200)), step, series]))
  expect(readings(output)).toEqual(['Z 118.2 m good', 'Z null m bad', 'Z 118.25 m good'])
  expect(output.observations.map(({ at: when }) => when)).toEqual(
    [later(-1200), later(-600), NOON].map((one) => one.toISOString()),
  )
})
