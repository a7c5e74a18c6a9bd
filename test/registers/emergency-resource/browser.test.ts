// Does an enterprise enter stock with its batches on a phone, and do it and the section chief find what falls due?
import { expect, test } from 'vitest'
import { emergencyResource } from '../../../domain/registers/emergency-resource/register.ts'
import { fill } from '../../support/browser/browser.ts'
import { shot } from '../../support/browser/shot.ts'
import { axe, desktop, phone } from '../../ui/browser-support.ts'
import { openRegister } from '../register-on-screen.ts'
import { day, resource } from './samples.ts'

const place = `/registers/${emergencyResource.id}`
const visit = await openRegister(emergencyResource, day)

test('stock entered on a phone with its batches stands in the list by what falls due first', async () => {
  const { page, errors, close } = await visit('qi', `${place}/propose`, phone)
  const { batches, checks: _, quantity, ...rest } = resource
  await fill(page, { ...rest, quantity: String(quantity), region: '330802', reason: '入库登记' })
  for (const [index, batch] of batches.entries()) {
    await page.locator('[id="field-batches-add"]').click()
    for (const [column, value] of Object.entries(batch))
      await page.locator(`[id="field-batches.r${index + 1}.${column}"]`).fill(String(value))
  }
  expect(await axe(page)).toEqual([])
  await shot(page, 'emergency-resource-form-390-zh')
  await page.getByRole('button', { name: '提请', exact: true }).click()
  await page.getByText('已提请，等待另一人确认').waitFor()
  expect(errors).toEqual([])
  await close()

  const deciding = await visit('chen', place)
  await deciding.page.getByRole('button', { name: '确认' }).click()
  await deciding.page.getByRole('link', { name: '衢柯资源〔2026〕0001号' }).waitFor()
  await expect.poll(() => deciding.page.locator('main').innerText()).toContain('2026-06-30')
  expect(await axe(deciding.page)).toEqual([])
  await shot(deciding.page, 'emergency-resource-list')
  await deciding.page.getByRole('link', { name: '衢柯资源〔2026〕0001号' }).click()
  await deciding.page.getByRole('heading', { name: '变更记录' }).waitFor()
  const path = new URL(deciding.page.url()).pathname
  expect(deciding.errors).toEqual([])
  await deciding.close()

  for (const [who, size, language] of [
    ['chen', desktop, 'en'],
    ['qi', phone, 'zh'],
  ] as const) {
    const reading = await visit(who, path, size, language)
    const rows = reading.page.locator('table.rows-table tbody tr')
    await expect.poll(() => rows.count()).toBe(2)
    await expect.poll(() => rows.last().innerText()).toContain('P2023-2')
    expect(await axe(reading.page)).toEqual([])
    await shot(reading.page, `emergency-resource-entry-${size.width}-${language}`)
    expect(reading.errors).toEqual([])
    await reading.close()
  }
})
