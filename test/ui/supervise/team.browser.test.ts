// Does the head of an office see the loads, give work away in one go after a count, and settle who stands in for whom?
import { expect, test } from 'vitest'
import { shot } from '../../support/browser/shot.ts'
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

const fake = await startFake()
const browser = await openBrowser()

const teamPage = async (
  size: Size = desktop,
  language: 'zh' | 'en' = 'zh',
  role = 'section-chief',
) => {
  const opened = await openPage(browser, size, language)
  const { page } = opened
  await page.route('**/api/me', async (route) => {
    const me = await (await route.fetch()).json()
    await route.fulfill({
      json: { ...me, appointments: me.appointments.map((one: object) => ({ ...one, role })) },
    })
  })
  await letIn(page, fake.url, 'chen.xiaodong')
  await page.evaluate(() => fetch('/fake/team', { method: 'POST' }))
  await page.goto(`${fake.url}/team`)
  await page.waitForSelector(
    role === 'inspector' ? '.team-substitutions .plain-table' : '[data-row]',
  )
  await page.waitForSelector('.team-substitutions .plain-table')
  return opened
}
const wide = { width: 1440, height: 1900 }

test('loads are bars with pattern and number, and a table that says the same; both pass axe', async () => {
  const { page, errors, close } = await teamPage(wide)
  await shot(page, 'team/desktop', {})
  const bar = page.locator('.load-line', { hasText: '刘建国' }).locator('.load-bar')
  const text = (await bar.getAttribute('aria-label')) ?? ''
  expect(text).toMatch(/刘建国：逾期 \d+ 件/)
  await expect.poll(() => bar.locator('.load-part.overdue').textContent()).toMatch(/^▲\d+$/)
  await expect
    .poll(() => page.locator('.load-line', { hasText: '孙强' }).textContent())
    .toContain('已离任')
  await expect
    .poll(() => page.locator('.load-line', { hasText: '刘建国' }).textContent())
    .toContain('由 赵丽 代理至')
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: '以表格查看' }).click()
  const cells = await page
    .locator('.team-loads tbody tr', { hasText: '刘建国' })
    .locator('td')
    .allTextContents()
  expect(text).toContain(
    `逾期 ${cells[1]} 件，3 个工作日内 ${cells[2]} 件，10 个工作日内 ${cells[3]} 件，其后 ${cells[4]} 件`,
  )
  expect(await axe(page)).toEqual([])
  await shot(page, 'team/table', {})
  expect(errors).toEqual([])
  await close()
})

test('tasks are chosen with x and Shift+j, t asks for the person, a count comes first, and every refusal is named', async () => {
  const { page, errors, close } = await teamPage(wide)
  await page.keyboard.press('j')
  for (let n = 0; n < 8; n += 1) await page.keyboard.press('Shift+J')
  await expect.poll(() => page.locator('.selection-bar').textContent()).toContain('已选 9 件')
  await page.keyboard.press('t')
  const dialog = page.locator('dialog[open]')
  await dialog.getByRole('heading', { name: '改派 9 件' }).waitFor()
  await dialog.getByRole('button', { name: '先核对' }).click()
  await expect.poll(() => dialog.getByRole('alert').textContent()).toBe('请选择人员并填写理由')
  await dialog.getByRole('combobox').fill('钱')
  await dialog.getByRole('option', { name: /钱伟/ }).click()
  await dialog.getByLabel('理由').fill('均衡工作量')
  expect(await axe(page)).toEqual([])
  await shot(page, 'team/dialog', {})
  await dialog.getByRole('button', { name: '先核对' }).click()
  await dialog.getByText('将改派 8 件').waitFor()
  await expect.poll(() => dialog.textContent()).toContain('1 件不能：')
  await expect
    .poll(() => dialog.locator('.team-refused li').allTextContents())
    .toEqual(['江隐患〔2026〕104号 下达整改指令的人不得复查同一隐患'])
  await shot(page, 'team/count', {})
  await dialog.getByRole('button', { name: '确认改派 8 件' }).click()
  await dialog.getByText('已改派 6 件').waitFor()
  await expect
    .poll(() => dialog.locator('.team-refused li b').allTextContents())
    .toEqual(['江隐患〔2026〕103号', '江隐患〔2026〕108号'])
  await expect.poll(() => dialog.locator('.team-done li').count()).toBe(6)
  expect(await axe(page)).toEqual([])
  await shot(page, 'team/result', {})
  await dialog.getByRole('button', { name: '关闭' }).last().click()
  await page.waitForFunction(() =>
    document.querySelector('[data-row] .cell-step')?.textContent?.includes('钱伟'),
  )
  expect(await page.locator('.selection-bar').count()).toBe(0)
  expect(errors).toEqual([])
  await close()
})

test('a click on the mark chooses, a click on a name or a post filters, and what leavers hold is one chip away', async () => {
  const { page, close } = await teamPage(wide)
  await page.locator('.cell-mark').first().click()
  await expect.poll(() => page.locator('.selection-bar').textContent()).toContain('已选 1 件')
  await page.getByRole('button', { name: '取消选择' }).click()
  await page.locator('.load-name', { hasText: '赵丽' }).click()
  await page.waitForURL('**holder=zhao**')
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[data-row] .cell-step')].every((one) =>
      one.textContent?.includes('赵丽'),
    ),
  )
  const post = page.locator('.load-line', { hasText: '衢江区应急管理局·科长' })
  const unclaimed = Number(await post.locator('.count').textContent())
  await expect.poll(() => post.textContent()).toContain(`其中 ${unclaimed} 件也计入其他岗位`)
  await post.locator('.load-name').click()
  await page.waitForURL('**holder=group**')
  await page.waitForFunction(
    (n) => document.querySelector('.team-queue-top .muted')?.textContent?.includes(`${n} 件`),
    unclaimed,
  )
  const steps = await page.locator('[data-row] .cell-step').allTextContents()
  expect([steps.length, steps.every((step) => step.includes('无人领取'))]).toEqual([
    unclaimed,
    true,
  ])
  await expect
    .poll(() => page.locator('.chip[aria-pressed="true"]').textContent())
    .toBe('无人领取：衢江区应急管理局·科长')
  await page.getByRole('button', { name: '持有人已离任' }).click()
  await page.waitForURL('**holder=stray**')
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[data-row] .cell-step')].every((one) =>
      one.textContent?.includes('已离任'),
    ),
  )
  await page.locator('.cell-mark').first().click()
  await page.getByRole('button', { name: '催办所选' }).click()
  await page.locator('dialog[open]').getByRole('heading', { name: '催办 1 件' }).waitFor()
  await close()
})

test('a substitution is ordered with days and document, shown with both names, and ended with a reason', async () => {
  const { page, errors, close } = await teamPage(wide)
  await page.getByRole('button', { name: '设定代理' }).click()
  const form = page.locator('.team-grant')
  await form.getByRole('button', { name: '提交' }).click()
  await expect.poll(() => form.getByRole('alert').textContent()).toBe('请填写全部栏目')
  await form.getByRole('combobox', { name: '代理人', exact: true }).fill('钱')
  await form.getByRole('option', { name: /钱伟/ }).click()
  await form.getByLabel('自').fill('2026-04-27')
  await form.getByLabel('至').fill('2026-04-30')
  await form.getByLabel('文号').fill('衢江应急〔2026〕9号')
  await form.getByLabel('事由').fill('年休假')
  expect(await axe(page)).toEqual([])
  await shot(page, 'team/grant')
  await form.getByRole('button', { name: '提交' }).click()
  await page.getByText('已提出，待各方同意：钱伟 代 陈晓东').waitFor()
  const row = page.locator('.team-substitutions tbody tr', { hasText: '衢江应急〔2026〕9号' })
  await row.waitFor()
  await row.getByRole('button', { name: '结束 钱伟 代 陈晓东' }).click()
  const dialog = page.locator('dialog[open]')
  await dialog.getByRole('button', { name: '结束', exact: true }).click()
  await expect.poll(() => dialog.getByRole('alert').textContent()).toBe('请填写理由')
  await dialog.getByRole('textbox').fill('提前返岗')
  await dialog.getByRole('button', { name: '结束', exact: true }).click()
  await page.locator('.team-substitutions .tag', { hasText: '提前结束' }).waitFor()
  expect(errors).toEqual([])
  await close()
})

test('a phone reads: bars, rows and substitutions, but nothing to choose, give away or order', async () => {
  const { page, errors, close } = await teamPage({ ...phone, height: 1600 })
  await shot(page, 'team/phone', {})
  for (const gone of ['.cell-mark.choosable', '.selection-bar', '.team-grant'])
    expect(await page.locator(gone).count(), gone).toBe(0)
  await page.keyboard.press('t')
  expect(await page.locator('dialog[open]').count()).toBe(0)
  expect(await page.getByRole('button', { name: '设定代理' }).count()).toBe(0)
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
  expect(await axe(page)).toEqual([])
  expect(errors).toEqual([])
  await close()
})

test('English has room; heads find the queue in the navigation, everybody else his own substitution', async () => {
  const english = await teamPage(wide, 'en')
  await shot(english.page, 'team/english', {})
  await expect
    .poll(() => english.page.locator('.rail a[href="/team"]').textContent())
    .toBe('Team queue')
  expect(await axe(english.page)).toEqual([])
  await english.page.setViewportSize({ width: 390, height: 1600 })
  await english.page.waitForTimeout(300)
  await shot(english.page, 'team/english-phone', {})
  expect(
    await english.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
  await english.close()
  const { page, close } = await teamPage(desktop, 'zh', 'inspector')
  await expect.poll(() => page.locator('.rail a[href="/team"]').textContent()).toBe('代理')
  await expect.poll(() => page.locator('h1').textContent()).toBe('代理')
  expect(await page.locator('.team-queue, .team-loads').count()).toBe(0)
  await shot(page, 'team/inspector', {})
  await close()
})
