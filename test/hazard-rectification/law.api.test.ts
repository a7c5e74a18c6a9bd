// Do the periods of a running hazard end on the days that the law gives, as the clock laboratory walks through them?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseView } from '../../contract/case/cases.ts'
import { cases } from '../../db/schema/cases/cases.ts'
import { surely } from '../api/case/core-path.ts'
import { type OwnProduct, openOwnProduct, signInAs } from '../api/own-product.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { sample, scene } from '../enforcement-case/samples.ts'
import { type PersonAtWork, ProblemError, walkTo } from '../support/servers/product.ts'
import { items } from './samples.ts'

const cast = {
  enterprise: 'e001.principal',
  lin: 'kecheng.inspector1',
  wu: 'kecheng.inspector2',
  zhou: 'kecheng.inspector3',
  chief: 'kecheng.chief',
  leader: 'kecheng.leader',
  county: 'kecheng.supervisor',
  city: 'city.supervisor',
} as const
type Part = keyof typeof cast
type Line = [Part, string, Record<string, unknown>?]

let product: OwnProduct
let people: Record<Part, PersonAtWork>

beforeAll(async () => {
  product = await openOwnProduct('2026-03-02T01:00:00.000Z')
  people = await signInAs(product, cast)
  await settleCertificates(product.db)
}, 120_000)
afterAll(() => product?.closeAll())

const opened = async (title: string): Promise<string> => {
  const report = { title, site: '三车间', category: 'hazchem', description: '超期未校验' }
  return (await surely((key) => people.enterprise.start('hazard-rectification', report, key))).id
}
const does = async (id: string, ...lines: Line[]) => {
  for (const [who, type, data = {}] of lines) await people[who].act(id, type, data)
}
const refusal = async (id: string, [who, type, data = {}]: Line): Promise<string> => {
  try {
    await people[who].act(id, type, data)
    return 'done'
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.reasons.map(({ zh }) => zh).join('；')
    throw error
  }
}
const recordOf = async (id: string) => {
  const [row] = await product.db.select().from(cases).where(eq(cases.id, id))
  if (!row) throw new Error('no case')
  return row.record
}
const due = async (id: string, clock: string) =>
  (await recordOf(id)).obligations.filter((one) => one.clock === clock).at(-1)?.due
const dueAt = async (id: string, clock: string) =>
  (await recordOf(id)).obligations.filter((one) => one.clock === clock).at(-1)?.dueAt
const escalationLevels = async (id: string) =>
  Object.fromEntries(
    (await recordOf(id)).obligations
      .filter(({ clock }) => clock === 'rectification')
      .at(-1)
      ?.escalationLevels.map(({ escalationLevel, plannedAt, status }) => [
        escalationLevel,
        `${plannedAt} ${status}`,
      ]) ?? [],
  )

const until = (date: string) => walkTo(product, people.chief, date)

const verified = (grade: string): Line[] => [
  ['lin', 'verify', { grade, findings: '属实' }],
  ['wu', 'sign', {}],
]
const planned: Line[] = [
  [
    'enterprise',
    'file-plan',
    {
      goals: '消除',
      methods: '更换',
      funds: '十万元',
      responsible: '厂长',
      until: '2026-06-01',
      emergency: '备用',
    },
  ],
  ['chief', 'approve-plan', { findings: '可行' }],
]
const results = items.map((item) => ({ item, passed: true }))
const applied: Line = [
  'enterprise',
  'apply-acceptance',
  { description: '已治理', results, assessment: '合格', resume: true },
]

describe('a hazard listed by a county, with production stopped', () => {
  let id: string
  beforeAll(async () => {
    id = await opened('挂牌隐患')
  })

  test('is verified within 24 hours of the report', async () => {
    expect(await dueAt(id, 'verification')).toBe('2026-03-03T01:00:00.000Z')
  })

  test('stands still for six months at most, and is filed and published in 3 and 5 working days, governed within a year', async () => {
    await does(
      id,
      ...verified('major'),
      ['lin', 'take-measures', { measures: 'stop-part', scope: '三车间' }],
      ...planned,
    )
    expect(await due(id, 'temporary-stop')).toBe('2026-09-02')
    await does(id, [
      'county',
      'list-hazard',
      { level: 'county', document: '1号', dueDate: '2026-06-12', requirements: '限期', items },
    ])
    expect(await due(id, 'listing-filing')).toBe('2026-03-05')
    expect(await due(id, 'listing-publication')).toBe('2026-03-09')
    expect(await due(id, 'governance')).toBe('2027-03-02')
    expect(await due(id, 'rectification')).toBe('2026-06-12')
    await does(
      id,
      ['county', 'file-listing', { document: '2号' }],
      ['county', 'publish-listing', { publicSummary: '挂牌', medium: '日报' }],
    )
  })

  test('may be asked more time for until 20 working days before, and is answered in 10 working days', async () => {
    await until('2026-05-14')
    await does(id, ['enterprise', 'request-extension', { until: '2026-07-31', reason: '供货停产' }])
    expect(await due(id, 'governance-extension-answer')).toBe('2026-05-28')
    await does(id, ['county', 'refuse-extension', { reason: '可按期完成' }])
    await until('2026-05-18')
    expect(
      await refusal(id, [
        'enterprise',
        'request-extension',
        { until: '2026-07-31', reason: '供货停产' },
      ]),
    ).toContain('20个工作日前')
  })

  test('example 9: applied for on 12 June it is reviewed on site by 22 June, resumed, and the de-listing published in 5 working days', async () => {
    await until('2026-06-12')
    await does(id, applied)
    expect(await due(id, 'site-review')).toBe('2026-06-22')
    await does(
      id,
      ['zhou', 're-check-passed', { findings: '合格', results }],
      ['leader', 'approve-resume', { document: '3号', reply: '同意' }],
    )
    await does(id, ['county', 'de-list', { document: '4号', publicSummary: '已治理' }])
    expect(await due(id, 'delisting-publication')).toBe('2026-06-22')
    await does(id, ['county', 'publish-delisting', { publicSummary: '摘牌', medium: '日报' }])
    expect((await recordOf(id)).status).toBe('closed')
  })
})

describe('an ordinary order of the same summer', () => {
  let id: string
  beforeAll(async () => {
    id = await opened('一般隐患')
    await does(id, ...verified('general'), [
      'lin',
      'issue-order',
      { dueDate: '2026-06-26', requirements: '更换' },
    ])
  })

  test('asked more time for before its last ten days warns whoever decides', async () => {
    await until('2026-06-15')
    await does(id, ['enterprise', 'request-extension', { until: '2026-06-29', reason: '洪水' }])
    expect((await recordOf(id)).snapshot.context.extensionOutside).toBe(true)
    await does(id, ['chief', 'refuse-extension', { reason: '尚早' }])
  })

  test('is asked more time for in its last ten days and answered in five', async () => {
    await until('2026-06-17')
    await does(id, ['enterprise', 'request-extension', { until: '2026-06-29', reason: '洪水' }])
    expect((await recordOf(id)).snapshot.context.extensionOutside).toBe(false)
    expect(await due(id, 'extension-answer')).toBe('2026-06-22')
    await does(id, ['chief', 'grant-extension', { dueDate: '2026-06-29', reason: '属实' }])
    expect(await due(id, 'rectification')).toBe('2026-06-29')
  })

  test('climbs a day, 5 and 20 working days after its date, and is re-checked within ten days of it', async () => {
    expect(await escalationLevels(id)).toMatchObject({
      overdue: '2026-06-29T16:00:00.000Z planned',
      red: '2026-06-30T16:00:00.000Z planned',
      city: '2026-07-06T16:00:00.000Z planned',
      province: '2026-07-27T16:00:00.000Z planned',
    })
    await until('2026-07-08')
    expect(await escalationLevels(id)).toMatchObject({
      red: '2026-06-30T16:00:00.000Z fired',
      city: '2026-07-06T16:00:00.000Z fired',
    })
    expect(await due(id, 're-check')).toBe('2026-07-09')
  })

  test('a public report is answered within ten days of its verification and handled within thirty', async () => {
    const report = {
      title: '举报隐患',
      site: '二车间',
      category: 'fire',
      description: '通道堵塞',
      source: 'hotline',
      enterprise: 'e-001',
    }
    const enterprise = (await recordOf(id)).owner
    const { id: reported } = await surely((key) =>
      people.lin.start('hazard-rectification', { ...report, enterprise }, key),
    )
    expect(await due(reported, 'public-report-handling')).toBe('2026-08-07')
    await does(reported, ...verified('general'))
    expect(await due(reported, 'public-feedback')).toBe('2026-07-18')
  })
})

describe('whoever defies every order', () => {
  let id: string

  test('closure is proposed on penalties that the platform counts; only those of before it are written down', async () => {
    id = await opened('屡罚不改')
    await does(
      id,
      ...verified('major'),
      ['lin', 'take-measures', { measures: 'none', scope: '可控' }],
      ...planned,
    )
    await does(id, [
      'city',
      'list-hazard',
      { level: 'city', document: '5号', dueDate: '2026-09-30', requirements: '限期' },
    ])
    await does(
      id,
      ['lin', 'declare-refusal', { kind: 'refuses', findings: '未动工' }],
      ['leader', 'order-stop', { document: '6号', scope: '全厂' }],
    )
    const view = () => people.leader.get<CaseView>(`/api/cases/${id}`)
    await expect
      .poll(async () => (await view()).links, { timeout: 30_000 })
      .toMatchObject([{ process: 'enforcement-case', status: 'started' }])
    const proposal = (...penalties: string[]): Line => [
      'leader',
      'propose-closure',
      { ground: 'penalties', penalties, document: '7号', reason: '屡罚不改' },
    ]
    expect(await refusal(id, proposal('2026-01-10', '2026-03-15', '2026-07-08'))).toContain(
      '只能填写本平台启用前的处罚',
    )
    expect(await refusal(id, proposal('2026-01-10', '2026-03-15'))).toContain('第一百一十三条')
    const { region: _, enterprise: __, ...spot } = scene
    const owner = (await recordOf(id)).owner
    const { id: penalty } = await surely((key) =>
      people.lin.start('enforcement-case', { ...spot, enterprise: owner }, key),
    )
    await does(penalty, ['lin', 'tell-party', sample('tell-party')])
    await does(penalty, ['lin', 'punish-on-the-spot', sample('punish-on-the-spot')], ['wu', 'sign'])
    const act = (await view()).acts.find(({ type }) => type === 'propose-closure')
    expect(act?.fields.find(({ name }) => name === 'ground')?.hint?.zh).toContain(
      (await recordOf(penalty)).number,
    )
    expect(await refusal(id, proposal('2026-01-10', '2026-03-15'))).toBe('done')
    const said = JSON.stringify((await recordOf(id)).data['propose-closure'])
    expect(said).toContain('第179日')
    expect(said).toContain('2026-01-10：本平台启用前的处罚（填写，未经平台核验）')
    // What was stopped is about the hazard as well as about the case that it opens.
    expect((await view()).facts.find(({ label }) => label.zh === '停产停业范围')?.value.zh).toBe(
      '全厂',
    )
  })

  test('is cut off from power neither at night nor on a legal holiday', async () => {
    await does(id, ['leader', 'decline-closure', { reason: '先行停电' }])
    const before = (await recordOf(id)).facts
    const notice = (cutAt: string): Line => [
      'leader',
      'notify-power-cut',
      { supply: 'power', supplier: '国网', reason: '仍在生产', cutAt },
    ]
    const cut = (cutAt: string): Line => ['lin', 'cut-power', { cutAt, record: '已拉闸' }]
    expect(await refusal(id, notice('2026-07-10T15:00:00.000Z'))).toContain('第四十三条')
    expect(await refusal(id, notice('2026-10-01T02:00:00.000Z'))).toContain('法定节假日')
    expect((await recordOf(id)).facts).toBe(before)
    await does(id, notice('2026-07-10T13:00:00.000Z'))
    await until('2026-07-11')
    expect(await refusal(id, cut('2026-07-10T15:00:00.000Z'))).toContain('第四十三条')
    expect(await refusal(id, cut('2026-07-10T13:10:00.000Z'))).toBe('done')
  })
})
