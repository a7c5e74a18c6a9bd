// One administrator enters a decree, sees what it would move and proposes it; another approves it and reads what happened. (S16)
import { expect, test } from 'vitest'
import { shot } from '../../support/browser/shot.ts'
import { alternate } from '../../support/deep.ts'
import { axe, desktop, letIn, openBrowser, openPage, phone, startFake } from '../browser-support.ts'

const fake = await startFake()
const browser = await openBrowser()
const visit = async (who: string, path: string, size = desktop, language: 'zh' | 'en' = 'zh') => {
  const opened = await openPage(browser, size, language)
  await letIn(opened.page, fake.url, who)
  await opened.page.goto(fake.url + path)
  await opened.page.waitForSelector('main h1')
  return opened
}
const proposal = '/admin/changes/p-1'

test('the year is a picture with a table beside it, and a missing year is a warning', async () => {
  const { page, errors, close } = await visit('sun.li', '/inbox')
  await page.locator('.rail a[href="/admin"]').waitFor()
  await page.goto(`${fake.url}/admin/calendars`)
  await page.waitForSelector('.cal-year')
  await expect.poll(() => page.locator('.notice.warn').textContent()).toContain('2027')
  await page.locator('.cal-choose select').first().selectOption('2026')
  await page.waitForSelector('.cal-year[aria-label*="2026"]')
  await expect.poll(() => page.locator('.cal-day.off small').first().textContent()).toBe('休')
  await expect.poll(() => page.locator('.cal-year .cal-day').count()).toBe(365)
  await expect
    .poll(() => page.locator('.cal-year .cal-day.work small').allTextContents())
    .toEqual(Array.from({ length: 6 }, () => '班'))
  await shot(page, 'calendars/overview-zh')
  await page.locator('.cal .twin').click()
  const worked = page.locator('.cal tbody tr', { hasText: '调休上班' })
  await expect.poll(() => worked.locator('th').allTextContents()).toContain('2026-02-14')
  expect(await axe(page)).toEqual([])
  expect(errors).toEqual([])
  await close()
})

test('a decree is pasted; what cannot be read is named with its line, and what would move is shown before anything is proposed', async () => {
  const { page, errors, close } = await visit('sun.li', '/admin/changes/notice')
  const submit = page.locator('form button[type=submit]')
  await submit.click()
  await expect.poll(() => page.locator('.error-summary li').count()).toBe(4)
  await page.fill('#field-year', '2027')
  await page.fill('#field-decree', '国务院办公厅关于2027年部分节假日安排的通知')
  await page.fill('#field-source', '国办发明电〔2026〕9号')
  await page.fill('#field-off', '2027-01-01\n2027-02-05..2027-02-12\n2027-02-30')
  await submit.click()
  await expect
    .poll(() => page.locator('.error-summary').textContent())
    .toContain('第 3 行“2027-02-30”')
  await page.locator('.error-summary a').click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-off')
  await shot(page, 'calendars/form-errors-zh')
  await page.fill('#field-off', '2027-01-01, 2028-01-01')
  await page.getByRole('button', { name: '试算影响' }).click()
  await page.waitForSelector('.error-summary:has-text("不在 2027 年内")')
  await page.fill('#field-off', '2027-01-01\n2027-02-05..2027-02-12')
  await page.fill('#field-work', '2027-02-14')
  await page.getByRole('button', { name: '试算影响' }).click()
  await page.waitForSelector('#cal-preview')
  const cells = await page
    .locator('.cal-columns .plain-table')
    .last()
    .locator('tbody tr')
    .first()
    .locator('th, td')
    .allTextContents()
  expect(cells).toEqual([
    '衢江安监〔2026〕0001号',
    '整改期限',
    '2027-02-09',
    '→ 2027-02-17',
    '',
    '确定',
    '2',
    '放假安排',
  ])
  expect(await axe(page)).toEqual([])
  await shot(page, 'calendars/form-preview-zh')
  await submit.click()
  await page.waitForURL('**/changes/p-1')
  await page.waitForSelector('#cal-decision')
  await expect.poll(() => page.locator('#cal-why').textContent()).toContain('提议人不能批准')
  expect(await page.getByRole('button', { name: '批准…' }).count()).toBe(0)
  expect(await axe(page)).toEqual([])
  expect(errors).toEqual([])
  await close()
})

test('another administrator reads the card before he approves, and then what really moved, with each difference and its cause', async () => {
  const { page, errors, close } = await visit('he.jing', proposal)
  await page.getByRole('button', { name: '批准…' }).click()
  await page.waitForSelector('.interruption')
  await expect.poll(() => page.locator('.interruption').textContent()).toContain('3 个时限改期')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('cal-consequence')
  expect(await axe(page)).toEqual([])
  await shot(page, 'calendars/card-zh')
  await page.fill('#field-opinion', '已与原文核对')
  await page.getByRole('button', { name: '我已核对原文，确认批准' }).click()
  await page.waitForSelector('#cal-outcome')
  const differing = page.locator('section[aria-labelledby=cal-outcome] tbody tr')
  await expect
    .poll(() => differing.locator('td').allTextContents())
    .toEqual(['整改期限', '2027-02-09 → 2027-02-17 · 确定', '未变化', '时限已终止'])
  const history = await page.locator('table:has(caption:text("经过")) tbody tr').allTextContents()
  expect([
    history.length,
    history[1]?.includes('何静'),
    history[1]?.includes('已与原文核对'),
  ]).toEqual([2, true, true])
  expect(await axe(page)).toEqual([])
  await shot(page, 'calendars/outcome-zh')
  expect(errors).toEqual([])
  await close()
})

test.each(['zh', 'en'] as const)(
  'on a phone in %s nothing is wider than the page, and the languages do not mix',
  async (language) => {
    const { page, errors, close } = await visit('he.jing', '/admin/calendars', phone, language)
    for (const path of alternate(
      ['/admin/calendars', '/admin/changes/notice', proposal],
      language === 'zh' ? 0 : 1,
    )) {
      await page.goto(fake.url + path)
      await page.waitForSelector('main h1')
      await page.waitForTimeout(400)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      )
      expect({ path, overflow: Math.max(0, overflow) }).toEqual({ path, overflow: 0 })
      expect(await axe(page)).toEqual([])
      await shot(page, `calendars/phone-${language}-${path.split('/').at(-1)}`)
      const labels = await page
        .locator('main label, main th[scope=col], main button, main caption')
        .allTextContents()
      const foreign = labels.filter((label) =>
        (language === 'en' ? /[\u4e00-\u9fff]/ : /[A-Za-z]{3,}/).test(label),
      )
      expect({ path, foreign }).toEqual({ path, foreign: [] })
    }
    expect(errors).toEqual([])
    await close()
  },
)

test('the place is offered to administrators only', async () => {
  const { page, close } = await visit('chen.xiaodong', '/inbox')
  expect(await page.locator('.rail a[href="/admin"]').count()).toBe(0)
  await close()
})
