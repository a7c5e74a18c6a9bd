// Documents at browsers: read on the page of the case, served, issued again; and verified by somebody who has only the paper.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { DocumentList } from '../../contract/documents/documents.ts'
import { checklist } from '../hazchem-licence/samples.ts'
import {
  act,
  axeFindings,
  goTo,
  launch,
  letIn,
  open,
  type Visitor,
} from '../support/browser/browser.ts'
import { shot } from '../support/browser/shot.ts'
import { createDatabase } from '../support/servers/infra.ts'
import { openProduct, type PersonAtWork, type Product } from '../support/servers/product.ts'

let product: Product
let browser: Browser
let database: Awaited<ReturnType<typeof createDatabase>>
let clerk: PersonAtWork
let chief: Visitor
let boss: Visitor
let id = ''
const folder = mkdtempSync(join(tmpdir(), 'anjian-paper-'))

beforeAll(async () => {
  database = await createDatabase()
  const { temporalAddress, smtpUrl, mailDir } = inject('infra')
  product = await openProduct(
    { databaseUrl: database.url, temporalAddress, smtpUrl, mailDir },
    '2026-04-01T01:00:00.000Z',
  )
  browser = await launch()
  clerk = await product.person('kecheng.clerk')
  const applicant = await product.person('e001.principal')
  const form = { kind: 'new', site: '三号楼一层', mode: '批发（无储存）', scope: ['甲醇'] }
  id = (await applicant.applies('hazchem-licence', form)).id
  await clerk.act(id, 'accept', { checklist })
  chief = await open(browser, product.base)
  await letIn(chief, 'kecheng.chief')
  boss = await open(browser, product.base, { width: 'phone' })
  await letIn(boss, 'e001.principal')
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
  await database?.drop()
})

const papers = async () => (await clerk.get<DocumentList>(`/api/cases/${id}/documents`)).items
const visible = async ({ page }: Visitor): Promise<string> => {
  await goTo(page, `/case/${id}`)
  await page.locator('.document').first().waitFor()
  return page.locator('.documents').innerText()
}

test('the authorities see number, state and receipt, and read the document in the page', async () => {
  await expect
    .poll(async () => (await papers()).every(({ url }) => url !== null), { timeout: 20_000 })
    .toBe(true)
  const words = await visible(chief)
  for (const one of [
    '受理通知书',
    '（衢柯）应急危经受〔2026〕1号',
    '有效',
    '尚未送达',
    '申请材料接收凭证',
  ])
    expect(words).toContain(one)
  await chief.page
    .locator('.document', { hasText: '受理通知书' })
    .getByRole('button', { name: '查看' })
    .click()
  await chief.page.locator('iframe.document-frame').waitFor()
  expect(await axeFindings(chief.page)).toEqual([])
})

test('beside a document stands who has signed it, by which certificate and when', async () => {
  const one = chief.page.locator('.document', { hasText: '受理通知书' })
  await one.getByRole('button', { name: '验签' }).click()
  await one.getByText('签名有效，文件完整').waitFor()
  const words = await one.locator('.examined').innerText()
  for (const said of ['衢州市柯城区应急管理局', 'DEMO', '没有可信时间戳'])
    expect(words).toContain(said)
  await shot(chief.page, 'signature-of-document')
  expect(await axeFindings(chief.page)).toEqual([])
})

test('acts that wait for a paper open by themselves when it is made', async () => {
  const once = (path: string, seen: (body: Record<string, unknown>) => object) =>
    chief.page.route(
      (url) => url.pathname === path,
      async (route) => {
        const response = await route.fetch()
        await route.fulfill({ response, json: seen(await response.json()) })
      },
      { times: 1 },
    )
  await once(`/api/cases/${id}`, (body) => ({ ...body, title: '文书制作中' }))
  await once(`/api/cases/${id}/documents`, ({ items }) => ({
    items: (items as object[]).map((one) => ({ ...one, state: 'issuing', url: null })),
  }))
  await chief.page.goto(`/case/${id}`)
  await chief.page.locator('h1', { hasText: '文书制作中' }).waitFor()
  await chief.page.locator('h1', { hasText: '经营许可证新申请' }).waitFor()
})

test('on a phone the enterprise has a link and a download, no frame', async () => {
  expect(await visible(boss)).toContain('受理通知书')
  const one = boss.page.locator('.document', { hasText: '受理通知书' })
  await expect.poll(() => one.getByRole('button', { name: '查看' }).isVisible()).toBe(false)
  const [download] = await Promise.all([
    boss.page.waitForEvent('download'),
    one.getByRole('link', { name: '下载' }).click(),
  ])
  await download.saveAs(join(folder, 'good.pdf'))
  expect(readFileSync(join(folder, 'good.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await axeFindings(boss.page)).toEqual([])
})

test('anybody verifies the paper: the good file is the document, one with a changed byte is not', async () => {
  const stranger = await open(browser, product.base, { width: 'phone' })
  const code = (await papers()).find(({ kind }) => kind === 'accept')?.code ?? ''
  await stranger.page.goto(`/verify/${code.replaceAll('-', '')}`)
  await stranger.page.getByText('该文书有效').waitFor()
  const words = await stranger.page.locator('main').innerText()
  expect(words).toContain('（衢柯）应急危经受〔2026〕1号')
  expect(words).not.toContain('三号楼一层')
  await stranger.page.locator('#field-file').setInputFiles(join(folder, 'good.pdf'))
  await stranger.page.getByText('完全一致').waitFor()
  const bytes = readFileSync(join(folder, 'good.pdf'))
  bytes[1000] = (bytes[1000] ?? 0) ^ 1
  writeFileSync(join(folder, 'changed.pdf'), bytes)
  await stranger.page.locator('#field-file').setInputFiles(join(folder, 'changed.pdf'))
  await stranger.page.getByText('可能已被改动').waitFor()
  await stranger.page.locator('#field-signed').setInputFiles(join(folder, 'good.pdf'))
  await stranger.page.getByText('签名有效，文件完整').waitFor()
  await shot(stranger.page, 'signature-good')
  await stranger.page.locator('#field-signed').setInputFiles(join(folder, 'changed.pdf'))
  await stranger.page.getByText('签名之后文件被改动').waitFor()
  expect(await axeFindings(stranger.page)).toEqual([])
  await stranger.page.goto('/verify/2222222222222222')
  await stranger.page.getByText('没有这份文书').waitFor()
  expect(stranger.errors).toEqual([])
})

test('issued again by the chief, the old one is struck out', async () => {
  const document = (await papers()).find(({ kind }) => kind === 'accept')?.id ?? ''
  await act(chief, id, '重新制发文书', { document, reason: '印章不清' })
  await expect
    .poll(async () => (await papers()).map(({ state }) => state), { timeout: 20_000 })
    .toEqual(['issued', 'replaced', 'issued'])
  const words = await visible(chief)
  expect(words).toContain('已由新版替换')
  expect(words).toContain('第 2 版')
  expect(chief.errors).toEqual([])
})
