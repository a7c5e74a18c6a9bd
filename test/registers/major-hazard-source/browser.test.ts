// Does an enterprise enter the substances of a unit on a phone, and does everybody see its grade and how it was reckoned?
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { majorHazardSource } from '../../../domain/registers/major-hazard-source/register.ts'
import { fill } from '../../support/browser/browser.ts'
import { shot } from '../../support/browser/shot.ts'
import { axe, desktop, phone } from '../../ui/browser-support.ts'
import { openRegister } from '../register-on-screen.ts'
import { day, source } from './samples.ts'

const place = `/registers/${majorHazardSource.id}`
const visit = await openRegister(majorHazardSource, day)

const addSubstance = async (page: Page, row: number, substance: string, quantity: string) => {
  await page.locator('[id="field-substances-add"]').click()
  await page.locator(`[id="field-substances.r${row}.substance"]`).fill(substance)
  await page.locator(`[id="field-substances.r${row}.quantity"]`).fill(quantity)
  await page.locator(`[id="field-substances.r${row}.unit"]`).selectOption('t')
}

test('substances entered on a phone are graded; the section chief sees how, and confirms', async () => {
  const { page, errors, close } = await visit('qi', `${place}/propose`, phone)
  const { substances: _, exposed, ...rest } = source
  await fill(page, { ...rest, exposed: String(exposed), region: '330802', reason: '安全评估完成' })
  await addSubstance(page, 1, '液氯', '25')
  await addSubstance(page, 2, '某物', '15')
  await page.getByRole('button', { name: '提请', exact: true }).click()
  await page.getByRole('alert').getByText('标准未列出“某物”的临界量').first().waitFor()
  expect(await axe(page)).toEqual([])
  await shot(page, 'major-hazard-source-form-390-zh')
  await page.locator('[id="field-substances.r2.substance"]').fill('氨')
  await page.getByRole('button', { name: '提请', exact: true }).click()
  await page.getByText('已提请，等待另一人确认').waitFor()
  expect(errors).toEqual([])
  await close()

  const deciding = await visit('chen', place)
  const waiting = await deciding.page.locator('main').innerText()
  expect(waiting).toContain('R=α·Σβ·q/Q=34.5：三级')
  expect(await axe(deciding.page)).toEqual([])
  await shot(deciding.page, 'major-hazard-source-waiting')
  await deciding.page.getByRole('button', { name: '确认' }).click()
  await deciding.page.getByRole('link', { name: '衢柯危源〔2026〕0001号' }).waitFor()
  const list = await deciding.page.locator('main').innerText()
  expect(list).toContain('三级')
  expect(list).toContain('2026-03-09')
  await shot(deciding.page, 'major-hazard-source-list')
  await deciding.page.getByRole('link', { name: '衢柯危源〔2026〕0001号' }).click()
  await deciding.page.getByRole('heading', { name: '变更记录' }).waitFor()
  const path = new URL(deciding.page.url()).pathname
  expect(deciding.errors).toEqual([])
  await deciding.close()

  for (const [who, size, language] of [
    ['chen', desktop, 'en'],
    ['qi', phone, 'zh'],
  ] as const) {
    const reading = await visit(who, path, size, language)
    const words = await reading.page.locator('main').innerText()
    expect(words).toContain(language === 'en' ? 'Grade 3' : '三级')
    expect(words).toContain(language === 'en' ? 'R = α · Σ β·q/Q = 34.5' : 'R=α·Σβ·q/Q=34.5')
    expect(await axe(reading.page)).toEqual([])
    await shot(reading.page, `major-hazard-source-entry-${size.width}-${language}`)
    expect(reading.errors).toEqual([])
    await reading.close()
  }
})
