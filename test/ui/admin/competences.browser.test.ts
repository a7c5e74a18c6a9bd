// Do two administrators change the table of competences on its page, and does everybody else read it?
import { expect, test } from 'vitest'
import { shot } from '../../support/browser/shot.ts'
import { axe, phone } from '../browser-support.ts'
import { useAdministeredHouse, visit } from './visiting.ts'

useAdministeredHouse()

const place = '/admin/competences'

test('one administrator proposes another office, a second approves it, and the table and the history say so', async () => {
  const { page, errors, close } = await visit('yu', place)
  await page.waitForSelector('main table tbody tr')
  await expect.poll(() => page.locator('main table tbody tr').count()).toBe(21)
  expect(await axe(page)).toEqual([])
  await shot(page, 'admin/competences-zh')
  await page.getByRole('button', { name: '提议修改' }).click()
  await page.getByRole('button', { name: '提交提议' }).click()
  await expect.poll(() => page.locator('.error-summary li').count()).toBe(4)
  await page.selectOption('#field-matter', 'alarm:gas')
  await page.selectOption('#field-region', '330802')
  await page.selectOption('#field-office', 'fire')
  await page.fill('#field-from', '2026-03-01')
  await page.fill('#field-order', '衢安委〔2026〕9号')
  await page.fill('#field-reason', '柯城试点')
  await page.getByRole('button', { name: '提交提议' }).click()
  await page.waitForSelector('.error-summary:has-text("不能早于今日")')
  await page.fill('#field-from', '2026-03-02')
  await shot(page, 'admin/competence-form-zh')
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: '提交提议' }).click()
  await page.waitForSelector('.competence-proposal')
  await expect
    .poll(() => page.locator('.competence-proposal').textContent())
    .toContain('提议人不能批准自己的提议')
  expect(await page.getByRole('button', { name: '批准', exact: true }).count()).toBe(0)
  expect(errors).toEqual([])
  await close()

  const second = await visit('shi', '/admin')
  await second.page.getByRole('link', { name: '报警：可燃有毒气体' }).click()
  await second.page.fill('.competence-proposal textarea', '已核对文件')
  await second.page.getByRole('button', { name: '批准', exact: true }).click()
  await second.page.waitForSelector('.competence-proposal summary:has-text("已批准")')
  const row = second.page.locator('main table tbody tr', { hasText: '柯城区' })
  await expect.poll(() => row.textContent()).toContain('消防救援支队')
  await expect.poll(() => row.textContent()).toContain('现行')
  await shot(second.page, 'admin/competences-approved-zh')
  expect(second.errors).toEqual([])
  await second.close()
})

test.each(['zh', 'en'] as const)(
  'on a phone in %s nothing is wider than the page, and the languages do not mix',
  async (language) => {
    const { page, errors, close } = await visit('shi', place, phone, language)
    await page.waitForSelector('main table tbody tr')
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    )
    expect(Math.max(0, overflow)).toBe(0)
    await shot(page, `admin/competences-phone-${language}`)
    const labels = await page
      .locator('main th, main td:not(:nth-child(5)), main button, main h2')
      .allTextContents()
    const foreign = labels.filter((label) =>
      (language === 'en' ? /[\u4e00-\u9fff]/ : /[A-Za-z]{3,}/).test(label),
    )
    expect(foreign).toEqual([])
    expect(errors).toEqual([])
    await close()
  },
)
