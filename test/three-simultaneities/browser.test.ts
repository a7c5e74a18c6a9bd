// The whole story of a hazchem project at browsers: registered on a phone, its conditions and its design reviewed, stopped for experts,
// extended, returned and straight back, the approval a PDF in the builder's hands, changed, tried out, accepted, spot-checked, in use.

import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseRow } from '../../contract/case/lists.ts'
import { documents } from '../../db/schema/cases/documents.ts'
import { createRenderer } from '../../documents/render.ts'
import { demoSealer } from '../../documents/seal.ts'
import { inChinese } from '../../domain/documents/document-source.ts'
import type { DocumentContent } from '../../domain/model/document.ts'
import { act, fill, goTo, open, quiet, type Visitor } from '../support/browser/browser.ts'
import { createCrew, licensingCrew } from '../support/browser/crew.ts'
import { actOnItems, applyWithPapers, bringPapers } from '../support/browser/forms-in-browser.ts'
import { untilIssued } from '../support/servers/issued.ts'
import type { Line, Who } from './project-story.ts'
import { items, onSite, opined, opinion, reason, served, title } from './project-story.ts'
import { checklist } from './samples.ts'

const crew = createCrew(licensingCrew, { on: '2026-03-02', onPhones: ['boss'] })
const { at, clean, person } = crew
beforeAll(crew.open)
afterAll(crew.close)

let id = ''
const read = (who: Who, path = `/case/${id}`) => crew.read(who, path)
const does = async (...lines: Line[]): Promise<void> => {
  for (const [who, type, data] of lines) {
    if (type.startsWith('serve-')) await untilIssued(crew.product().db, id)
    await (await person(who)).act(id, type, data ?? (type === 'accept' ? { checklist } : undefined))
  }
}

const until = (date: string) => crew.until('chief', date)
/** What is printed on the latest document of a kind, once its bytes are there. */
const printed = async (kind: string): Promise<DocumentContent> => {
  await untilIssued(crew.product().db, id)
  const ofKind = and(eq(documents.caseId, id), eq(documents.kind, kind))
  const [latest] = (
    await crew.product().db.select().from(documents).where(ofKind).orderBy(documents.seq)
  ).slice(-1)
  if (!latest) throw new Error(`no ${kind}`)
  return latest.content
}
/** The end of the review of the design: on the page of the office, in the portal and its list, over the API. */
const reviewEnds = async (): Promise<unknown[]> => {
  const day = (who: Who, within: string, text: string) =>
    at[who].page.locator(within, { hasText: text }).locator('time').first().getAttribute('datetime')
  await read('one')
  const office = await day('one', '.identity-due', '')
  await read('boss')
  const portal = await day('boss', '.party-clock', '安全设施设计审查')
  await read('boss', '/e/cases')
  const list = await day('boss', '.matter', title)
  const { clocks } = await (await person('boss')).view(id)
  return [office, portal, list, clocks.find(({ clock }) => clock === 'hazchem-design-review')?.due]
}
const everywhere = (day: string) => [day, day, day, day]

test('a builder registers the project and applies for the review of its conditions on a phone', async () => {
  const { page } = at.boss
  expect(await read('boss', '/e/cases')).toContain('登记建设项目')
  await goTo(page, '/report/three-simultaneities')
  await page.locator('form.report-form').waitFor()
  await expect.poll(() => page.locator('main').innerText()).toContain('先申请安全条件审查')
  await clean('boss')
  await fill(page, {
    name: title,
    kind: 'hazchem',
    nature: 'extended',
    site: '化工园区三号地块',
    scale: '储存甲醇两万吨',
  })
  await page.getByLabel('市级已书面委托县级审查').check()
  await page.locator('form.report-form button[type=submit]').click()
  await page.getByRole('button', { name: '确认提交' }).click()
  await page.waitForURL(/\/case\/[\w-]+/)
  id = new URL(page.url()).pathname.split('/')[2] ?? ''
  expect(await read('boss')).toContain('请申请审查')
  await applyWithPapers(at.boss, id, 'apply-conditions', {
    agency: '某评价机构（甲级）',
    surroundings: '周边一千米内无居民',
  })
  const text = await read('boss')
  expect(text).toContain('等待受理')
  expect(text).not.toContain('不予受理')
  await clean('boss')
})

test('everything missing is named once, and he answers that and nothing else', async () => {
  expect(await read('clerk', '/inbox')).toContain(title)
  await act(at.clerk, id, '一次告知补正', { items: items.join('\n') })
  expect((await printed('require-supplement')).blocks).toContainEqual({ kind: 'list', items })
  await until('2026-03-05')
  expect(await read('boss')).toContain('请补正材料')
  const { page } = at.boss
  await page
    .getByRole('link', { name: /^提交补正材料/ })
    .first()
    .click()
  await page.locator('.item-card').first().waitFor()
  await expect.poll(() => page.locator('.item-card legend b').allInnerTexts()).toEqual(items)
  await clean('boss')
  for (const card of await page.locator('.item-card').all())
    await card.locator('label.passed input').check()
  await page.locator('form.act-form button[type=submit]').click()
  await page.waitForURL(/sent=/)
  expect(await read('boss')).toContain('等待受理')
})

test('accepted, checked by two on site, passed: the opinion is issued and served', async () => {
  await actOnItems(at.clerk, id, '受理')
  expect(await read('one', `/case/${id}?tab=clocks`)).toMatch(/法定届满 5月12日/)
  await clean('one')
  await does(...onSite, ...opined)
  await act(at.leader, id, '通过安全条件审查')
  const { number } = await printed('pass-conditions')
  await act(at.clerk, id, '送达审查意见书', {
    method: 'direct',
    servedOn: '2026-03-05',
    receiver: '毛总',
  })
  await clean('clerk')
  const text = await read('boss')
  for (const words of [
    '请申请设计审查',
    '建设项目安全条件审查意见书',
    String(number),
    '有效期两年',
  ])
    expect(text).toContain(words)
})

test('six working days of experts, told beforehand, are not counted: every page has the same new date', async () => {
  await until('2026-03-06')
  await applyWithPapers(at.boss, id, 'apply-design', {
    designer: '某设计院（甲级）',
    summary: '可燃气体报警、紧急切断',
  })
  await does(['clerk', 'accept'])
  expect(await reviewEnds()).toEqual(everywhere('2026-04-03'))
  await until('2026-03-09')
  await act(at.one, id, '组织专家评审', {
    reason: '泄放和消防',
    until: '2026-03-16',
    toldOn: '2026-03-06',
  })
  const text = await read('boss')
  for (const words of ['专家评审中，不计入期限', '专家评审时间告知书', '中止计时'])
    expect(text).toContain(words)
  await clean('boss')
  await until('2026-03-16')
  await act(at.one, id, '专家评审结束', { conclusion: '可行' })
  expect(await reviewEnds()).toEqual(everywhere('2026-04-14'))
  expect(await read('boss')).toMatch(/扣除6个工作日：专家评审.*2026-03-09→2026-03-16/)
})

test('the leader extends it once, with reasons, within its limit', async () => {
  const { page } = at.leader
  await page.goto(`/case/${id}/act/extend-review`)
  await page.locator('form.act-form').waitFor()
  await fill(page, { by: '11', reason: '补充泄放计算' })
  await page.locator('form.act-form button[type=submit]').click()
  await page.getByRole('button', { name: '我已知悉后果，确认提交' }).click()
  await page.locator('.error-summary').waitFor()
  await expect.poll(() => page.locator('.error-summary').innerText()).toContain('超过上限10')
  expect(at.leader.errors.splice(0)).toEqual([expect.stringMatching(/status of 4\d\d/)])
  await act(at.leader, id, '延长审查期限', { by: '10', reason: '补充泄放计算' })
  expect(await reviewEnds()).toEqual(everywhere('2026-04-28'))
  expect(await read('boss')).toMatch(/延长10个工作日/)
  expect(JSON.stringify((await printed('extend-review')).blocks)).toContain(inChinese('2026-04-28'))
  await expect(
    (await person('leader')).act(id, 'extend-review', { by: 1, reason: '再延' }),
  ).rejects.toThrow('只能延长一次')
})

test('returned by the leader to the reviewers, it comes straight back from the second of them, past the chief', async () => {
  await does(['one', 'waive-site-check', reason])
  await act(at.one, id, '提交审查意见', opinion)
  await act(at.two, id, '会签同意', { opinion: '同意' })
  await act(at.chief, id, '复核同意')
  await act(at.leader, id, '退回', {
    to: 'handling.design.reviewing.opining',
    way: 'straight',
    reason: '补充泄放计算',
  })
  const waiting = await read('two')
  for (const words of ['待提出审查意见', '补充泄放计算', '办结后直接送回'])
    expect(waiting).toContain(words)
  await clean('two')
  await act(at.two, id, '提交审查意见', { advice: 'grant', findings: '泄放计算已补充' })
  await act(at.one, id, '会签同意')
  expect(await read('chief', '/inbox')).not.toContain(title)
  expect(await read('leader', '/inbox')).toContain(title)
  expect(await read('leader', `/case/${id}?tab=record`)).toContain('沿用：复核同意')
})

test('approved and served, the PDF is in the builder’s hands, and anybody finds it genuine', async () => {
  await until('2026-03-18')
  await act(at.leader, id, '批准安全设施设计')
  const content = await printed('approve-design')
  await does(served('2026-03-18'))
  await read('boss')
  const line = at.boss.page.locator('.document', { hasText: '建设项目安全设施设计审查意见书' })
  const text = await line.innerText()
  for (const words of [
    String(content.number),
    content.code,
    '3月18日',
    '已送达：当面领取，负责人，3月18日',
  ])
    expect(text).toContain(words)
  expect(inChinese(content.day)).toBe('2026年3月18日')
  const [download] = await Promise.all([
    at.boss.page.waitForEvent('download'),
    line.getByRole('link', { name: '下载' }).click(),
  ])
  const file = join(mkdtempSync(join(tmpdir(), 'anjian-approval-')), download.suggestedFilename())
  await download.saveAs(file)
  // The signature stands behind the words, which are still the same bytes.
  const made = createRenderer(demoSealer).render(content)
  expect(readFileSync(file).subarray(0, made.length).equals(made)).toBe(true)
  await genuine(content, file)
})

/** Somebody who has the paper and nothing else. */
const genuine = async ({ code, number }: DocumentContent, file: string): Promise<void> => {
  const browser = at.boss.context.browser()
  if (!browser) throw new Error('no browser')
  const stranger: Visitor = await open(browser, crew.product().base, { width: 'phone' })
  await stranger.page.goto(`/verify/${code.replaceAll('-', '')}`)
  await stranger.page.getByText('该文书有效').waitFor()
  const words = await stranger.page.locator('main').innerText()
  expect(words).toContain(String(number))
  expect(words).toContain('2026-03-18')
  expect(words).not.toContain(title)
  await stranger.page.locator('#field-file').setInputFiles(file)
  await stranger.page.getByText('完全一致').waitFor()
  quiet(stranger)
  await stranger.context.close()
}

test('a change of the design during construction is reviewed again, and it is built on', async () => {
  await act(at.boss, id, '报告开工', { startedOn: '2026-03-18', contractor: '某建设公司' })
  const { page } = at.boss
  await page.goto(`/case/${id}/act/apply-change`)
  await page.getByLabel('主要设备').check()
  await clean('boss')
  await fill(page, { description: '储罐由固定顶改为内浮顶', designer: '某设计院（甲级）' })
  await bringPapers(at.boss)
  await page.locator('form.act-form button[type=submit]').click()
  await page.waitForURL(/sent=/)
  await does(['clerk', 'accept'], ['one', 'waive-site-check', reason], ...opined)
  expect(await read('boss')).toContain('变更审查：审查完成，等待决定')
  await act(at.leader, id, '批准安全设施设计')
  expect(JSON.stringify((await printed('approve-design')).blocks)).toContain(
    '安全设施变更设计审查申请',
  )
  await does(served('2026-03-18'))
  expect(await read('boss')).toContain('施工中')
})

test('tried out, accepted by its builder, spot-checked by two, it is in use; list and chart show it', async () => {
  await act(at.boss, id, '报告完工', { trial: true, summary: '安全设施与主体工程同时施工' })
  await act(at.boss, id, '开始试运行', {
    from: '2026-03-18',
    until: '2026-04-20',
    plan: '分三阶段投料',
  })
  await until('2026-04-20')
  await does(['boss', 'end-trial', { result: 'passed', summary: '运行平稳' }])
  await act(at.boss, id, '报告竣工验收结果', {
    acceptedOn: '2026-04-20',
    agency: '某评价机构（甲级）',
    summary: '通过',
  })
  await act(at.chief, id, '抽取监督核查', reason)
  await does(['one', 'spot-check-passed', { findings: '安全设施齐全有效' }], ['two', 'sign'])
  expect(await read('boss')).toContain('投入使用')
  await clean('boss')
  expect(await read('chief', '/cases?process=three-simultaneities')).toContain('投入使用')
  await clean('chief')
  expect(await read('chief', `/case/${id}?tab=flow`)).toContain('重新办理')
  const marked = await at.chief.page
    .locator('.chart-state:not([data-mark=possible])')
    .allTextContents()
  expect(marked).toEqual(expect.arrayContaining(['✓ 施工中', '✓ 试运行中', '● 投入使用']))
  expect(await read('clerk', '/process/three-simultaneities')).toContain('三同时')
  const row = (
    await (await person('chief')).get<{ items: CaseRow[] }>('/api/cases?limit=200')
  ).items.find((one) => one.id === id)
  expect([row?.status, (await (await person('chief')).timeline(id)).chain]).toEqual([
    'closed',
    expect.objectContaining({ valid: true }),
  ])
  for (const visitor of Object.values(at)) quiet(visitor)
})
