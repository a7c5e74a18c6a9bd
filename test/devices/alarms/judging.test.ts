// Which judgements must be written, and which are soon told again?
import { describe, expect, test } from 'vitest'
import type { Told } from '../../../devices/alarms/state.ts'
import type { AlarmAbout } from '../../../devices/episodes/about.ts'
import type { Entry } from '../../../devices/episodes/evaluations.ts'
import { draftOf, judge } from '../../../devices/episodes/judging.ts'
import { after, panel, tells } from './sensing.ts'

const about = {
  key: 'a',
  feed: 'fleet',
  device: 'V1',
  site: 'road',
  condition: 'overspeed',
  kind: 'vehicle',
  synthetic: false,
} as AlarmAbout

/** Tells the condition, one after the other, to whom holds `known`; which keys are to be written, and what is held then. */
const told = (known: Map<string, Entry>, seconds: number, active: boolean) => {
  const draft = draftOf({ entries: known, floods: new Map() }, () => panel)
  expect(
    judge(draft, { about, input: tells(seconds, active), parameters: panel, now: after(seconds) }),
  ).toBeNull()
  for (const [key, entry] of draft.entries)
    known.set(key, draft.dirty.has(key) ? { ...entry, revision: entry.revision + 1 } : entry)
  return [...draft.dirty]
}

describe('a condition that is told', () => {
  test('to be absent, and never was present, is not written: a platform tells dozens of each of its vehicles', () => {
    const known = new Map<string, Entry>()
    expect([told(known, 0, false), told(known, 10, false)]).toEqual([[], []])
    expect(known.get('a')?.revision).toBe(0)
  })

  test('to be present is written, and from then on also that it is absent', () => {
    const known = new Map<string, Entry>()
    told(known, 0, false)
    expect([told(known, 10, true), told(known, 20, false), told(known, 30, false)]).toEqual([
      ['a'],
      ['a'],
      ['a'],
    ])
  })
})

test('an open alarm lies where it began though its device has been moved; the next one where it is then', () => {
  const known = new Map<string, Entry>()
  const here = { ...about, region: '330802', enterprise: 'e1', site: 'e1', lon: 118.8, lat: 28.9 }
  const there = { ...about, region: '330803', enterprise: 'e2', site: 'e2', lon: 118.9, lat: 29 }
  const tell = (seconds: number, at: AlarmAbout, more: Partial<Told>) => {
    const draft = draftOf({ entries: known, floods: new Map() }, () => panel)
    const input = tells(seconds, true, more)
    judge(draft, { about: at, input, parameters: panel, now: after(seconds) })
    const entry = draft.entries.get('a')!
    const alarm = entry.state.episode && { id: 'one', seq: 1, rang: 1, flood: null }
    known.set('a', { ...entry, alarm })
    return [draft.events.map(({ event }) => event.kind), entry.about.region, entry.about.enterprise]
  }
  expect(tell(0, here, { level: 3 })).toEqual([['raised'], '330802', 'e1'])
  expect(tell(10, there, { level: 1 })).toEqual([['escalated'], '330802', 'e1'])
  expect(tell(100, there, { active: false, acked: true })).toEqual([
    ['rtn', 'acked'],
    '330802',
    'e1',
  ])
  expect(tell(200, there, { level: 3 })).toEqual([['raised'], '330803', 'e2'])
})
