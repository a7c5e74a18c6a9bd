// Does what happens to a licence bind what was applied for on it, and the other way round, as two cases on a server?
import { expect, test } from 'vitest'
import { walkTo } from '../../support/servers/product.ts'
import {
  applies,
  clock,
  does,
  type Line,
  people,
  product,
  refusal,
  useLicencesHouse,
  view,
  withPapers,
} from '../licences-house.ts'
import { opined as asPlayed, sample } from '../playing.ts'

useLicencesHouse()

const players = { shen: 'first', song: 'second', chen: 'chief' } as const
const opined = asPlayed.map(
  ([who, ...line]): Line => [players[who as keyof typeof players], ...line],
)
const untilGranted: Line[] = [
  ['clerk', 'accept'],
  ['first', 'waive-site-check'],
  ...opined,
  ['leader', 'grant'],
]
const change = { kind: 'change', what: ['principal'], principal: '周望舒', changedOn: '2026-03-28' }

type Row = { id: string; number: string; standing: { code: string } }
const licencesNow = async () =>
  (await people.boss.get<{ items: Row[] }>('/api/licences?limit=100')).items
const numberOf = async (id: string) =>
  (await licencesNow()).find((one) => one.id === id)?.number ?? ''

/** A licence in force until a day, by a change of one that the register does not have. */
const inForce = async (licenceNumber: string, expiresOn: string) => {
  const id = await applies({ ...change, licenceNumber, expiresOn })
  await does(
    id,
    ...untilGranted,
    ['clerk', 'issue-licence', { ...sample('issue-licence'), licenceNumber }],
    ['clerk', 'serve-licence', { ...sample('serve-licence'), servedOn: '2026-03-30' }],
  )
  return { id, number: await numberOf(id) }
}
const appliedOn = (licenceNumber: string, form: Record<string, unknown>) =>
  applies({ ...form, licenceNumber, site: undefined, mode: undefined, scope: undefined })
const told = (id: string, words: string) =>
  expect
    .poll(async () => JSON.stringify(await people.boss.timeline(id)), { timeout: 20_000 })
    .toContain(words)
const stateOf = async (id: string) => (await view(id)).state.zh

test('nobody ends a licence, or the period in which to file a change, by naming a case by hand', async () => {
  const { id } = await inForce('浙衢危化经字〔2023〕000778', '2028-07-15')
  await does(id, ['boss', 'note-change', { what: 'principal', changedOn: '2026-03-30' }])
  const mainCase = '衢柯经营〔2026〕9999号'
  for (const [who, type, data] of [
    ['clerk', 'replace-licence', { mainCase, reason: '换证' }],
    ['boss', 'note-filing', { mainCase }],
    ['boss', 'note-renewal', { mainCase }],
    ['clerk', 'note-renewed', { mainCase }],
  ] as const)
    expect(await refusal(() => people[who].act(id, type, data))).toContain('只由关联案件触发')
  expect([await stateOf(id), (await clock(id, 'change-filing'))?.status]).toEqual([
    '有效，变更待申请',
    'running',
  ])
})

test('a suspended licence stays suspended under its new paper', async () => {
  const licence = await inForce('浙衢危化经字〔2023〕000779', '2028-07-15')
  const mainCase = '衢柯执法〔2026〕0001号'
  const suspendedUntil = '2026-09-30'
  await does(licence.id, [
    'leader',
    'suspend-licence',
    { mainCase, suspendedUntil, reason: '处罚' },
  ])
  const next = await appliedOn(licence.number, {
    ...change,
    principal: '叶明',
    changedOn: '2026-03-29',
  })
  await does(
    next,
    ...untilGranted,
    ['clerk', 'issue-licence', { ...sample('issue-licence'), licenceNumber: licence.number }],
    ['clerk', 'serve-licence', { ...sample('serve-licence'), servedOn: '2026-03-30' }],
  )
  await expect.poll(() => stateOf(licence.id), { timeout: 20_000 }).toContain('已由新证替换')
  await expect.poll(() => stateOf(next), { timeout: 20_000 }).toContain('已暂扣')
  expect((await clock(next, 'suspension'))?.due).toContain(suspendedUntil)
})

test('a licence is renewed by one application at a time, also of two that are sent at once', async () => {
  const licence = await inForce('浙衢危化经字〔2023〕000780', '2026-07-20')
  const renewal = {
    kind: 'renewal',
    licenceNumber: licence.number,
    site: undefined,
    mode: undefined,
    scope: undefined,
  }
  // Each with papers of its own: a paper that another case has taken is refused before anything else.
  const [one, two, later] = [
    await withPapers(renewal),
    await withPapers(renewal),
    await withPapers(renewal),
  ]
  const sent = await Promise.all(
    [one, two].map((whole) => refusal(() => people.boss.start('hazchem-licence', whole))),
  )
  const refused = sent.filter((one) => one !== 'done')
  expect(refused).toHaveLength(1)
  expect(refused[0]).toMatch(/^not-allowed: .*不得重复申请（《行政许可法》第五十条）/)
  expect(await refusal(() => people.boss.start('hazchem-licence', later))).toContain('不得重复申请')
})

test('neither a number of somebody else’s licence, nor a term that no licence has, is taken', async () => {
  const licence = await inForce('浙衢危化经字〔2023〕000781', '2028-07-15')
  const others = await withPapers(
    { ...change, licenceNumber: licence.number, expiresOn: '2028-07-15' },
    'other',
  )
  expect(await refusal(() => people.other.start('hazchem-licence', others))).toMatch(
    /^invalid-input: .*属于其他单位/,
  )
  const unknown = { ...change, licenceNumber: '浙衢危化经字〔2023〕000782' }
  const long = await withPapers({ ...unknown, expiresOn: '2099-12-31' })
  expect(await refusal(() => people.boss.start('hazchem-licence', long))).toContain(
    '最晚至2029-03-30届满',
  )
  const id = await applies({ ...unknown, expiresOn: '2028-07-15', enterprise: 'e008' }, 'clerk')
  await does(id, ...untilGranted)
  const issue = { ...sample('issue-licence'), licenceNumber: licence.number }
  expect(await refusal(() => people.clerk.act(id, 'issue-licence', issue))).toMatch(
    /^invalid-input: .*属于其他单位/,
  )
})

test('a licence revoked while its renewal is open does not come back into force on its last day', async () => {
  const licence = await inForce('浙衢危化经字〔2023〕000777', '2026-07-15')
  const renewal = await appliedOn(licence.number, { kind: 'renewal' })
  await does(renewal, ['clerk', 'accept'])
  await told(licence.id, '延期申请已提出')
  await does(licence.id, ['leader', 'revoke-licence', { reason: '处罚', remedies: '六十日内' }])
  await told(renewal, '原许可证（案件')
  await walkTo(product, people.chief, '2026-07-16')
  expect(await stateOf(renewal)).toBe('待现场核查')
})
