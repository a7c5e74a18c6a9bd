// Do the party and the officer see under which code a fine is paid, what was paid, and what has to be cleared?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedMessage, startTreasury, type Treasury } from '../../bin/simulate/treasury.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { day, sample, scene } from '../enforcement-case/samples.ts'
import { createCrew } from '../support/browser/crew.ts'
import { shot } from '../support/browser/shot.ts'
import { untilIssued } from '../support/servers/issued.ts'
import { money } from './paying.ts'

const secret = 'the secret of the platform in a browser test'
const crew = createCrew(
  { one: 'kecheng.inspector1', party: 'e001.principal', narrow: 'kecheng.inspector1' },
  { on: day, onPhones: ['party', 'narrow'] },
)
const { at, clean, read } = crew
let treasury: Treasury
beforeAll(async () => {
  treasury = await startTreasury({ secret, callbackUrl: 'http://127.0.0.1:1' })
  treasury.behave('away')
  await crew.openWith(treasury.variables)
  await settleCertificates(crew.product().db)
})
afterAll(async () => {
  await crew.close()
  await treasury?.stop()
})

let id = ''
const tell = async (message: object): Promise<number> => {
  const path = '/api/payments/receipts'
  const sent = { method: 'POST', ...signedMessage({ secret, path }, message) }
  return (await fetch(`${crew.product().base}${path}`, sent)).status
}
const fits = async (who: 'party' | 'narrow'): Promise<void> => {
  const width = await at[who].page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
}

test('while the platform is away the party reads that its code is waited for, and then the code', async () => {
  const one = await crew.person('one')
  const two = await crew.product().person('kecheng.inspector2')
  const { enterprise } = await (await crew.person('party')).get<{ enterprise: { id: string } }>(
    '/api/me',
  )
  const { region: _, ...form } = scene
  id = (await one.start('enforcement-case', { ...form, enterprise: enterprise.id })).id
  await one.act(id, 'tell-party', sample('tell-party'))
  await one.act(id, 'punish-on-the-spot', sample('punish-on-the-spot'))
  await two.act(id, 'sign', {})
  await untilIssued(crew.product().db, id)
  await expect.poll(() => read('party', `/case/${id}`)).toContain('缴款码正在取得')
  await shot(at.party.page, 'payments-waiting')
  await clean('party')
  treasury.behave('answers')
  const code = () => (treasury.codes()[0] ?? 'none').replace(/(\d{4})(?=\d)/g, '$1 ')
  await expect
    .poll(async () => (await read('party', `/case/${id}`)).includes(code()), { timeout: 60_000 })
    .toBe(true)
  const wanted = at.party.page.locator('.wanted')
  await expect.poll(() => wanted.textContent()).toContain(code())
  expect(await wanted.textContent()).toMatch(/缴款单金额[\d,]+元/)
  expect(await at.party.page.getByText(code()).count()).toBe(1)
  await shot(at.party.page, 'payments-code')
  await clean('party')
  await fits('party')
})

test('the officer reads what was paid and clears what differs; the party reads what was paid', async () => {
  const code = treasury.codes()[0] ?? ''
  expect(await tell(money(code, { amountFen: 40_000, receipt: '浙财0001' }))).toBe(200)
  expect(await tell(money(code, { amountFen: 1_000, currency: 'USD' }))).toBe(200)
  await expect.poll(() => read('one', `/case/${id}`)).toContain('票据号浙财0001')
  const page = at.one.page
  await page.getByText('不是人民币').waitFor()
  await shot(page, 'payments-officer')
  await clean('one')
  await expect.poll(() => read('narrow', `/case/${id}`)).toContain('不是人民币')
  await shot(at.narrow.page, 'payments-officer-narrow')
  await fits('narrow')
  await page.getByRole('button', { name: '核销差异' }).click()
  await page.getByText('请写明处理情况').waitFor()
  await page.getByLabel('处理情况', { exact: true }).fill('银行已冲正')
  await page.getByRole('button', { name: '核销差异' }).click()
  await page.getByText('核销：银行已冲正').waitFor()
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText('receipt number 浙财0001').waitFor()
  await shot(page, 'payments-officer-en')
  await clean('one')
  const all = await read('one', '/registers/payments')
  expect(all).toContain('不是人民币')
  await shot(page, 'payments-differences')
  await clean('one')
  await expect.poll(() => read('party', `/case/${id}`)).toContain('票据号浙财0001')
  expect(await read('party', `/case/${id}`)).not.toContain('银行已冲正')
  await shot(at.party.page, 'payments-party')
  await fits('party')
})
