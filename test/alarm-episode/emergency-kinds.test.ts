// What is an emergency called that an alarm has begun, whatever kind of alarm it is?
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { type AlarmKind, alarmKinds } from '../../domain/duty/kinds.ts'
import { kindWords } from '../../domain/emergency-response/event/kinds.ts'
import { emergencyResponse } from '../../domain/emergency-response/process.ts'
import { refusal } from '../case/acting.ts'
import { minute, raising } from './playing.ts'
import { raised, samples } from './samples.ts'

/** An overfilled tank leaks, what is too hot or under pressure bursts; of what only people can tell nobody knows yet. */
const called: Record<AlarmKind, keyof typeof kindWords> = {
  level: 'leak',
  pressure: 'explosion',
  temperature: 'explosion',
  flow: 'other',
  gas: 'leak',
  fire: 'fire',
  pollution: 'other',
  'water-level': 'other',
  position: 'traffic',
  trapped: 'lift',
  emergency: 'other',
  other: 'other',
}

it.each(Object.entries(called))(
  'an alarm of kind %s begins an emergency of kind %s',
  (kind, event) => {
    const play = raising({ ...raised, kind }, ['dan', 'acknowledge'], ['dan', 'start-emergency'])
    const opening = play.effects.find((one) => one.kind === 'case')
    expect(opening).toMatchObject({ process: 'emergency-response', data: { kind: event } })
    const data = opening?.kind === 'case' ? opening.data : {}
    expect(v.safeParse(emergencyResponse.start.schema, data).success).toBe(true)
  },
)

it('every kind of alarm is asked, and each has a kind of emergency that there is', () => {
  expect(Object.keys(called).sort()).toEqual(Object.keys(alarmKinds).sort())
  for (const { event } of Object.values(alarmKinds)) expect(Object.keys(kindWords)).toContain(event)
})

it('begins when it happened, which may be days after the alarm rose, and never later than now', () => {
  const play = raising(raised, ['dan', 'acknowledge'], ['wait', 5 * 24 * 60])
  const said = samples['start-emergency']?.[0]
  const happenedAt = minute(5 * 24 * 60 - 10)
  const form = (at: string) => ({ ...said, happenedAt: at })
  expect(
    refusal(() => play.does(['dan', 'start-emergency', form(minute(5 * 24 * 60 + 10))])).words,
  ).toContain('不得晚于现在')
  play.does(['dan', 'start-emergency', form(happenedAt)])
  expect(play.effects.find((one) => one.kind === 'case')).toMatchObject({ data: { happenedAt } })
})
