// Do licences keep the dates of the law as the clock laboratory walks?
import { describe, expect, test } from 'vitest'
import { walkTo } from '../support/servers/product.ts'
import {
  applies,
  chairsOf,
  clock,
  does,
  due,
  type Line,
  people,
  product,
  refusal,
  useLicencesHouse,
  view,
} from './licences-house.ts'
import { sample } from './playing.ts'

useLicencesHouse()

const held = { licenceNumber: '浙衢危化经字〔2024〕000001', expiresOn: '2027-03-15' }

const until = (date: string) => walkTo(product, people.chief, date)

const reviewed: Line[] = [
  ['first', 'begin-site-check'],
  ['first', 'site-check-passed'],
  ['second', 'sign', {}],
  ['first', 'submit-opinion'],
  ['second', 'sign', {}],
  ['chief', 'endorse'],
]
const issued = (servedOn: string): Line[] => [
  ['clerk', 'issue-licence'],
  ['clerk', 'serve-licence', { ...sample('serve-licence'), servedOn }],
]

describe('the worked examples as running cases', () => {
  let [licence, reviewing, withHearing] = ['', '', '']

  test('example 6: a change of 31 March is applied for by 29 April', async () => {
    licence = await applies()
    await does(
      licence,
      ['clerk', 'accept'],
      ...reviewed,
      ['leader', 'grant'],
      ...issued('2026-03-30'),
    )
    expect((await view(licence, 'boss')).state.zh).toBe('许可证有效')
    await until('2026-03-31')
    await does(licence, ['boss', 'note-change', { what: 'principal', changedOn: '2026-03-31' }])
    expect([
      await due(licence, 'change-filing'),
      await due(licence, 'change-filing', 'boss'),
    ]).toEqual(['2026-04-29', '2026-04-29'])
  })

  test('example 5: accepted on 1 April it is decided by 18 May, for the applicant and in his list too', async () => {
    await until('2026-04-01')
    reviewing = await applies()
    await does(reviewing, ['clerk', 'accept'])
    const review = await clock(reviewing, 'review', 'boss')
    expect(review).toMatchObject({ due: '2026-05-18', provisional: false })
    expect(review?.explanation.zh).toContain('2026-05-18')
    expect(review?.article).toContain('令55号')
    expect(await clock(reviewing, 'promised-review')).toMatchObject({
      due: '2026-04-16',
      promised: true,
    })
    const list = await people.boss.get<{ items: { id: string; due: { date: string } }[] }>(
      '/api/cases?limit=200',
    )
    expect(list.items.find(({ id }) => id === reviewing)?.due.date).toBe('2026-05-18')
  })

  test('handled jointly it has forty-five working days, and no opinion before everybody has answered', async () => {
    const id = await applies()
    await does(
      id,
      ['clerk', 'accept'],
      ['chief', 'handle-jointly'],
      ['first', 'begin-site-check'],
      ['first', 'site-check-passed'],
    )
    expect(await clock(id, 'joint-decision', 'boss')).toMatchObject({
      due: '2026-06-08',
      article: expect.stringContaining('第42'),
    })
    expect(await clock(id, 'review')).toMatchObject({ status: 'replaced', now: null })
    await does(id, ['first', 'note-joint-opinion', { bureau: 'fire', findings: 'CANARY-无意见' }])
    const { acts, tasks } = await view(id, 'first')
    expect(
      Object.keys(acts.find(({ type }) => type === 'note-joint-opinion')?.fields[0]?.choices ?? {}),
    ).toEqual(['housing'])
    await people.second.act(
      id,
      'sign',
      {},
      { taskId: tasks.find(({ task }) => task === 'site-check')?.id ?? '' },
    )
    expect(
      await refusal(() => people.first.act(id, 'submit-opinion', sample('submit-opinion'))),
    ).toContain('住房和城乡建设')
    await does(
      id,
      ['first', 'note-joint-opinion', { bureau: 'housing', findings: '同意' }],
      ...reviewed.slice(3),
      ['leader', 'grant'],
    )
    expect(JSON.stringify(await people.boss.timeline(id))).not.toContain('CANARY')
  })

  test('a hearing: the right is notified, asked for, its day told in time, and the review stands still', async () => {
    withHearing = await applies()
    await does(
      withHearing,
      ['clerk', 'accept'],
      ['first', 'tell-hearing-right', sample('tell-hearing-right', 1)],
      [
        'first',
        'serve-hearing-notice',
        { ...sample('serve-hearing-notice'), servedOn: '2026-04-01' },
      ],
    )
    expect(await due(withHearing, 'hearing-request', 'boss')).toBe('2026-04-09')
    expect((await view(withHearing, 'boss')).state.zh).toBe('审查中 · 可以申请听证')
    expect(
      JSON.stringify([await view(withHearing, 'boss'), await people.boss.timeline(withHearing)]),
    ).not.toContain('相邻商铺')
    expect(
      await refusal(() => people.boss.act(withHearing, 'waive-hearing', sample('waive-hearing'))),
    ).toContain('利害关系人')
    await does(withHearing, ['boss', 'request-hearing'])
    expect(await clock(withHearing, 'review', 'boss')).toMatchObject({ status: 'paused' })
    const { chairId: _, ...told } = sample('notify-hearing') ?? {}
    const chairs = await chairsOf(withHearing)
    expect(chairs.map(({ role }) => role.zh).sort()).toEqual(['法制审核员', '科长'])
    expect(await chairsOf(withHearing, 'boss')).toEqual([])
    const lawyer = chairs.find(({ role }) => role.zh === '法制审核员')
    const late = { ...told, chair: lawyer?.id, heldOn: '2026-04-10' }
    for (const chair of ['法规科王某', 'nobody'])
      expect(
        await refusal(() =>
          people.chief.act(withHearing, 'notify-hearing', { ...late, heldOn: '2026-04-20', chair }),
        ),
      ).toContain('请从可以担任的人员中选择')
    expect(await refusal(() => people.chief.act(withHearing, 'notify-hearing', late))).toContain(
      '七日前',
    )
    await does(withHearing, ['chief', 'notify-hearing', { ...late, heldOn: '2026-04-20' }])
    expect(JSON.stringify((await people.boss.timeline(withHearing)).items.at(-1))).toContain(
      lawyer?.name,
    )
  })

  test('example 6: the change received on 20 April is decided by 7 May, and the licence ends as before', async () => {
    await until('2026-04-20')
    const { items } = await people.boss.get<{ items: { id: string; number: string }[] }>(
      '/api/licences?limit=100',
    )
    const id = await applies({
      kind: 'change',
      licenceNumber: items.find((one) => one.id === licence)?.number,
      what: ['principal'],
      principal: '周望舒',
      changedOn: '2026-03-31',
    })
    expect(await due(id, 'change-decision', 'boss')).toBe('2026-05-07')
    await expect
      .poll(async () => (await clock(licence, 'change-filing'))?.status, { timeout: 20_000 })
      .toBe('met')
    await does(
      id,
      ['clerk', 'accept'],
      ['first', 'waive-site-check'],
      ...reviewed.slice(3),
      ['leader', 'grant'],
      ...issued('2026-04-20'),
    )
    expect(await due(id, 'validity-kept', 'boss')).toBe('2029-03-30')
    await expect
      .poll(async () => (await view(licence, 'boss')).status, { timeout: 20_000 })
      .toBe('closed')
  })

  test('the hearing held on 20 April, its time is not counted, and what it made is in the record', async () => {
    await does(withHearing, ['lawyer', 'close-hearing'])
    const review = await clock(withHearing, 'review', 'boss')
    expect([review?.due, review?.explanation.zh]).toEqual([
      '2026-06-03',
      expect.stringContaining('扣除12个工作日：听证'),
    ])
    await does(withHearing, [
      'chief',
      'correct-jurisdiction',
      { to: '330800', reason: '有储存设施' },
    ])
    expect((await view(withHearing, 'cityClerk')).region.code).toBe('330800')
  })

  test('example 5: decided on 24 April the licence comes by 12 May, and lasts three years', async () => {
    await until('2026-04-24')
    await does(reviewing, ...reviewed, ['leader', 'grant'])
    expect(await due(reviewing, 'certificate-delivery', 'boss')).toBe('2026-05-12')
    await does(reviewing, ...issued('2026-04-24'))
    expect([
      await due(reviewing, 'validity', 'boss'),
      await due(reviewing, 'renewal-application', 'boss'),
    ]).toEqual(['2029-04-24', '2029-01-24'])
  })

  test('example 1: papers of 28 September, told to nobody by 10 October, are accepted from the day of receipt', async () => {
    await until('2026-09-28')
    const id = await applies()
    expect(await due(id, 'acceptance', 'boss')).toBe('2026-10-10')
    await until('2026-10-10')
    expect((await view(id)).state.zh).toBe('待受理')
    await until('2026-10-11')
    expect((await view(id)).state.zh).toBe('待现场核查')
    expect(await clock(id, 'review')).toMatchObject({
      startedAt: '2026-09-27T16:00:00.000Z',
      due: '2026-11-13',
      provisional: true,
    })
    expect((await people.boss.timeline(id)).items.map(({ title }) => title.zh)).toContainEqual(
      expect.stringContaining('第三十二条'),
    )
  })

  test('example 7: filed on 10 December and undecided on 15 March it is deemed renewed; filed on 16 December it is not', async () => {
    await until('2026-12-10')
    const intime = await applies({ ...held, kind: 'renewal' })
    await until('2026-12-16')
    const another = { licenceNumber: '浙衢危化经字〔2024〕000002', expiresOn: held.expiresOn }
    const late = await applies({ ...another, kind: 'renewal' })
    expect([(await view(intime)).level, (await view(late)).level]).toEqual([null, 3])
    await does(intime, ['clerk', 'accept'])
    await does(late, ['clerk', 'accept'])
    await until('2027-03-15')
    expect((await view(intime)).state.zh).toBe('待现场核查')
    await until('2027-03-16')
    expect([(await view(intime)).state.zh, (await view(late)).state.zh]).toEqual([
      '待制发许可证',
      '待现场核查',
    ])
    expect((await people.boss.timeline(intime)).items.map(({ title }) => title.zh)).toContainEqual(
      expect.stringContaining('视为准予延续'),
    )
    await does(intime, ...issued('2027-03-16'))
    expect(await due(intime, 'validity', 'boss')).toBe('2030-03-15')
  })
})
