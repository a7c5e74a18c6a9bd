// Is a point taken out of service from its page and from the desk, is it said who has done it, and is it put back, by the thumb too?
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { shot } from '../../support/browser/shot.ts'
import { sampled } from '../../support/deep.ts'
import {
  axe,
  desktop,
  letIn,
  openBrowser,
  openPage,
  phone,
  type Size,
  startFake,
} from '../browser-support.ts'
import { theDevice } from '../fake/permits.ts'

const fake = await startFake()
const browser = await openBrowser()
type Language = 'zh' | 'en'

const visit = async (
  path: string,
  { who = 'chen.xiaodong', size = desktop, language = 'zh' as Language } = {},
) => {
  const opened = await openPage(browser, size, language)
  await letIn(opened.page, fake.url, who)
  await fetch(`${fake.url}/fake/alarms/5`, { method: 'POST' })
  await fetch(`${fake.url}/fake/no-permits`, { method: 'POST' })
  await opened.page.goto(`${fake.url}${path}`)
  await opened.page.waitForSelector('main h1')
  return opened
}

const words = {
  zh: {
    take: '停用（凭作业票）',
    number: '作业票（检修许可）编号',
    work: '作业类别',
    requestedBy: '申请人',
    until: '停用至',
    reason: '理由',
    confirm: '确认停用',
    confirmEnd: '确认恢复',
    wanted: '请填写',
    out: '停用清单',
    now: '现在停用 1',
    strip: '‖ 停用 1 项',
  },
  en: {
    take: 'Take out of service',
    number: 'Number of the permit',
    work: 'Kind of work',
    requestedBy: 'Asked for by',
    until: 'Until',
    reason: 'Reason',
    confirm: 'Take it out',
    confirmEnd: 'Put it back',
    wanted: 'Fill in',
    out: 'Out of service',
    now: 'Now 1',
    strip: '‖ 1 out of service',
  },
}

const inHours = (hours: number) =>
  new Date(Date.now() + (8 + hours) * 3_600_000).toISOString().slice(0, 16)

const fill = async (page: Page, language: Language, work = 'maintenance') => {
  const w = words[language]
  const form = page.getByRole('dialog')
  await form.getByLabel(w.number).fill('JX-2026-031')
  await form.getByLabel(w.work).selectOption(work)
  await form.getByLabel(w.requestedBy).fill('戚安全 安全科长')
  await form.getByLabel(w.until, { exact: true }).fill(inHours(9))
  await form.getByLabel(w.reason).fill('更换液位计探头')
}

const looks = sampled<[string, Size, Language]>(
  [
    ['wide', desktop, 'en'],
    ['hand', phone, 'zh'],
  ],
  [
    ['wide', desktop, 'zh'],
    ['hand', phone, 'en'],
  ],
)
test.each(looks)('on the page of a device, %s, in %s', async (name, size, language) => {
  const w = words[language]
  const { page, errors, close } = await visit(`/device/${theDevice}`, { size, language })
  await page.getByRole('button', { name: w.take }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: w.confirm }).click()
  await form.getByText(w.wanted).waitFor()
  expect(await axe(page)).toEqual([])
  await shot(page, `permits/form-${name}-${language}`, {})
  await fill(page, language, 'hot-first')
  // The page is read again every two seconds: what is being written stays.
  await page.waitForTimeout(2_500)
  await expect.poll(() => form.getByLabel(w.number).inputValue()).toBe('JX-2026-031')
  await form.getByRole('button', { name: w.confirm }).click()
  await form
    .getByText(language === 'zh' ? '最长停用 8 小时' : '8 hours out of service at most')
    .waitFor()
  await expect
    .poll(() => form.getByLabel(w.until, { exact: true }).getAttribute('aria-invalid'))
    .toBe('true')
  await form.getByLabel(w.work).selectOption('maintenance')
  await form.getByRole('button', { name: w.confirm }).click()
  const section = page.locator('section:has(#device-permits)')
  await section.getByText('JX-2026-031').waitFor()
  await expect.poll(() => section.textContent()).toContain('陈晓东')
  await page.locator('table').getByText('JX-2026-031').waitFor()
  expect(await axe(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(
    0,
  )
  await shot(page, `permits/device-${name}-${language}`)
  expect(errors).toEqual([])
  await close()
})

test.each(sampled<[string, Size, Language]>([['hand', phone, 'en']], [['wide', desktop, 'zh']]))(
  'the list is reached from the desk, and one is put back with a reason, %s, in %s',
  async (name, size, language) => {
    const w = words[language]
    const { page, errors, close } = await visit(`/device/${theDevice}`, { size, language })
    await page.getByRole('button', { name: w.take }).click()
    await fill(page, language)
    await page.getByRole('dialog').getByRole('button', { name: w.confirm }).click()
    await page.locator('section:has(#device-permits)').getByText('JX-2026-031').waitFor()
    await page.goto(`${fake.url}/duty`)
    await page.getByRole('link', { name: w.strip }).waitFor()
    expect(await axe(page)).toEqual([])
    await shot(page, `permits/desk-${name}-${language}`, {})
    await page.locator('.duty-places').getByRole('link', { name: w.out }).click()
    await page.getByRole('heading', { name: w.now }).waitFor()
    await page.getByRole('link', { name: '甲醇储罐 液位' }).waitFor()
    expect(await axe(page)).toEqual([])
    await shot(page, `permits/list-${name}-${language}`)
    await page.locator('.permit-list button').first().click()
    const form = page.getByRole('dialog')
    await form.getByRole('button', { name: w.confirmEnd }).click()
    await form.getByText(w.wanted).waitFor()
    await form.getByLabel(w.reason).fill('提前完工')
    await form.getByRole('button', { name: w.confirmEnd }).click()
    await page.locator('section:has(#permits-lately)').getByText('提前完工').waitFor()
    expect(await page.locator('section:has(#permits-now) button').count()).toBe(0)
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBe(0)
    expect(errors).toEqual([])
    await close()
  },
)

test('from an alarm at the desk: it leaves the list, and its row says under which permit it stands aside', async () => {
  const { page, errors, close } = await visit('/duty')
  await page.locator('.duty-row').first().click()
  await page.getByRole('complementary').getByRole('button', { name: words.zh.take }).click()
  await fill(page, 'zh')
  await shot(page, 'permits/desk-form', {})
  await page.getByRole('dialog').getByRole('button', { name: words.zh.confirm }).click()
  await page.getByRole('button', { name: /^停用 [1-9]/ }).click()
  await page.locator('.duty-row').first().click()
  await page.getByRole('complementary').getByText('陈晓东 凭作业票 JX-2026-031 停用至').waitFor()
  expect(
    await page.getByRole('complementary').getByRole('button', { name: words.zh.take }).count(),
  ).toBe(0)
  expect(await axe(page)).toEqual([])
  await shot(page, 'permits/desk-out', {})
  await page.getByRole('complementary').getByRole('link', { name: words.zh.out }).click()
  await page.waitForURL('**/duty/permits')
  expect(errors).toEqual([])
  await close()
})

test('an enterprise reads what of its own is out of service, and takes out nothing', async () => {
  const { page, errors, close } = await visit(`/device/${theDevice}`, { who: 'zhou.min' })
  await page.locator('section:has(#device-permits)').getByText('没有停用').waitFor()
  expect(await page.getByRole('button', { name: words.zh.take }).count()).toBe(0)
  expect(errors).toEqual([])
  await close()
})
