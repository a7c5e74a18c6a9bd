// Is there one list of kinds, does each reach its case as it is, and is what kills put aside by nobody away from the plant?
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { toldParameters, watchesOf } from '../../../devices/alarms/parameters.ts'
import { aboutPoint } from '../../../devices/episodes/about.ts'
import { alwaysPasses, policyOf } from '../../../devices/episodes/policy.ts'
import type { KnownDevice, KnownPoint } from '../../../devices/episodes/registry.ts'
import { raise } from '../../../domain/alarm-episode/raise.ts'
import { adviceFor } from '../../../domain/duty/first-acts.ts'
import { type AlarmKind, alarmKinds, isDeadlyKind, pointKinds } from '../../../domain/duty/kinds.ts'
import { whyNotShelve } from '../../../domain/duty/policy.ts'
import { unlimited } from './points.ts'

const every = Object.keys(alarmKinds) as AlarmKind[]
const device = {
  id: '1',
  key: 'D',
  name: 'D',
  region: '330802',
  points: new Map(),
} as unknown as KnownDevice
const kindAt = (condition: string, kind?: string) =>
  aboutPoint(
    {
      feed: 'f',
      device,
      point: 'p',
      known: kind ? ({ kind, name: 'p' } as KnownPoint) : undefined,
    },
    condition,
    false,
  ).kind

describe('what kills', () => {
  it.each(every)(
    'promise (alarms): %s of level 1 is put aside by the plant alone if it kills, at the desk, in devices and floods alike',
    (kind) => {
      const deadly = isDeadlyKind(kind)
      expect(whyNotShelve({ level: 1, kind, shelvable: true, condition: 'high' }) !== null).toBe(
        deadly,
      )
      expect(toldParameters(kind, 1, null, true).shelvable).toBe(!deadly)
      expect(alwaysPasses({ kind, level: 1, condition: 'high' })).toBe(deadly)
      if (deadly)
        expect(policyOf({ feed: 'f', kind, condition: kind, level: 3 })).toEqual({
          way: 'episode',
          afterMs: 0,
        })
      if ((pointKinds as string[]).includes(kind)) {
        const [watch] = watchesOf(
          { ...unlimited, kind: kind as never, high: 1, firstLevel: 1 },
          () => true,
        )
        expect(watch?.parameters.shelvable).toBe(!deadly)
      }
    },
  )
})

describe('a kind reaches its case as it is', () => {
  it('promise (alarms): the desk reads the advice of the alarm’s own kind: the water bureau, the carrier, 96333', () => {
    const firstAct = (condition: string, kind?: string) =>
      adviceFor({ condition, kind: kindAt(condition, kind) }).firstAct.zh
    expect(firstAct('flood-level')).toContain('通知水利局')
    expect(firstAct('water-level', 'other')).toContain('通知水利局')
    expect(firstAct('route-deviation')).toContain('联系运输企业')
    expect(firstAct('trapped', 'other')).toContain('96333')
    expect(firstAct('manual-alarm', 'pressure')).toContain('119')
    expect(firstAct('high', 'gas')).toContain('禁止动火')
  })

  it.each(every)('%s is a kind that a case takes', (kind) => {
    const told = {
      alarm: 'a',
      feed: 'f',
      device: 'd',
      point: 'p',
      condition: 'c',
      level: 1,
      text: 't',
      at: '2026-11-29T00:00:00.000Z',
    }
    const said = v.safeParse(raise.schema, { ...told, synthetic: false, region: '330802', kind })
    expect(said.output).toMatchObject({ kind })
  })
})

/** Conditions are what devices tell; of which kind they are is asked. */
const conditionWords = 'domain/duty/conditions.ts'
/** Names that stand for kinds of alarm and hardly for anything else. */
const names = new Set([
  'gas',
  'fire',
  'trapped',
  'emergency',
  'pollution',
  'water-level',
  'pressure',
  'temperature',
])

it('no file but one lists kinds of alarm, or asks for two of them', () => {
  const root = join(import.meta.dirname, '../../..')
  const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx'], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n')
  const found = files
    .filter(
      (file) =>
        !/^(test|bench)\//.test(file) && !['domain/duty/kinds.ts', conditionWords].includes(file),
    )
    .flatMap((file) => listsIn(file, readFileSync(join(root, file), 'utf8')))
  expect(found).toEqual([])
})

it('a list is found in each of its forms', () => {
  for (const list of [
    "const deadly = ['gas', 'fire', 'trapped']",
    "const is = kind === 'gas' || kind === 'fire'",
    "const not = one.kind !== 'gas' && one.kind !== 'fire'",
    "type Kind = 'gas' | 'fire' | 'level' | 'trapped'",
    "const of = { gas: 1, fire: 2, 'water-level': 3 }",
    "switch (kind) { case 'gas': case 'fire': case 'trapped': }",
  ])
    expect(listsIn('a.ts', list), list).toHaveLength(1)
  expect(
    listsIn('a.ts', "const code = ['fire', 'gas']; const one = kind === 'gas' ? fire : 'trapped'"),
  ).toEqual([])
})

const literals = (words: string): string[] =>
  [...words.matchAll(/'([^'\n]*)'/g)].flatMap(([, name]) => name ?? [])

/** Forms of a list, and how many names in one may be an accident: a protocol has its own fire and gas. */
const forms: { most: number; lists: (source: string) => string[][] }[] = [
  {
    most: 2,
    lists: (source) =>
      [...source.matchAll(/\[(?:\s*'[^'\n]*',?)+\s*\]/g)].map(([list]) => literals(list)),
  },
  {
    most: 2,
    lists: (source) =>
      [...source.matchAll(/'[^'\n]*'(?:\s*\|\s*'[^'\n]*')+/g)].map(([list]) => literals(list)),
  },
  {
    most: 1,
    lists: (source) =>
      source
        .split('\n')
        .map((line) => [...line.matchAll(/[!=]== '[^']*'/g)].flatMap(([one]) => literals(one))),
  },
  {
    most: 2,
    lists: (source) => [[...source.matchAll(/case '([^']*)':/g)].flatMap(([, name]) => name ?? [])],
  },
  {
    most: 2,
    lists: (source) => [
      [...source.matchAll(/(?:^\s*|[{,]\s*)'?([a-z-]+)'?:/gm)].flatMap(([, name]) => name ?? []),
    ],
  },
]

const listsIn = (file: string, source: string): string[] =>
  forms.flatMap(({ most, lists }) =>
    lists(source)
      .map((list) => [...new Set(list.filter((name) => names.has(name)))])
      .filter((list) => list.length > most)
      .map((list) => `${file}: ${list.join(', ')}`),
  )
