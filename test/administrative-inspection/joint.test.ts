// 联合检查: does each bureau that joins a visit come with officers of its own and write its part of the one record?
import { describe, expect, test } from 'vitest'
import { bureauName, joiningAt } from '../../domain/administrative-inspection/joint/bureaus.ts'
import { administrativeInspection } from '../../domain/administrative-inspection/process.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import type { OfficeKind } from '../../domain/organisation/offices.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import { begun, day, matter, sample, visiting } from './samples.ts'

const inspectorOf = (office: OfficeKind): Person => ({
  kind: 'person',
  id: office,
  name: office,
  enterprise: null,
  appointments: [{ office: `330800-${office}`, role: 'inspector', region: '330800' }],
})
const [fire, transport, lin, chen] = [
  inspectorOf('fire'),
  inspectorOf('transport'),
  actor('lin'),
  actor('chen'),
]
const certificates = ['消执001', '消执002']
const bureau = 'city-fire/inspector'
const invited = () => {
  const play = visiting(matter, day, ...begun)
  play.act(lin, 'invite-bureau', { bureau, matters: '消防设施' })
  return play
}
type Play = ReturnType<typeof invited>
const taskOf = (play: Play): string =>
  Object.values(play.record().openTasks).find(({ task }) => task === 'join-visit')?.id ?? ''
const joined = (play: Play) => {
  const taskId = taskOf(play)
  play.act(fire, 'accept-visit', { certificates }, { taskId })
  play.act(fire, 'record-part', { partFindings: '消火栓无水', certificates }, { taskId })
}
const records = (play: Play, more: object = {}) =>
  play.act(lin, 'record-inspection', { ...sample('record-inspection', 2), ...more })

describe('a bureau that is asked', () => {
  test('names two officers at least and writes its part; nobody else does it for it', () => {
    const play = invited()
    const taskId = taskOf(play)
    for (const other of [transport, lin])
      expect(
        refusal(() => play.act(other, 'accept-visit', { certificates }, { taskId })).code,
      ).toBe('not-allowed')
    const alone = { certificates: ['消执001'] }
    expect(refusal(() => play.act(fire, 'accept-visit', alone, { taskId })).words).toContain(
      '不得少于两人',
    )
    joined(play)
    expect(play.context()).toMatchObject({
      joined: [{ bureau, state: 'recorded', certificates, said: '消火栓无水' }],
    })
    expect(play.record().items).toEqual({})
  })

  test('is asked once at a time, and again after it has declined', () => {
    const play = invited()
    const again = () => play.act(chen, 'invite-bureau', { bureau, matters: '消防设施' })
    expect(refusal(again).words).toContain('已受邀')
    play.act(fire, 'decline-visit', { reason: '人员不足' }, { taskId: taskOf(play) })
    again()
    play.act(lin, 'withdraw-invitation', { reason: '改期' }, { taskId: taskOf(play) })
    expect(play.context()).toMatchObject({
      joined: [{ state: 'declined' }, { state: 'withdrawn' }],
    })
  })
})

test('the bureau that leads the visit invites others, and not itself', () => {
  const own = { bureau: 'county-enforcement/inspector', matters: '全部' }
  const play = visiting(matter, day, ...begun)
  expect(refusal(() => play.act(lin, 'invite-bureau', own)).words).toContain('参加机关')
  const inCity = visiting({ ...matter, region: '330800' }, day)
  const bureaus = administrativeInspection.events['invite-bureau']
    ?.fieldsFor?.(inCity.record())
    .find(({ name }) => name === 'bureau')?.choices
  const [county, city] = [joiningAt('330802'), bureaus ?? {}].map((one) => Object.keys(one))
  expect(county?.filter((key) => !city?.includes(key))).toEqual(['city-enforcement/inspector'])
  for (const key of county ?? []) expect(bureauName(key).zh).toMatch(/^市/)
})

test('nobody writes of a visit that has not begun', () => {
  const play = visiting(matter, day, ['gao', 'approve-inspection'])
  play.act(lin, 'invite-bureau', { bureau, matters: '消防设施' })
  const taskId = taskOf(play)
  play.act(fire, 'accept-visit', { certificates }, { taskId })
  const part = { partFindings: '消火栓无水', certificates }
  expect(refusal(() => play.act(fire, 'record-part', part, { taskId })).words).toContain(
    '检查尚未开始',
  )
})

describe('the record', () => {
  test('waits for the parts of all, and its officers are not those of another bureau', () => {
    const play = invited()
    expect(refusal(() => records(play)).words).toContain('参加机关尚未填写检查情况')
    joined(play)
    expect(refusal(() => records(play, { certificates: ['浙执001', '消执001'] })).words).toContain(
      '参加机关的人员',
    )
    records(play)
    play.act(actor('wu'), 'sign', {})
    expect(play.record().snapshot.value).toBe('concluding')
  })

  test('of an inspection alone is made as before', () => {
    const play = visiting(matter, day, ...begun)
    records(play)
    play.act(actor('wu'), 'sign', {})
    expect(play.record().snapshot.value).toBe('concluding')
  })
})

describe('no officer comes for two', () => {
  const others = ['交执001', '交执002']
  const both = () => {
    const play = invited()
    play.act(lin, 'invite-bureau', { bureau: 'city-transport/inspector', matters: '装卸' })
    return play
  }
  const taskFor = (play: Play, office: string): string =>
    Object.values(play.record().openTasks).find(
      ({ task, groups }) => task === 'join-visit' && groups.some((one) => one.includes(office)),
    )?.id ?? ''

  test('a bureau names none whom another one has named, when it accepts and when it writes', () => {
    const play = both()
    const [huo, lu] = [taskFor(play, 'fire'), taskFor(play, 'transport')]
    const mixed = { certificates: ['交执001', '消执002'] }
    play.act(fire, 'accept-visit', { certificates }, { taskId: huo })
    expect(
      refusal(() => play.act(transport, 'accept-visit', mixed, { taskId: lu })).words,
    ).toContain('其他参加机关的人员')
    play.act(transport, 'accept-visit', { certificates: others }, { taskId: lu })
    const part = { partFindings: '装卸区无人值守', ...mixed }
    expect(refusal(() => play.act(transport, 'record-part', part, { taskId: lu })).words).toContain(
      '其他参加机关的人员',
    )
    const own = { partFindings: '消火栓无水', certificates }
    play.act(fire, 'record-part', own, { taskId: huo })
    expect(refusal(() => play.act(transport, 'record-part', part, { taskId: lu })).words).toContain(
      '其他参加机关的人员',
    )
    play.act(transport, 'record-part', { ...part, certificates: others }, { taskId: lu })
    records(play)
  })

  test('the leading bureau shows none at the door whom a joining one has named; whoever stays away is free again', () => {
    const play = visiting(matter, day, ['gao', 'approve-inspection'])
    play.act(lin, 'invite-bureau', { bureau, matters: '消防设施' })
    const taskId = taskOf(play)
    play.act(fire, 'accept-visit', { certificates }, { taskId })
    play.act(lin, 'issue-notice', sample('issue-notice'))
    const begins = () =>
      play.act(lin, 'begin-inspection', {
        ...sample('begin-inspection'),
        certificates: ['浙执001', '消执002'],
      })
    expect(refusal(begins).words).toContain('参加机关的人员')
    play.act(lin, 'withdraw-invitation', { reason: '改期' }, { taskId })
    begins()
  })
})
