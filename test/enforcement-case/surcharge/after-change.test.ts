// What is still demanded of an enterprise, and what is it told, once a remedy has changed its fine (强制法 54, 处罚法 67)?
import { expect, test } from 'vitest'
import { sample } from '../samples.ts'
import { changed, late, paysPart, returned, sought } from './paying.ts'

const told = ({ effects }: ReturnType<typeof late>): string[] =>
  effects.flatMap((one) => (one.kind === 'notice' ? [one.about] : []))

test('nobody is told of lateness where nothing is left to be paid', () => {
  const play = late()
  const on = '2026-02-05'
  play.does(['until', on], paysPart(on, 20_000), sought(on, on), changed(on, 15_000))
  // Neither is anybody asked to pay.
  expect(play.where('payment')).toBe('payment.settled')
  play.does(returned(on, 5_000), ['until', '2026-03-25'])
  expect(told(play)).not.toContain('payment-overdue')
  expect(play.where('compulsion')).toBe('compulsion.settled')
})

test('what is left of it falls due on the same day', () => {
  const play = late()
  const on = '2026-02-05'
  play.does(['until', on], paysPart(on, 20_000), sought(on, on), changed(on, 30_000))
  expect([play.due('payment'), play.where('payment')]).toEqual(['2026-02-14', 'payment.owed'])
  play.does(['until', '2026-02-16'])
  expect(play.where('compulsion')).toBe('compulsion.demanding')
})

test.each(['issued', 'served', 'over'])('what was demanded before is demanded anew: %s', (step) => {
  const play = late()
  const on = '2026-03-06'
  play.does(['until', on], ['lin', 'issue-demand'])
  const service = { ...sample('serve-demand'), servedOn: on }
  if (step !== 'issued') play.does(['lin', 'serve-demand', service])
  const then = step === 'over' ? '2026-03-25' : on
  play.does(['until', then], sought(then, then), changed(then, 20_000))
  expect([play.where('compulsion'), play.context().demandServedOn]).toEqual([
    'compulsion.demanding',
    null,
  ])
  expect(play.clock('demand')?.status).not.toBe('running')
})

test('upheld, what was demanded stands', () => {
  const play = late()
  const on = '2026-03-06'
  play.does(['until', on], ['lin', 'issue-demand'], sought(on, on))
  play.does(['fa', 'record-upheld', { outcome: 'upheld', decidedOn: on, grounds: '理由' }])
  expect(play.where('compulsion')).toBe('compulsion.serving-demand')
})
