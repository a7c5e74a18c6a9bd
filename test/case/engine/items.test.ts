// Do the many things of one case live each by its own chart, task and clock, in one record and one chain?
import { describe, expect, test } from 'vitest'
import { agenda } from '../../../domain/engine/clocks/escalation-policy.ts'
import { isStale, judge, materialOf } from '../../../domain/engine/judging/judge.ts'
import { workedOff } from '../../../domain/engine/judging/worked-off.ts'
import type { OpenTask } from '../../../domain/model/record.ts'
import { acts } from '../../../domain/views/acts.ts'
import { actor } from '../../support/people/cast.ts'
import { slips as process } from '../../support/processes/slips.ts'
import { lookedUpIn } from '../../support/processes/task-operations.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'
import { playing, refusal } from '../acting.ts'

const [lin, wu, chief] = [actor('lin'), actor('wu'), actor('chen')]
const at = '2026-03-02T01:00:00.000Z'
const until = '2026-03-02T02:00:00.000Z'

const opened = () => playing(process, lin, { region: '330802', date: '2026-03-10' }, at)
const withSlips = (...to: string[]) => {
  const play = opened()
  for (const one of to) play.act(lin, 'hand-out', { to: one, until })
  return play
}
type Play = ReturnType<typeof opened>
const slipTasks = (play: Play): OpenTask[] =>
  Object.values(play.record().openTasks).filter(({ task }) => task === 'slip')
const stamp = (play: Play, nth: number, by = lin) =>
  play.act(by, 'stamp', { note: `第${nth}` }, { taskId: slipTasks(play)[nth]?.id ?? '' })

describe('an item', () => {
  test('opened by an event has a task for whom its form names, a period of its own and a number', () => {
    const play = withSlips('counters', 'chiefs')
    expect(slipTasks(play).map(({ groups, item }) => [groups, item])).toEqual([
      [['330802-bureau/inspector'], 2],
      [['330802-bureau/section-chief'], 3],
    ])
    expect(Object.values(play.record().items ?? {}).map(({ no, nth }) => [no, nth])).toEqual([
      [2, 1],
      [3, 2],
    ])
    const periods = play.record().obligations.filter(({ clock }) => clock === 'slip')
    expect(periods.map(({ id, item, dueAt }) => [id, item, dueAt])).toEqual([
      ['slip:2', 2, until],
      ['slip:3', 3, until],
    ])
    const told = play.effects.filter(({ about }) => about === 'hand-out')
    expect(told.map((one) => 'groups' in one && one.groups)).toEqual([
      ['330802-bureau/inspector'],
      ['330802-bureau/section-chief'],
    ])
  })

  test('ended takes only its own task and period along, and the case stands where it stood', () => {
    const play = withSlips('counters', 'counters')
    const before = play.record()
    stamp(play, 0)
    const { items, obligations, snapshot, openTasks } = play.record()
    expect(Object.keys(items ?? {})).toEqual(['3'])
    expect(snapshot).toEqual(before.snapshot)
    expect(Object.values(openTasks).map(({ task, item }) => [task, item ?? null])).toEqual(
      expect.arrayContaining([
        ['count', null],
        ['slip', 3],
      ]),
    )
    expect(Object.keys(openTasks)).toHaveLength(2)
    expect(obligations.map(({ id }) => id)).toEqual(['count:1', 'slip:3'])
    expect(play.facts.at(-1)).toMatchObject({ type: 'stamp', data: { item: 2, note: '第0' } })
  })

  test('late moves by its own clock, and nothing else does', () => {
    const play = withSlips('counters', 'chiefs')
    stamp(play, 0)
    expect(agenda(play.record()).map(({ obligation }) => obligation)).toContain('slip:3')
    play.to('2026-03-02T02:00:00.000Z')
    const { items } = play.record()
    expect(items?.[3]?.snapshot.context).toMatchObject({ late: true })
    expect(play.facts.filter(({ type }) => type === 'slip-late').map(({ data }) => data)).toEqual([
      { item: 3, itemKind: 'slip', itemNth: 2 },
    ])
    const escalations = play.facts.filter(({ type }) => type === 'escalation')
    expect(escalations.map(({ data }) => [data.obligation, data.item])).toEqual([['slip:3', 3]])
  })

  test('is worked with the verbs of every task, by those who were named', () => {
    const play = withSlips('chiefs')
    const [task] = slipTasks(play)
    const taskId = task?.id ?? ''
    expect(refusal(() => play.act(lin, 'stamp', {}, { taskId })).code).toBe('not-allowed')
    play.act(chief, 'claim', {}, { taskId })
    expect(play.record().openTasks[taskId]).toMatchObject({ item: 2, assignee: { id: 'chen' } })
    expect(workedOff(process, play.record(), chief, { type: 'stamp', data: {}, taskId })).toBe(
      taskId,
    )
    play.act(chief, 'stamp', {}, { taskId })
    expect(slipTasks(play)).toEqual([])
  })

  test('is named by its task alone: without one its acts are none of the case, and after its end nobody’s', () => {
    const play = withSlips('counters')
    const [task] = slipTasks(play)
    expect(refusal(() => play.act(lin, 'stamp')).code).toBe('unknown-act')
    stamp(play, 0)
    expect(refusal(() => play.act(lin, 'stamp', {}, { taskId: task?.id ?? '' })).code).toBe(
      'task-not-open',
    )
    expect(refusal(() => play.act(lin, 'finish', {}, { taskId: task?.id ?? '' })).code).toBe(
      'task-not-open',
    )
  })

  test('is changed for nobody who looks at another one', () => {
    const play = withSlips('counters', 'counters')
    const seen = materialOf(play.record())
    const [, second] = slipTasks(play)
    stamp(play, 0)
    const act = (task: OpenTask | undefined) => ({
      type: 'stamp',
      data: {},
      taskId: task?.id ?? null,
    })
    expect(isStale(process, play.record(), act(second), seen, lin)).toBe(false)
    play.act(wu, 'hand-out', { to: 'counters', until })
    expect(isStale(process, play.record(), act(second), seen, lin)).toBe(false)
    const finishing = { type: 'finish', data: {}, taskId: null }
    expect(isStale(process, play.record(), finishing, seen, lin)).toBe(false)
    const claimed = Object.values(play.record().openTasks).find(({ task }) => task === 'count')
    const asking = { to: 'wu', position: 'before', reason: '请把关' }
    play.act(lin, 'add-signer', asking, {
      taskId: claimed?.id ?? '',
      lookedUp: lookedUpIn([wu], asking),
    })
    expect(isStale(process, play.record(), finishing, seen, lin)).toBe(true)
    const another = { type: 'hand-out', data: {}, taskId: null }
    expect(isStale(process, play.record(), another, seen, lin)).toBe(false)
  })

  test('that is refused says why, and changes nothing', () => {
    const play = withSlips('counters')
    const [task] = slipTasks(play)
    const verdict = judge(
      process,
      play.record(),
      lin,
      { type: 'stamp', data: { note: 7 }, taskId: task?.id ?? '' },
      decisionContextAt(at),
    )
    expect(verdict).toMatchObject({ allowed: false, code: 'invalid-input' })
  })
})

describe('the case', () => {
  test('knows in its rules how many are open', () => {
    const play = withSlips('counters')
    expect(refusal(() => play.act(lin, 'finish')).words).toBe('还有纸条未收回')
    play.act(lin, 'recall', {}, { taskId: slipTasks(play)[0]?.id ?? '' })
    play.act(lin, 'finish')
    expect(play.record().status).toBe('closed')
  })

  test('that ends takes all of them along', () => {
    const play = withSlips('counters', 'chiefs')
    play.act(lin, 'drop')
    expect(play.record()).toMatchObject({ status: 'closed', items: {}, openTasks: {} })
    expect(agenda(play.record())).toEqual([])
  })

  test('takes no more than its kind allows', () => {
    const play = withSlips('counters', 'counters', 'counters', 'counters', 'counters')
    stamp(play, 0)
    expect(refusal(() => play.act(lin, 'hand-out', { to: 'counters', until })).words).toBe(
      '纸条已达上限5件',
    )
  })

  test('does not give back what has handed one out, nor what stood before one moved', () => {
    const play = withSlips('counters')
    expect(refusal(() => play.act(lin, 'take-back', { reason: '误' })).code).not.toBe('none')
    stamp(play, 0)
    expect(refusal(() => play.act(lin, 'take-back', { reason: '误' })).code).not.toBe('none')
  })

  test('keeps them through events of its own', () => {
    const play = withSlips('counters')
    const [task] = slipTasks(play)
    play.act(lin, 'claim', {}, { taskId: task?.id ?? '' })
    play.act(lin, 'hand-out', { to: 'chiefs', until })
    expect(slipTasks(play).map(({ item, assignee }) => [item, assignee?.id ?? null])).toEqual([
      [2, 'lin'],
      [4, null],
    ])
  })
})

describe('what is offered', () => {
  const offered = (play: Play, who: string) =>
    acts(process, play.record(), actor(who), decisionContextAt(at))
      .filter(({ allowed, kind }) => allowed && kind === 'event')
      .map(({ type, taskId, usual }) => [type, taskId, usual ?? false])

  test('of items are the acts of those who are to work them, each with its task; the usual one is marked', () => {
    const play = withSlips('counters', 'chiefs')
    const [mine, theirs] = slipTasks(play)
    expect(offered(play, 'lin')).toEqual(
      expect.arrayContaining([
        ['stamp', mine?.id, true],
        ['recall', mine?.id, false],
      ]),
    )
    expect(offered(play, 'lin').filter(([, taskId]) => taskId === theirs?.id)).toEqual([])
    expect(offered(play, 'chen')).toEqual([['stamp', theirs?.id, true]])
  })
})
