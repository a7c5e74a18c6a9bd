// Before a real product and a telephone: reported without signing in, verified, answered, and the answer read with number and code.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { surely } from '../api/case/core-path.ts'
import { fill, launch, open, quiet } from '../support/browser/browser.ts'
import { createDatabase } from '../support/servers/infra.ts'
import { openProduct, type Product } from '../support/servers/product.ts'

let product: Product
let browser: Browser
let database: Awaited<ReturnType<typeof createDatabase>>

beforeAll(async () => {
  database = await createDatabase()
  const { temporalAddress, smtpUrl, mailDir } = inject('infra')
  product = await openProduct(
    { databaseUrl: database.url, temporalAddress, smtpUrl, mailDir },
    '2026-03-02T01:00:00.000Z',
  )
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
  await database?.drop()
})

const title = '配电房门口堆放油漆桶'
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('a nameless report goes all the way', async () => {
  const visitor = await open(browser, product.base, { width: 'phone' })
  const { page } = visitor
  await page.goto('/public')
  await page.locator('.citizen-choice a.button').click()
  await page.locator('form').waitFor()
  await fill(page, {
    title,
    region: '330802',
    site: '一号配电房',
    category: 'fire',
    description: '门口堆放油漆桶，紧挨配电柜',
    contact: '13800001111',
  })
  await page
    .locator('#field-photos')
    .setInputFiles({ name: 'IMG_2026.png', mimeType: 'image/png', buffer: png })
  await page.locator('.upload.stored').waitFor()
  await page.locator('form button[type=submit]').click()
  await page.waitForTimeout(2_000) // nobody writes faster than that
  await page.locator('.form-actions .primary').click()
  await page.locator('.receipt-card').waitFor()
  const [number = '', code = ''] = await page.locator('.receipt-value').allInnerTexts()
  await page.locator('.form-actions .primary').click()
  await page.locator('.citizen-state').waitFor()

  const [first, second] = await Promise.all([
    product.person('kecheng.inspector1'),
    product.person('kecheng.inspector2'),
  ])
  const found = () =>
    first.get<{ items: { id: string; enterprise: string | null }[] }>(
      `/api/cases?q=${encodeURIComponent(number)}`,
    )
  await expect.poll(async () => (await found()).items.length, { timeout: 20_000 }).toBe(1)
  const [{ id, enterprise }] = (await found()).items as [{ id: string; enterprise: string | null }]
  expect(enterprise).toBeNull()
  await surely((key) =>
    first.act(id, 'verify', { grade: 'general', enterprise: 'e001', findings: '属实' }, { key }),
  )
  await surely((key) => second.act(id, 'sign', {}, { key }))
  await surely((key) =>
    first.act(id, 'answer-reporter', { answer: '已核实，责令企业三日内清理。' }, { key }),
  )

  await page.goto('/public/follow')
  await page.locator('#field-number').fill(number)
  await page.locator('#field-code').fill(code.toLowerCase())
  await page.locator('form button').click()
  await page.locator('.citizen-said').waitFor()
  await expect
    .poll(() => page.locator('.citizen-said').innerText())
    .toBe('已核实，责令企业三日内清理。')
  await expect.poll(() => page.locator('body').innerText()).not.toMatch(/13800001111|油漆桶/)
  quiet(visitor)
})
