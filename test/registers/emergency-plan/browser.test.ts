// Does an enterprise enter a plan with its rows on a phone, the section chief confirm it at a desk, and do both find it?
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { emergencyPlan } from '../../../domain/registers/emergency-plan/register.ts'
import { fill } from '../../support/browser/browser.ts'
import { shot } from '../../support/browser/shot.ts'
import { axe, desktop, phone } from '../../ui/browser-support.ts'
import { openRegister } from '../register-on-screen.ts'
import { day, plan } from './samples.ts'

const place = `/registers/${emergencyPlan.id}`
const visit = await openRegister(emergencyPlan, day)

const cell = (page: Page, field: string, row: number, column: string) =>
  page.locator(`[id="field-${field}.r${row}.${column}"]`)

/** Fills one row as a person does: adds it, and types into each of its cells. */
const addRow = async (page: Page, field: string, row: number, cells: Record<string, string>) => {
  await page.locator(`[id="field-${field}-add"]`).click()
  for (const [column, value] of Object.entries(cells)) {
    const input = cell(page, field, row, column)
    if ((await input.evaluate((element) => element.tagName)) === 'SELECT')
      await input.selectOption(value)
    else await input.fill(value)
  }
}

test('entered on a phone with its rows, refused at a cell, put in order, confirmed at a desk, and read by both', async () => {
  const asking = await visit('qi', place, phone)
  const { page } = asking
  await page.getByRole('link', { name: '提请登记' }).click()
  await fill(page, {
    region: '330802',
    title: plan.title,
    kind: plan.kind,
    issuer: plan.issuer,
    version: plan.version,
    publishedOn: plan.publishedOn,
    reason: '新编制',
  })
  await page.getByRole('checkbox', { name: '危险化学品事故' }).check()
  const [alarm, head] = plan.contacts
  await addRow(page, 'contacts', 1, { post: head!.post, office: head!.office, task: head!.task })
  await addRow(page, 'contacts', 2, { ...alarm })
  await addRow(page, 'contacts', 3, { post: '门卫' })
  await page.getByRole('button', { name: '第 2 行上移' }).click()
  expect(
    await page
      .getByRole('button', { name: '第 1 行上移' })
      .evaluate((button) => document.activeElement === button),
  ).toBe(true)
  await page.getByRole('button', { name: '提请', exact: true }).click()
  await page.getByRole('alert').getByText('请填写第3行单位').waitFor()
  expect(await axe(page)).toEqual([])
  await shot(page, 'emergency-plan-form-390-zh')
  await page.getByRole('button', { name: '删除第 3 行' }).click()
  await cell(page, 'contacts', 1, 'notifiedBy').fill('无人')
  await page.getByRole('button', { name: '提请', exact: true }).click()
  await page.getByRole('alert').getByText('联络表中没有岗位“无人”').first().waitFor()
  await expect
    .poll(() => cell(page, 'contacts', 1, 'notifiedBy').getAttribute('aria-invalid'))
    .toBe('true')
  await cell(page, 'contacts', 1, 'notifiedBy').fill(alarm!.post)
  await page.getByRole('button', { name: '提请', exact: true }).click()
  await page.getByText('已提请，等待另一人确认').waitFor()
  expect(asking.errors).toEqual([])
  await asking.close()

  const deciding = await visit('chen', place)
  const words = await deciding.page.locator('main').innerText()
  expect(words).toContain(`第1行新增：岗位 ${alarm!.post}`)
  expect(words).toContain('2026-03-06')
  expect(await axe(deciding.page)).toEqual([])
  await shot(deciding.page, 'emergency-plan-waiting')
  await deciding.page.getByRole('button', { name: '确认' }).click()
  await deciding.page.getByRole('link', { name: '衢柯预案〔2026〕0001号' }).click()
  await deciding.page.getByRole('heading', { name: '变更记录' }).waitFor()
  const path = new URL(deciding.page.url()).pathname
  expect(deciding.errors).toEqual([])
  await deciding.close()

  for (const [who, size, language] of [
    ['chen', desktop, 'en'],
    ['qi', phone, 'zh'],
    ['chen', desktop, 'zh'],
  ] as const) {
    const { page: reading, errors, close } = await visit(who, path, size, language)
    const rows = reading.locator('table.rows-table').first().locator('tbody tr')
    await expect.poll(() => rows.count()).toBe(2)
    await expect.poll(() => rows.first().innerText()).toContain(alarm!.post)
    expect(await axe(reading)).toEqual([])
    await shot(reading, `emergency-plan-entry-${size.width}-${language}`)
    expect(errors).toEqual([])
    await close()
  }
})

test('a change begins with the rows that stand, and what is taken away is told row by row', async () => {
  const { page, errors, close } = await visit('lin', place)
  await page.getByRole('link', { name: /预案〔2026〕0001号/ }).click()
  await page.getByRole('link', { name: '提请变更' }).click()
  const last = cell(page, 'contacts', 2, 'post')
  await expect.poll(() => last.inputValue()).toBe(plan.contacts[1]!.post)
  await page.getByRole('button', { name: '删除第 2 行' }).click()
  await addRow(page, 'responseLevels', 1, { ...plan.responseLevels[0]! })
  await fill(page, { filedOn: '2026-03-02', reason: '已备案' })
  await shot(page, 'emergency-plan-change-1440-zh')
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: '提请', exact: true }).click()
  await page.getByText('已提请，等待另一人确认').waitFor()
  const words = await page.locator('main').innerText()
  expect(words).toContain(`第2行删除：岗位 ${plan.contacts[1]!.post}`)
  expect(words).toContain('第1行新增：响应级别 三级响应')
  expect(errors).toEqual([])
  await close()
})

test('what an enterprise has handed in says by when it is answered, and when silence files it, before anybody has confirmed it', async () => {
  const asking = await visit('qi', place, phone)
  await asking.page.getByRole('link', { name: '提请登记' }).click()
  await fill(asking.page, {
    region: '330802',
    title: '有限空间作业事故应急预案',
    kind: 'special',
    issuer: plan.issuer,
    version: '1',
    publishedOn: plan.publishedOn,
    submittedOn: day,
    reason: '报送备案',
  })
  await asking.page.getByRole('checkbox', { name: '中毒和窒息事故' }).check()
  await asking.page.getByRole('button', { name: '提请', exact: true }).click()
  await asking.page.getByText('已提请，等待另一人确认').waitFor()
  const days = '备案审查期限：2026-03-09 · 逾期未答复视为备案之日：2026-03-10'
  await asking.page.getByText(days).waitFor()
  expect(await axe(asking.page)).toEqual([])
  await shot(asking.page, 'emergency-plan-handed-in-390-zh')
  expect(asking.errors).toEqual([])
  await asking.close()

  const deciding = await visit('chen', place, desktop, 'en')
  await deciding.page.getByText('To be answered by: 2026-03-09').waitFor()
  expect(await axe(deciding.page)).toEqual([])
  await shot(deciding.page, 'emergency-plan-handed-in-1440-en')
  expect(deciding.errors).toEqual([])
  await deciding.close()
})
