// Whatever anybody tries in a penalty case, with persons beside the enterprise, things seized and remedies sought: does the law hold?
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import { agenda } from '../../../domain/engine/clocks/escalation-policy.ts'
import { partOf } from '../../../domain/engine/items/parts.ts'
import { DomainError } from '../../../domain/language/errors.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import type { Person } from '../../../domain/organisation/actor.ts'
import { isMember } from '../../../domain/tasks/assignment.ts'
import { later } from '../../../domain/time/instant.ts'
import { playing } from '../../case/acting.ts'
import { type Dice, dice, oneOf } from '../../support/dice.ts'
import { actor, author } from '../../support/people/cast.ts'
import type { Line } from '../../support/processes/lines.ts'
import { withShortStacks } from '../../support/short-stacks.ts'
import type { Samples } from '../../support/walks/walk.ts'
import { firstPaid, lastPaid, reduced } from '../agreements/agreement-samples.ts'
import {
  day,
  decided,
  demanded,
  investigated,
  matter,
  noticed,
  prosecuting,
  prosecutors,
  sample,
  samples,
  scene,
} from '../samples.ts'
import { brokenIn, type Fact, openedOn } from './broken.ts'

/** Many more at night: `npm run test:deep`. */
const walks = Number(process.env.ANJIAN_WALKS ?? 2_000)
const steps = 40

/** What the law forbids is tried as often as what it allows. */
const [report] = samples['conclude-investigation'] ?? []
const [decision] = samples['decide-penalty'] ?? []
const [evidence] = samples['record-evidence'] ?? []
const minor = ['minor', 'corrected', 'no-harm']
const tried: Samples = {
  ...samples,
  'record-evidence': [
    ...(samples['record-evidence'] ?? []),
    { ...evidence, certificates: ['浙执001'] },
    { ...evidence, certificates: ['浙执001', '浙执001'] },
  ],
  'conclude-investigation': [
    ...(samples['conclude-investigation'] ?? []),
    { ...report, actEnded: '2023-02-27' },
    { ...report, actEnded: '2020-02-27', circumstances: ['serious-harm'] },
    { ...report, circumstances: minor },
  ],
  'record-instalment': [...(samples['record-instalment'] ?? []), firstPaid],
  'record-payment': [...(samples['record-payment'] ?? []), lastPaid],
  'propose-agreement': [
    ...(samples['propose-agreement'] ?? []),
    { ...reduced, waived: 25_000 },
    { ...reduced, stages: [{ until: '2026-05-29', fine: 15_000, surcharge: 5_000 }] },
  ],
  'decide-penalty': [
    ...(samples['decide-penalty'] ?? []),
    { ...decision, fine: 20_001 },
    { ...decision, fine: 60_000 },
  ],
}

/** Some hold the posts of others too: that they may is no reason why they should. */
const holding = (who: string, ...more: string[]): Person => ({
  ...actor(who),
  appointments: [who, ...more].flatMap((one) => actor(one).appointments),
})
const people = [...prosecutors(), holding('lin', 'fa', 'chen', 'gao'), holding('wu', 'fa', 'gao')]
const leaving = new Set([
  'withdraw-case',
  'refuse-filing',
  'drop-party',
  'drop-measure',
  'drop-agreement',
])

type Begun = { record: CaseRecord; facts: Fact[]; at: string }
const after = (form: Record<string, unknown>, ...lines: Line[]): Begun => {
  const play = prosecuting(form, day, ...lines)
  return { record: play.record(), facts: play.facts as Fact[], at: `${day}T01:00:00.000Z` }
}
/** The day of the hearing has come. */
const hearing = (): Begun => {
  const on = '2026-03-20'
  const lines: Line[] = [
    ['mao', 'request-hearing'],
    ['fa', 'notify-hearing'],
    ['until', on],
  ]
  return { ...after(matter, ...noticed(1), ...lines), at: `${on}T02:00:00.000Z` }
}
const late = (...lines: Line[]): Begun => ({
  ...after(matter, ...decided, ...demanded, ...lines),
  at: '2026-04-02T01:00:00.000Z',
})
/** A person beside the enterprise was told and has waived what he may say. */
const personHeard = (): Begun => {
  const lines: Line[] = [...investigated(1), ['chen', 'approve-report'], ['lin', 'name-party']]
  const play = prosecuting(matter, day, ...lines)
  for (const type of ['notify-party', 'serve-party-notice', 'waive-party-rights']) {
    const task = Object.values(play.record().openTasks).find(({ item }) => item !== undefined)
    play.act(author('lin'), type, sample(type) ?? {}, { taskId: task?.id ?? '' })
  }
  return { record: play.record(), facts: play.facts as Fact[], at: `${day}T01:00:00.000Z` }
}
/** An agreement is proposed, or runs: its stages are still to come. */
const agreed = (...acts: [who: string, type: string][]): Begun => {
  const play = prosecuting(matter, day, ...decided, ...demanded, ['lin', 'propose-agreement'])
  for (const [who, type] of acts) {
    const task = Object.values(play.record().openTasks).find(({ item }) => item !== undefined)
    play.act(author(who), type, sample(type) ?? {}, { taskId: task?.id ?? '' })
  }
  return {
    record: play.record(),
    facts: play.facts as Fact[],
    at: '2026-04-02T02:00:00.000Z',
  }
}
const withPolice: Line[] = [
  ...investigated(6),
  ['chen', 'approve-report'],
  ['gao', 'decide-transfer'],
  ['lin', 'hand-over-police'],
]
/** A walk from the first day seldom comes to its last. */
const starts: Begun[] = [
  after(matter),
  after(scene),
  after(matter, ...investigated(1), ['chen', 'approve-report'], ['lin', 'name-party']),
  after(matter, ...investigated(4), ['chen', 'approve-report'], ['lin', 'name-party']),
  personHeard(),
  after(matter, ['gao', 'approve-filing'], ['lin', 'propose-measure']),
  after(matter, ...noticed()),
  after(matter, ...noticed(1), ['mao', 'request-hearing'], ['lin', 'name-party']),
  hearing(),
  after(matter, ...decided),
  after(matter, ...decided, ['fa', 'receive-remedy']),
  late(),
  agreed(),
  agreed(['gao', 'approve-agreement'], ['lin', 'conclude-agreement']),
  after(matter, ...investigated(6), ['chen', 'approve-report'], ['gao', 'decide-transfer']),
  after(matter, ...withPolice),
  after(matter, ...withPolice, ['lin', 'record-police-filed']),
  after(
    matter,
    ...withPolice,
    ['lin', 'record-police-filed'],
    ['lin', 'record-criminal-return', sample('record-criminal-return', 1)],
  ),
  after(matter, ...decided, ['gao', 'transfer-punished'], ['lin', 'hand-over-police']),
]

type Play = ReturnType<typeof playing>

const known = new Map<string, string[]>()
/** What the chart takes in the state of a task. */
const actsFrom = (process: ProcessDefinition, state: string): string[] => {
  const id = `${process.machine.id}.${state}`
  const acts = known.get(id) ?? Object.keys(process.machine.getStateNodeById(id).config.on ?? {})
  known.set(id, acts)
  return acts
}

/** What a post may do beside its tasks, whenever the chart takes it. */
const beside = Object.entries(enforcementCase.events).flatMap(([type, { by }]) =>
  Array.isArray(by) && type in tried ? [type] : [],
)

const tries = (roll: Dice, play: Play, by: Person, type: string, taskId?: string): void => {
  const form = oneOf(roll, tried[type] ?? [{}]) ?? {}
  try {
    play.act(by, type, form, taskId === undefined ? {} : { taskId })
  } catch (error) {
    // Most of it is refused.
    if (!(error instanceof DomainError)) throw error
  }
}

/** Mostly an act that the case waits for and somebody whose task it is; sometimes anybody, anything; sometimes time passes. */
const step = (roll: Dice, play: Play, now: string): string => {
  const record = play.record()
  if (roll(6) === 0) {
    const due = agenda(record)[0]?.at
    const days = later(now, (1 + roll(9)) * 86_400_000)
    const then = due && due > now && roll(2) === 0 ? later(due, 3_600_000) : days
    play.to(then)
    return then
  }
  const at = later(now, 60_000)
  play.to(at)
  const task = oneOf(roll, Object.values(play.record().openTasks))
  if (!task || roll(8) === 0) {
    for (const by of people) tries(roll, play, by, String(oneOf(roll, beside)))
    return at
  }
  const part = partOf(enforcementCase, play.record(), task.item)
  const possible = actsFrom(part.process, task.state)
  const kept = roll(8) > 0 ? possible.filter((type) => !leaving.has(type)) : possible
  const type = task.proposal && roll(3) > 0 ? 'sign' : String(oneOf(roll, kept))
  const near = people.filter((by) => isMember(task, by))
  const by = (roll(4) > 0 ? oneOf(roll, near) : undefined) ?? (oneOf(roll, people) as Person)
  tries(roll, play, by, type, task.id)
  return at
}

const walk = (seed: number): { wrong: string[]; did: string[] } => {
  const roll = dice(seed)
  const start = starts[roll(starts.length)] as Begun
  let now = start.at
  const play = playing(enforcementCase, actor('lin'), {}, now, start.record)
  for (let turn = 0; turn < steps && play.record().status === 'open'; turn += 1)
    now = step(roll, play, now)
  const facts = [...start.facts, ...(play.facts as Fact[])]
  const broken = brokenIn(facts, { record: play.record(), opened: openedOn(play.record()), now })
  const did = play.facts.map(({ type }) => type)
  return { wrong: broken.map((what) => `seed ${seed}: ${what} after ${did.join(' ')}`), did }
}

/** Where walks come to; else they would prove nothing. */
const reached = [
  'decide-penalty',
  'punish-on-the-spot',
  'decide-party-penalty',
  'close-hearing',
  'give-legal-opinion',
  'record-payment',
  'issue-demand',
  'carry-out-measure',
  'receive-remedy',
  'record-annulment',
  'record-police-refusal',
  'ask-reconsideration',
  'accept-police-refusal',
  'record-criminal-return',
  'approve-transfer-closing',
  'conclude-agreement',
  'break-agreement',
]

test(`promise (law): ${walks} walks over parties, measures and remedies break nothing that the law holds`, {
  timeout: 7_200_000,
}, async () => {
  const wrong: string[] = []
  const counted = new Map<string, number>()
  for (let seed = 1; seed <= walks && wrong.length < 3; seed += 1) {
    const found = withShortStacks(() => walk(seed))
    wrong.push(...found.wrong)
    for (const type of found.did) counted.set(type, (counted.get(type) ?? 0) + 1)
    // A long run answers whoever asks in between whether it is still there.
    if (seed % 500 === 0) await setImmediate()
  }
  expect(wrong).toEqual([])
  for (const type of reached) expect([type, (counted.get(type) ?? 0) > 4]).toEqual([type, true])
})
