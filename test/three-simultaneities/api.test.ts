// Does a project go its whole way over HTTP, with supplement, experts, extension, return and change, and does everybody read only his own?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DocumentList } from '../../contract/documents/documents.ts'
import { civilDate } from '../../domain/time/instant.ts'
import { type Line, onSite, openProject, opined, refusal, servedOn } from './part.ts'
import { sample } from './playing.ts'
import { items } from './samples.ts'

let at: Awaited<ReturnType<typeof openProject>>
beforeAll(async () => {
  at = await openProject('2026-03-02T01:00:00.000Z')
}, 120_000)
afterAll(() => at?.close())

const state = async (id: string) => (await at.view(id, 'boss')).state.zh
/** By kind of what was decided: how and when each document was served. */
const servicesOf = async (id: string) =>
  (await at.people.boss.get<DocumentList>(`/api/cases/${id}/documents`)).items
    .filter(({ kind }) => ['pass-conditions', 'approve-design'].includes(kind))
    .map(({ kind, services }) => [
      kind,
      ...services.map(({ method, receiver, at }) => `${method.zh} ${receiver} ${civilDate(at)}`),
    ])
const on = (type: string, more: Record<string, unknown>) => ({ ...sample(type), ...more })

describe('the whole way of a hazardous chemicals project', () => {
  let id: string

  test('registered, its conditions are sent back once, supplied, passed and served', async () => {
    id = await at.registers('hazchem')
    await at.does(
      id,
      ['boss', 'apply-conditions'],
      ['clerk', 'require-supplement', on('require-supplement', { opinion: 'CANARY-意见' })],
    )
    const supplement = (await at.view(id, 'boss')).acts.find(({ type }) => type === 'supplement')
    expect(supplement?.fields).toMatchObject([{ name: 'answers', items }])
    await at.until('2026-03-05')
    await at.does(
      id,
      ['boss', 'supplement'],
      ['clerk', 'accept'],
      ...onSite,
      ...opined,
      ['leader', 'pass-conditions'],
      servedOn('2026-03-05'),
    )
    expect([await state(id), await at.due(id, 'opinion-validity', 'boss')]).toEqual([
      '请申请设计审查',
      '2028-03-06',
    ])
    expect(await servicesOf(id)).toEqual([['pass-conditions', '当面领取 毛总 2026-03-05']])
    await at.does(id, ['clerk', 'take-back', { reason: '送达回证不全' }])
    expect(await servicesOf(id)).toEqual([['pass-conditions']])
    await at.does(id, servedOn('2026-03-05'))
    expect(
      JSON.stringify([await at.view(id, 'boss'), await at.people.boss.timeline(id)]),
    ).not.toContain('CANARY')
  })

  test('the design: six working days of experts are not counted, and the leader extends it', async () => {
    await at.until('2026-03-06')
    await at.does(id, ['boss', 'apply-design'], ['clerk', 'accept'])
    expect(await at.due(id, 'hazchem-design-review', 'boss')).toBe('2026-04-03')
    await at.until('2026-03-09')
    const late = on('begin-expert-review', { toldOn: '2026-03-10' })
    expect(await refusal(() => at.people.first.act(id, 'begin-expert-review', late))).toContain(
      '第四十五条',
    )
    await at.does(id, [
      'first',
      'begin-expert-review',
      on('begin-expert-review', { toldOn: '2026-03-06', until: '2026-03-16' }),
    ])
    expect(await state(id)).toContain('不计入期限')
    await at.until('2026-03-16')
    await at.does(id, ['first', 'end-expert-review'])
    const review = await at.clock(id, 'hazchem-design-review', 'boss')
    expect([review?.due, review?.explanation.zh]).toEqual([
      '2026-04-14',
      expect.stringContaining('扣除6个工作日：专家评审'),
    ])
    expect(
      await refusal(() =>
        at.people.leader.act(id, 'extend-review', on('extend-review', { by: 11 })),
      ),
    ).not.toBe('done')
    await at.does(id, ['leader', 'extend-review'])
    expect(await at.due(id, 'hazchem-design-review', 'boss')).toBe('2026-04-28')
  })

  test('the leader returns it to the reviewers; with their new opinion it is approved and served', async () => {
    await at.does(id, ['first', 'waive-site-check'], ...opined)
    await at.does(id, [
      'leader',
      'return',
      { to: 'handling.design.reviewing.opining', reason: '补充泄放计算' },
    ])
    expect((await at.view(id)).state.zh).toContain('待提出审查意见')
    expect(await at.due(id, 'hazchem-design-review')).toBe('2026-04-28')
    await at.does(id, ...opined, ['leader', 'approve-design'])
    expect(await at.due(id, 'certificate-delivery', 'boss')).toBe('2026-03-30')
    await at.does(id, servedOn('2026-03-16'), [
      'boss',
      'begin-construction',
      on('begin-construction', { startedOn: '2026-03-16' }),
    ])
    expect([await state(id), (await at.clock(id, 'opinion-validity'))?.status]).toEqual([
      '施工中',
      'met',
    ])
  })

  test('a change during construction is reviewed again', async () => {
    await at.does(
      id,
      ['boss', 'apply-change'],
      ['clerk', 'accept'],
      ['first', 'waive-site-check'],
      ...opined,
    )
    await at.does(id, ['leader', 'approve-design'], servedOn('2026-03-16'))
    expect(await state(id)).toBe('施工中')
    const once = ['当面领取 毛总 2026-03-05', ...Array<string>(2).fill('当面领取 毛总 2026-03-16')]
    expect((await servicesOf(id)).map(([, ...services]) => services)).toEqual(
      once.map((one) => [one]),
    )
  })

  test('tried out, accepted by its builder, spot-checked and in use', async () => {
    const trial = on('begin-trial', { from: '2026-03-16', until: '2026-06-30' })
    await at.does(id, ['boss', 'finish-construction'], ['boss', 'begin-trial', trial])
    expect(await at.clock(id, 'hazchem-trial-run-max', 'boss')).toMatchObject({
      due: '2027-03-16',
      provisional: true,
    })
    const accepted = on('report-completion', { acceptedOn: '2026-03-16' })
    await at.does(
      id,
      ['boss', 'end-trial'],
      ['boss', 'report-completion', accepted],
      ['chief', 'begin-spot-check'],
    )
    await at.does(id, ['first', 'spot-check-passed'], ['second', 'sign', {}])
    expect([await state(id), (await at.view(id)).status]).toEqual(['投入使用', 'closed'])
    expect((await at.people.chief.timeline(id)).chain).toMatchObject({ valid: true })
  })
})

describe('everybody to his own', () => {
  let id: string

  test('without entrustment it lies with the city, and another county and enterprise do not see it', async () => {
    id = await at.registers('mine', { grounds: [] })
    expect((await at.view(id, 'cityClerk')).region.code).toBe('330800')
    for (const who of ['clerk', 'abroad', 'other'] as const)
      expect((await at.people[who].raw('GET', `/api/cases/${id}`)).status).toBe(404)
  })

  test('the authority is corrected with a reason, also after acceptance, and the county goes on', async () => {
    await at.does(id, ['boss', 'apply-design'], ['cityClerk', 'accept'])
    const offered = (await at.view(id, 'cityChief')).acts.find(
      ({ type }) => type === 'correct-jurisdiction',
    )
    expect(offered?.fields[0]).toMatchObject({
      hint: { zh: expect.stringMatching(/系统建议.*由市级审查/) },
    })
    expect(
      await refusal(() => at.people.cityChief.act(id, 'correct-jurisdiction', { to: '330802' })),
    ).toContain('invalid-input')
    await at.does(id, [
      'cityChief',
      'correct-jurisdiction',
      { to: '330802', reason: '已书面委托柯城区' },
    ])
    expect(await at.due(id, 'design-review', 'boss')).toBeTruthy()
    await at.does(id, ['first', 'waive-site-check'])
    expect(
      await refusal(() => at.people.first.act(id, 'approve-design', sample('approve-design'))),
    ).toMatch(/^not-/)
  })

  test('a hearing and joint handling over HTTP: told, asked for, told in time, held; everybody has answered', async () => {
    const withHearing = await at.registers('smelting')
    const texts: Line[] = [
      ['boss', 'apply-design'],
      ['clerk', 'accept'],
      ['chief', 'handle-jointly'],
      ['first', 'tell-hearing-right'],
    ]
    await at.does(withHearing, ...texts, ['boss', 'request-hearing'])
    expect(await at.clock(withHearing, 'joint-decision', 'boss')).toMatchObject({
      status: 'paused',
    })
    const { items: chairs } = await at.people.chief.get<{
      items: { id: string; role: { zh: string } }[]
    }>(`/api/people?case=${withHearing}&act=notify-hearing`)
    const chair = chairs.find(({ role }) => role.zh === '法制审核员')?.id
    const { chairId: _, ...told } = on('notify-hearing', { chair })
    const soon = { ...told, heldOn: '2026-03-18' }
    expect(await refusal(() => at.people.chief.act(withHearing, 'notify-hearing', soon))).toContain(
      '七日前',
    )
    await at.does(withHearing, ['chief', 'notify-hearing', { ...told, heldOn: '2026-03-30' }])
    await at.until('2026-03-30')
    await at.does(withHearing, ['lawyer', 'close-hearing'], ['first', 'waive-site-check'])
    expect(
      await refusal(() =>
        at.people.first.act(withHearing, 'submit-opinion', sample('submit-opinion')),
      ),
    ).toContain('尚未全部答复')
    for (const bureau of ['fire', 'housing'])
      await at.does(withHearing, ['first', 'note-joint-opinion', { bureau, findings: '无意见' }])
    await at.does(withHearing, ...opined, ['leader', 'approve-design'])
    expect(await state(withHearing)).toContain('已通过')
  })

  test('false material bars the enterprise, with the day until which, and nobody else', async () => {
    const lying = await at.registers('mine')
    await at.does(
      lying,
      ['boss', 'apply-design'],
      ['clerk', 'refuse-acceptance', sample('refuse-acceptance', 2)],
    )
    expect(await at.due(lying, 'reapply-bar-false', 'boss')).toBe('2027-03-30')
    expect(await refusal(() => at.registers('mine'))).toMatch(
      /^not-allowed: 2027-03-30.*第七十八条/,
    )
    expect(await refusal(() => at.registers('mine', {}, 'other'))).toBe('done')
  })
})
