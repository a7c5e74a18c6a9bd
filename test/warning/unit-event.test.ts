// Is one event of a unit one warning, and does a device without a place warn no district?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alarmWarningContent } from '../../domain/warning/alarm-warning.ts'
import { writeCap } from '../../domain/warning/cap.ts'
import { geojsonOf } from '../../domain/warning/geojson.ts'
import {
  courseOf,
  type Detector,
  eventWarningContent,
  gatherEvents,
  keepSaid,
  type UnitEvent,
} from '../../domain/warning/unit-event.ts'
import { type WarningContent, warningFrom } from '../../domain/warning/warning-content.ts'
import { office, sent } from './warnings.ts'

const detector = (id: string, more: Partial<Detector> = {}): Detector => ({
  id,
  name: `探头${id}`,
  kind: 'gas',
  condition: 'high',
  region: '330802',
  level: 1,
  text: '',
  lon: 118.87,
  lat: 28.97,
  unit: null,
  raisedAt: '2026-11-26T12:05:00.000Z',
  stale: false,
  synthetic: false,
  site: 'e1',
  closed: false,
  ...more,
})
const capOf = (content: WarningContent) => {
  const from = { ...office, sender: 'anjian.qz.gov.cn', name: '衢州市应急管理局' }
  const warning = warningFrom(content, {
    from,
    at: sent,
    number: 1,
    course: { type: 'Alert' },
    incident: 'a',
  })
  return {
    cap: writeCap(warning),
    geometry: geojsonOf(warning).features.map(({ geometry }) => geometry),
  }
}

test('promise (alarms): a device without coordinates never warns a whole district as extreme', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<Detector['level'][]>(1, 2, 3, 4),
      fc.boolean(),
      fc.boolean(),
      (level, known, ended) => {
        const unit = known ? { name: '衢化', lon: 118.9, lat: 28.9 } : null
        const content = alarmWarningContent(
          detector('1', { level, lon: null, lat: null, unit }),
          ended,
        )
        const { cap, geometry } = capOf(content)
        expect(cap).not.toContain('<polygon>')
        expect(cap.includes('<circle>28.9,118.9 ')).toBe(known)
        expect(geometry).toEqual([known ? { type: 'Point', coordinates: [118.9, 28.9] } : null])
        if (!known) expect(cap).not.toContain('330802')
        expect(cap.includes('Extreme')).toBe(known && level === 1)
        expect(cap).toContain(known ? '衢化周边' : '探头1（位置未登记）')
      },
    ),
  )
})

test('what a unit rings together is one event; other units, regions, exercises and places far apart are others', () => {
  const one = detector('1')
  const events = gatherEvents(
    [],
    [
      one,
      detector('2', { kind: 'fire', level: 2 }),
      detector('3', { lon: null, lat: null }),
      detector('4', { lat: 28.98 }),
      detector('5', { site: 'e2' }),
      detector('6', { region: '330803' }),
      detector('7', { synthetic: true }),
      detector('8', { lat: 29.2 }),
    ],
  )
  expect(events.map(({ incident, joining }) => [incident, joining.map(({ id }) => id)])).toEqual([
    ['1', ['1', '3', '4', '2']],
    ...['5', '6', '7', '8'].map((id) => [id, [id]]),
  ])
})

const eventOf = (
  members: Detector[],
  more: Partial<NonNullable<UnitEvent['sent']>> = {},
  joining: Detector[] = [],
): UnitEvent => ({
  incident: '1',
  members,
  joining,
  sent: { incident: '1', place: 1, level: 2, sent: sent.toISOString(), byPerson: false, ...more },
})
const after = (seconds: number) => new Date(sent.getTime() + seconds * 1_000)

test('an event is reported again when it changes, joined once a minute, and ended with its last alarm', () => {
  const [standing, ended] = [detector('1', { level: 2 }), detector('1', { level: 2, closed: true })]
  const late = detector('2', { level: 2 })
  expect(courseOf(eventOf([standing]), after(900))).toBeNull()
  expect(courseOf(eventOf([standing], {}, [late]), after(59))).toBeNull()
  expect(courseOf(eventOf([standing], {}, [late]), after(60))).toBe('tell')
  expect(courseOf(eventOf([standing], {}, [{ ...late, level: 1 }]), after(1))).toBe('tell')
  expect(courseOf(eventOf([standing], { level: 1 }), after(1))).toBe('tell')
  expect(courseOf(eventOf([ended], {}, [late]), after(1)), 'what joins keeps it').toBeNull()
  expect(courseOf(eventOf([ended]), after(1))).toBe('end')
  expect([
    courseOf(eventOf([ended], { byPerson: true }), after(1)),
    courseOf(eventOf([standing], { byPerson: true, level: 1 }), after(1)),
  ]).toEqual([null, null])
  expect(courseOf(eventOf([standing], { byPerson: true }, [late]), after(900))).toBe('note')
})

test('one message speaks by the gravest, names the others and holds around each place', () => {
  const others = Array.from({ length: 60 }, (_, n) =>
    detector(`b${n}`, { level: 2, lat: 28.97 + n / 10_000 }),
  )
  const content = eventWarningContent({
    incident: '1',
    sent: null,
    members: [],
    joining: [...others, detector('a')],
  })
  expect(content).toMatchObject({
    level: 1,
    headline: expect.stringContaining('探头a'),
    around: { lat: 28.97 },
  })
  expect(content.description).toContain('同一单位另有 60 个测点报警')
  expect(content.also).toHaveLength(20)
  expect(capOf(content).cap.match(/<area>/g)).toHaveLength(21)
  const over = eventWarningContent(
    eventOf([detector('1', { closed: true }), detector('2', { closed: true })]),
  )
  expect([over.level, over.description.includes('2 个测点的报警均已解除'), over.also]).toEqual([
    2,
    true,
    undefined,
  ])
})

const ordered = (area: Partial<WarningContent> = {}): WarningContent => ({
  ...alarmWarningContent(detector('one', { level: 2 })),
  response: 'Evacuate',
  instruction: '周边3公里人员立即向上风向撤离',
  description: '储罐泄漏',
  certainty: 'Likely',
  expires: '2026-11-26T14:00:00.000Z',
  place: null,
  around: { lon: 118.87, lat: 28.97, km: 3 },
  ...area,
})

test('the machine takes back nothing of what a person has ordered when it becomes graver', () => {
  const ringing = alarmWarningContent(detector('one'))
  const { level, headline, description, ...kept } = keepSaid(ringing, ordered(), after(0))
  const { level: _, headline: __, description: ___, ...said } = ordered()
  expect(kept).toEqual(said)
  expect([level, headline]).toEqual([1, ringing.headline])
  expect([description.includes('储罐泄漏'), description.includes(ringing.description)]).toEqual([
    true,
    true,
  ])
  const far = alarmWarningContent(detector('two', { lat: 29.03 }))
  expect(keepSaid(far, ordered(), after(0)).also).toEqual([{ ...far.around, place: far.place }])
  const district = ordered({ around: null })
  expect(keepSaid(far, district, after(0))).toMatchObject({ around: null, place: null })
  expect(capOf(keepSaid(far, district, after(0))).cap).toContain('330802')
  expect(keepSaid(ringing, ordered(), new Date('2026-11-26T14:00:00.000Z'))).toBe(ringing)
})

test('what a person has drawn holds on when the machine speaks again, with what rings on top', () => {
  const polygon: [number, number][] = [
    [118.8, 28.9],
    [118.9, 28.9],
    [118.9, 29],
  ]
  const ringing = alarmWarningContent(detector('one'))
  const drawn = ordered({ around: null, polygon })
  const { cap } = capOf(keepSaid(ringing, drawn, after(0)))
  expect(cap.match(/<polygon>/g)).toHaveLength(1)
  expect(cap).toContain('<circle>28.97,118.87')
  expect(cap.match(/<area>/g)).toHaveLength(2)
  const nowhere = alarmWarningContent(detector('two', { lon: null, lat: null }))
  expect(nowhere.unplaced).toBe(true)
  const kept = keepSaid(nowhere, drawn, after(0))
  expect([kept.unplaced, kept.also, kept.polygon]).toEqual([undefined, undefined, polygon])
})
