// Who reads which licences, what does everybody learn, and how does an applicant follow his application without signing in?
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseView } from '../../../contract/case/cases.ts'
import { contract } from '../../../contract/contract.ts'
import type { DocumentList } from '../../../contract/documents/documents.ts'
import type { LicenceView } from '../../../contract/licences/licences.ts'
import { saveAccount } from '../../../db/organisation/accounts.ts'
import { hazchemLicence } from '../../../domain/hazchem-licence/process.ts'
import { type House, openHouse, password } from '../../api/house.ts'
import { checked, issued, opined, sample } from '../../hazchem-licence/playing.ts'
import { act, asPublic } from '../../public/report-sending.ts'
import { broughtTo } from '../../support/people/papers.ts'
import { quickHash } from '../../support/people/passwords.ts'
import { licensers, settleThem } from '../../support/people/people.ts'
import type { Line } from '../../support/processes/lines.ts'
import { withinMinute } from '../../support/within-minute.ts'

let house: House
let open: ReturnType<typeof asPublic>
let id: string
let receipt: { number: string; code: string }

const form = { kind: 'new', site: '试验路1号', mode: '批发（无储存）', scope: ['甲醇', '乙醇'] }
const number = sample('issue-licence').licenceNumber as string
const does = async (...lines: Line[]) => {
  for (const [who, type, data = sample(type) ?? {}] of lines) await act(house, who, id, type, data)
}

const apply = async (data: object = {}) => {
  const whole = await broughtTo(house, hazchemLicence)('mao', 'apply', { ...form, ...data })
  return house.as('mao', `/api/cases/${hazchemLicence.id}`, { json: { data: whole } })
}

beforeAll(async () => {
  house = await openHouse({ demo: false, behindProxy: true }, null, {
    [hazchemLicence.id]: hazchemLicence,
  })
  open = asPublic(house)
  await settleThem(house.db, licensers)
  const passwordHash = await quickHash(password)
  for (const [person, [name]] of Object.entries(licensers))
    await saveAccount(house.db, { id: person, username: person, name, passwordHash })
  await house.clock.setNow('2026-03-02T01:00:00.000Z')
  const { status, body } = await apply()
  expect(status).toBe(201)
  id = body.id
  receipt = body.follow
})
afterAll(() => house.close())

describe('an applicant', () => {
  test('gets number and code at receipt, and reads where it stands in public words', async () => {
    expect(receipt).toMatchObject({
      number: expect.stringMatching(/经营〔2026〕/),
      code: expect.stringMatching(/^[2-9A-Z]{8}$/),
    })
    const { status, body } = await open.follow(receipt.number, receipt.code)
    expect(status).toBe(200)
    expect(v.safeParse(contract['POST /api/public/follow'].answer, body).issues).toBeUndefined()
    expect(body.stages.map(({ look }: { look: string }) => look)).toEqual([
      'done',
      'now',
      'later',
      'later',
      'later',
    ])
    expect(body.limits[0].course.zh).toMatch(/^第0\/5个工作日/)
    expect(JSON.stringify(body)).not.toMatch(/毛总|kou|寇窗口/)
  })
  test('learns nothing by guessing: a wrong code and an unknown number are one answer', async () => {
    const wrong = receipt.code === 'AAAAAAAA' ? 'BBBBBBBB' : 'AAAAAAAA'
    const answers = await Promise.all([
      open.follow(receipt.number, wrong),
      open.follow('衢柯经营〔2026〕9999号', wrong),
    ])
    const [one, other] = answers.map(({ status, body: { instance: _, ...rest } }) => ({
      status,
      rest,
    }))
    expect(one).toMatchObject({ status: 404, rest: { code: 'not-found' } })
    expect(other).toEqual(one)
  })
  test('is warned when he asks too often', async () => {
    await withinMinute(10)
    const tries = await Promise.all(
      Array.from({ length: 21 }, () => open.follow(receipt.number, receipt.code, '10.200.1.1')),
    )
    expect(
      tries.filter(({ status }) => status === 429).map(({ body }) => body.details.retryAfter),
    ).toEqual([60])
  })
})

describe('the register', () => {
  beforeAll(async () => {
    expect((await house.as('shen', '/api/licences')).body.items).toEqual([])
    await does(['kou', 'accept'], ...checked, ...opined, ['gao', 'grant'], ...issued('2026-03-02'))
  })

  test('is read by the authority of the region and by the holder, and by nobody else', async () => {
    for (const who of ['shen', 'mao']) {
      const { body } = await house.as(who, '/api/licences')
      expect(v.safeParse(contract['GET /api/licences'].answer, body).issues).toBeUndefined()
      expect(body.items).toMatchObject([
        {
          id,
          number,
          standing: 'in-force',
          holder: '衢州试验化工有限公司',
          validUntil: '2029-03-02',
        },
      ])
    }
    expect((await house.send('/api/licences')).status).toBe(401)
  })
  test('is searched and narrowed', async () => {
    const count = async (query: string) =>
      (await house.as('shen', `/api/licences?${query}`)).body.total
    expect(
      await Promise.all(
        ['q=试验', 'q=没有', 'scope=甲醇', 'standing=revoked', 'within=35', 'within=36'].map(count),
      ),
    ).toEqual([1, 0, 1, 0, 0, 1])
    expect((await house.as('shen', '/api/licences?within=37')).status).toBe(422)
  })
  test('shows one licence with its history', async () => {
    const { body } = await house.as('mao', `/api/licences/${id}`)
    expect(v.safeParse(contract['GET /api/licences/{id}'].answer, body).issues).toBeUndefined()
    expect(body).toMatchObject({
      caseNumber: receipt.number,
      replaces: null,
      replacedBy: [],
      history: [{ words: { zh: expect.stringContaining('送达') } }],
    })
    expect((await house.as('mao', '/api/licences/none')).status).toBe(404)
  })
  test('leads to the licence itself, original and copy, for the authority and the holder', async () => {
    for (const who of ['shen', 'mao']) {
      const { papers } = (await house.as(who, `/api/licences/${id}`)).body as LicenceView
      expect(papers.map(({ kind, title, number }) => [kind, title.zh, number])).toEqual([
        ['licence-original', '危险化学品经营许可证（正本）', number],
        ['licence-copy', '危险化学品经营许可证（副本）', number],
      ])
    }
  })
  test('promise (screens): whoever verifies a licence reads holder, issue, expiry and state, and nothing that only the file says', async () => {
    const { papers } = (await house.as('mao', `/api/licences/${id}`)).body as LicenceView
    const { body } = await open.send(`/api/public/verify/${papers[0]!.code}`)
    const term = {
      holder: '衢州试验化工有限公司',
      validFrom: '2026-03-02',
      validUntil: '2029-03-02',
    }
    expect(body).toMatchObject({ number, day: '2026-03-02', state: 'issued' })
    expect(body.licence).toEqual({
      ...term,
      words: { zh: '有效', en: 'In force' },
      inForce: true,
      since: '2026-03-02',
    })
    expect(JSON.stringify(body)).not.toMatch(/毛总|试验路|case/)
  })
  test('goes before what its holder types about it, and fills in what he leaves open', async () => {
    const about = (data: object) => apply({ licenceNumber: number, ...data })
    const wrong = await about({ kind: 'renewal', expiresOn: '2029-12-31' })
    expect(wrong).toMatchObject({
      status: 422,
      body: { details: { fields: { expiresOn: { zh: '登记簿记载该许可证有效期至2029-03-02' } } } },
    })
    const same = await about({
      kind: 'change',
      what: ['principal'],
      principal: '毛总',
      changedOn: '2026-03-01',
    })
    expect(same).toMatchObject({
      status: 422,
      body: { details: { fields: { principal: { zh: expect.stringContaining('毛总') } } } },
    })
    const unnamed = await about({ kind: 'change', what: ['principal'], changedOn: '2026-03-01' })
    expect(unnamed).toMatchObject({ status: 422, body: { details: { fields: { principal: {} } } } })
    const [before = '', year = '', after = ''] = number.split(/[〔〕]/)
    const { status, body } = await about({
      kind: 'renewal',
      licenceNumber: `${before} [${year}] ${after}`,
    })
    expect(status).toBe(201)
    const { facts } = (await house.as('mao', `/api/cases/${body.id}`)).body as CaseView
    const texts = Object.fromEntries(facts.map(({ name, value }) => [name, value.zh]))
    expect(texts).toMatchObject({
      licenceNumber: number,
      expiresOn: '2029-03-02',
      principal: '毛总',
    })
  })
  test('leaves as a file', async () => {
    const answer = await house.send('/api/exports/licences?format=csv', {
      headers: { cookie: await house.signIn('shen') },
    })
    const words = await answer.text()
    expect(answer.headers.get('x-total-rows')).toBe('1')
    expect(words).toContain('持证单位')
    expect(words).toContain(number)
  })
  test('tells everybody the least, by the whole number or four signs of a name, and not too often', async () => {
    const ask = (q: string, address?: string) =>
      open.send(`/api/public/licences?${new URLSearchParams({ q })}`, { address })
    for (const q of [number, '试验化工']) {
      const { body } = await ask(q)
      expect(v.safeParse(contract['GET /api/public/licences'].answer, body).issues).toBeUndefined()
      expect(body.items).toMatchObject([{ number, words: { zh: '有效' } }])
      expect(JSON.stringify(body)).not.toMatch(/毛总|试验路|case/)
    }
    expect((await ask(number.slice(0, -1))).body.items).toEqual([])
    expect((await ask('化工')).status).toBe(422)
    await withinMinute(10)
    const tries = await Promise.all(Array.from({ length: 21 }, () => ask('试验化工', '10.200.2.2')))
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(1)
  })
  test('follows the licence to its end', async () => {
    await does(['gao', 'cancel-licence'])
    expect((await house.as('shen', '/api/licences?standing=cancelled')).body.items).toMatchObject([
      { id, since: '2026-03-02' },
    ])
    const late = await apply({ kind: 'renewal', licenceNumber: number })
    expect(late).toMatchObject({
      status: 422,
      body: { details: { fields: { licenceNumber: { zh: expect.stringContaining('已注销') } } } },
    })
  })
  test('keeps the number of a licence that is made out again before its service; the earlier papers are replaced', async () => {
    id = (await apply()).body.id
    const scope = { scope: ['甲醇'] }
    const back = { to: 'handling.issuing', reason: '证载有误' }
    await does(['kou', 'accept'], ...checked, ...opined, ['gao', 'grant'])
    await does(
      ['kou', 'issue-licence', scope],
      ['kou', 'return', back],
      ['kou', 'issue-licence', scope],
    )
    const { items } = (await house.as('kou', `/api/cases/${id}/documents`)).body as DocumentList
    const licences = items.filter(({ kind }) => hazchemLicence.register?.documents.includes(kind))
    expect(licences.map(({ state }) => state === 'replaced')).toEqual([true, true, false, false])
    expect(new Set(licences.map(({ number }) => number))).toEqual(
      new Set(['浙衢柯危化经字〔2026〕000001']),
    )
  })
})
