// The whole story of a major hazard at browsers: reported by the public, graded, listed by the city, extended once, late up to the province,
// instructed, rectified, failed by an item, passed by another, resumed, de-listed and published.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import {
  act,
  atRest,
  fill,
  goTo,
  launch,
  letIn,
  open,
  quiet,
  type Visitor,
} from '../support/browser/browser.ts'
import { outcomes, send } from '../support/browser/forms-in-browser.ts'
import { createDatabase } from '../support/servers/infra.ts'
import { openProduct, type Product, walkTo } from '../support/servers/product.ts'

const usernames = {
  one: 'kecheng.inspector1',
  two: 'kecheng.inspector2',
  three: 'kecheng.inspector3',
  chief: 'kecheng.chief',
  leader: 'kecheng.leader',
  principal: 'e001.principal',
  city: 'city.supervisor',
  mayor: 'city.leader',
  province: 'province.supervisor',
} as const
type Who = keyof typeof usernames

const title = '罐区紧急切断阀失效'
const items = ['更换紧急切断阀', '联调远程关闭']
let product: Product
let browser: Browser
let database: Awaited<ReturnType<typeof createDatabase>>
let stranger: Visitor
const at = {} as Record<Who, Visitor>
let id = ''
let [number, code] = ['', '']

beforeAll(async () => {
  database = await createDatabase()
  const { temporalAddress, smtpUrl, mailDir } = inject('infra')
  product = await openProduct(
    { databaseUrl: database.url, temporalAddress, smtpUrl, mailDir },
    '2026-03-02T01:00:00.000Z',
  )
  browser = await launch()
  stranger = await open(browser, product.base, { width: 'phone' })
  for (const who of Object.keys(usernames) as Who[]) {
    at[who] = await open(browser, product.base, {
      width: who === 'principal' ? 'phone' : 'desktop',
    })
    await letIn(at[who], usernames[who])
  }
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
  await database?.drop()
})

const read = async ({ page }: Visitor, path: string): Promise<string> => {
  await page.goto(path)
  await page.locator('main h1, main h2').first().waitFor()
  await atRest(page)
  return page.locator('main').innerText()
}
const text = (who: Who) => read(at[who], `/case/${id}`)
const until = async (date: string): Promise<void> =>
  walkTo(product, await product.person(usernames.chief), date)

/** Opens the form of an act and leaves it to the caller. */
const begin = async ({ page }: Visitor, name: string): Promise<void> => {
  await goTo(page, `/case/${id}`)
  const begins = new RegExp(`^${name}`)
  await page
    .getByRole('link', { name: begins })
    .or(page.getByRole('button', { name: begins }))
    .first()
    .click()
  await page.locator('form.act-form').waitFor()
}

test('somebody who gives no name reports it by telephone page and keeps number and code', async () => {
  const { page } = stranger
  await page.goto('/public')
  await page.locator('.citizen-choice a.button').first().click()
  await page.locator('form').waitFor()
  await fill(page, {
    title,
    region: '330802',
    site: '甲类罐区',
    category: 'hazchem',
    description: '三号罐切断阀关不上，有气味',
  })
  await page.waitForTimeout(2_500)
  await page.locator('form button[type=submit]').click()
  await page.locator('.form-actions .primary').click()
  await page.locator('.receipt-card').waitFor()
  ;[number = '', code = ''] = await page.locator('.receipt-value').allInnerTexts()
  const one = await product.person(usernames.one)
  const found = () =>
    one.get<{ items: { id: string }[] }>(`/api/cases?q=${encodeURIComponent(number)}`)
  await expect.poll(async () => (await found()).items.length, { timeout: 20_000 }).toBe(1)
  id = (await found()).items[0]?.id ?? ''
})

test('two inspectors find out the enterprise and grade it major by a criterion', async () => {
  const { page } = at.one
  const { enterprise } = await (await product.person(usernames.principal)).get<{
    enterprise: { name: string }
  }>('/api/me')
  await begin(at.one, '核实属实并定级')
  await page.getByLabel('行业领域').selectOption('hazchem')
  await page.getByLabel('按文字筛选').fill('切断')
  await page.locator('.choice-list .check input').first().check()
  await page.locator('.suggestion', { hasText: '重大隐患' }).waitFor()
  await fill(page, { grade: 'major', findings: '切断阀不能远程关闭，属实' })
  await page.locator('#field-enterprise').fill(enterprise.name)
  await page.locator('.options li').first().click()
  await send(at.one)
})

const usual = ({ page }: Visitor) => page.locator('.event-bar .button.primary').allInnerTexts()

test('promise (screens): a second inspector agrees by the large button; what he changes says whose signature falls', async () => {
  const { page } = at.two
  await read(at.two, `/case/${id}`)
  expect(await usual(at.two)).toEqual(['会签同意'])
  await read(at.one, `/case/${id}`)
  expect(await usual(at.one)).toEqual([])
  await begin(at.two, '核实属实并定级')
  await expect
    .poll(() => page.locator('#field-findings').inputValue())
    .toBe('切断阀不能远程关闭，属实')
  const notice = page.locator('form.act-form .notice[role=status]')
  await expect.poll(() => notice.first().innerText()).toContain('即为会签同意')
  await fill(page, { findings: '切断阀不能远程关闭，且无就地按钮' })
  await expect.poll(() => notice.first().innerText()).toMatch(/签署失效/)
  await send(at.two)
  await goTo(page, `/case/${id}?tab=record`)
  await page.locator('.moment').first().waitFor()
  const record = await page.locator('main').innerText()
  expect(record).toContain('随之失效的签署')
  expect(record).toContain('切断阀不能远程关闭，属实')
  await read(at.one, `/case/${id}`)
  expect(await usual(at.one)).toEqual(['会签同意'])
  await act(at.one, id, '会签同意')
  expect(await text('principal')).toContain('重大隐患')
})

test('the reporter is answered in time and reads it by number and code', async () => {
  await act(at.one, id, '答复举报人', { answer: '您反映的问题属实，已责令停用并限期治理。' })
  const { page } = stranger
  await page.goto('/public/follow')
  await fill(page, { number, code })
  await page.locator('form button').click()
  await page.locator('.citizen-said').waitFor()
  await expect.poll(() => page.locator('main').innerText()).toContain('已责令停用并限期治理')
})

test('production is stopped, the plan is filed and approved, and the city lists it', async () => {
  await act(at.one, id, '现场处理', { measures: 'stop-part', scope: '三号罐停用倒空' })
  await act(at.leader, id, '确认现场措施')
  const plan = {
    goals: '切断可靠',
    methods: '更换并联调',
    funds: '四十万元',
    responsible: '设备部',
    until: '2026-05-20',
    emergency: '值守',
  }
  await act(at.principal, id, '报送治理方案', plan)
  await act(at.chief, id, '同意治理方案', { findings: '五落实齐全' })
  const listing = {
    level: 'city',
    dueDate: '2026-04-10',
    requirements: '限期治理',
    items: items.join('\n'),
  }
  await act(at.city, id, '挂牌督办', listing)
  await act(at.city, id, '挂牌督办公告', {
    publicSummary: '对一处罐区重大隐患挂牌督办',
    medium: '衢州日报',
  })
  expect(await text('principal')).toContain('4月10日')
})

test('more time is granted inside the window of a listed hazard, and refused outside it with the article', async () => {
  await act(at.principal, id, '申请延期', { until: '2026-04-30', reason: '阀门厂停产' })
  await act(at.city, id, '同意延期', { dueDate: '2026-04-30', reason: '情况属实' })
  expect(await text('principal')).toContain('4月30日')
  await until('2026-04-14')
  const principal = await product.person(usernames.principal)
  const refused = await principal.raw(
    'POST',
    `/api/cases/${id}/acts`,
    { type: 'request-extension', data: { until: '2026-05-30', reason: '又停产' } },
    { 'idempotency-key': 'late' },
  )
  expect(refused.status).toBe(403)
  const { page } = at.principal
  await goTo(page, `/case/${id}`)
  await page.locator('.wanted h2').waitFor()
  for (const more of await page.locator('.wanted summary').all()) await more.click()
  await expect
    .poll(() => page.locator('.wanted').innerText())
    .toMatch(/20个工作日前申请，最迟2026-04-01，依据青岛2012/)
})

test('it runs late and climbs to the province; the wall shows who was notified and who has acknowledged', async () => {
  await until('2026-05-05')
  await act(at.chief, id, '签收督办', { measures: '派员驻厂' })
  await until('2026-05-15')
  await act(at.city, id, '签收督办', { measures: '每日调度' })
  await until('2026-06-05')
  await goTo(at.mayor.page, '/supervise/clocks')
  await at.mayor.page.getByRole('button', { name: '以表格查看' }).click()
  const row = at.mayor.page.getByRole('row').filter({ hasText: number }).first()
  await row.waitFor()
  const words = await row.innerText()
  expect(words).toContain('省级挂牌督办')
  for (const texts of [/已签收 5月5日/, /已签收 5月15日/, /告知 \d+ 人/])
    expect(words).toMatch(texts)
})

test('a leader gives an instruction from the wall, and it is answered by its own date', async () => {
  const { page } = at.mayor
  await goTo(page, '/supervise/clocks')
  await page.getByText(number).first().waitFor()
  await page.locator('.wall-act', { hasText: '批示' }).first().click()
  await page.locator('#field-instruction').waitFor()
  await fill(page, { instruction: '本周内必须完成', dueDate: '2026-06-12' })
  await page
    .locator('[role=dialog] button[type=submit], form.act-form button[type=submit]')
    .first()
    .click()
  await expect.poll(async () => text('chief'), { timeout: 20_000 }).toContain('批示待答复')
  await act(at.chief, id, '答复批示', { answer: '已督促，本周完成' })
})

test('rectified, failed by one item, rectified again and passed by another', async () => {
  const apply = async (...passed: boolean[]) => {
    await begin(at.principal, '申请验收和恢复生产')
    await fill(at.principal.page, {
      description: '已更换并联调',
      assessment: '评价机构认定隐患消除',
      resume: true,
    })
    await outcomes(at.principal, ...passed)
    await send(at.principal)
  }
  await apply(true, true)
  await begin(at.two, '复查不合格')
  await fill(at.two.page, { reasons: '联调两次失败', dueDate: '2026-07-10' })
  await outcomes(at.two, true, false)
  await send(at.two)
  expect(await text('principal')).toContain('联调两次失败')
  await apply(true)
  await begin(at.three, '复查合格')
  await fill(at.three.page, { findings: '三次联调动作可靠' })
  await outcomes(at.three, true)
  await send(at.three)
})

test('resumed, de-listed and published; then the case is closed', async () => {
  await act(at.leader, id, '同意恢复生产', { reply: '同意' })
  await act(at.city, id, '核销摘牌', { publicSummary: '治理完成' })
  await act(at.city, id, '公告摘牌', {
    publicSummary: '罐区重大隐患已治理完成，摘牌',
    medium: '衢州日报',
  })
  expect(await read(stranger, '/public/notices')).toContain('罐区重大隐患已治理完成')
  expect((await (await product.person(usernames.chief)).view(id)).status).toBe('closed')
})

test('the chain of the record verifies, and a changed row is found', async () => {
  const chief = await product.person(usernames.chief)
  expect((await chief.timeline(id)).chain).toMatchObject({ valid: true })
  await product.db.execute('alter table case_facts disable trigger case_facts_append_only')
  await product.db.execute(
    `update case_facts set data = '{"grade":"general"}' where case_id = '${id}' and type = 'verify'`,
  )
  await product.db.execute('alter table case_facts enable trigger case_facts_append_only')
  expect((await chief.timeline(id)).chain.valid).toBe(false)
})

test('no page complained', () => {
  for (const visitor of [stranger, ...Object.values(at)]) quiet(visitor)
})
