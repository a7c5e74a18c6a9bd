// Does a person who is punished read and do exactly what is his, with number, code and telephone, and nobody else?
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { caseFacts } from '../../db/schema/cases/cases.ts'
import { ownMatterCodes, ownMatterSessions } from '../../db/schema/cases/own-matter.ts'
import { told } from '../enforcement-case/parties/party-samples.ts'
import { sample } from '../enforcement-case/samples.ts'
import { withinMinute } from '../support/within-minute.ts'
import { openNotifiedPerson } from './persons-case.ts'
import { sentCode, visitorOf } from './visiting.ts'

const { house, matter, code } = await openNotifiedPerson()

const facts = () => house.db.select().from(caseFacts).where(eq(caseFacts.caseId, matter.id))
const refusal = async (
  answer: Promise<{ status: number; headers: Headers; body: { code: string } }>,
) => {
  const { status, headers, body } = await answer
  expect(headers.get('content-type')).toContain('application/problem+json')
  return [status, body.code]
}

test('the notice bears a code; an unknown number, a wrong code and a code of another case are answered alike', async () => {
  expect(code).toMatch(/^[2-9A-Z]{10}$/)
  const sent = house.messages.length
  const answers = []
  for (const [number, typed] of [
    ['衢柯应急罚〔2026〕999号', code],
    [matter.number, 'AAAAAAAAAA'],
    [matter.number, ''],
    ['', code],
  ] as const) {
    const { status, body } = await visitorOf(house).codeFor(number, typed)
    answers.push([status, body.code, body.reasons, body.details])
  }
  expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(answers[0]?.slice(0, 2)).toEqual([404, 'not-found'])
  expect(house.messages.length).toBe(sent)
})

test('the telephone in the record gets a code that holds once, kept as a hash', async () => {
  const visitor = visitorOf(house)
  const asked = await visitor.codeFor(
    ` ${matter.number} `,
    `${code.slice(0, 5)} ${code.slice(5).toLowerCase()}`,
  )
  expect([asked.status, asked.body]).toEqual([
    201,
    { challenge: expect.any(String), sentTo: '138****0001', minutes: 10 },
  ])
  expect(house.messages.at(-1)).toMatchObject({ phone: '13811110001', number: matter.number })
  expect(house.messages.at(-1)?.id).not.toBe(asked.body.challenge)
  const oneTime = sentCode(house)
  expect(oneTime).toMatch(/^\d{6}$/)
  expect(JSON.stringify(await house.db.select().from(ownMatterCodes))).not.toContain(oneTime)
  expect(await refusal(visitorOf(house).ask(''))).toEqual([401, 'unauthenticated'])
  const done = await visitor.redeem(asked.body.challenge, oneTime)
  expect(done.status).toBe(201)
  const set = done.headers.get('set-cookie') ?? ''
  for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/api/own-matter', 'Max-Age=1800'])
    expect(set).toContain(part)
  const token = visitor.cookie().split('=')[1] ?? ''
  expect(JSON.stringify(await house.db.select().from(ownMatterSessions))).not.toContain(token)
  expect(await refusal(visitorOf(house).redeem(asked.body.challenge, oneTime))).toEqual([
    401,
    'wrong-code',
  ])
  expect((await visitor.ask('')).status).toBe(200)
})

test('the codes of one person are tried five times in all, an earlier one lives out its ten minutes, and then none holds', async () => {
  const visitor = visitorOf(house)
  const { challenge } = (await visitor.codeFor(matter.number, code)).body
  const oneTime = sentCode(house)
  const wrong = oneTime === '000000' ? '000001' : '000000'
  for (let nth = 0; nth < 5; nth += 1)
    expect(await refusal(visitorOf(house).redeem(challenge, wrong))).toEqual([401, 'wrong-code'])
  expect(await refusal(visitorOf(house).redeem(challenge, oneTime))).toEqual([401, 'wrong-code'])
  const another = (await visitor.codeFor(matter.number, code)).body.challenge
  expect(await refusal(visitorOf(house).redeem(another, sentCode(house)))).toEqual([
    401,
    'wrong-code',
  ])
  await house.db.update(ownMatterCodes).set({ expiresAt: new Date(Date.now() - 1) })
  const older = (await visitor.codeFor(matter.number, code)).body.challenge
  const olderCode = sentCode(house)
  const stranger = visitorOf(house)
  const newer = (await stranger.codeFor(matter.number, code)).body.challenge
  const newerCode = sentCode(house)
  expect((await visitorOf(house).redeem(older, olderCode)).status).toBe(201)
  await house.db.update(ownMatterCodes).set({ expiresAt: new Date(Date.now() - 1) })
  expect(await refusal(visitorOf(house).redeem(newer, newerCode))).toEqual([401, 'wrong-code'])
})

test('whoever tries too often from one place is held back, and five messages go out in an hour', async () => {
  await withinMinute(20)
  const visitor = visitorOf(house)
  const statuses = []
  for (let nth = 0; nth < 12; nth += 1)
    statuses.push((await visitor.codeFor(matter.number, `${nth}`)).status)
  expect(statuses).toContain(429)
  const sent = house.messages.length
  const one = visitorOf(house)
  const hour = []
  for (let nth = 0; nth < 6; nth += 1) hour.push(await one.codeFor(matter.number, code))
  expect(hour.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 429])
  expect(hour.at(-1)?.headers.get('retry-after')).toBe('3600')
  expect((await visitorOf(house).codeFor(matter.number, code)).status).toBe(201)
  expect(house.messages.length).toBe(sent + 6)
}, 90_000)

test('who has no telephone in the record is told where to go, and whose visit is over comes in anew', async () => {
  await matter.does('zhou', 'PC', 'notify-party', { ...told, fine: 8_000 })
  const { status, body } = await visitorOf(house).codeFor(matter.number, await matter.codeOf('PC'))
  expect([status, body.code, body.reasons[0].zh]).toEqual([
    409,
    'not-possible-now',
    expect.stringContaining('未登记您的手机号码'),
  ])
  await house.db.delete(ownMatterSessions)
  expect(await refusal(visitorOf(house).ask(''))).toEqual([401, 'unauthenticated'])
  const forged = await house.send('/api/own-matter', {
    headers: { cookie: `anjian.own-matter=${'a'.repeat(64)}` },
  })
  expect(forged.status).toBe(401)
})

const enters = async () => {
  await house.db.execute('DELETE FROM rate_limit')
  const visitor = visitorOf(house)
  await visitor.enter(matter.number, code)
  return visitor
}

test('he reads where his matter stands, his period, what he was told, and his papers', async () => {
  const visitor = await enters()
  const { body } = await visitor.ask('')
  expect(body.matter).toMatchObject({
    number: matter.number,
    item: { zh: '当事人（个人）第1号' },
    state: { zh: '可以陈述、申辩（或者要求听证）' },
    counsel: null,
    open: true,
  })
  expect(body.matter.limits).toHaveLength(1)
  expect(body.matter.forms[0].fields.map((one: { name: string }) => one.name)).toEqual([
    'facts',
    'reasons',
    'basis',
    'penalties',
    'fine',
  ])
  expect(body.matter.acts.map((one: { type: string }) => one.type)).toEqual([
    'state-party-defence',
    'waive-party-rights',
  ])
  const notice = body.papers.find((one: { url: string | null }) => one.url !== null)
  const before = (await facts()).length
  const opened = await house.send(notice.url, { headers: { cookie: visitor.cookie() } })
  expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  await house.send(notice.url, { headers: { cookie: visitor.cookie() } })
  const news = (await facts()).slice(before)
  expect(
    news.map(({ type, actor, audience }) => [type, actor.kind, actor.name ?? null, audience]),
  ).toEqual([['open-document', 'holder', null, 'internal']])
  const again = (await visitor.ask('')).body.papers.find(
    (one: { id: string }) => one.id === notice.id,
  )
  expect(again.seenAt).not.toBeNull()
})

test('promise (secrecy): a punished person states his defence himself, once, and the record says by whom', async () => {
  const visitor = await enters()
  const before = (await facts()).length
  expect(await refusal(visitor.act('state-party-defence', {}))).toEqual([422, 'invalid-input'])
  expect(
    await refusal(visitor.act('state-party-defence', { statement: '我', strange: 1 })),
  ).toEqual([422, 'invalid-input'])
  const foreign = { statement: '我', papers: ['00000000-0000-4000-8000-000000000009'] }
  expect(await refusal(visitor.act('state-party-defence', foreign))).toEqual([422, 'invalid-input'])
  for (const type of [
    'weigh-party-defence',
    'decide-party-penalty',
    'claim',
    'unmask',
    'urge',
    'constructor',
  ])
    expect([type, (await visitor.act(type, sampleOr(type))).status]).toEqual([type, 409])
  expect((await facts()).length).toBe(before)
  const form = new FormData()
  form.set(
    'file',
    new Blob([Buffer.from('%PDF-1.4\n%%EOF\n')], { type: 'application/pdf' }),
    'a.pdf',
  )
  const file = await visitor.ask('/files', { method: 'POST', body: form })
  expect([file.status, file.body]).toEqual([
    201,
    expect.objectContaining({ type: 'application/pdf' }),
  ])
  const data = { statement: '已履行职责', papers: [file.body.id] }
  for (let nth = 0; nth < 2; nth += 1)
    expect((await visitor.act('state-party-defence', data, 'the-same-key-0001')).status).toBe(200)
  const news = (await facts()).slice(before)
  expect(news.map(({ type, actor }) => [type, actor.kind])).toEqual([
    ['state-party-defence', 'holder'],
  ])
  const timeline = (await house.as('lin', `/api/cases/${matter.id}/timeline`)).body.items
  expect(timeline.at(-1)).toMatchObject({ who: { zh: '本人（凭查询码）' } })
  expect(timeline.at(-1).title.zh).toContain('当事人（个人）第1号')
  const own = (await visitor.ask('')).body.matter.forms.at(-1)
  expect(own.words.zh).toBe('您的陈述、申辩')
})

const sampleOr = (type: string): object => {
  try {
    return sample(type) as object
  } catch {
    return {}
  }
}

test('he does without the rest, then waits; what is decided he reads with what he owes and may do against it', async () => {
  const visitor = await enters()
  expect((await visitor.act('waive-party-rights', { statement: '放弃其余权利' })).status).toBe(200)
  expect((await visitor.ask('')).body.matter).toMatchObject({
    acts: [],
    state: { zh: '正在复核、审核，尚未作出决定' },
  })
  await matter.does('lin', 'PA', 'weigh-party-defence', { outcome: 'not-adopted', findings: 'x' })
  await matter.does('gao', 'PA', 'decide-party-penalty')
  await matter.does('lin', 'PA', 'serve-party-decision')
  const { body } = await visitor.ask('')
  expect(body.matter.lines.map((one: { words: { zh: string } }) => one.words.zh)).toEqual([
    '尚欠罚款',
    '逾期的后果',
    '申请行政复议',
    '提起行政诉讼',
  ])
  expect(body.matter.limits[0].words.zh).toBe('个人缴纳罚款')
  expect(body.matter.forms.at(-1).fields.map((one: { name: string }) => one.name)).toContain(
    'performance',
  )
  expect(await matter.codeOf('PA', 'decide-party-penalty')).toMatch(/^[2-9A-Z]{10}$/)
})

test('the code of a paper that was declared void opens nothing any more; that of another still does', async () => {
  await house.db.execute('DELETE FROM rate_limit')
  const papers = (await house.as('chen', `/api/cases/${matter.id}/documents`)).body.items
  const notice = papers.find((one: { kind: string }) => one.kind === 'notify-party')
  const { status } = await house.as('chen', `/api/cases/${matter.id}/acts`, {
    json: { type: 'void-document', data: { document: notice.id, reason: '纸质文书遗失' } },
  })
  expect(status).toBe(200)
  expect((await visitorOf(house).codeFor(matter.number, code)).status).toBe(404)
  const decision = await matter.codeOf('PA', 'decide-party-penalty')
  expect((await visitorOf(house).codeFor(matter.number, decision)).status).toBe(201)
})

test('a visit ends when he leaves', async () => {
  await house.db.execute('DELETE FROM rate_limit')
  const visitor = visitorOf(house)
  await visitor.enter(matter.number, await matter.codeOf('PA', 'decide-party-penalty'))
  const cookie = visitor.cookie()
  expect((await visitor.ask('/session', { method: 'DELETE' })).status).toBe(204)
  const late = await house.send('/api/own-matter', { headers: { cookie } })
  expect(late.status).toBe(401)
})
