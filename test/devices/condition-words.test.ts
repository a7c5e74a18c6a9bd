// Has every condition that our protocols and rules tell of a name at the desk, in both languages?
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  componentStates,
  systemStates,
  transmitterStates,
} from '../../devices/protocols/gb26875/states.ts'
import { alarmBits } from '../../devices/protocols/jt808/words.ts'
import { platformWords, warnTypes } from '../../devices/protocols/jt809/words.ts'
import { stateBits } from '../../devices/protocols/sl651/words.ts'
import { adviceFor } from '../../domain/duty/first-acts.ts'
import { conditionWords } from '../../domain/duty/words.ts'

const devices = join(import.meta.dirname, '..', '..', 'devices')
const named = [...systemStates, ...componentStates, ...transmitterStates, ...stateBits].map(
  ({ name }) => name,
)
const written = readdirSync(devices, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|json)$/.test(file))
  .flatMap((file) => [
    ...readFileSync(join(devices, file), 'utf8').matchAll(
      /["']?condition["']?: ["']([a-z-]+)["']|name: '(additional-report|test)'|alarm\([^']*, '([a-z-]+-alarm)'|'?((?:filled|delivered)-[a-z]+)'?: \{/g,
    ),
  ])
  .flatMap(([, ...found]) => found.filter((one) => one !== undefined))

const all = [
  ...new Set([
    ...named,
    ...alarmBits.map(({ condition }) => condition),
    ...warnTypes.map(({ condition }) => condition),
  ]),
]
const words = [...new Set([...all, ...Object.keys(platformWords), ...written])].sort()

test('all are found', () => {
  for (const one of [
    'manual-alarm',
    'off-route',
    'facility-alarm',
    'analyser-alarm',
    'filled-scrapped',
    'flood-level',
    'trapped',
    'supervised',
  ])
    expect(words).toContain(one)
  expect(words.length).toBeGreaterThan(90)
})

test('each has its words', () => {
  const wordless = words.filter((condition) => {
    const { zh, en } = conditionWords(condition)
    return !/\p{Script=Han}/u.test(zh) || !/^[A-Z]/.test(en)
  })
  expect(wordless).toEqual([])
})

test('an alarm given by hand is a fire until it is known to be none', () => {
  expect(adviceFor({ condition: 'manual-alarm', kind: '' })).toEqual(
    adviceFor({ condition: 'fire', kind: 'fire' }),
  )
})
