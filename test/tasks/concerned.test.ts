// Whose inboxes hear of a change: those of the case's own tasks always, those of one order only when it is that order?
import { expect, test } from 'vitest'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { concernedBy } from '../../domain/tasks/concerned.ts'
import { emergency } from '../emergency-response/playing.ts'
import { reported, start } from '../emergency-response/samples.ts'
import { actor } from '../support/people/cast.ts'

const fire: Person = {
  kind: 'person',
  id: 'fire',
  name: '消防值班',
  enterprise: null,
  appointments: [{ office: '330800-fire', role: 'duty-officer', region: '330800' }],
}
const [fireGroup, policeGroup] = ['330800-fire/duty-officer', '330800-police/duty-officer']
const commanding = '330802-bureau/commander'
const [dan, gao] = [actor('dan'), actor('gao')]

test('promise (emergencies): a unit hears of its own order and not of each other’s', () => {
  const play = emergency(reported, {}, ['dan', 'verify'], ['gao', 'start-response'])
  const after = (does: () => void): string[] => {
    const before = play.record()
    does()
    return concernedBy(before, play.record())
  }
  const order = (to: string) => () =>
    play.act(dan, 'give-order', { to: `city-${to}/duty-officer`, task: '警戒' })
  const taskOf = (group: string): string =>
    Object.values(play.record().openTasks).find(({ groups }) => groups.includes(group))?.id ?? ''
  const given = after(order('fire'))
  expect(given).toContain(fireGroup)
  expect(given).not.toContain(policeGroup)
  expect(given).toContain(commanding)
  const second = after(order('police'))
  expect(second).toContain(policeGroup)
  expect(second).not.toContain(fireGroup)
  const taskId = taskOf(fireGroup)
  expect(after(() => play.act(fire, 'receive-order', {}, { taskId }))).toContain(fireGroup)
  const noted = after(() => play.act(dan, 'note-event', { happenedAt: start, text: '消防到场' }))
  expect(noted).toContain(commanding)
  expect(noted).not.toContain(fireGroup)
  const ended = after(() => play.act(fire, 'finish-order', { result: '已扑灭' }, { taskId }))
  expect(ended).toContain(fireGroup)
  expect(
    after(() =>
      play.act(gao, 'recall-order', { reason: '已扑灭' }, { taskId: taskOf(policeGroup) }),
    ),
  ).toContain(policeGroup)
})

test('a case that opens concerns all its tasks, with signers and whoever had them', () => {
  const record = emergency(reported, {}).record()
  const [task] = Object.values(record.openTasks)
  if (!task) throw new Error('no task')
  expect(concernedBy(null, record)).toEqual(
    expect.arrayContaining(Object.values(record.openTasks).flatMap(({ groups }) => groups)),
  )
  const at = record.openedAt
  const signed: CaseRecord = {
    ...record,
    openTasks: {
      [task.id]: {
        ...task,
        assignee: { id: 'holder', name: '持' },
        copies: [{ id: 'copied', name: '抄' }],
        signatures: [{ person: 'signer', name: '签', at, opinion: null }],
        added: [
          { no: 1, who: 'added', kind: 'person', name: '加', position: 'before', by: 'gao', at },
        ],
        delegated: { from: { id: 'giver', name: '委' }, to: { id: 'taker', name: '受' }, at },
      },
    },
  }
  const people = ['holder', 'copied', 'signer', 'added', 'giver', 'taker']
  expect(concernedBy(record, signed)).toEqual(expect.arrayContaining(people))
  expect(concernedBy(signed, { ...record, openTasks: {} })).toEqual(expect.arrayContaining(people))
})
