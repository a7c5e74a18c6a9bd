// Can the stories of the demo be notified: in order, within sixty days, by people who exist, and again after a crash?
import { describe, expect, test } from 'vitest'
import { demoRegisters } from '../../bin/seed/accounts.ts'
import { drawPhoto } from '../../bin/seed/photo.ts'
import { beginningOf, cuesOf } from '../../bin/seed/script.ts'
import { stories } from '../../bin/seed/stories.ts'
import { processes } from '../../domain/processes.ts'
import { isWorkday } from '../../domain/time/calendar.ts'
import { addDays, daysBetween } from '../../domain/time/days.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'
import { civilDate } from '../../domain/time/instant.ts'

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

  test('tell of nothing before it has happened: a clock that comes to a moment comes a little before it', () => {
    const minute = 60_000
    const early = cues.filter(
      ({ at, data }) =>
        typeof data.happenedAt === 'string' &&
        Date.parse(at) - Date.parse(data.happenedAt) < minute,
    )
    expect(early.map(({ story, act }) => `${story} ${act}`)).toEqual([])
  })

  test('have keys that an Idempotency-Key may have, each once', () => {
    expect(cues.filter(({ key }) => !/^[\x21-\x7e]{1,200}$/.test(key))).toEqual([])
    expect(new Set(cues.map(({ by, key }) => `${by} ${key}`)).size).toBe(cues.length)
  })
})

describe('the acts in them', () => {
  test('are the same when told again', () => expect(cuesOf(stories, founded)).toEqual(cues))

  test('are about people of the demo, and of acts of the process', () => {
    const people = new Set(demoRegisters().people.map(({ username }) => username))
    expect(cues.filter(({ by }) => !people.has(by))).toEqual([])
    const known = (process: string) => [
      'sign',
      processes[process]?.start.type,
      ...Object.keys(processes[process]?.events ?? {}),
    ]
    expect(cues.filter(({ process, act }) => !known(process).includes(act))).toEqual([])
  })

  test('give each case of an order a date after the order', () => {
    const dated = cues.filter(({ data }) => typeof data.dueDate === 'string')
    expect(dated.length).toBeGreaterThan(5)
    expect(dated.filter(({ data, at }) => String(data.dueDate) <= civilDate(at))).toEqual([])
  })

  test('are verified within the 24 hours that the bureau gives itself', () => {
    const hazards = stories.filter(({ steps }) => steps[0].act === 'report')
    const late = hazards.filter(({ key }) => {
      const [first, ...rest] = cues.filter(({ story }) => story === key)
      const ends = rest
        .filter(({ act }) => act === 'verify' || act === 'sign')
        .map(({ at }) => Date.parse(at) - Date.parse(first?.at ?? ''))
      return ends.some((ms) => ms >= 24 * 3_600_000)
    })
    expect(late.map(({ key }) => key)).toEqual([])
  })

  test('show each photo once', () => {
    const numbers = cues.flatMap(({ photos = [] }) => photos)
    expect(new Set(numbers).size).toBe(numbers.length)
  })
})

test('hazards come to the supervision they show, whatever day of the year the demo is founded on', () => {
  const wrong: string[] = []
  for (let today = '2026-01-01'; today <= '2026-12-31'; today = addDays(today, 1)) {
    const escalationLevel = (due: number, workdays: number) =>
      daysBetween(today, endOfNthWorkday(addDays(today, due), workdays))
    const climbs = {
      'province, and city before it was acknowledged':
        escalationLevel(-50, 5) <= -34 &&
        escalationLevel(-50, 20) > -34 &&
        escalationLevel(-50, 20) <= 0,
      'city, after red was acknowledged, and not yet province':
        escalationLevel(-18, 5) > -16 &&
        escalationLevel(-18, 5) <= 0 &&
        escalationLevel(-18, 20) > 0,
      'red, and not yet city': escalationLevel(-4, 5) > 0,
    }
    for (const [story, right] of Object.entries(climbs)) if (!right) wrong.push(`${today} ${story}`)
  }
  expect(wrong).toEqual([])
})

function endOfNthWorkday(due: string, n: number): string {
  let last = due
  for (let counted = 0; counted < n; ) {
    last = addDays(last, 1)
    if (isWorkday(decreeCalendars, last)) counted += 1
  }
  return addDays(last, 1)
}

test('a photo is a small PNG, always the same, and another one for each number', () => {
  const photo = drawPhoto(11)
  expect(photo.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  expect(photo.length).toBeLessThan(20_000)
  expect(photo.equals(drawPhoto(11))).toBe(true)
  expect(photo.equals(drawPhoto(12))).toBe(false)
})
