// Is a visitor who floods held back, and one who was only unlucky let in again?
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readGuessedPapers } from '../../db/own-matter/own-matter.ts'
import { files } from '../../db/schema/cases/files.ts'
import { ownMatterCodes } from '../../db/schema/cases/own-matter.ts'
import { withinMinute } from '../support/within-minute.ts'
import { openNotifiedPerson } from './persons-case.ts'
import { sentCode, visitorOf } from './visiting.ts'

const { house, matter, code: first } = await openNotifiedPerson()
let code = first

const forgetCounts = () => house.db.execute('DELETE FROM rate_limit')
const endCodes = () => house.db.update(ownMatterCodes).set({ expiresAt: new Date(Date.now() - 1) })
type Visitor = ReturnType<typeof visitorOf>
const entered = async (): Promise<Visitor> => {
  await forgetCounts()
  await endCodes()
  const visitor = visitorOf(house)
  await visitor.enter(matter.number, code)
  return visitor
}
let sheets = 0
const uploads = (visitor: Visitor) => {
  sheets += 1
  const form = new FormData()
  const bytes = Buffer.from(`%PDF-1.4\n% ${sheets}\n%%EOF\n`)
  form.set('file', new Blob([bytes], { type: 'application/pdf' }), 'a.pdf')
  return visitor.ask('/files', { method: 'POST', body: form })
}

test('nine files that no statement took up are the most of a day, and the next day others come', async () => {
  const visitor = await entered()
  for (let nth = 0; nth < 9; nth += 1) expect((await uploads(visitor)).status).toBe(201)
  const tenth = await uploads(visitor)
  expect([tenth.status, tenth.body.reasons[0].zh]).toEqual([
    422,
    '24小时内最多上传9个尚未随陈述提交的文件',
  ])
  const [row] = await house.db.select().from(files).where(eq(files.type, 'application/pdf'))
  await house.db.execute(sql`ALTER TABLE files DISABLE TRIGGER files_stand`)
  await house.db
    .update(files)
    .set({ at: '2026-02-28T00:00:00.000Z' })
    .where(eq(files.uploadedBy, row?.uploadedBy ?? ''))
  await house.db.execute(sql`ALTER TABLE files ENABLE TRIGGER files_stand`)
  expect((await uploads(visitor)).status).toBe(201)
})

test('reading applies nothing where nothing is due, and a session reads sixty times a minute', async () => {
  const visitor = await entered()
  const { cases } = house.deps
  const asked: string[] = []
  const catchUp = cases.catchUp.bind(cases)
  cases.catchUp = (key) => {
    asked.push(key.caseId)
    return catchUp(key)
  }
  await withinMinute(20)
  const statuses: number[] = []
  try {
    for (let nth = 0; nth < 62; nth += 1) statuses.push((await visitor.ask('')).status)
  } finally {
    cases.catchUp = catchUp
  }
  expect(asked).toEqual([])
  expect([statuses[0], statuses.at(-1)]).toEqual([200, 429])
})

test('a person acts twenty times a day from wherever, and the inspectors are told once a day', async () => {
  const noticed = async () =>
    (await house.db.execute("SELECT 1 FROM effects e WHERE e::text LIKE '%state-party-defence%'"))
      .rows.length
  const statuses: number[] = []
  await entered()
  for (let nth = 0; nth < 21; nth += 1) {
    if (nth % 3 === 0)
      await house.db.execute("DELETE FROM rate_limit WHERE key NOT LIKE 'own-act day%'")
    const visitor = visitorOf(house)
    await visitor.enter(matter.number, code)
    statuses.push((await visitor.act('state-party-defence', { statement: `${nth}` })).status)
  }
  expect(statuses).toEqual([...Array(20).fill(200), 429])
  expect(await noticed()).toBe(1)
}, 120_000)

test('the addresses of one IPv6 network count as one, and use up nobody else’s codes', async () => {
  await forgetCounts()
  const ask = async (from: string) => {
    const json = { number: matter.number, code }
    const headers = { 'x-forwarded-for': from }
    return (await house.send('/api/own-matter/codes', { json, headers })).status
  }
  const statuses: number[] = []
  for (let nth = 1; nth <= 9; nth += 1) statuses.push(await ask(`2001:db8:1:1::${nth}`))
  expect(statuses).toEqual([...Array(5).fill(201), ...Array(4).fill(429)])
  expect(await ask('2001:db8:1:2::1')).toBe(201)
}, 60_000)

test('one person is sent twenty codes a day from wherever, and no more', async () => {
  await forgetCounts()
  const statuses: number[] = []
  for (let nth = 0; nth < 21; nth += 1)
    statuses.push((await visitorOf(house).codeFor(matter.number, code)).status)
  expect(statuses).toEqual([...Array(20).fill(201), 429])
}, 60_000)

test('after twenty wrong codes in a row the paper opens nothing, which is told, until it is issued anew', async () => {
  await forgetCounts()
  for (let nth = 0; nth < 20; nth += 1) {
    if (nth % 5 === 0) {
      await forgetCounts()
      await endCodes()
    }
    const visitor = visitorOf(house)
    const { challenge } = (await visitor.codeFor(matter.number, code)).body
    const wrong = sentCode(house) === '000000' ? '000001' : '000000'
    expect((await visitor.redeem(challenge, wrong)).status).toBe(401)
  }
  await forgetCounts()
  const stopped = await visitorOf(house).codeFor(matter.number, code)
  expect([stopped.status, stopped.body.reasons[0].zh]).toEqual([
    409,
    expect.stringContaining('已停用'),
  ])
  expect(await readGuessedPapers(house.db)).toMatchObject([{ number: matter.number, failures: 20 }])
  const papers = (await house.as('chen', `/api/cases/${matter.id}/documents`)).body.items
  const notice = papers.find((one: { kind: string }) => one.kind === 'notify-party')
  const { status } = await house.as('chen', `/api/cases/${matter.id}/acts`, {
    json: { type: 'reissue-document', data: { document: notice.id, reason: '查询码停用' } },
  })
  expect(status).toBe(200)
  await matter.issued()
  expect(await readGuessedPapers(house.db)).toEqual([])
  code = await matter.codeOf('PA')
  expect((await (await entered()).ask('')).status).toBe(200)
}, 120_000)

test('who is notified anew or named no more is out at once, with the codes that he was sent', async () => {
  const visitor = await entered()
  const { challenge } = (await visitor.codeFor(matter.number, code)).body
  const oneTime = sentCode(house)
  expect((await visitor.act('waive-party-rights', { statement: 'x' })).status).toBe(200)
  await matter.does('lin', 'PA', 'notify-party-anew', { reason: '事实有变' })
  expect((await visitor.ask('')).status).toBe(401)
  expect((await visitorOf(house).redeem(challenge, oneTime)).status).toBe(401)
  expect((await visitorOf(house).codeFor(matter.number, code)).status).toBe(404)
  const papers = (await house.as('chen', `/api/cases/${matter.id}/documents`)).body.items
  const states = papers
    .filter((one: { kind: string }) => one.kind === 'notify-party')
    .map(({ state }: { state: string }) => state)
  expect(states).not.toContain('issued')
})
