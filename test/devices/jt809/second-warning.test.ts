// Does an alarm of a platform, which has no end, ring when it comes again?
import { expect, test } from 'vitest'
import { evaluate } from '../../../devices/alarms/evaluate.ts'
import { toldParameters } from '../../../devices/alarms/parameters.ts'
import { type AlarmState, atRest, type Input } from '../../../devices/alarms/state.ts'
import { kind, type Lower, later, lorry, signedIn, standing } from './lower.ts'

const warned = (lower: Lower, seconds: number, type: number) =>
  lower.send(
    0x1400,
    {
      vehicle: lorry,
      sub: 0x1402,
      values: {
        source: 2,
        type,
        time: Math.floor(later(seconds).getTime() / 1000),
        infoId: 1 + seconds,
        text: '',
      },
    },
    later(seconds),
  )

/** What one alarm says by its conditions, and by what a person does between them. */
const alarm = () => {
  let state: AlarmState = atRest(4)
  const parameters = toldParameters('position', 1, null, true)
  return (seconds: number, inputs: Input[]): string[] =>
    inputs.flatMap((input) => {
      const done = evaluate(state, input, parameters, later(seconds))
      state = done.state
      return done.events.map((event) => event.kind)
    })
}
const told = (output: ReturnType<typeof warned>): Input[] =>
  kind(output, 'condition').map((one) => ({ ...one, kind: 'told' }))
const robbery = 0x0a

test('a second robbery rings again while nobody has answered the first', () => {
  const [lower, hear] = [signedIn(), alarm()]
  expect(hear(0, told(warned(lower, 0, robbery)))).toEqual(['raised'])
  expect(hear(3_600, told(warned(lower, 3_600, robbery)))).toEqual(['rtn', 're-alarm'])
})

test('once the first is answered, the second is an alarm of its own', () => {
  const [lower, hear] = [signedIn(), alarm()]
  hear(0, told(warned(lower, 0, robbery)))
  hear(60, [{ kind: 'act', act: 'acknowledge', by: 'p1', side: 'city' }])
  expect(hear(3_600, told(warned(lower, 3_600, robbery)))).toEqual(['rtn', 'raised'])
})

test('the same once more changes nothing', () => {
  const [lower, hear] = [signedIn(), alarm()]
  const first = told(warned(lower, 0, robbery))
  hear(0, first)
  expect(hear(60, first)).toEqual([])
})

test('what the bits of a position tell as well is ended by them alone', () => {
  const output = warned(signedIn(), 0, 3)
  expect(standing(output)).toHaveLength(1)
  expect(kind(output, 'condition')).toHaveLength(1)
})
