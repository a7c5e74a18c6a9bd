// Do orders stand up to acts that name the wrong thing: corrections, verbs of the case, an enterprise?
import { describe, expect, test } from 'vitest'
import { measure } from '../../domain/emergency-response/follow-up/measure.ts'
import { order } from '../../domain/emergency-response/orders/order.ts'
import { emergencyResponse } from '../../domain/emergency-response/process.ts'
import { judge } from '../../domain/engine/judging/judge.ts'
import { unmaskable } from '../../domain/engine/judging/unmask.ts'
import { migrated } from '../../domain/engine/migrate.ts'
import { reproject } from '../../domain/engine/reproject.ts'
import type { ItemDefinition, ProcessDefinition } from '../../domain/model/process.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { later } from '../../domain/time/instant.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import { decisionContextAt } from '../support/walks/walk.ts'
import { emergency } from './playing.ts'
import { called, reported, start } from './samples.ts'

const fireDuty: Person = {
  kind: 'person',
  id: 'fire',
  name: '消防值班',
  enterprise: null,
  appointments: [{ office: '330800-fire', role: 'duty-officer', region: '330800' }],
}
const [dan, gao, qi] = [actor('dan'), actor('gao'), actor('qi')]
const attack = {
  to: 'city-fire/duty-officer',
  task: '控制着火罐',
  finishBy: later(start, 3_600_000),
}

/** A response in which one order is out; `taskId`: its task. */
const ordered = () => {
  const play = emergency(reported, {}, ['dan', 'verify'], ['gao', 'start-response'])
  play.act(dan, 'give-order', attack)
  return { play, taskId: play.task('carry-out-order')?.id ?? '' }
}
const factOf = ({ facts }: ReturnType<typeof emergency>, type: string) => {
  const index = facts.findLastIndex((one) => one.type === type)
  const { data = {}, actor: by } = facts[index] ?? {}
  return { people: [], fact: { seq: index + 2, type, data, actor: by?.id ?? null, latest: true } }
}

describe('a correction', () => {
  test('of the case that names the task of an order is asked for, and carried out, on the case', () => {
    const { play, taskId } = ordered()
    const lookedUp = {
      people: [],
      fact: { seq: 1, type: 'report-emergency', data: reported, actor: 'dan', latest: true },
    }
    const data = { seq: 1, field: 'site', value: '四车间', reason: '笔误' }
    play.act(dan, 'request-correction', data, { lookedUp, taskId })
    expect(Object.keys(play.record().corrections)).toEqual(['1'])
    play.act(gao, 'approve-correction', { seq: 1 }, { lookedUp, taskId })
    expect(play.record().corrections).toEqual({})
    expect(play.record().data['report-emergency']).toMatchObject({ site: '四车间' })
  })

  test.each([
    ['give-order', 'finishBy', later(start, 7_200_000)],
    ['receive-order', 'note', '三车'],
  ])('of what has been said with an order is refused: %s', (type, field, value) => {
    const { play, taskId } = ordered()
    play.act(fireDuty, 'receive-order', { note: '两车' }, { taskId })
    const lookedUp = factOf(play, type)
    const ask = { seq: lookedUp.fact.seq, field, value, reason: '笔误' }
    const { code, words } = refusal(() => play.act(dan, 'request-correction', ask, { lookedUp }))
    expect([code, words]).toEqual(['not-possible-now', expect.stringContaining('收回')])
  })
})

test('an enterprise learns of no order, whatever it names', () => {
  const { play, taskId } = ordered()
  const answer = (id: string) =>
    judge(
      emergencyResponse,
      play.record(),
      qi,
      { type: 'urge', data: {}, taskId: id },
      decisionContextAt(start),
    )
  expect(answer(taskId)).toEqual(answer(`${taskId}9`))
})

test('who comes too late to an order learns that it is no longer open', () => {
  const { play, taskId } = ordered()
  play.act(fireDuty, 'finish-order', { result: '已扑灭' }, { taskId })
  const late = (id?: string) =>
    refusal(() => play.act(fireDuty, 'begin-order', {}, id ? { taskId: id } : {})).code
  expect([late(taskId), late()]).toEqual(['task-not-open', 'unknown-act'])
})

test('reckoned again, an order whose end has moved is written again with its task, and nothing else', () => {
  const { play, taskId } = ordered()
  const record = play.record()
  const obligations = record.obligations.map((one) =>
    one.clock === 'order-receipt' ? { ...one, calendar: 'old', dueAt: start } : one,
  )
  const before = { ...record, obligations }
  const draft = reproject(emergencyResponse, before, decisionContextAt(start), null)
  expect(draft?.items).toMatchObject([
    { item: { kind: 'order' }, dueAt: later(start, 300_000), endedAt: null, forms: {} },
  ])
  const written = Object.entries(draft?.record.openTasks ?? {}).filter(
    ([id, task]) => task !== before.openTasks[id],
  )
  expect(written.map(([id]) => id)).toEqual([taskId])
})

describe('a case with an order out does not come over to a chart', () => {
  const target = (items: ItemDefinition[]): ProcessDefinition => ({
    ...emergencyResponse,
    version: 2,
    items,
    migrations: [{ from: 1, move: ({ snapshot }) => ({ snapshot }) }],
  })
  const elsewhere = { ...order, machine: measure.machine }

  test.each([
    ['that has no orders', [measure]],
    ['whose orders are never so', [elsewhere, measure]],
  ])('%s', (_, items) => {
    expect(migrated(target(items), ordered().play.record())).toMatchObject({
      zh: expect.stringContaining('尚未办结'),
    })
  })

  test('but to one that has them it does', () => {
    expect(migrated(target([order, measure]), ordered().play.record())).toHaveProperty('snapshot')
  })
})

test('whoever has an order in his hands may not look at who has called', () => {
  const play = emergency(called, {}, ['dan', 'verify'], ['gao', 'start-response'])
  play.act(dan, 'give-order', attack)
  play.act(fireDuty, 'claim', {}, { taskId: play.task('carry-out-order')?.id ?? '' })
  expect(unmaskable(emergencyResponse, play.record(), fireDuty)).toEqual([])
})
