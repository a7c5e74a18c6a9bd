// Can the stories of the demo be told: in order, within sixty days, by people who exist, and again after a crash?
import { describe, expect, test } from 'vitest'
import { demoRegisters } from '../../bin/seed/accounts.ts'
import { drawPhoto } from '../../bin/seed/photo.ts'
import { beginningOf, cuesOf } from '../../bin/seed/script.ts'
import { stories } from '../../bin/seed/stories.ts'
import { civilDate } from '../../domain/case/instant.ts'
import { hazardRectification } from '../../domain/hazard-rectification/process.ts'

const founded = '2026-03-10T16:30:00.000Z' // half past midnight in Shanghai
const cues = cuesOf(stories, founded)

describe('the stories', () => {
  test('lie between the beginning and the founding of the demo, in order', () => {
    expect(beginningOf(founded)).toBe('2026-01-10T01:00:00.000Z')
    expect(cues.map(({ at }) => at)).toEqual(cues.map(({ at }) => at).sort())
    expect(cues.filter(({ at }) => at < beginningOf(founded) || at >= founded)).toEqual([])
  })

  test('keep the order of their own steps', () => {
    for (const { key, steps } of stories) {
      const mine = cues.filter(({ story }) => story === key)
      expect(mine.map(({ act }) => act)).toEqual(steps.map(({ act }) => act))
      expect(mine.map(({ first }) => first)).toEqual(steps.map((_, place) => place === 0))
    }
  })

  test('have keys that an Idempotency-Key may have, each once', () => {
    expect(cues.filter(({ key }) => !/^[\x21-\x7e]{1,200}$/.test(key))).toEqual([])
    expect(new Set(cues.map(({ by, key }) => `${by} ${key}`)).size).toBe(cues.length)
  })

  test('are the same when told again', () => expect(cuesOf(stories, founded)).toEqual(cues))

  test('are told of people of the demo, and of acts of the process', () => {
    const known = new Set(demoRegisters().people.map(({ username }) => username))
    expect(cues.filter(({ by }) => !known.has(by))).toEqual([])
    const acts = new Set(['report', 'sign', ...Object.keys(hazardRectification.events)])
    expect(cues.filter(({ act }) => !acts.has(act))).toEqual([])
  })

  test('give each case of an order a date after the order', () => {
    const dated = cues.filter(({ data }) => typeof data.dueDate === 'string')
    expect(dated.length).toBeGreaterThan(5)
    expect(dated.filter(({ data, at }) => String(data.dueDate) <= civilDate(at))).toEqual([])
  })

  test('show each photo once', () => {
    const numbers = cues.flatMap(({ photos = [] }) => photos)
    expect(new Set(numbers).size).toBe(numbers.length)
  })
})

test('a photo is a small PNG, always the same, and another one for each number', () => {
  const photo = drawPhoto(11)
  expect(photo.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  expect(photo.length).toBeLessThan(20_000)
  expect(photo.equals(drawPhoto(11))).toBe(true)
  expect(photo.equals(drawPhoto(12))).toBe(false)
})
