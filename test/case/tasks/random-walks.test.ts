// Whatever people and clocks do in whatever order: is every hand counted once, every task itself, and the record the case?
import { describe, expect, test } from 'vitest'
import { agenda } from '../../../domain/engine/clocks/escalation-policy.ts'
import { isRunning } from '../../../domain/engine/clocks/obligations.ts'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import { hazchemLicence } from '../../../domain/hazchem-licence/process.ts'
import { DomainError } from '../../../domain/language/errors.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import { ownNeed } from '../../../domain/tasks/signing.ts'
import { standing } from '../../../domain/tasks/tasks.ts'
import { threeSimultaneities } from '../../../domain/three-simultaneities/process.ts'
import { later } from '../../../domain/time/instant.ts'
import { acts } from '../../../domain/views/acts.ts'
import { reported, samples } from '../../hazard-rectification/samples.ts'
import {
  applied,
  change,
  samples as licenceSamples,
  renewal,
} from '../../hazchem-licence/samples.ts'
import { deep } from '../../support/deep.ts'
import { dice } from '../../support/dice.ts'
import { actor, everybody as hazardPeople, licensing } from '../../support/people/cast.ts'
import { counter } from '../../support/processes/counter.ts'
import { replayed, standingOf } from '../../support/walks/replaying.ts'
import type { Samples } from '../../support/walks/walk.ts'
import { hazchem, mine, samples as projectSamples } from '../../three-simultaneities/samples.ts'
import { playing } from '../acting.ts'

type Play = ReturnType<typeof playing>
type IdempotentRequest = [string, Record<string, unknown>]

/** Who takes part in a walk. */
let cast = hazardPeople()
const everybody = () => cast

const reason = { reason: '试验' }
const verbs = (play: Play): IdempotentRequest[] => {
  const obligations = play
    .record()
    .obligations.filter(isRunning)
    .map(({ id }) => id)
  return [
    ...['claim', 'open'].map((type): IdempotentRequest => [type, {}]),
    ...['release', 'urge', 'take-back', 'reopen'].map((type): IdempotentRequest => [type, reason]),
    ...['lin', 'wu', 'fang', 'mao'].map((to): IdempotentRequest => ['transfer', { ...reason, to }]),
    ['copy', { to: 'zhou' }],
    ...obligations.map(
      (obligation): IdempotentRequest => ['extend-clock', { ...reason, obligation, by: 2 }],
    ),
  ]
}

const lookedUp = (data: Record<string, unknown>) => {
  const found = everybody().find(({ id }) => id === data.to)
  return found
    ? {
        people: [
          { ...found, groups: found.appointments.map(({ office, role }) => `${office}/${role}`) },
        ],
        fact: null,
      }
    : { people: [], fact: null }
}

/** One step of anybody or of time. Most requests are refused, so several people try. */
const step = (play: Play, roll: (sides: number) => number, forms: Samples, now: string): string => {
  if (roll(8) === 0) {
    const next = agenda(play.record())[0]?.at
    const at = next && next > now && roll(3) > 0 ? next : later(now, 3_600_000)
    play.to(at)
    return at
  }
  for (let tries = 0; tries < 40; tries += 1) if (tried(play, roll, forms)) break
  return now
}

const tried = (play: Play, roll: (sides: number) => number, forms: Samples): boolean => {
  const filled = Object.entries(forms).flatMap(([type, all]) =>
    all.map((data): IdempotentRequest => [type, data]),
  )
  const requests = roll(4) > 0 ? filled : verbs(play)
  const [type, data] = requests[roll(requests.length)] as IdempotentRequest
  const person = everybody()[roll(everybody().length)] as ReturnType<typeof actor>
  const tasks = Object.keys(play.record().openTasks)
  const taskId = roll(3) === 0 ? tasks[roll(Math.max(1, tasks.length))] : undefined
  try {
    play.act(person, type, data, { ...(taskId ? { taskId } : {}), lookedUp: lookedUp(data) })
    return true
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return false
  }
}

const signaturesAreWhole = (play: Play) => {
  for (const task of Object.values(play.record().openTasks)) {
    const people = standing(task).map(({ person }) => person)
    expect(new Set(people).size).toBe(people.length)
    expect(people.length).toBeLessThan(Math.max(2, ownNeed(task)))
  }
}

const tasksAreThemselves = (play: Play, seen: Map<string, string>) => {
  for (const { id, task, entry, openedAt, state } of Object.values(play.record().openTasks)) {
    expect(id).toBe(`c-1:${task}:${entry}`)
    expect(seen.get(id) ?? `${openedAt} ${state}`).toBe(`${openedAt} ${state}`)
    seen.set(id, `${openedAt} ${state}`)
  }
}

const somebodyCan = (process: ProcessDefinition, play: Play, at: string): boolean => {
  const decisionContext = { at, calendars: play.calendars, noticeWindowMs: 0 }
  return everybody().some((by) =>
    acts(process, play.record(), by, decisionContext).some(
      ({ allowed, kind, type }) => allowed && (kind === 'event' || type === 'sign'),
    ),
  )
}

/** The co-signed facts of a chart: two different people, each with a signature that he put there since the last one. */
const cosignedTwice = (play: Play, type: string) => {
  for (const fact of play.facts.filter((one) => one.type === type)) {
    const names =
      (fact.data.signatures as { name: string }[] | undefined)?.map(({ name }) => name) ?? []
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThan(1)
  }
}

const walk = (
  process: ProcessDefinition,
  play: Play,
  forms: Samples,
  cosigned: string,
  seed: number,
) => {
  const roll = dice(seed)
  const start = structuredClone(play.record())
  const seen = new Map<string, string>()
  let now = '2026-03-02T01:00:00.000Z'
  for (let steps = 0; steps < 60; steps += 1) {
    now = step(play, roll, forms, now)
    signaturesAreWhole(play)
    tasksAreThemselves(play, seen)
    expect(
      play.record().status === 'closed' ||
        somebodyCan(process, play, now) ||
        agenda(play.record()).length > 0,
    ).toBe(true)
  }
  cosignedTwice(play, cosigned)
  expect(play.record().facts).toBe(play.facts.length + 1)
  expect(replayed(process, start, play.facts, everybody())).toBe(standingOf(play.record()))
}

const seeds = Array.from({ length: deep ? 200 : 5 }, (_, index) => index + 1)
const at = '2026-03-02T01:00:00.000Z'
const counting: Samples = {
  add: [{ n: 1 }],
  finish: [{}],
  approve: [{ outcome: 'yes' }, { outcome: 'no' }],
  sign: [{}],
  return: [{ to: 'counting', reason: '不清楚' }],
}

describe('a random walk of people and clocks', () => {
  test.each(seeds)('over a counter, seed %i', (seed) => {
    walk(
      counter,
      playing(counter, actor('lin'), { region: '330802', date: '2026-03-10' }, at),
      counting,
      'approve',
      seed,
    )
  })
  test.each(seeds)('over a hazard, seed %i', (seed) => {
    walk(
      hazardRectification,
      playing(hazardRectification, actor(seed % 2 ? 'qi' : 'lin'), reported, at),
      samples,
      'verify',
      seed,
    )
  })
  test.each(seeds)('over a licence, seed %i', (seed) => {
    cast = licensing()
    const form = [applied, renewal, change][seed % 3] ?? applied
    walk(
      hazchemLicence,
      playing(hazchemLicence, actor('mao'), form, at),
      licenceSamples,
      'site-check-passed',
      seed,
    )
    cast = hazardPeople()
  })
  test.each(seeds)('over a project, seed %i', (seed) => {
    cast = licensing()
    walk(
      threeSimultaneities,
      playing(threeSimultaneities, actor('mao'), seed % 2 ? hazchem : mine, at),
      projectSamples,
      'site-check-passed',
      seed,
    )
    cast = hazardPeople()
  })
})
