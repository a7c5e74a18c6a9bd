// Does a reviewer enter a standard step by step, and does an officer see how his fine stands to it before he sends the notice?
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { discretionFines } from '../../../db/schema/statistics/discretion.ts'
import { violationCause } from '../../../domain/registers/violation-cause/register.ts'
import type { House } from '../../api/house.ts'
import { sample } from '../../enforcement-case/samples.ts'
import { atRest, type Filling, fill } from '../../support/browser/browser.ts'
import { shot } from '../../support/browser/shot.ts'
import { axe, builtUi, desktop, openBrowser, phone, type Size } from '../../ui/browser-support.ts'
import { serveHouse, visitHouse } from '../../ui/house-on-screen.ts'
import { noticing, openNoticing } from './noticing.ts'
import { cause, steps, typed } from './samples.ts'

let house: House
let url = ''
const browser = await openBrowser()
const { reported } = noticing(() => house)
beforeAll(async () => {
  house = await openNoticing({ uiDir: await builtUi() })
  url = (await serveHouse(house)).url
}, 180_000)
afterAll(() => house?.close())

const place = `/registers/${violationCause.id}`
const visit = async (who: string, path: string, size: Size, language: 'zh' | 'en' = 'zh') => {
  const opened = await visitHouse(browser, { house, url, who, path }, size, language)
  await opened.page.waitForSelector('main h1')
  await atRest(opened.page)
  return opened
}

const addStep = async (page: Page, row: number, answers: object): Promise<void> => {
  await page.locator('[id="field-steps-add"]').click()
  for (const [name, value] of Object.entries(answers)) {
    const cell = page.locator(`[id="field-steps.r${row}.${name}"]`)
    if (name === 'step') await cell.selectOption(String(value))
    else await cell.fill(String(value))
  }
}

test('a reviewer enters the steps on a phone; out of order they are refused, an administrator confirms', async () => {
  const asking = await visit('bian', `${place}/propose`, phone)
  const { page } = asking
  const { steps: _, firstSpared: _first, minorSpared: _minor, from: _from, ...rest } = typed
  await fill(page, { ...(rest as Filling), firstSpared: true })
  for (const [at, step] of steps.entries()) await addStep(page, at + 1, step)
  await page.locator('[id="field-steps.r3.from"]').fill('14999')
  await page.getByRole('button', { name: '提请', exact: true }).click()
  await page.getByRole('alert').getByText('与上一阶次重叠').first().waitFor()
  expect(await axe(page)).toEqual([])
  await shot(page, 'violation-cause-form-390-zh')
  await page.locator('[id="field-steps.r3.from"]').fill('15000')
  await page.getByRole('button', { name: '提请', exact: true }).click()
  await page.getByText('已提请，等待另一人确认').waitFor()
  asking.errors.splice(0)
  await asking.close()

  const deciding = await visit('guan', place, desktop)
  await expect
    .poll(() => deciding.page.locator('main').innerText())
    .toContain('罚款5,000元以上15,000元以下')
  expect(await axe(deciding.page)).toEqual([])
  await deciding.page.getByRole('button', { name: '确认' }).click()
  await deciding.page.getByRole('link', { name: typed.number }).click()
  await deciding.page.getByRole('heading', { name: '变更记录' }).waitFor()
  await shot(deciding.page, 'violation-cause-entry-1440-zh')
  expect(deciding.errors).toEqual([])
  await deciding.close()
})

test('an officer chooses the violation, is refused outside its step, and gives a reason on a phone', async () => {
  const id = await reported()
  const path = `/case/${id}/act/notify-penalty`
  const english = await visit('lin', path, desktop, 'en')
  await english.page.locator('#field-cause').selectOption(typed.number)
  await english.page.getByText('5,000 yuan above').waitFor()
  await shot(english.page, 'notice-standard-1440-en')
  await english.close()

  await house.db.insert(discretionFines).values(
    [12_000, 14_000, 16_000, 18_000, 20_000].map((fine, at) => ({
      caseId: `like-${at}`,
      party: 0,
      process: 'enforcement-case',
      region: '330881',
      day: '2026-02-01',
      fine,
      cause: typed.number,
      step: 'ordinary',
      likeCases: 0,
    })),
  )
  const { page, errors, close } = await visit('lin', path, phone)
  await fill(page, sample('notify-penalty') as Filling)
  await page.locator('#field-cause').selectOption(typed.number)
  await page.getByText('一般：罚款5,000元以上15,000元以下；拟罚款20,000元').waitFor()
  await page
    .getByText('一般：5件，12,000–20,000元，中位数16,000元；拟罚款20,000元，较中位数+25%')
    .waitFor()
  await fill(page, { step: 'ordinary' })
  await shot(page, 'notice-standard-390-zh')
  // Tall enough that the bar of the form lies over nothing that is checked.
  await page.setViewportSize({ width: 390, height: 4_000 })
  expect(await axe(page)).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  await page.locator('form.act-form button[type=submit]').click()
  await page.getByRole('alert').getByText('须填写偏离裁量基准的理由').first().waitFor()
  await shot(page, 'notice-standard-refused-390-zh')
  await fill(page, { departure: '当事人拒不改正' })
  await page.locator('form.act-form button[type=submit]').click()
  await page.waitForURL(/sent=/)
  expect(errors.filter((one) => !one.includes('403'))).toEqual([])
  await close()

  const reading = await visit('gao', `/case/${id}`, desktop)
  const words = await reading.page.locator('main').innerText()
  for (const one of [cause.standard, '当事人拒不改正', '高于上限5,000元'])
    expect(words).toContain(one)
  await shot(reading.page, 'notice-standard-case-1440-zh')
  expect(await axe(reading.page)).toEqual([])
  await reading.close()
})
