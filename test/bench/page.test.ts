// Does a run that measures a part of the product leave everything else on the page of benchmarks as it was?
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withHead, withPart } from '../../bench/inbox/page.ts'

const table = (...rows: string[]): string =>
  ['| target | figure |  |', '| --- | --: | --: |', ...rows].join('\n')
const row = (words: string, figure: string): string => `| ${words} | ${figure} | met |`
const head = (figure: string): string =>
  `# Benchmarks\n\n## Targets\n\n${table(row('acts lost 0', figure))}\n\n## Acts\n\nso fast`
const handwrittenPart =
  '## What misses\n\nby hand, with a table\n\n| tried | result |\n|---|---|\n| a | b |'
const page = `${head('0')}\n\n<!-- below: written by hand, kept by \`npm run bench\` -->\n\n${handwrittenPart}\n`
const part = (name: string, figure: string): string =>
  `## ${name}\n\n${table(row(`${name} soon`, figure))}\n\nmore of ${name}`
const targets = (text: string): string[] =>
  text.split('## Targets\n\n')[1]!.split('\n\n')[0]!.split('\n').slice(2)

test('a part comes with its targets, and the rest stays', () => {
  const after = withPart(page, 'wall', part('wall', '1 ms'))
  expect(after).toContain('more of wall')
  expect(after.endsWith(`${handwrittenPart}\n`)).toBe(true)
  expect(after).toContain('so fast')
  expect(targets(after)).toEqual([row('acts lost 0', '0'), row('wall soon', '1 ms')])
})

test('measured again it is replaced, targets that were renamed too', () => {
  const renamed = part('wall', '2 ms').replace('wall soon', 'wall sooner')
  const after = withPart(withPart(page, 'wall', part('wall', '1 ms')), 'wall', renamed)
  expect(after.match(/<!-- wall -->/g)).toHaveLength(1)
  expect(targets(after)).toEqual([row('acts lost 0', '0'), row('wall sooner', '2 ms')])
})

test('parts stand in one order, whichever was measured first', () => {
  const names = ['hours', 'midnight', 'inbox', 'wall', 'export'] as const
  const after = names.reduce((so, name) => withPart(so, name, part(name, '1 ms')), page)
  expect([...after.matchAll(/^<!-- (\w+) -->$/gm)].map(([, name]) => name)).toEqual([
    'inbox',
    'export',
    'wall',
    'midnight',
    'hours',
  ])
  expect(targets(after)).toHaveLength(6)
  expect(withPart(after, 'wall', part('wall', '1 ms'))).toBe(after)
})

test('acts measured anew keep the parts, their targets and what people have written', () => {
  const after = withHead(withPart(page, 'hours', part('hours', '3 s')), head('1'))
  expect(targets(after)).toEqual([row('acts lost 0', '1'), row('hours soon', '3 s')])
  expect(after).toContain('more of hours')
  expect(after.endsWith(`${handwrittenPart}\n`)).toBe(true)
})

test('the page that stands loses nothing', () => {
  const stands = readFileSync(join(import.meta.dirname, '../../docs/benchmarks.md'), 'utf8')
  const lines = new Set(withPart(stands, 'hours', part('hours', '3 s')).split('\n'))
  const own = stands.split(/^<!-- hours -->$/m)
  const rest = own.length === 1 ? stands : own[0]! + own[1]!.slice(own[1]!.search(/^<!-- /m))
  const isTarget = (line: string) => /\| (met|\*\*missed\*\*) \|$/.test(line)
  expect(rest.split('\n').filter((line) => !lines.has(line) && !isTarget(line))).toEqual([])
})
