// How many bytes must a browser load before a screen can be used?
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { builtUi } from './browser-support.ts'

type Chunk = { file: string; imports?: string[]; css?: string[] }

let folder = ''
let manifest: Record<string, Chunk> = {}

beforeAll(async () => {
  folder = await builtUi()
  manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >
}, 120_000)

const size = (file: string) => gzipSync(readFileSync(join(folder, file))).length / 1000

/** The chunks that the named ones load at once, themselves included. */
const closure = (names: string[], seen = new Set<string>()): Set<string> => {
  for (const name of names) {
    if (seen.has(name)) continue
    seen.add(name)
    closure(manifest[name]?.imports ?? [], seen)
  }
  return seen
}

const js = (...names: string[]) =>
  [...closure(names)].reduce((sum, name) => sum + size(manifest[name]!.file), 0)
const css = (...names: string[]) =>
  [...new Set([...closure(names)].flatMap((name) => manifest[name]?.css ?? []))].reduce(
    (sum, file) => sum + size(file),
    0,
  )

const frame = ['index.html', 'shell/signed.tsx']
const screens: [string, number, string[]][] = [
  ['shell', 30, ['index.html']],
  ['sign-in', 30, ['index.html', 'sign-in/page.tsx']],
  ['S1 inbox with reading pane', 60, [...frame, 'inbox/page.tsx', 'inbox/reading-pane.tsx']],
  ['S2 case', 60, [...frame, 'case/page.tsx', 'case/staff-case.tsx']],
  ['S2 process tab', 60, [...frame, 'case/page.tsx', 'case/staff-case.tsx', 'chart/chart.tsx']],
  [
    'S2 clocks tab',
    60,
    [...frame, 'case/page.tsx', 'case/staff-case.tsx', 'clock/clock-lanes.tsx'],
  ],
  ['S3 act', 60, [...frame, 'case/act.tsx']],
  [
    'S3 notes at a place with a checklist',
    90,
    [...frame, 'case/act.tsx', 'field-notes/page.tsx', 'administrative-inspection/visit/visit.tsx'],
  ],
  ['S10 limits and escalation', 60, [...frame, 'supervise/page.tsx']],
  ['S4 team queue', 60, [...frame, 'team/page.tsx']],
  ['S13 duty desk', 60, [...frame, 'duty/page.tsx']],
  ['S15 device', 60, [...frame, 'device/page.tsx']],
  ['S12 processes', 60, [...frame, 'process/page.tsx']],
  ['S7 my matters', 45, [...frame, 'portal/matters.tsx']],
  ['public home', 45, ['index.html', 'citizen/home.tsx']],
  ['public report', 45, ['index.html', 'citizen/report.tsx']],
  ['S8 by number and code', 45, ['index.html', 'citizen/pages.tsx', 'citizen/follow.tsx']],
  ['S5 guide to a service', 45, ['index.html', 'services/page.tsx']],
  ['public look-up of licences', 45, ['index.html', 'licences/lookup.tsx']],
  ['register of licences', 60, [...frame, 'licences/page.tsx']],
  ['public notices', 45, ['index.html', 'citizen/pages.tsx', 'citizen/notices.tsx']],
  ['own matter', 45, ['index.html', 'citizen/pages.tsx', 'own-matter/page.tsx']],
  ['S8 progress', 45, [...frame, 'case/page.tsx', 'portal/party-case.tsx']],
]

test.each(screens)('%s: at most %i kB of script, 12 kB of style', (name, budget, parts) => {
  const [script, style] = [js(...parts), css(...parts)]
  console.log(`${name}: ${script.toFixed(1)} kB script, ${style.toFixed(1)} kB style`)
  expect(script).toBeLessThanOrEqual(budget)
  expect(style).toBeLessThanOrEqual(12)
})

test('the run of a measurement is loaded by its own page alone: at most 45 kB', () => {
  const shell = closure([...frame, 'device/page.tsx'])
  const own = [...closure(['device/trend.tsx'])].filter((name) => !shell.has(name))
  expect(own.length).toBeGreaterThan(0)
  expect(own.reduce((sum, name) => sum + size(manifest[name]!.file), 0)).toBeLessThanOrEqual(45)
})

test('the moving map is loaded where an area is drawn, and by nobody else: at most 450 kB', () => {
  const map = 'map/live-map.tsx'
  const library = manifest[map]!.file
  const others = Object.keys(manifest).filter((name) => name !== map && !name.includes('maplibre'))
  for (const name of others) expect([name, closure([name]).has(map)]).toEqual([name, false])
  expect(js(map)).toBeLessThanOrEqual(450)
  expect(js('warnings/give.tsx')).toBeLessThanOrEqual(90)
  const kept = readFileSync(join(folder, 'sw.js'), 'utf8')
  expect(kept).toContain(manifest['warnings/give.tsx']!.file)
  expect(kept.includes(library) || kept.includes('maplibre')).toBe(false)
})

test('of the query library nothing is called that the build leaves out', () => {
  const root = join(import.meta.dirname, '../../ui')
  const taken = globSync('**/*.{ts,tsx}', { cwd: root }).flatMap((file) => {
    const [, names = ''] =
      /import (?:type )?\{([^}]*)\} from '@tanstack\/solid-query'/.exec(
        readFileSync(join(root, file), 'utf8'),
      ) ?? []
    return names.split(',').flatMap((name) => /^(?:type )?(\w+)/.exec(name.trim())?.[1] ?? [])
  })
  expect(taken).toContain('useQuery')
  expect(taken.filter((name) => /mutat|infinite|hydrat/i.test(name))).toEqual([])
})
