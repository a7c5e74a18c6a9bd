// Are the longer forms filled rightly: guided grading, item by item with photos on a phone, lines, moments, an enterprise found?
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { shot } from '../../support/browser/shot.ts'
import { axe, desktop, follow, openBrowser, opener, phone, startFake } from '../browser-support.ts'
import { items } from '../fake/items.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const fake = await startFake()
const browser = await openBrowser()

const staffPage = opener(browser, fake)
const sent = async (page: Page, press: () => Promise<unknown>) => {
  const [request] = await Promise.all([
    page.waitForRequest((one) => one.url().endsWith('/acts') && one.method() === 'POST'),
    press(),
  ])
  return JSON.parse(request.postData() ?? '{}').data
}
const fits = async (page: Page) =>
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0)

test('grading begins with the sector, and what is ticked suggests the grade with its article', async () => {
  const { page, errors, close } = await staffPage('/case/case-ownerless/act/verify')
  await page.getByLabel('行业领域').selectOption('gongmao')
  const groups = page.locator('.choice-group')
  await expect.poll(() => groups.count()).toBeGreaterThan(2)
  await page.getByLabel('按文字筛选').fill('有限空间')
  const first = page.locator('.choice-list .check').first()
  await expect.poll(() => first.textContent()).toMatch(/有限空间|直接判定/)
  await first.locator('input').check()
  await expect.poll(() => page.locator('.chosen-list li').count()).toBe(1)
  await page.locator('.suggestion', { hasText: '重大隐患' }).waitFor()
  await expect.poll(() => page.locator('.suggestion').textContent()).toMatch(/第.+条/)
  await shot(page, 'act-forms/guided-desktop-zh')
  expect(await axe(page)).toEqual([])
  await page.getByLabel('重大隐患', { exact: true }).check()
  await page.locator('#field-enterprise').fill('蓝溪')
  await page.locator('.options li').first().click()
  await page.locator('#field-findings').fill('现场核实属实')
  const data = await sent(page, () =>
    page.getByRole('button', { name: '提交：核实属实并定级' }).click(),
  )
  expect(data).toEqual({
    grade: 'major',
    criteria: [expect.stringMatching(/^gongmao/)],
    enterprise: 'e1',
    findings: '现场核实属实',
  })
  expect(errors).toEqual([])
  await close()
})

test('fire asks for the kind of place, and unconfirmed text only suggests', async () => {
  const { page, close } = await staffPage('/case/case-ownerless/act/verify', phone)
  await page.getByLabel('行业领域').selectOption('fire')
  await page.getByLabel('场所类别').selectOption('crowded')
  await page.locator('.choice-group summary').first().click()
  await page.locator('.choice-group[open] .check input').first().check()
  await page.locator('.suggestion.warn', { hasText: '须人工认定' }).waitFor()
  await shot(page, 'act-forms/guided-phone-zh')
  await fits(page)
  await page.locator('.chosen-list button').first().click()
  await page.getByText('尚未选择').waitFor()
  await close()
})

test('a re-check on a phone asks for each item, keeps photos before and after, and sends them with their item', async () => {
  const { page, errors, close } = await staffPage(
    '/case/case-items/act/re-check-failed?task=task-1',
    phone,
  )
  await page.locator('#field-reasons').fill('仍缺防倾倒链')
  await page.locator('#field-dueDate').fill('2026-05-20')
  await page.getByRole('button', { name: '提交：复查不合格' }).click()
  const summary = page.getByRole('alert')
  await summary.getByText(`请选择结果：${items[1]}`).click()
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement)?.name)).toBe(
    `results.${items[1]}.passed`,
  )
  const card = (index: number) => page.locator('.item-card').nth(index)
  for (const [index, word] of ['合格', '不合格', '合格'].entries())
    await card(index)
      .getByLabel(new RegExp(`^[✓✗] ${word}$`))
      .check()
  await card(0).locator('.item-photos summary').nth(0).click()
  await card(0)
    .locator('.item-photos')
    .nth(0)
    .locator('input[multiple]')
    .setInputFiles({ name: '前.png', mimeType: 'image/png', buffer: png })
  await card(0).locator('.item-photos summary').nth(1).click()
  await card(0)
    .locator('.item-photos')
    .nth(1)
    .locator('input[multiple]')
    .setInputFiles({ name: '后.png', mimeType: 'image/png', buffer: png })
  await page.waitForFunction(() => document.querySelectorAll('.upload.stored').length === 2)
  await card(1).locator('textarea').fill('缺两处')
  const small = await page
    .locator('.act-form input[type=radio], .act-form input[type=checkbox]')
    .evaluateAll(
      (all) =>
        all
          .map((one) => one.getBoundingClientRect())
          .filter(({ width, height }) => Math.min(width, height) < 24).length,
    )
  expect(small).toBe(0)
  await shot(page, 'act-forms/items-phone-zh')
  await fits(page)
  expect(await axe(page)).toEqual([])
  const data = await sent(page, () =>
    page.getByRole('button', { name: '提交：复查不合格' }).click(),
  )
  expect(data.results).toEqual([
    { item: items[0], passed: true, before: [expect.any(String)], after: [expect.any(String)] },
    { item: items[1], passed: false, note: '缺两处' },
    { item: items[2], passed: true },
  ])
  expect(errors).toEqual([])
  await close()
})

test('who was looked up stands in the box again after a reload, and after a look at the answers', async () => {
  const { page, errors, close } = await staffPage('/case/case-1/act/transfer')
  await page.locator('#field-to').fill('李')
  await page.locator('.options li').first().click()
  await page.getByText('草稿已存本机').waitFor()
  await page.reload()
  await page.getByText('✓ 已选：李强').waitFor()
  await expect.poll(() => page.locator('#field-to').inputValue()).toBe('李强')
  expect(await axe(page)).toEqual([])
  await page.locator('#field-to').fill('李')
  await expect.poll(() => page.getByText('✓ 已选').count()).toBe(0)
  await expect.poll(() => page.locator('#field-to').inputValue()).toBe('李')
  await page.goto(`${fake.url}/report/hazard-rectification`)
  for (const [name, value] of Object.entries({
    title: '消防通道堵死',
    site: '东门',
    description: '堆满纸箱',
  }))
    await page.locator(`#field-${name}`).fill(value)
  await page.locator('#field-category').selectOption('fire')
  await page.locator('input[name=source][value=inspection]').check()
  await page.locator('#field-enterprise').fill('蓝溪')
  await page.locator('.options li').first().click()
  await page.locator('form.report-form button[type=submit]').click()
  await page.getByRole('button', { name: '修改' }).click()
  await expect
    .poll(() => page.locator('#field-enterprise').inputValue())
    .toBe('衢州市蓝溪精密铸造有限公司')
  expect(errors).toEqual([])
  await close()
})

test('items survive a reload as a draft', async () => {
  const { page, close } = await staffPage('/case/case-items/act/re-check-passed?task=task-1')
  await page
    .locator('.item-card')
    .nth(1)
    .getByLabel(/不合格/)
    .check()
  await page.locator('.item-card').nth(1).locator('textarea').fill('链条未到货')
  await page.getByText('草稿已存本机').waitFor()
  await page.reload()
  await page.waitForFunction(
    () =>
      document.querySelectorAll<HTMLTextAreaElement>('.item-card textarea')[1]?.value ===
      '链条未到货',
  )
  await expect
    .poll(() =>
      page
        .locator('.item-card')
        .nth(1)
        .getByLabel(/不合格/)
        .isChecked(),
    )
    .toBe(true)
  await shot(page, 'act-forms/items-desktop-zh')
  await close()
})

test('entries go a line each, and a moment is that of Shanghai', async () => {
  const { page, close } = await staffPage('/case/case-items/act/propose-closure')
  await page.getByLabel('180日内3次或1年内4次处罚').check()
  await page.locator('#field-penalties').fill('2026-01-05\n\n 2026-02-11 \n2026-03-20')
  await page.getByText('已填 3 项').waitFor()
  await page.locator('#field-document').fill('衢江应急〔2026〕8号')
  await page.locator('#field-reason').fill('屡罚不改')
  await page.getByRole('button', { name: '继续' }).click()
  const closure = await sent(page, () =>
    page.getByRole('button', { name: '我已知悉后果，确认提交' }).click(),
  )
  expect(closure.penalties).toEqual(['2026-01-05', '2026-02-11', '2026-03-20'])
  await page.goto(`${fake.url}/case/case-items/act/notify-power-cut`)
  await page.getByLabel('电力').check()
  await page.locator('#field-cutAt').fill('2026-04-23T08:30')
  await page.locator('#field-supplier').fill('国网衢州供电公司')
  await page.locator('#field-reason').fill('现实危险')
  await shot(page, 'act-forms/moment-desktop-zh')
  await page.getByRole('button', { name: '继续' }).click()
  const cut = await sent(page, () =>
    page.getByRole('button', { name: '我已知悉后果，确认提交' }).click(),
  )
  expect(cut.cutAt).toBe('2026-04-23T00:30:00.000Z')
  await close()
})

test.each([
  ['zh', desktop, '关联'],
  ['en', phone, 'Linked cases'],
] as const)(
  'the case says in %s what each item was, what it leads to, and which case it was joined to',
  async (language, size, title) => {
    const { page, errors, close } = await staffPage('/case/case-items', size, language)
    await page.getByRole('heading', { name: title }).waitFor()
    await page.waitForSelector('.item-outcomes img')
    await expect.poll(() => page.locator('.item-outcomes > li').count()).toBe(3)
    const links = await page.locator('.links > li').allTextContents()
    expect(links.map((one) => /衢江报警〔2026〕0031号/.test(one))).toEqual([true, true, false])
    expect(links[0]).toContain(language === 'zh' ? '由此案引发' : 'Opened by')
    expect(links[1]).toContain(
      language === 'zh' ? '没有正在进行的应急响应' : 'No emergency response goes on',
    )
    expect(links[2]).toContain('6f0c1c5e')
    await expect
      .poll(() => page.locator('dd a', { hasText: '江隐患〔2026〕17号' }).getAttribute('href'))
      .toBe('/case/case-1')
    await shot(page, `act-forms/case-items-${language}`)
    expect(await axe(page)).toEqual([])
    await fits(page)
    expect(errors).toEqual([])
    await close()
  },
)

test('what is written about one case is not carried into the same act of another', async () => {
  const [one, other] = ['case-1', 'case-items'].map(
    (id) => `/case/${id}/act/re-check-failed?task=task-1`,
  ) as [string, string]
  const { page, errors, close } = await staffPage(other)
  await page.locator('#field-reasons').waitFor()
  await follow(page, one)
  await page.locator('#field-reasons').fill('只属于第一件')
  await follow(page, other)
  await expect.poll(() => page.locator('#field-reasons').inputValue()).toBe('')
  await page.locator('#field-reasons').fill('属于第二件')
  await follow(page, one)
  await expect.poll(() => page.locator('#field-reasons').inputValue()).toBe('只属于第一件')
  expect(errors).toEqual([])
  await close()
})
