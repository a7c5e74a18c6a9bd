// The core story before real browsers: report, two hands, an order, three levels of supervision, a failed and a passed re-check, the end.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openMailStore } from '../../bin/infra/mail-store.ts'
import { factsOf } from '../crash/story.ts'
import { act, atRest, fill, launch, letIn, open, quiet, type Visitor } from '../support/browser.ts'
import { createDatabase } from '../support/infra.ts'
import { openProduct, type Product } from '../support/product.ts'

const usernames = {
  safety: 'e001.safety',
  principal: 'e001.principal',
  one: 'kecheng.inspector1',
  two: 'kecheng.inspector2',
  three: 'kecheng.inspector3',
  chief: 'kecheng.chief',
  city: 'city.supervisor',
  province: 'province.supervisor',
} as const
type Who = keyof typeof usernames

const title = `反应釜安全阀失效 ${Date.now() % 100_000}`
let product: Product
let browser: Browser
let database: Awaited<ReturnType<typeof createDatabase>>
const at = {} as Record<Who, Visitor>
let id: string

beforeAll(async () => {
  database = await createDatabase()
  const { temporalAddress, smtpUrl, mailDir } = inject('infra')
  product = await openProduct({ databaseUrl: database.url, temporalAddress, smtpUrl, mailDir }, '2026-03-02T01:00:00.000Z')
  browser = await launch()
  for (const who of Object.keys(usernames) as Who[]) {
    at[who] = await open(browser, product.base, { width: who === 'principal' ? 'phone' : 'desktop' })
    await letIn(at[who], usernames[who])
  }
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
  await database?.drop()
})

const text = async (who: Who, path: string): Promise<string> => {
  const { page } = at[who]
  await page.goto(path)
  await page.locator('main h1, main h2').first().waitFor()
  await atRest(page)
  return page.locator('body').innerText()
}

/** Moves the clock on the laboratory page and waits until every case has answered. */
const advance = async (days: number): Promise<void> => {
  const { page } = at.chief
  await page.goto('/lab')
  await page.locator('#field-days').fill(String(days))
  await page.locator('.lab-custom button').click()
  await page
    .locator('[role=status]')
    .waitFor({ state: 'visible' })
    .catch(() => undefined)
  await page
    .locator('.lab-steps [role=status], [role=status]')
    .first()
    .waitFor({ state: 'detached' })
    .catch(() => undefined)
  await expect.poll(async () => page.locator('.lab-custom button').getAttribute('aria-disabled'), { timeout: 60_000 }).not.toBe('true')
}

const mailsAbout = (words: string) =>
  openMailStore(inject('infra').mailDir)
    .mails({ limit: 100_000 })
    .filter(({ subject, text }) => subject.includes(words) && text.includes(title))

test('an enterprise reports a hazard with a photo', async () => {
  const { page } = at.safety
  await page.goto('/report/hazard-rectification')
  await page.locator('form.report-form').waitFor()
  await fill(page, { title: title, site: '三车间二层', category: 'hazchem', description: '安全阀铅封缺失，校验超期' })
  await page.locator('input[type=file]').setInputFiles({ name: 'valve.png', mimeType: 'image/png', buffer: onePixel })
  await page.locator('.upload.stored').waitFor()
  await page.locator('form.report-form button[type=submit]').click()
  await page.getByRole('button', { name: '确认提交' }).click()
  await page.waitForURL(/\/case\/[\w-]+/)
  id = new URL(page.url()).pathname.split('/')[2] ?? ''
  expect(await text('principal', '/e/cases')).toContain(title)
  expect(await text('safety', `/case/${id}`)).toContain('等待核实')
})

test('two inspectors verify and grade it together', async () => {
  expect(await text('one', '/inbox')).toContain(title)
  await act(at.one, id, '核实属实并定级', { grade: 'general', findings: '现场核实属实，已要求降负荷运行' })
  expect(await text('safety', `/case/${id}`)).toContain('等待核实')
  await act(at.two, id, '会签同意')
  expect(await text('safety', `/case/${id}`)).toContain('已核实，等待整改指令')
})

test('the order sets a date, and the enterprise reads it in plain words', async () => {
  await act(at.one, id, '责令限期整改', { dueDate: '2026-03-10', requirements: '更换并校验安全阀' })
  const read = await text('principal', `/case/${id}`)
  expect(read).toContain('请整改')
  expect(read).toContain('更换并校验安全阀')
  expect(read).not.toContain('已要求降负荷运行')
  expect(await text('principal', '/e/cases')).toMatch(/3月10日/)
})

test('nobody rectifies: red, city and province supervision appear step by step, each told once', async () => {
  const state = async () => (await product.person(usernames.chief).then((chief) => chief.view(id))).state.zh
  await advance(9)
  expect(await state()).toContain('期满未报，待复查')
  expect(mailsAbout('整改逾期').filter(({ to }) => to.includes('e001.principal@anjian.example'))).toHaveLength(1)
  await advance(1)
  expect(await state()).toContain('红牌')
  await act(at.chief, id, '签收督办', { measures: '已派员驻厂盯办' })
  await advance(6)
  expect(await state()).toContain('市级')
  expect(await text('city', '/inbox')).toContain(title)
  await act(at.city, id, '签收督办', { measures: '市安委办挂牌' })
  await advance(22)
  expect(await state()).toContain('省级')
  expect(await text('province', '/inbox')).toContain(title)
  await act(at.province, id, '签收督办', { measures: '省安委办跟踪' })
  const rungs = (await factsOf(product, id)).filter(
    ({ type, data }) => type === 'rung' && data.rung !== 'warning' && data.clock === 'rectification',
  )
  expect(rungs.map(({ data }) => data.rung)).toEqual(['overdue', 'red', 'city', 'province'])
  for (const [words, to] of [
    ['亮红牌', 'kecheng.chief'],
    ['市级挂牌督办', 'city.supervisor'],
    ['省级挂牌督办', 'province.supervisor'],
  ] as const)
    expect(
      mailsAbout(words).filter((mail) => mail.to.includes(`${to}@anjian.example`)),
      words,
    ).toHaveLength(1)
  expect(await text('principal', `/case/${id}`)).toContain('省级督办')
})

test('rectified, re-checked by somebody else, failed once, then passed', async () => {
  await act(at.principal, id, '上报整改完成', { description: '已更换安全阀' })
  await at.one.page.goto(`/case/${id}`)
  await at.one.page.getByText('他人可办或条件未满足').click()
  expect(await at.one.page.locator('.event-bar').innerText()).toContain('下达整改指令的人不得复查同一隐患')
  await act(at.three, id, '复查不合格', { reasons: '铅封仍缺失', dueDate: '2026-04-30' })
  expect(await text('principal', `/case/${id}`)).toContain('铅封仍缺失')
  await act(at.principal, id, '上报整改完成', { description: '已补铅封并校验' })
  await act(at.three, id, '复查合格', { findings: '校验报告有效' })
})

test('written off and published by the chief; nothing is left to do', async () => {
  await act(at.chief, id, '核销并公示', { publicSummary: '隐患已整改完毕' })
  const read = await text('safety', `/case/${id}`)
  expect(read).toContain('已核销')
  for (const secret of ['已派员驻厂盯办', '市安委办挂牌', '已要求降负荷运行']) expect(read).not.toContain(secret)
})

test('the chain of the record verifies, and a changed row is found', async () => {
  const chief = await product.person(usernames.chief)
  expect((await chief.timeline(id)).chain).toMatchObject({ valid: true })
  expect(await text('chief', `/case/${id}?tab=record`)).toContain('省级挂牌督办')
  await product.db.execute('alter table case_facts disable trigger case_facts_append_only')
  await product.db.execute(`update case_facts set data = '{"grade":"general"}' where case_id = '${id}' and type = 'verify'`)
  await product.db.execute('alter table case_facts enable trigger case_facts_append_only')
  const { chain } = await chief.timeline(id)
  expect(chain.valid).toBe(false)
  expect(chain.brokenAt).toBe((await factsOf(product, id)).find(({ type }) => type === 'verify')?.seq)
})

test('no page complained', () => {
  for (const visitor of Object.values(at)) quiet(visitor)
})

const onePixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
