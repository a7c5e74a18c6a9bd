// What does a workflow learn of its case after an act, and when is it to look again?
import { describe, expect, test } from 'vitest'
import { findableOf } from '../../commit/findable.ts'
import { nextWake } from '../../commit/next-wake.ts'
import { outlookOf, resultOf } from '../../commit/outlook.ts'
import { salted } from '../../commit/salted.ts'
import type { Outlook } from '../../db/cases/wakes.ts'
import { placeIn } from '../../domain/engine/clocks/jitter.ts'
import { begin } from '../../domain/engine/step.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord, Obligation } from '../../domain/model/record.ts'
import { later } from '../../domain/time/instant.ts'
import { processOfAlarms } from '../../domain/urgent.ts'
import { actor } from '../support/people/cast.ts'
import { counter } from '../support/processes/counter.ts'
import { decisionContextAt } from '../support/walks/walk.ts'

const now = '2026-03-01T01:00:00.000Z'
const midnight = '2026-03-10T16:00:00.000Z'
const begun = begin(
  counter,
  { id: 'c-1', number: '试1号' },
  {
    type: 'start',
    data: { region: '330802', date: '2026-03-10' },
    by: actor('lin'),
    at: now,
    signatures: [],
  },
  decisionContextAt(now),
)
const { record } = begun
const period = record.obligations[0]!
const withPeriods = (...them: Partial<Obligation>[]): CaseRecord => ({
  ...record,
  obligations: them.map((one) => ({ ...period, escalationLevels: [], ...one })),
})
const waiting = (notBefore: string) => ({ notBefore, revision: 1 })

describe('when a case looks at itself again', () => {
  test('is when something falls due, or when a notice has reached its place, whichever is first', () => {
    expect(nextWake([], record, now)).toBe(midnight)
    expect(nextWake([waiting('2026-03-05T00:00:00.000Z')], record, now)).toBe(
      '2026-03-05T00:00:00.000Z',
    )
    expect(nextWake([waiting('2026-03-11T00:00:00.000Z')], record, now)).toBe(midnight)
    const both = [waiting('2026-03-05T00:00:00.000Z')]
    expect(nextWake(both, { ...record, status: 'closed' }, now)).toBe('2026-03-05T00:00:00.000Z')
  })
  test('is not when something is to be carried out that may be carried out already', () => {
    const pending = [waiting(later(now, -1)), waiting(now), waiting(later(now, 1))]
    expect(nextWake(pending, { ...record, status: 'closed' }, now)).toBe(later(now, 1))
    expect(nextWake(pending.slice(0, 2), { ...record, status: 'closed' }, now)).toBe(null)
  })
  test('is its own place in the window, and never where it is closed', () => {
    expect(nextWake([], record, now, 600_000)).toBe(later(midnight, placeIn(600_000, record.id)))
    expect(nextWake([], { ...record, status: 'closed' }, now)).toBe(null)
    expect(nextWake([], withPeriods({ status: 'paused' }), now)).toBe(null)
  })
})

describe('the outlook', () => {
  const outlook = (more: Partial<CaseRecord> = {}, pending = [waiting(now)]) =>
    outlookOf(counter, { ...record, ...more }, { pending, now, windowMs: 0 })

  test('says how the case stands, without a title or a name', () => {
    expect(outlook()).toEqual({
      caseId: record.id,
      process: 'counter',
      life: 1,
      revision: 1,
      chart: 1,
      closed: false,
      state: 'counting',
      details: `**${record.number}** 计数中 · Counting\n\n期限 due: **2026-03-10**`,
      timerAt: midnight,
      effectsAt: now,
      urgent: false,
    })
    expect(outlook({ status: 'closed' }, [])).toMatchObject({
      closed: true,
      timerAt: null,
      effectsAt: null,
    })
    expect(outlook({ process: processOfAlarms }).urgent).toBe(true)
  })
  test('names the running period that ends first, and that its end is not decreed yet', () => {
    const periods = [
      { due: '2026-03-20', dueAt: '2026-03-20T16:00:00.000Z' },
      { due: '2026-03-15', dueAt: '2026-03-15T16:00:00.000Z', provisional: true },
      { due: '2026-03-12', dueAt: '2026-03-12T16:00:00.000Z', status: 'met' as const },
    ]
    for (const order of [periods, periods.toReversed()])
      expect(outlook(withPeriods(...order)).details).toContain(
        '期限 due: **2026-03-15**（暂估 provisional）',
      )
    expect(outlook(withPeriods()).details).toBe(`**${record.number}** 计数中 · Counting`)
  })
})

describe('as a workflow counts', () => {
  const known: Outlook = {
    ...outlookOf(counter, record, { pending: [], now, windowMs: 0 }),
    timerAt: later(now, 10),
  }
  const counted = (more: Partial<Outlook>) => {
    const { wakeInMs, effects } = resultOf({ ...known, ...more }, now)
    return [wakeInMs, effects]
  }
  test('it is woken by the timer, or by an effect that is not due by its clock', () => {
    expect(counted({})).toEqual([10, false])
    expect(counted({ effectsAt: later(now, 3) })).toEqual([3, false])
    expect(counted({ effectsAt: later(now, 30) })).toEqual([10, false])
    expect(counted({ timerAt: null, effectsAt: later(now, 3) })).toEqual([3, false])
    expect(counted({ timerAt: null })).toEqual([null, false])
  })
  test('an effect that is due is carried out, and is no reason to wake later', () => {
    expect(counted({ effectsAt: now })).toEqual([10, true])
    expect(counted({ effectsAt: later(now, -5), timerAt: null })).toEqual([null, true])
  })
  test('what should have rung already rings at once', () => {
    expect(counted({ timerAt: later(now, -5) })).toEqual([0, false])
  })
})

describe('what a case is found by', () => {
  const says: ProcessDefinition = {
    ...counter,
    start: {
      ...counter.start,
      fields: [
        { name: 'note', kind: 'long-text', words: { zh: '记', en: 'Note' }, required: false },
      ],
    },
  }
  const { facts } = begun
  const draft = { ...begun, facts: [{ ...facts[0]!, data: { ...facts[0]!.data, note: '防爆灯' } }] }

  test('is its head once, when it begins, and what its facts say at length, each under its number', () => {
    const found = findableOf(says, draft, '衢柯 试验')
    expect(found).toMatchObject([
      { seq: 0, at: record.openedAt, body: '', words: '衢柯 试验' },
      { seq: 1, at: now, body: expect.stringContaining('防爆灯') },
    ])
    expect(found[1]?.words).toBe(found[1]?.body)
    expect(findableOf(says, draft, null).map(({ seq }) => seq)).toEqual([1])
  })
  test('is numbered on from the facts that were there, and nothing where nothing is said', () => {
    const third = { ...draft, record: { ...record, facts: 4 }, facts: [facts[0]!, draft.facts[0]!] }
    expect(findableOf(says, third, null).map(({ seq }) => seq)).toEqual([4])
    expect(findableOf(counter, begun, null)).toEqual([])
  })
})

describe('a fact that holds a secret', () => {
  const secretive: ProcessDefinition = {
    ...counter,
    start: {
      ...counter.start,
      fields: [
        {
          name: 'contact',
          kind: 'text',
          words: { zh: '电', en: 'Contact' },
          required: false,
          confidential: true,
        },
      ],
    },
  }
  const [fact] = begun.facts
  const telling = { ...fact!, data: { ...fact!.data, contact: '13800001111' } }

  test('is hashed with bits of its own, each time others', () => {
    const twice = [1, 2].map(
      () => salted(secretive, { ...begun, facts: [telling] }).facts[0]?.data.salt,
    )
    for (const salt of twice) expect(salt).toMatch(/^[0-9a-f]{32}$/)
    expect(twice[0]).not.toBe(twice[1])
  })
  test('is the only one of its draft that is', () => {
    const { facts } = salted(secretive, { ...begun, facts: [fact!, telling] })
    expect(facts.map(({ data }) => 'salt' in data)).toEqual([false, true])
    const plain = { ...begun, facts: [fact!] }
    expect(salted(secretive, plain)).toBe(plain)
  })
})
