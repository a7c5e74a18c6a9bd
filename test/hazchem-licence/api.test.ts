// Do licences keep the dates of the law as the clock laboratory walks through them, and does the API let everybody do and read only his own?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseView } from '../../contract/case/cases.ts'
import { surely } from '../api/case/core-path.ts'
import { type OwnProduct, openOwnProduct, signInAs } from '../api/own-product.ts'
import { type PersonAtWork, ProblemError, walkTo } from '../support/servers/product.ts'
import { sample } from './playing.ts'
import { items } from './samples.ts'

const cast = {
  boss: 'e001.principal',
  other: 'e002.principal',
  clerk: 'kecheng.clerk',
  first: 'kecheng.reviewer1',
  second: 'kecheng.reviewer2',
  chief: 'kecheng.chief',
  leader: 'kecheng.leader',
  cityClerk: 'city.clerk',
  abroad: 'jiangshan.clerk',
} as const
type Part = keyof typeof cast
type Line = [Part, string, Record<string, unknown>?]

let product: OwnProduct
let people: Record<Part, PersonAtWork>

beforeAll(async () => {
  product = await openOwnProduct('2026-03-30T01:00:00.000Z')
  people = await signInAs(product, cast)
}, 120_000)
afterAll(() => product?.closeAll())

const business = { site: '三号楼一层', mode: '批发（无储存）', scope: ['甲醇', '乙醇'] }
const form = { kind: 'new', ...business }
const held = { licenceNumber: '浙衢危化经字〔2024〕000001', expiresOn: '2027-03-15' }
const withPapers = (data: Record<string, unknown> = {}, who: Part = 'boss') =>
  people[who].withPapers('hazchem-licence', 'apply', { ...form, ...data })
const applies = async (data: Record<string, unknown> = {}, who: Part = 'boss'): Promise<string> => {
  const whole = await withPapers(data, who)
  return (await surely((key) => people[who].start('hazchem-licence', whole, key))).id
}
const does = async (id: string, ...lines: Line[]) => {
  for (const [who, type, data = sample(type) ?? {}] of lines) await people[who].act(id, type, data)
}
const refusal = async (wanted: () => Promise<unknown>): Promise<string> => {
  try {
    await wanted()
    return 'done'
  } catch (error) {
    if (error instanceof ProblemError)
      return `${error.problem.code}: ${error.problem.reasons.map(({ zh }) => zh).join('；')}`
    throw error
  }
}
const view = (id: string, who: Part = 'chief'): Promise<CaseView> => people[who].view(id)
const clock = async (id: string, name: string, who: Part = 'chief') =>
  (await view(id, who)).clocks.find((one) => one.clock === name)
const due = async (id: string, name: string, who: Part = 'chief') =>
  (await clock(id, name, who))?.due

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
    const late = { ...sample('notify-hearing'), heldOn: '2026-04-10' }
    expect(await refusal(() => people.chief.act(withHearing, 'notify-hearing', late))).toContain(
      '七日前',
    )
    await does(withHearing, ['chief', 'notify-hearing', { ...late, heldOn: '2026-04-20' }])
  })

  test('example 6: the change received on 20 April is decided by 7 May, and the licence ends as before', async () => {
    await until('2026-04-20')
    const id = await applies({
      ...held,
      kind: 'change',
      what: ['principal'],
      principal: '周望舒',
      changedOn: '2026-03-31',
    })
    expect(await due(id, 'change-decision', 'boss')).toBe('2026-05-07')
    const { number } = await view(id)
    await does(licence, ['boss', 'note-filing', { mainCase: number }])
    await does(
      id,
      ['clerk', 'accept'],
      ['first', 'waive-site-check'],
      ...reviewed.slice(3),
      ['leader', 'grant'],
      ...issued('2026-04-20'),
    )
    expect(await due(id, 'validity-kept', 'boss')).toBe('2027-03-15')
    await does(licence, ['clerk', 'replace-licence', { mainCase: number, reason: '变更换证' }])
    expect((await view(licence, 'boss')).status).toBe('closed')
  })

  test('the hearing held on 20 April, its time is not counted, and what it made is in the record', async () => {
    await does(withHearing, ['chief', 'close-hearing'])
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
    const late = await applies({ ...held, kind: 'renewal' })
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

describe('everybody to his own', () => {
  let id: string

  test('a business before the city lies with the city, and another county and enterprise do not see it', async () => {
    id = await applies({ grounds: ['station'] })
    expect((await view(id, 'cityClerk')).region.code).toBe('330800')
    for (const who of ['clerk', 'abroad', 'other'] as const)
      expect((await people[who].raw('GET', `/api/cases/${id}`)).status).toBe(404)
    expect((await view(id, 'boss')).tasks).toEqual([])
  })

  test('the clerk reads what the product proposes and why, and corrects it with a reason', async () => {
    const offered = (await view(id, 'cityClerk')).acts.find(
      ({ type }) => type === 'correct-jurisdiction',
    )
    expect(offered?.fields[0]).toMatchObject({
      hint: { zh: expect.stringMatching(/系统建议.*加油加气站，由市级发证.*第三十五条/) },
    })
    expect(Object.keys(offered?.fields[0]?.choices ?? {})).toEqual(['330800', '330802'])
    expect(
      await refusal(() => people.cityClerk.act(id, 'correct-jurisdiction', { to: '330802' })),
    ).toContain('invalid-input')
    await does(id, [
      'cityClerk',
      'correct-jurisdiction',
      { to: '330802', reason: '系企业自用加油设施' },
    ])
    expect((await view(id, 'clerk')).state.zh).toBe('待受理')
  })

  test('asked once for everything, the applicant answers each item and nothing else; inside words stay inside', async () => {
    await does(id, [
      'clerk',
      'require-supplement',
      { ...sample('require-supplement'), opinion: 'CANARY-意见' },
    ])
    const supplement = (await view(id, 'boss')).acts.find(({ type }) => type === 'supplement')
    expect(supplement?.fields).toMatchObject([
      { name: 'answers', items, attached: { zh: '材料或照片' } },
    ])
    const answers = [...items, '别的'].map((item) => ({ item, passed: true }))
    expect(await refusal(() => people.boss.act(id, 'supplement', { answers }))).toContain(
      '逐项答复',
    )
    await does(id, ['boss', 'supplement'])
    expect(
      await refusal(() => people.clerk.act(id, 'require-supplement', sample('require-supplement'))),
    ).toContain('第三十二条')
    expect(JSON.stringify([await view(id, 'boss'), await people.boss.timeline(id)])).not.toContain(
      'CANARY',
    )
    expect(JSON.stringify(await people.clerk.timeline(id))).toContain('CANARY')
  })

  test('one hand is not two, and nobody decides on his own review', async () => {
    await does(
      id,
      ['clerk', 'accept'],
      ['first', 'begin-site-check'],
      ['first', 'site-check-passed'],
    )
    expect(await refusal(() => people.first.act(id, 'sign'))).toContain('已签署')
    expect(await refusal(() => people.first.act(id, 'grant', sample('grant')))).toMatch(/^not-/)
    await does(id, ['second', 'sign', {}])
    expect((await view(id)).state.zh).toBe('待提出审查意见')
  })

  test('false material bars the enterprise, with the day until which, and nobody else', async () => {
    const lying = await applies()
    await does(lying, ['clerk', 'refuse-acceptance', sample('refuse-acceptance', 2)])
    expect(await due(lying, 'reapply-bar-false', 'boss')).toBe('2028-03-16')
    const whole = await withPapers()
    expect(await refusal(() => people.boss.start('hazchem-licence', whole))).toMatch(
      /^not-allowed: 2028-03-16.*第七十八条/,
    )
    expect(
      await refusal(() => people.clerk.start('hazchem-licence', { ...form, enterprise: 'e001' })),
    ).toMatch(/^not-allowed: 2028-03-16/)
    const others = await withPapers({}, 'other')
    expect(await refusal(() => people.other.start('hazchem-licence', others))).toBe('done')
  })

  test('an application without what its kind needs is refused beside the field', async () => {
    expect(
      await refusal(() => people.other.start('hazchem-licence', { ...form, kind: 'renewal' })),
    ).toContain('原许可证有效期至')
  })
})
