// The whole story of a licence at browsers, each time to the PDF in its holder's hands: applied for on a phone, sent back once, supplied, checked by
// two, reviewed by experts, decided, issued; its principal changed; renewed by the law itself when nobody decides; given up for new premises.

import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LicencePage } from '../../contract/licences/licences.ts'
import { createClock } from '../../db/clock.ts'
import { inChinese } from '../../domain/documents/document-source.ts'
import { act, axeFindings, open, quiet, type Visitor } from '../support/browser/browser.ts'
import { downloaded } from '../support/browser/downloads.ts'
import { actOnItems } from '../support/browser/forms-in-browser.ts'
import { pdfText } from '../support/people/pdf-text.ts'
import {
  applied,
  at,
  business,
  type Chapter,
  clean,
  crew,
  does,
  goods,
  ids,
  issued,
  type Line,
  licenceOf,
  made,
  numbers,
  opined,
  type Printed,
  papersOf,
  person,
  read,
  scope,
} from './licence-story.ts'

let stranger: Visitor
beforeAll(async () => {
  await crew.open()
  stranger = await open(at.boss.context.browser()!, crew.product().base, { width: 'phone' })
})
afterAll(crew.close)

const advance = async (period: string) => (await person('chief')).advance(period)
const until = (date: string) => crew.until('chief', date)
/** Years in which nobody does anything: at once, for the laboratory would stop at each of their mornings. */
const sleepTo = async (date: string): Promise<void> => {
  await createClock(crew.product().db, true).setNow(`${date}T01:00:00.000Z`)
  await advance('PT1S')
}

/** Paper, case page, register and API say the same, byte by byte where they are the same thing; and anybody may verify it. */
const openLicence = async (
  chapter: Chapter,
  { from, until: last, principal, scope }: Printed,
): Promise<void> => {
  const [id, number] = [ids[chapter], numbers[chapter]]
  await read('boss', `/case/${id}`)
  const pdf = await downloaded(
    at.boss.page.locator('.document', { hasText: '（正本）' }).getByRole('link', { name: '下载' }),
  )
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  const printed = [number, `${inChinese(from)}至${inChinese(last)}`, principal, scope]
  for (const words of printed) expect(pdfText(pdf)).toContain(words)
  const [original] = (await papersOf(id)).filter(({ kind }) => kind === 'licence-original')
  expect([original?.sha256, original?.number]).toEqual([
    createHash('sha256').update(pdf).digest('hex'),
    number,
  ])
  expect(await licenceOf(chapter)).toMatchObject({
    number,
    validFrom: from,
    validUntil: last,
    principal,
    words: { zh: '有效' },
  })
  const page = await read('clerk', `/case/${id}`)
  for (const words of [number, `至 ${last}`]) expect(page).toContain(words)
  const entry = await read('boss', `/licences/${id}`)
  for (const words of [number, `${from} 至 ${last}`, principal, scope])
    expect(entry).toContain(words)
  expect(
    (await downloaded(at.boss.page.getByRole('link', { name: /^下载PDF.*正本/ }))).equals(pdf),
  ).toBe(true)
  await verified(original?.code ?? '', '该文书有效', '有效（自')
}

const verified = async (code: string, ...words: string[]): Promise<void> => {
  await stranger.page.goto(`/verify/${code.replaceAll('-', '')}`)
  await stranger.page.locator('#verified-title').waitFor()
  for (const one of words)
    await expect.poll(() => stranger.page.locator('main').innerText()).toContain(one)
}

test('an enterprise applies with its papers', async () => {
  const { page } = at.boss
  expect(await read('boss', '/e/cases')).toContain('申请经营许可证')
  ids.first = await applied({ kind: 'new', ...business }, async () => {
    await expect.poll(() => page.locator('main').innerText()).toContain('由市级发证')
    await page.getByText('整个名单').click()
    for (const good of goods) await page.getByRole('checkbox', { name: good, exact: true }).check()
    await clean('boss')
    await page.locator('form.report-form button[type=submit]').click()
    await expect.poll(() => page.locator('.error-summary').innerText()).toContain('请上传申请书')
  })
  const words = await read('boss', `/case/${ids.first}`)
  for (const one of ['等待受理', '申请书.txt', '2026-04-09']) expect(words).toContain(one)
  expect(words).not.toContain('需要的岗位')
})

test('everything missing is named once, and answered item by item', async () => {
  const id = ids.first
  expect(await read('clerk', '/inbox')).toContain('经营许可证新申请')
  expect(await read('clerk', `/case/${id}`)).toContain('无市级发证情形')
  await clean('clerk')
  await act(at.clerk, id, '一次告知补正', { items: '租赁合同\n主要负责人资格证书' })
  expect(await read('boss', `/case/${id}`)).toContain('请补正材料')
  const { page } = at.boss
  const begins = { name: /^提交补正材料/ }
  await page.getByRole('link', begins).or(page.getByRole('button', begins)).first().click()
  await page.locator('form.act-form .item-card').first().waitFor()
  await expect
    .poll(() => page.locator('form.act-form').innerText())
    .toMatch(/^(?!.*整改).*材料或照片/s)
  await clean('boss')
  for (const card of await page.locator('.item-card').all())
    await card.locator('input[type=radio]').first().check()
  await page.locator('form.act-form button[type=submit]').click()
  await page.waitForURL(/sent=/)
  expect(await read('boss', `/case/${id}`)).toContain('等待受理')
})

test('accepted, it shows the legal end and the promised one; two check the site, and the experts’ time is not counted', async () => {
  const id = ids.first
  await actOnItems(at.clerk, id, '受理')
  const clocks = await read('one', `/case/${id}?tab=clocks`)
  await expect.poll(() => at.one.page.locator('.identity-due').innerText()).toContain('5月18日')
  for (const one of [/法定届满 5月18日/, /承诺届满 4月16日/]) expect(clocks).toMatch(one)
  await clean('one')
  await act(at.one, id, '开始现场核查', { reason: '核对经营场所' })
  await act(at.one, id, '现场核查符合条件', { findings: '与申请一致' })
  expect(await read('boss', `/case/${id}`)).toContain('现场核查中')
  await act(at.two, id, '会签同意')
  await does(id, ['one', 'begin-expert-review', { reason: '工艺安全', until: '2026-04-10' }])
  expect(await read('boss', `/case/${id}`)).toMatch(/预计至.*所需时间不计入审查期限/)
  await until('2026-04-10')
  await does(id, ['one', 'end-expert-review', { conclusion: '可行' }])
  const text = await read('boss', `/case/${id}`)
  expect(text).not.toContain('与申请一致')
  expect(text).toContain('审查中')
})

test('decided, issued and served, the licence is in the holder’s hands; the register lists it with original and copy', async () => {
  const id = ids.first
  await does(id, ...opined)
  await act(at.leader, id, '准予许可')
  await act(at.clerk, id, '制发许可证')
  await made(id)
  await act(at.clerk, id, '送达许可证', {
    method: 'direct',
    servedOn: '2026-04-10',
    receiver: '负责人',
  })
  expect(await read('boss', `/case/${id}`)).toContain('许可证有效')
  expect(await read('clerk', `/case/${id}`)).toContain('至 2029-04-10，2029-01-10 前提出延期')
  const { number, principal } = await licenceOf('first')
  numbers.first = number
  await openLicence('first', { from: '2026-04-10', until: '2029-04-10', principal, scope })
  await clean('boss')
  expect(await read('clerk', '/licences')).toContain(number)
  await at.clerk.page.getByRole('link', { name: number }).click()
  const copy = await downloaded(at.clerk.page.getByRole('link', { name: /^下载PDF.*副本/ }))
  for (const words of ['副本', number]) expect(pdfText(copy)).toContain(words)
  await clean('clerk')
})

test('its principal changes: a new licence with the same last day; the old one is replaced, and its paper says so', async () => {
  await until('2026-04-24')
  const before = await licenceOf('first')
  const { page } = at.boss
  ids.changed = await applied(
    { kind: 'change', changedOn: '2026-04-20', principal: '周望舒' },
    async () => {
      await page.getByRole('button', { name: `填入 ${numbers.first}` }).click()
      await page.getByRole('checkbox', { name: '主要负责人' }).check()
      await expect.poll(() => page.locator('form.report-form').innerText()).toContain(scope)
      expect(await page.locator('#field-site, #field-mode, #field-expiresOn').count()).toBe(0)
    },
  )
  expect(await read('boss', `/case/${ids.changed}`)).toContain('2029-04-10')
  await does(ids.changed, ['clerk', 'accept'], ['one', 'waive-site-check'], ...opined, [
    'leader',
    'grant',
  ])
  await issued('changed')
  await expect
    .poll(async () => (await licenceOf('first')).words.zh, { timeout: 20_000 })
    .toBe('已由新证替换')
  await openLicence('changed', {
    from: '2026-04-24',
    until: '2029-04-10',
    principal: '周望舒',
    scope,
  })
  const old = await read('boss', `/licences/${ids.first}`)
  for (const words of ['已由新证替换', numbers.changed, before.principal, '核发的新证替换'])
    expect(old).toContain(words)
  expect(await read('clerk', `/licences/${ids.changed}`)).toMatch(
    new RegExp(`所替换的原证\\s*${numbers.first}`),
  )
  await verified(
    (await licenceOf('first')).papers[0]?.code ?? '',
    '文书真实，但许可证不在有效状态',
    '已由新证替换（自',
  )
  expect(await axeFindings(stranger.page)).toEqual([])
})

test('a renewal filed in time on which nobody decides is granted by the law at the last instant, and issued', async () => {
  await sleepTo('2029-01-08')
  const boss = await person('boss')
  ids.renewed = (
    await boss.applies('hazchem-licence', { kind: 'renewal', licenceNumber: numbers.changed })
  ).id
  expect(await read('clerk', `/case/${ids.renewed}`)).toContain(
    '按期提出：2029-04-10 未决定即视为准予延续',
  )
  await does(ids.renewed, ['clerk', 'accept'])
  await sleepTo('2029-04-10')
  await advance('PT14H58M')
  expect((await boss.view(ids.renewed)).state.zh).toBe('审查中')
  await advance('PT2M')
  const deemed = (await boss.timeline(ids.renewed)).items.find(
    ({ type }) => type === 'deem-renewed',
  )
  expect(deemed).toMatchObject({
    occurredAt: '2029-04-10T16:00:00.000Z',
    title: { zh: expect.stringContaining('第五十条') },
  })
  const inForce = await boss.get<LicencePage>('/api/licences?standing=in-force')
  expect(inForce.items).toMatchObject([
    { id: ids.renewed, number: numbers.changed, words: { zh: '有效' }, validUntil: '2032-04-10' },
  ])
  expect(await read('boss', `/licences/${ids.renewed}`)).toContain('视为准予延续')
  await advance('PT9H')
  await issued('renewed')
  await openLicence('renewed', {
    from: '2029-04-10',
    until: '2032-04-10',
    principal: '周望舒',
    scope,
  })
  await expect
    .poll(async () => (await licenceOf('changed')).words.zh, { timeout: 20_000 })
    .toBe('已由新证替换')
})

test('moved to new premises it applies afresh: a new number and new days, and the earlier licence ends in the register', async () => {
  const site = '物流园二区五号'
  const anew = {
    kind: 'reapplication',
    ...business,
    scope: goods,
    site,
    licenceNumber: numbers.renewed,
  }
  ids.moved = (await (await person('boss')).applies('hazchem-licence', anew)).id
  const visited: Line[] = ['begin-site-check', 'site-check-passed'].map((type) => ['one', type])
  await does(ids.moved, ['clerk', 'accept'], ...visited, ['two', 'sign'], ...opined, [
    'leader',
    'grant',
  ])
  await issued('moved', ['甲醇'])
  expect(new Set(Object.values(numbers)).size).toBe(4)
  await expect
    .poll(async () => (await licenceOf('renewed')).words.zh, { timeout: 20_000 })
    .toBe('已由新证替换')
  await openLicence('moved', {
    from: '2029-04-11',
    until: '2032-04-11',
    principal: '周望舒',
    scope: '甲醇',
  })
  expect(await read('boss', `/licences/${ids.moved}`)).toContain(site)
  const list = await read('clerk', '/licences')
  for (const number of Object.values(numbers)) expect(list).toContain(number)
  for (const id of Object.values(ids))
    expect((await (await person('clerk')).timeline(id)).chain).toMatchObject({ valid: true })
})

test('the process book draws the chart, and no page complained', async () => {
  expect(await read('clerk', '/process/hazchem-licence')).toContain('危险化学品经营许可证')
  for (const visitor of [stranger, ...Object.values(at)]) quiet(visitor)
})
