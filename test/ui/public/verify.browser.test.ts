// Does the page of verification speak of the document and the file that it was asked about?
import { expect, test } from 'vitest'
import { axe, openBrowser, openPage, phone, startFake } from '../browser-support.ts'

const fake = await startFake()
const browser = await openBrowser()

test('a verdict belongs to the document and the file it was asked of; a lost comparison is asked again', async () => {
  const { page, close } = await openPage(browser, phone, 'zh')
  const codes = { a: 'AAAA2222AAAA2222', b: 'BBBB2222BBBB2222' }
  let answerB = () => {}
  let compared = 0
  await page.route('**/api/public/verify/*', async (route) => {
    const code = route.request().url().split('/').at(-1) ?? ''
    if (route.request().method() === 'POST') {
      compared += 1
      return compared === 1 ? route.abort() : route.fulfill({ json: { same: true } })
    }
    if (code === codes.b) await new Promise<void>((resolve) => (answerB = resolve))
    const title = code === codes.a ? '受理通知书' : '整改指令书'
    await route.fulfill({
      json: {
        code,
        title,
        number: null,
        office: '应急局',
        day: '2026-03-02',
        state: 'issued',
        endedAt: null,
        licence: null,
      },
    })
  })
  await page.goto(`${fake.url}/verify/${codes.a}`)
  await page.getByText('受理通知书').waitFor()
  await page
    .locator('#field-file')
    .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-a') })
  await page.getByRole('button', { name: '重试' }).click()
  await page.getByText('完全一致').waitFor()
  expect(compared).toBe(2)
  await page.locator('#field-code').fill(codes.b)
  await page.getByRole('button', { name: '核验', exact: true }).click()
  await page.waitForURL(new RegExp(codes.b))
  await page.locator('.skeleton').first().waitFor()
  expect(await page.getByText('该文书有效').count()).toBe(0)
  answerB()
  await page.getByText('整改指令书').waitFor()
  expect(await page.getByText('完全一致').count()).toBe(0)
  await expect.poll(() => page.locator('#field-file').inputValue()).toBe('')
  await close()
})

test('promise (screens): the page that verifies a licence says holder, issue, expiry and state', async () => {
  const { page, errors, close } = await openPage(browser, phone, 'zh')
  const licence = {
    holder: '衢州试验化工有限公司',
    validFrom: '2026-03-02',
    validUntil: '2029-03-01',
    words: { zh: '已注销', en: 'Cancelled' },
    inForce: false,
    since: '2026-04-10',
  }
  const paper = {
    title: '危险化学品经营许可证（正本）',
    number: '浙衢危化经字〔2026〕000002',
    office: '衢州市应急管理局',
    day: '2026-03-02',
  }
  await page.route('**/api/public/verify/*', (route) =>
    route.fulfill({
      json: { code: 'AAAA2222AAAA2222', ...paper, state: 'issued', endedAt: null, licence },
    }),
  )
  await page.goto(`${fake.url}/verify/AAAA2222AAAA2222`)
  await page.getByText('文书真实，但许可证不在有效状态').waitFor()
  const facts = await page.locator('.fact').allInnerTexts()
  expect(facts.map((fact) => fact.replace(/\s+/g, ' '))).toEqual([
    '文书名称 危险化学品经营许可证（正本）',
    '文号 浙衢危化经字〔2026〕000002',
    '持证单位 衢州试验化工有限公司',
    '制发机关 衢州市应急管理局',
    '制发日期 2026-03-02',
    '有效期起 2026-03-02',
    '有效期至 2029-03-01',
    '许可证状态 已注销（自4月10日周五）',
  ])
  expect(await axe(page)).toEqual([])
  expect(errors).toEqual([])
  await close()
})
