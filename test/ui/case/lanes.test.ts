// Do the lanes of clocks tell a period of minutes by the minute, and one of days by the day?
import { expect, test } from 'vitest'
import { alarmEpisode } from '../../../domain/alarm-episode/process.ts'
import type { ClockView } from '../../../domain/views/case-views.ts'
import { clockViews } from '../../../domain/views/clock-view.ts'
import { lanesOf, scaleOf } from '../../../ui/clock/lanes.ts'
import { showEnd, showEscalationLevel } from '../../../ui/screen/time.ts'
import { raising } from '../../alarm-episode/playing.ts'
import { gas, start } from '../../alarm-episode/samples.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'

const [clock] = clockViews(
  alarmEpisode,
  raising(gas).record(),
  decisionContextAt(start),
  'internal',
) as [ClockView]
const ofDays = {
  startedAt: '2026-03-02T01:00:00.000Z',
  due: '2026-03-10',
  dueAt: '2026-03-10T16:00:00.000Z',
}

test('the escalation policy of an alarm by the minute', () => {
  const now = Date.parse(start)
  const [lane] = lanesOf([clock], scaleOf([clock], now, 800), now)
  expect(lane?.marks.map(({ label }) => label.slice(-5))).toEqual(['09:01', '09:03', '09:10'])
  expect(showEnd(clock)).toMatch(/09:01$/)
})

test('periods of days by the day', () => {
  expect([showEnd(ofDays), showEscalationLevel(ofDays, ofDays.dueAt)].join()).not.toContain(':')
})
