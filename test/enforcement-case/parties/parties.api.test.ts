// Are persons beside the enterprise named, notified and kept secret over HTTP, and is what the law forbids refused with nothing stored?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ItemView } from '../../../contract/case/items.ts'
import { caseFacts } from '../../../db/schema/cases/cases.ts'
import type { House } from '../../api/house.ts'
import { pdfText } from '../../support/people/pdf-text.ts'
import { casesOf, openPenaltyHouse } from '../penalty-house.ts'
import { matter, sample } from '../samples.ts'
import { principal, safetyOfficer, told } from './party-samples.ts'

let house: House
let id = ''
beforeAll(async () => {
  house = await openPenaltyHouse()
  id = (await openedBy('lin', matter)).body.id
  for (const [who, type, data] of [
    ['gao', 'approve-filing'],
    ['lin', 'record-evidence'],
    ['wu', 'sign', {}],
    ['lin', 'conclude-investigation'],
    ['wu', 'sign', {}],
    ['chen', 'approve-report'],
  ] as const)
    await done(who, type, data)
})
afterAll(() => house?.close())

const { openedBy, viewOf, sentTo, issuedOf, doneIn } = casesOf(() => house)
const issued = () => issuedOf(id)
const view = (who: string) => viewOf(who, id)
const sent = (who: string, type: string, data?: object) => sentTo(id, who, type, data)
const done = (who: string, type: string, data?: object) => doneIn(id, who, type, data)
const items = async (who: string): Promise<ItemView[]> =>
  (await house.as(who, `/api/cases/${id}/items`)).body.items
const party = async (who: string, nth = 1) =>
  (await items(who)).filter(({ kind }) => kind === 'party')[nth - 1] as ItemView
/** What somebody does with one of the parties, by the task that its row names. */
const does = async (who: string, nth: number, type: string, data: object = sample(type)) => {
  const task = (await party(who, nth)).acts.find((one) => one.type === type)?.taskId
  return house.as(who, `/api/cases/${id}/acts`, { json: { type, data, taskId: task ?? null } })
}
const moved = async (who: string, nth: number, type: string, data?: object) => {
  const { status, body } = await does(who, nth, type, data)
  expect([type, status, body]).toEqual([type, 200, expect.anything()])
  await issued()
}
/** What a paper says, opened by the chief, who has looked. */
const printed = async (url: string): Promise<string> => {
  const answer = await house.send(url, { headers: { cookie: await house.signIn('chen') } })
  expect(answer.status).toBe(200)
  return pdfText(Buffer.from(await answer.arrayBuffer()))
}
const facts = async () => (await house.db.select({ seq: caseFacts.seq }).from(caseFacts)).length

test('a wrong identity number, or one named before, is refused and nothing is stored', async () => {
  const before = await facts()
  const wrong = `${principal.identity.slice(0, 17)}${principal.identity.endsWith('1') ? '2' : '1'}`
  const { status, body, headers } = await sent('lin', 'name-party', {
    ...principal,
    identity: wrong,
  })
  expect([status, body.code]).toEqual([422, 'invalid-input'])
  expect(headers.get('content-type')).toContain('application/problem+json')
  expect(JSON.stringify(body)).toContain('/identity')
  expect(JSON.stringify(body)).not.toContain(wrong)
  expect((await sent('qi', 'name-party', principal)).status).toBe(409)
  expect((await sent('jiang', 'name-party', principal)).status).toBe(404)
  expect(await facts()).toBe(before)
  await done('lin', 'name-party', principal)
  expect((await sent('lin', 'name-party', principal)).status).toBe(403)
  await done('lin', 'name-party', safetyOfficer)
  expect((await party('lin')).stateWords.zh).toBe('待告知')
  expect((await party('lin', 2)).brief[0]?.value.zh).toBe('安全生产管理人员')
})

test('who is named is masked everywhere, and shown on record to who handles it', async () => {
  const secrets = [principal.personName, principal.identity, principal.mobile, '200000']
  const everybody = ['lin', 'chen', 'gao', 'qi', 'mao', 'ji']
  for (const who of everybody)
    for (const path of ['', '/items', '/timeline', '/documents']) {
      const { body } = await house.as(who, `/api/cases/${id}${path}`)
      for (const secret of secrets)
        expect([who, path, JSON.stringify(body).includes(secret)]).toEqual([who, path, false])
    }
  const { no, forms } = await party('chen')
  expect(forms[0]?.fields.find(({ name }) => name === 'personName')).toMatchObject({
    confidential: true,
    value: { zh: expect.stringContaining('保密') },
  })
  const look = (who: string, item = no) =>
    house.as(who, `/api/cases/${id}/acts`, {
      json: { type: 'unmask', data: { field: 'personName', item, reason: '制作文书' } },
    })
  for (const who of ['zhou', 'gao', 'qi', 'mao'])
    expect([who, (await look(who)).status]).toEqual([who, 403])
  expect((await look('jiang')).status).toBe(404)
  expect((await party('zhou')).unmaskable).toEqual([])
  expect((await look('chen')).body.unmasked).toMatchObject([
    { value: { zh: principal.personName } },
  ])
  expect((await look('chen', (await party('chen', 2)).no)).body.unmasked).toMatchObject([
    { value: { zh: safetyOfficer.personName } },
  ])
  const task = (await view('zhou')).tasks.length
  expect(task).toBeGreaterThan(0)
  const own = Object.values((await items('zhou')).find((one) => one.no === no)?.acts ?? [])
  await house.as('zhou', `/api/cases/${id}/acts`, {
    json: { type: 'claim', data: {}, taskId: own[0]?.taskId },
  })
  expect((await look('zhou')).status).toBe(200)
  expect((await look('zhou', (await party('zhou', 2)).no)).status).toBe(403)
})

test('it is told, and its paper names it to those who have looked, and to nobody else', async () => {
  await moved('zhou', 1, 'notify-party', { ...told, fine: 8_000 })
  const papers = (await house.as('chen', `/api/cases/${id}/documents`)).body.items
  const notice = papers.find(({ kind }: { kind: string }) => kind === 'notify-party')
  expect(notice).toMatchObject({ state: 'issued', number: expect.stringContaining('罚告') })
  const open = await house.send(notice.url, {
    headers: { cookie: await house.signIn('chen') },
  })
  expect(open.status).toBe(200)
  const words = pdfText(Buffer.from(await open.arrayBuffer()))
  expect(words).toContain(principal.personName)
  expect(words).toContain('8,000元')
  for (const who of ['gao', 'wu', 'ji'])
    expect([who, (await house.as(who, notice.url)).status]).toEqual([who, 403])
  for (const who of ['mao', 'qi', 'jiang'])
    expect([who, (await house.as(who, notice.url)).status]).toEqual([who, 404])
  const own = (await house.as('gao', `/api/cases/${id}/documents`)).body.items
  expect(own.find(({ kind }: { kind: string }) => kind === 'notify-party')).toMatchObject({
    url: null,
    confidential: true,
  })
  const seen = (await house.as('mao', `/api/cases/${id}/documents`)).body.items
  expect(seen.map(({ kind }: { kind: string }) => kind)).not.toContain('notify-party')
  expect((await party('lin')).forms.at(-1)?.fields[0]).toMatchObject({
    value: { zh: told.facts },
  })
})

test('heavier than what it was told nobody is punished; the case stays open meanwhile', async () => {
  await moved('lin', 1, 'serve-party-notice')
  expect((await party('lin')).dueAt).not.toBeNull()
  expect((await does('lin', 1, 'waive-party-rights', { statement: '放弃' })).status).toBe(403)
  await house.clock.setNow('2026-03-06T01:00:00.000Z')
  const clocks = (await party('chen')).acts.find(({ type }) => type === 'confirm-rung')
  const [obligation] = Object.keys(
    clocks?.fields.find(({ name }) => name === 'obligation')?.choices ?? {},
  )
  await moved('chen', 1, 'confirm-rung', { obligation, escalationLevel: 'lapsed', reason: '期满' })
  await moved('lin', 1, 'weigh-party-defence')
  const before = await facts()
  const heavier = await does('gao', 1, 'decide-party-penalty', {
    ...sample('decide-party-penalty'),
    fine: 9_000,
  })
  expect([heavier.status, heavier.body.code]).toEqual([403, 'not-allowed'])
  expect(JSON.stringify(heavier.body)).toContain('重于已告知')
  const left = await sent('gao', 'withdraw-case')
  expect([403, 409]).toContain(left.status)
  expect(await facts()).toBe(before)
  await moved('gao', 1, 'decide-party-penalty')
  await moved('lin', 1, 'serve-party-decision', {
    ...sample('serve-party-decision'),
    servedOn: '2026-03-06',
  })
  const papers = (await house.as('chen', `/api/cases/${id}/documents`)).body.items
  const receipt = papers.findLast(({ kind }: { kind: string }) => kind === 'party-receipt')
  const decision = papers.find(({ kind }: { kind: string }) => kind === 'decide-party-penalty')
  expect(decision.title.zh).toBe('行政处罚决定书（个人）（当事人（个人）第1号）')
  const words = await printed(receipt.url)
  expect(words).toContain(principal.personName)
  expect(words).toContain(decision.number)
  for (const said of [principal.personName, principal.identity, '主要负责人', '8000'])
    expect(await printed(decision.url)).toContain(said)
  const { brief, dueAt } = await party('lin')
  expect(brief.map(({ value }) => value.zh)).toContain('罚款8,000元')
  expect(dueAt).toBe('2026-03-23T16:00:00.000Z')
})

test('the enterprise reads nothing of the persons', async () => {
  expect((await house.as('mao', `/api/cases/${id}/items`)).status).toBe(403)
  const all = JSON.stringify([
    await view('mao'),
    (await house.as('mao', `/api/cases/${id}/timeline`)).body,
  ])
  for (const words of ['追加当事人', '主要负责人）', '个人处罚', '公民身份号码'])
    expect([words, all.includes(words)]).toEqual([words, false])
})

test('with a party open the closing is refused by its number, and nothing is stored', async () => {
  for (const [who, type, data] of [
    ['lin', 'notify-penalty'],
    ['lin', 'serve-notice', { ...sample('serve-notice'), servedOn: '2026-03-06' }],
    ['mao', 'waive-rights', { statement: '放弃' }],
    ['lin', 'weigh-defence'],
    ['gao', 'decide-penalty'],
    ['lin', 'serve-decision', { ...sample('serve-decision'), servedOn: '2026-03-06' }],
    ['lin', 'record-payment', { ...sample('record-payment'), paidOn: '2026-03-06' }],
    ['chen', 'publish-penalty'],
    ['lin', 'propose-closing'],
  ] as const)
    await done(who, type, data)
  const before = await facts()
  const { status, body } = await sent('gao', 'approve-closing')
  expect([status, body.code]).toEqual([403, 'not-allowed'])
  expect(JSON.stringify(body)).toContain('第1号、第2号尚未办结')
  expect(await facts()).toBe(before)
  await moved('lin', 2, 'drop-party')
  await moved('lin', 1, 'record-party-payment', {
    ...sample('record-party-payment'),
    paidOn: '2026-03-06',
  })
  await done('gao', 'approve-closing')
  expect((await view('lin')).status).toBe('closed')
  expect((await party('lin')).stateWords.zh).toBe('已缴清')
})

test('the dossier holds their papers, and leaves with whoever has looked at each of them on record', async () => {
  const at = `/api/cases/${id}/dossier`
  expect((await house.as('chen', at, { method: 'POST' })).status).toBe(202)
  await house.deps.dossiers.kick()
  const { parts } = (await house.as('gao', at)).body
  const titles = parts.flatMap((part: { papers: { title: string }[] }) => part.papers)
  expect(JSON.stringify(titles)).toContain('（个人）')
  expect(JSON.stringify(titles)).not.toContain(principal.personName)
  const takes = async (who: string, kind: string) => {
    const answer = await house.send(`${at}/${kind}`, {
      headers: { cookie: await house.signIn(who) },
    })
    return [answer.status, answer.status === 200 ? '' : await answer.text()]
  }
  for (const kind of ['pdf', 'zip']) {
    expect(await takes('chen', kind)).toEqual([200, ''])
    expect(await takes('gao', kind)).toEqual([403, expect.stringContaining('登记查看当事人信息')])
    expect((await takes('mao', kind))[0]).toBe(403)
  }
})
