// Does an officer's recording arrive although server and tab die on the way, and is it heard from any place of it?
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { axeFindings, launch, letIn, open, type Visitor } from '../support/browser/browser.ts'
import { forgetOnDevice } from '../support/browser/phone.ts'
import { shot } from '../support/browser/shot.ts'
import { mov, wav } from '../support/people/films.ts'
import { createDatabase } from '../support/servers/infra.ts'
import { openProduct, type Product } from '../support/servers/product.ts'
import { reported } from './samples.ts'

let product: Product
let browser: Browser
let database: Awaited<ReturnType<typeof createDatabase>>
let officer: Visitor
let id = ''

beforeAll(async () => {
  database = await createDatabase()
  const { temporalAddress, smtpUrl, mailDir } = inject('infra')
  product = await openProduct(
    { databaseUrl: database.url, temporalAddress, smtpUrl, mailDir },
    '2026-03-02T01:00:00.000Z',
  )
  browser = await launch()
  const safety = await product.person('e001.safety')
  id = (await safety.start('hazard-rectification', reported)).id
  officer = await open(browser, product.base, { width: 'desktop' })
  officer.context.setDefaultTimeout(40_000)
  await letIn(officer, 'kecheng.inspector1')
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
  await database?.drop()
})

const seconds = 2_400
const file = { name: '询问录音.wav', mimeType: 'audio/wav', buffer: wav(seconds) }

test('promise (inspections): a recording that is cut by a killed server and a closed tab goes on where it stood, is added to the case and played by pieces', async () => {
  const { page } = officer
  await page.goto(`/case/${id}?tab=materials`)
  await page.getByRole('button', { name: '附入音像记录' }).click()
  await page.getByLabel('音像文件', { exact: true }).setInputFiles(file)
  await page.getByRole('button', { name: '开始上传' }).click()
  await page.getByRole('alert').getByText('请填写记录设备').waitFor()
  await page.getByLabel('记录设备', { exact: true }).fill('执法记录仪 A-07')
  await page.getByLabel('记录开始', { exact: true }).fill('2026-03-02T08:00')
  await page.getByLabel('记录结束', { exact: true }).fill('2026-03-02T08:40')
  const records = page.getByLabel('对应哪一条记录', { exact: true })
  await records.selectOption({ label: '第 1 条 报告隐患（3月2日 09:00）' })
  await shot(page, 'recordings/form-1440-zh')
  expect(await axeFindings(page)).toEqual([])
  let pieces = 0
  await page.route('**/api/uploads/*', async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue()
    pieces += 1
    if (pieces !== 2) return route.continue()
    await product.api.stop('SIGKILL')
    return route.abort()
  })
  await page.getByRole('button', { name: '开始上传' }).click()
  await page.getByText('网络中断，恢复后自动续传').waitFor()
  await page.getByText('已传 43%').waitFor()
  await shot(page, 'recordings/waiting-1440-zh')
  await page.unroute('**/api/uploads/*')
  await page.getByText('已存本机').waitFor()
  // As on a device that has no room for it.
  await forgetOnDevice(page, 'recordings')
  await product.restartApi()
  await page.goto(`/case/${id}?tab=materials`)
  await page.getByText('已收到 8.0 MB / 18.3 MB').waitFor()
  await shot(page, 'recordings/unfinished-1440-zh')
  await page
    .getByLabel('选择同一文件续传', { exact: true })
    .setInputFiles({ ...file, name: '另一段.wav' })
  await page.getByRole('alert').getByText('这不是同一个文件').waitFor()
  await page.getByLabel('选择同一文件续传', { exact: true }).setInputFiles(file)
  await page.getByText('已附入案件').waitFor()
  await page.getByText('时长 40 分').waitFor()
  await page.getByText('对应记录第 1 条 报告隐患').waitFor()
  await page.getByRole('button', { name: '播放：询问录音.wav' }).click()
  const heard = await page.locator('audio').evaluate(
    (audio: HTMLAudioElement) =>
      new Promise<number[]>((resolve, reject) => {
        audio.onerror = () => reject(new Error(audio.error?.message))
        audio.onseeked = () => resolve([audio.duration, audio.currentTime])
        const seek = () => {
          audio.currentTime = 2_000
        }
        if (audio.readyState > 0) seek()
        else audio.onloadedmetadata = seek
      }),
  )
  expect(heard).toEqual([seconds, 2_000])
  await shot(page, 'recordings/played-1440-zh')
  expect(await axeFindings(page)).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  await shot(page, 'recordings/played-390-zh')
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await page.getByRole('heading', { name: 'Recordings' }).waitFor()
  await page.getByText('Kept for 10 years after the case is closed').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await shot(page, 'recordings/played-390-en')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: 'Add a recording' }).click()
  await shot(page, 'recordings/form-1440-en')
}, 240_000)

const cannot = '浏览器不能播放此文件，请下载后查看'

/** What a browser records of a tone: a film without a picture, as one is whose picture cannot be decoded. */
const toneOf = (page: Visitor['page']) =>
  page.evaluate(async () => {
    const context = new AudioContext()
    const tone = context.createOscillator()
    const out = context.createMediaStreamDestination()
    tone.connect(out)
    tone.start()
    const recorder = new MediaRecorder(out.stream, { mimeType: 'audio/webm' })
    const parts: Blob[] = []
    recorder.ondataavailable = ({ data }) => void parts.push(data)
    const ended = new Promise((resolve) => {
      recorder.onstop = resolve
    })
    recorder.start()
    setTimeout(() => recorder.stop(), 1_500)
    await ended
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())]
  })

test('a film of an iPhone is taken; what a browser cannot play or show says so and can be downloaded', async () => {
  const phone = await open(browser, product.base, { width: 'phone' })
  phone.context.setDefaultTimeout(40_000)
  await letIn(phone, 'kecheng.inspector1')
  const { page } = phone
  await page.goto(`/case/${id}?tab=materials`)
  const tone = Buffer.from(await toneOf(page))
  const films = [
    { name: 'IMG_0417.MOV', mimeType: 'video/quicktime', buffer: mov(754, 400_000), said: cannot },
    { name: '现场.webm', mimeType: 'video/webm', buffer: tone, said: '浏览器只能播放声音' },
  ]
  for (const { said, ...film } of films) {
    await page.getByLabel('选择录像或录音', { exact: true }).setInputFiles(film)
    await page.getByLabel('记录设备', { exact: true }).fill('iPhone')
    await page.getByLabel('记录开始', { exact: true }).fill('2026-03-02T08:50')
    await page.getByLabel('记录结束', { exact: true }).fill('2026-03-02T08:59')
    await page.getByRole('button', { name: '开始上传' }).click()
    await page.getByRole('button', { name: `播放：${film.name}` }).click()
    await page.getByText(said).waitFor()
  }
  await page.getByText('时长 13 分').waitFor()
  // What was opened stays so while another one comes in.
  await page.getByText(cannot).waitFor()
  await shot(page, 'recordings/unplayable-390-zh')
  expect(await axeFindings(page)).toEqual([])
  const [taken] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载：IMG_0417.MOV' }).click(),
  ])
  expect(taken.suggestedFilename()).toBe('IMG_0417.MOV')
}, 240_000)

test('the record of the case says who has added it, and the enterprise reads nothing of it', async () => {
  const inspector = await product.person('kecheng.inspector1')
  const { items, chain } = await inspector.timeline(id)
  expect(chain.valid).toBe(true)
  expect(items.filter(({ type }) => type === 'attach-recording')).toHaveLength(3)
  const safety = await product.person('e001.safety')
  const seen = JSON.stringify([await safety.view(id), await safety.timeline(id)])
  expect(seen).not.toMatch(/attach-recording|询问录音|A-07/)
  expect((await safety.raw('GET', `/api/cases/${id}/recordings`)).status).toBe(403)
})
