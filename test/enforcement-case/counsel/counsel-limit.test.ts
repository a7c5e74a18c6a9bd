// Does no party have more than two counsels at a time (处罚法 64)?
import { expect, test } from 'vitest'
import { refusal } from '../../case/acting.ts'
import { author } from '../../support/people/cast.ts'
import type { Line } from '../../support/processes/lines.ts'
import { safetyOfficer } from '../parties/party-samples.ts'
import { day, investigated, matter, prosecuting, sample } from '../samples.ts'

type Play = ReturnType<typeof prosecuting>
const why = (play: Play, line: Line) => refusal(() => play.does(line)).words
const withdraws = (play: Play, kind: string) => {
  const item = Object.values(play.record().items ?? {}).find((one) => one.kind === kind)
  const task = Object.values(play.record().openTasks).find((one) => one.item === item?.no)
  play.act(author('lin'), `withdraw-${kind}`, sample(`withdraw-${kind}`), {
    taskId: task?.id ?? '',
  })
}

test('an enterprise has two counsels, and a third once one was withdrawn', () => {
  const named: Line = ['lin', 'name-enterprise-counsel']
  const play = prosecuting(matter, day, named, named)
  expect(why(play, named)).toContain('不得超过二人')
  expect(why(play, named)).toContain('第六十四条')
  withdraws(play, 'enterprise-counsel')
  play.does(named)
  expect(why(play, named)).toContain('第六十四条')
})

test('each person has two of its own, and a third once one was withdrawn', () => {
  const of = (represents: number): Line => [
    'lin',
    'name-party-counsel',
    { ...sample('name-party-counsel'), represents },
  ]
  const play = prosecuting(matter, day, ...investigated(), ['chen', 'approve-report'])
  play.does(['lin', 'name-party'], ['lin', 'name-party', safetyOfficer], of(1), of(1))
  expect(why(play, of(1))).toContain('第六十四条')
  play.does(of(2), of(2))
  expect(why(play, of(2))).toContain('第六十四条')
  withdraws(play, 'party-counsel')
  play.does(of(1))
  expect(why(play, of(1))).toContain('第六十四条')
})
