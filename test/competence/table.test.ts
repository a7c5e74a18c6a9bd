// Which office does the table name for a matter, in which region, on which day?
import { describe, expect, test } from 'vitest'
import { bureausCalledFrom, ownAlarms } from '../../domain/competence/keepers.ts'
import {
  alarmMatter,
  competentKinds,
  eventKinds,
  eventMatter,
  isMatter,
  matters,
} from '../../domain/competence/matters.ts'
import { competenceTable, firstCompetences } from '../../domain/competence/table.ts'
import { alarmKinds } from '../../domain/duty/kinds.ts'
import {
  type Competence,
  competentOffice,
  competentOfficeIn,
  competentOfficeWords,
} from '../../domain/organisation/competence.ts'
import { standingOffices } from '../../domain/organisation/offices.ts'
import type { Region } from '../../domain/organisation/regions.ts'
import { actor } from '../support/people/cast.ts'

const offices = standingOffices().map(({ id }) => id)
const vehicle = alarmMatter('position')
const change = (more: Partial<Competence>): Competence => ({
  id: 'c-1',
  matter: vehicle,
  region: null,
  office: 'fire',
  level: 'city',
  from: '2026-04-01',
  until: null,
  ...more,
})
const named = (
  approved: Competence[],
  day = '2026-05-01',
  region: Region = '330802',
  known = offices,
) => competentOffice(competenceTable(approved, known), { matter: vehicle, region, day })

describe('before anybody has changed it', () => {
  test('every kind of alarm and of event has one row for the whole city', () => {
    const all = [
      ...Object.keys(alarmKinds).map(alarmMatter),
      ...Object.keys(eventKinds).map(eventMatter),
    ]
    expect(firstCompetences.map(({ matter }) => matter)).toEqual(all)
    expect(Object.keys(matters)).toEqual(all)
    expect(new Set(firstCompetences.map(({ id }) => id)).size).toBe(all.length)
  })

  test.each([
    ['alarm:position', 'transport'],
    ['alarm:fire', 'fire'],
    ['alarm:trapped', 'market-regulation'],
    ['alarm:water-level', 'water-resources'],
    ['alarm:pollution', 'environment'],
    ['event:poisoning', 'health'],
    ['event:collapse', 'housing'],
    ['alarm:gas', null],
    ['alarm:level', null],
    ['event:explosion', null],
    ['event:nonsense', null],
  ])('%s is of %s', (matter, office) => {
    const found = competentOffice(competenceTable([], offices), {
      matter,
      region: '330881',
      day: '2026-03-02',
    })
    expect(found).toEqual(office && { office, level: 'city' })
  })

  test('a kind that nobody knows is the one of all others', () => {
    for (const kind of ['none', '__proto__', 7, null, undefined]) {
      expect(alarmMatter(kind)).toBe('alarm:other')
      expect(eventMatter(kind)).toBe('event:other')
    }
    expect([isMatter('alarm:gas'), isMatter('constructor'), isMatter('alarm:x')]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('every office that it may name keeps its own kind of work, and each has standing offices in the city', () => {
    expect(competentKinds.filter((kind) => !offices.includes(`330800-${kind}`))).toEqual([])
  })
})

describe('a change', () => {
  test('counts from its first day to its last, and what stood before counts around it', () => {
    const rows = [change({ from: '2026-04-01', until: '2026-04-30' })]
    expect(
      ['2026-03-31', '2026-04-01', '2026-04-30', '2026-05-01'].map(
        (day) => named(rows, day)?.office,
      ),
    ).toEqual(['transport', 'fire', 'fire', 'transport'])
  })

  test('decided later goes before one decided earlier, whichever begins first', () => {
    const rows = [
      change({ from: '2026-04-10' }),
      change({ id: 'c-2', office: 'housing', from: '2026-04-01' }),
    ]
    expect(named(rows)?.office).toBe('housing')
  })

  test('of a county goes before that of the whole city, and for that county alone', () => {
    const rows = [
      change({ region: '330802', office: 'environment' }),
      change({ id: 'c-2', office: 'housing' }),
    ]
    expect(named(rows)?.office).toBe('environment')
    expect(named(rows, '2026-05-01', '330881')?.office).toBe('housing')
  })

  test('to the command gives the alarm back to emergency management', () => {
    expect(named([change({ office: 'command', level: 'county' })])).toBeNull()
  })
})

describe('where there is no such office', () => {
  test('the county’s own comes first, the city’s answers for it, and else the command', () => {
    const own = [...offices, '330802-fire']
    const wanted = [change({ level: 'county' })]
    expect(named(wanted, '2026-05-01', '330802', own)).toEqual({ office: 'fire', level: 'county' })
    expect(named(wanted, '2026-05-01', '330881', own)).toEqual({ office: 'fire', level: 'city' })
    expect(named(wanted, '2026-05-01', '330881', [])).toBeNull()
    expect(named([change({})], '2026-05-01', '330802', own)?.level).toBe('city')
  })

  test('an alarm of the city itself is the city’s, and the province has none of them', () => {
    expect(named([change({ level: 'county' })], '2026-05-01', '330800')).toEqual({
      office: 'fire',
      level: 'city',
    })
    expect(named([change({})], '2026-05-01', '330000')).toBeNull()
  })
})

test('what a case remembers is read with care, and said by name', () => {
  const kept = { office: 'transport', level: 'city' } as const
  expect(competentOfficeIn({ ...kept, more: 1 })).toEqual(kept)
  for (const wrong of [
    null,
    undefined,
    'transport',
    [],
    {},
    { office: 'constructor', level: 'city' },
    { office: 'transport', level: 'toString' },
    { office: 'transport' },
  ])
    expect(competentOfficeIn(wrong)).toBeNull()
  expect(competentOfficeWords(kept, '330802')).toEqual({
    zh: '衢州市交通运输局',
    en: 'Transport bureau, Quzhou City',
  })
})

describe('a bureau’s duty officer keeps', () => {
  const table = competenceTable([change({ region: '330881', office: 'fire' })], offices)
  test('the kinds that the table gives to his bureau somewhere in his region', () => {
    expect(ownAlarms(actor('lu'), table, '2026-05-01')).toEqual({
      offices: ['transport'],
      kinds: ['position'],
    })
    expect(ownAlarms(actor('huo'), table, '2026-05-01')).toEqual({
      offices: ['fire'],
      kinds: ['fire', 'position'],
    })
  })
  test('nothing, where he keeps the desk of emergency management or none', () => {
    for (const who of ['du', 'dan', 'gao', 'qi'])
      expect(ownAlarms(actor(who), table, '2026-05-01')).toBeNull()
    expect(ownAlarms({ kind: 'clock' }, table, '2026-05-01')).toBeNull()
  })
})

test('the bureaus that alarms of a region call are named once each, and none where there is no such office', () => {
  expect(bureausCalledFrom(competenceTable([], offices), '330802', '2026-05-01')).toEqual(
    ['fire', 'environment', 'water-resources', 'transport', 'market-regulation'].map(
      (kind) => `330800-${kind}/duty-officer`,
    ),
  )
  expect(bureausCalledFrom(competenceTable([], []), '330802', '2026-05-01')).toEqual([])
})
