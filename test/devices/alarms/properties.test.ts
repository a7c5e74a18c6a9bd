// What holds for an alarm whatever is heard, in whatever order?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate } from '../../../devices/alarms/evaluate.ts'
import { letterOf } from '../../../devices/alarms/lifecycle.ts'
import {
  type AlarmEvent,
  type AlarmState,
  acts,
  atRest,
  type Input,
  isHidden,
  type Parameters,
  rankOf,
} from '../../../devices/alarms/state.ts'
import { deep } from '../../support/deep.ts'
import { after, at, gas, panel, tank } from './sensing.ts'

const runs = { numRuns: deep ? 300 : 75 }
type Step = { seconds: number; input: Input }

const flags = fc.subarray(['late', 'retx', 'synthetic'] as const, { maxLength: 1 })
const rarely = <T>(of: fc.Arbitrary<T>, otherwise: T) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(otherwise) }, { weight: 1, arbitrary: of })
const measured = fc.record({
  value: fc.integer({ min: 0, max: 100 }),
  quality: rarely(fc.constantFrom('bad', 'stale', 'manual', 'calib', 'over'), 'good'),
  flags: rarely(flags, []),
  back: rarely(fc.integer({ min: 1, max: 900 }), 0),
})
const told = fc.record({
  active: fc.boolean(),
  level: fc.constantFrom(1, 2, 3, 4),
  flags: rarely(flags, []),
  acked: rarely(fc.constant(true), undefined),
  shelved: rarely(fc.boolean(), undefined),
  suppressed: rarely(fc.boolean(), undefined),
})
const done = fc.record({
  act: fc.constantFrom(...acts),
  side: fc.constantFrom('city', 'enterprise', 'plant'),
  lasts: fc.integer({ min: 1, max: 4000 }),
})

/** Random hours of one alarm: what a sensor or a panel says, what people do, and time between. */
const hours = (side: Parameters['side']): fc.Arbitrary<Step[]> => {
  const sensed =
    side === 'told'
      ? told.map((one) => (seconds: number, n: number): Input => {
          const said = Object.fromEntries(Object.entries(one).filter(([, of]) => of !== undefined))
          return {
            kind: 'told',
            at: at(seconds),
            value: null,
            limit: null,
            text: '',
            event: `e${n}`,
            ...said,
          } as Input
        })
      : measured.map(
          ({ back, ...one }) =>
            (seconds: number): Input =>
              ({ kind: 'measured', at: at(seconds - back), ...one }) as Input,
        )
  const others = fc.oneof(
    done.map(
      ({ lasts, ...one }) =>
        (seconds: number): Input =>
          ({ kind: 'act', by: 'p', reason: '', until: at(seconds + lasts), ...one }) as Input,
    ),
    fc.boolean().map((good) => (): Input => ({ kind: 'trust', good })),
    fc.constant((): Input => ({ kind: 'time' })),
  )
  const making = fc.oneof({ weight: 4, arbitrary: sensed }, { weight: 1, arbitrary: others })
  return fc
    .array(fc.tuple(fc.integer({ min: 1, max: 90 }), making), { minLength: 1, maxLength: 40 })
    .map((steps) => {
      let seconds = 1_000
      return steps.map(([gap, make], n) => {
        seconds += gap
        return { seconds, input: make(seconds, n) }
      })
    })
}

const cases: [string, Parameters][] = [
  ['a tank', tank],
  ['gas', gas],
  ['a panel', { ...panel, latching: true }],
  [
    'oxygen',
    {
      ...gas,
      side: 'low',
      limits: [
        { limit: 60, level: 2 },
        { limit: 30, level: 1 },
      ],
    },
  ],
]

const follow = (
  parameters: Parameters,
  steps: Step[],
  each: (one: {
    before: AlarmState
    state: AlarmState
    events: AlarmEvent[]
    step: Step
    refused: unknown
  }) => void,
) => {
  let state = atRest(parameters.limits.length)
  for (const step of steps) {
    const before = state
    const {
      state: next,
      events,
      refused,
    } = evaluate(before, step.input, parameters, after(step.seconds))
    state = next
    each({ before, state, events, step, refused })
  }
  return state
}

test.each(cases)(
  '%s: however often time is asked in between, the result is the same',
  (_, parameters) => {
    fc.assert(
      fc.property(hours(parameters.side), fc.integer({ min: 1, max: 20 }), (steps, every) => {
        const heard: AlarmEvent[] = []
        const alone = follow(parameters, steps, ({ events }) => heard.push(...events))
        const ticked: Step[] = []
        let last = 1_000
        for (const step of steps) {
          for (; last < step.seconds; last += every)
            ticked.push({ seconds: last, input: { kind: 'time' } })
          ticked.push(step)
        }
        const heardTicked: AlarmEvent[] = []
        expect(follow(parameters, ticked, ({ events }) => heardTicked.push(...events))).toEqual(
          alone,
        )
        expect(heardTicked).toEqual(heard)
      }),
      runs,
    )
  },
)

test.each(cases)('%s: what is sent again changes nothing', (_, parameters) => {
  fc.assert(
    fc.property(hours(parameters.side), (steps) => {
      const sensed = (input: Input) => input.kind === 'measured' || input.kind === 'told'
      const twice = steps.flatMap((step) => (sensed(step.input) ? [step, step] : [step]))
      const heard: AlarmEvent[] = []
      const once = follow(parameters, steps, ({ events }) => heard.push(...events))
      const heardTwice: AlarmEvent[] = []
      expect(follow(parameters, twice, ({ events }) => heardTwice.push(...events))).toEqual(once)
      expect(heardTwice).toEqual(heard)
    }),
    runs,
  )
})

test.each(cases)(
  '%s: shelving, suppressing and taking out never change what is evaluated, only who hears of it',
  (_, parameters) => {
    fc.assert(
      fc.property(hours(parameters.side), (steps) => {
        const hiding = (input: Input): boolean =>
          input.kind === 'act' &&
          ['shelve', 'unshelve', 'suppress', 'unsuppress', 'take-out', 'put-back'].includes(
            input.act,
          )
        const bare = steps.map(({ seconds, input }) => {
          if (hiding(input)) return { seconds, input: { kind: 'time' } as Input }
          if (input.kind !== 'told') return { seconds, input }
          const { shelved: _, suppressed: __, ...bareInput } = input
          return { seconds, input: bareInput }
        })
        const bits: unknown[] = []
        follow(parameters, steps, ({ state }) => bits.push(state.bits))
        const bareBits: unknown[] = []
        follow(parameters, bare, ({ state }) => bareBits.push(state.bits))
        expect(bits).toEqual(bareBits)
      }),
      runs,
    )
  },
)

test.each(cases)(
  '%s: late data raises and ends nothing; nothing changes while nothing good is known',
  (_, parameters) => {
    fc.assert(
      fc.property(hours(parameters.side), (steps) => {
        follow(parameters, steps, ({ before, state, step: { input, seconds } }) => {
          const untouched = evaluate(before, { kind: 'time' }, parameters, after(seconds)).state
          const late =
            (input.kind === 'measured' || input.kind === 'told') &&
            input.flags.some(
              (flag) => flag === 'late' || (flag === 'retx' && input.kind === 'measured'),
            )
          if (late) expect(state).toEqual(untouched)
          const blind = input.kind === 'measured' && !['good', 'over'].includes(input.quality)
          if (blind)
            expect([state.episode?.active, rankOf(state)]).toEqual([
              untouched.episode?.active,
              rankOf(untouched),
            ])
        })
      }),
      runs,
    )
  },
)

test.each(cases)(
  '%s: every episode begins with a raise and ends once, acknowledged or never told; a latch ends by a reset only',
  (_, parameters) => {
    fc.assert(
      fc.property(hours(parameters.side), (steps) => {
        let open = false
        let latched = false
        follow(parameters, steps, ({ state, events }) => {
          for (const { kind, after: episode, outward } of events) {
            expect(kind === 'raised').toBe(!open)
            open = !episode.closed
            if (latched && !episode.latched) expect(['reset', 're-alarm', 'raised']).toContain(kind)
            latched = episode.latched
            if (episode.closed) expect(episode.acked || !episode.told).toBe(true)
            if (episode.closed) expect(episode.active || episode.latched).toBe(false)
            if (outward) expect(episode.told).toBe(true)
          }
          expect(open).toBe(state.episode !== null)
          if (state.episode) expect(state.episode.active).toBe(rankOf(state) > 0)
          else expect(rankOf(state)).toBe(0)
          expect(['G', 'H', 'I'].includes(letterOf(state))).toBe(isHidden(state))
        })
      }),
      runs,
    )
  },
)

test.each(cases)(
  '%s: nobody is told while it is hidden, but that something told before is over',
  (_, parameters) => {
    fc.assert(
      fc.property(hours(parameters.side), (steps) => {
        follow(parameters, steps, ({ state, events }) => {
          if (!isHidden(state)) return
          const last = events.at(-1)
          if (last && ['raised', 're-alarm', 'escalated'].includes(last.kind))
            expect(last.outward).toBe(false)
        })
      }),
      runs,
    )
  },
)
