// Does an officer enter his certificate on a phone, the chief confirm it at a desk, and do both find by when it expires?
import { expect, test } from 'vitest'
import { officerCertificate } from '../../../domain/registers/officer-certificate/register.ts'
import { fill } from '../../support/browser/browser.ts'
import { shot } from '../../support/browser/shot.ts'
import { axe, desktop, phone } from '../../ui/browser-support.ts'
import { openRegister } from '../register-on-screen.ts'
import { certificate, day, typed } from './samples.ts'

const place = `/registers/${officerCertificate.id}`
const visit = await openRegister(officerCertificate, day)

test('entered on a phone, refused with a wrong number, confirmed at a desk, read in English', async () => {
  const asking = await visit('lin', place, phone)
  const { page } = asking
  await page.getByRole('link', { name: '提请登记' }).click()
  await fill(page, { number: '01', region: '330802', holder: certificate.holder })
  await fill(page, { office: certificate.office, scope: certificate.scope })
  await fill(page, { validFrom: certificate.validFrom, validUntil: certificate.validUntil })
  await fill(page, { reason: typed.reason })
  await page.getByRole('button', { name: '提请', exact: true }).click()
  await page.getByRole('alert').first().waitFor()
  expect(await axe(page)).toEqual([])
  await fill(page, { number: typed.number })
  await shot(page, 'officer-certificate-form-390-zh')
  await page.getByRole('button', { name: '提请', exact: true }).click()
  await page.getByText('已提请，等待另一人确认').waitFor()
  asking.errors.splice(0)
  await asking.close()

  const deciding = await visit('chen', place)
  await expect.poll(() => deciding.page.locator('main').innerText()).toContain('待确认 1 件')
  expect(await axe(deciding.page)).toEqual([])
  await deciding.page.getByRole('button', { name: '确认' }).click()
  await deciding.page.getByRole('link', { name: typed.number }).click()
  await deciding.page.getByRole('heading', { name: '变更记录' }).waitFor()
  expect(deciding.errors).toEqual([])
  await deciding.close()

  const reading = await visit('wu', place, desktop, 'en')
  const words = await reading.page.locator('main').innerText()
  for (const one of [typed.number, certificate.validUntil, 'Valid']) expect(words).toContain(one)
  expect(await axe(reading.page)).toEqual([])
  await shot(reading.page, 'officer-certificate-list-1440-en')
  expect(reading.errors).toEqual([])
  await reading.close()
})
