// Does an administrator find what could not be used, see at which byte it is wrong, and have it tried again, with the real API? (S16)
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { quarantine } from '../../../db/schema/cases/quarantine.ts'
import { replays } from '../../../db/schema/cases/replays.ts'
import { alarmOutbox } from '../../../db/schema/devices/alarms.ts'
import {
  badFrames,
  faultCounts,
  feeds,
  unknownDevices,
} from '../../../db/schema/devices/devices.ts'
import { ago, settlePlant, stand } from '../../api/duty/standing-alarms.ts'
import { type House, openHouse, report } from '../../api/house.ts'
import { sampleWith } from '../../devices/hj212/samples.ts'
import { atRest } from '../../support/browser/browser.ts'
import { shot } from '../../support/browser/shot.ts'
import { alternate } from '../../support/deep.ts'
import { axe, builtUi, desktop, looksByWidth, openBrowser, type Size } from '../browser-support.ts'
import { type Served, serveHouse, visitHouse } from '../house-on-screen.ts'
import { administered } from './administered.ts'

let house: House
const browser = await openBrowser()
let served: Served
const { bytes } = sampleWith('CN=2011')
const damaged = Buffer.from(bytes)
damaged.write('FFFF', damaged.length - 6)
const row = {
  feed: 'stack',
  device: '010000A8900016F000169DC0',
  peer: '10.0.0.9',
  words: '校验不符 The check sum is wrong',
  whole: true,
}

beforeAll(async () => {
  house = await openHouse({ uiDir: await builtUi() })
  await settlePlant(house)
  await administered(house.db)
  await house.db
    .insert(feeds)
    .values({ id: 'stack', protocol: 'hj212', name: '污染源在线', region: '330802' })
  await house.db.insert(badFrames).values([
    {
      ...row,
      reason: 'unknown-point',
      offset: 0,
      words: '测点未登记 The point is not registered',
      bytes,
      at: ago(600),
    },
    {
      ...row,
      reason: 'oversize',
      offset: 256,
      bytes: bytes.subarray(0, 256),
      whole: false,
      at: ago(300),
    },
    { ...row, reason: 'sum', offset: 4, bytes: damaged, at: ago(5) },
  ])
  const counted = { feed: 'stack', device: row.device, day: '2026-03-02', count: 70 }
  await house.db
    .insert(faultCounts)
    .values(['oversize', 'sum', 'unknown-point'].map((reason) => ({ ...counted, reason })))
  const stranger = {
    feed: 'park',
    device: 'T-77',
    day: '2026-03-02',
    peer: '10.0.0.9',
    firstAt: ago(60),
    lastAt: ago(5),
    count: 7,
  }
  await house.db.insert(unknownDevices).values(stranger)
  const caseId = await report(house)
  await house.db.insert(quarantine).values({ id: caseId, caseId, error: 'TypeError: a defect' })
  const waiting = {
    seq: 1,
    kind: 'raised',
    level: 2 as const,
    data: {},
    createdAt: ago(90),
    notBefore: ago(-600),
    attempts: 3,
  }
  await house.db
    .insert(alarmOutbox)
    .values({ ...waiting, alarm: await stand(house), error: 'TypeError: no such process' })
  served = await serveHouse(house)
}, 180_000)
afterAll(() => house?.close())

const visit = async (query = '', size: Size = desktop, language: 'zh' | 'en' = 'zh') => {
  const opened = await visitHouse(
    browser,
    { house, url: served.url, who: 'shi', path: `/admin/letters${query}` },
    size,
    language,
  )
  await opened.page.waitForSelector('.letters h1')
  await atRest(opened.page)
  return opened
}

const boxes = ['frames', 'counts', 'commands', 'outbox']
test.each(
  looksByWidth.flatMap((one, nth) =>
    alternate(boxes, nth % 2 === 0 ? 0 : 1).map((box) => [...one, box] as const),
  ),
)('%s at %o: %s', async (language, size, box) => {
  const { page, errors, close } = await visit(`?box=${box}`, size, language)
  expect(await axe(page)).toEqual([])
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
  await shot(page, `letters/${box}-${language}-${size.width}`)
  if (box === 'frames') {
    await page.locator('tbody button').first().click()
    await page.locator('.letters-hex').waitFor()
    expect(await axe(page)).toEqual([])
    await shot(page, `letters/frame-${language}-${size.width}`)
  }
  expect(errors).toEqual([])
  await close()
})

test('a frame is looked at, its defect marked, replayed with a reason, and what came of it is shown', async () => {
  const { page, errors, close } = await visit()
  await page.getByText('另有 1 台未登记的设备等待登记').waitFor()
  await expect.poll(() => page.locator('tbody tr').count()).toBe(3)
  await page.getByLabel('原因').selectOption('sum')
  await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1)
  expect(page.url()).toContain('reason=sum')
  await page.getByRole('button', { name: /^查看 stack/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(`第 ${bytes.length - 6} 字节有误（已标出）`).waitFor()
  await expect.poll(() => dialog.locator('mark').allTextContents()).toEqual(['46', 'F'])
  expect(await axe(page)).toEqual([])
  await dialog.getByRole('button', { name: '作为迟到数据重放' }).click()
  await dialog.getByText('请写明理由').waitFor()
  await dialog.getByLabel('理由').fill('方言已更正')
  await dialog.getByRole('button', { name: '作为迟到数据重放' }).click()
  await dialog.getByText('正在重放').waitFor()
  const words = { zh: '已作为迟到数据收下：读数 9', en: 'Taken as late data: readings 9' }
  await house.db.update(replays).set({ state: 'done', doneAt: ago(0), words })
  await dialog.getByText('已作为迟到数据收下：读数 9').waitFor()
  await dialog.getByText('已重放', { exact: true }).first().waitFor()
  expect(errors).toEqual([])
  await close()
})

test('a frame that was cut says why it cannot be replayed; one that is good is read field by field', async () => {
  const { page, close } = await visit('?reason=oversize')
  await page.getByRole('button', { name: /^查看/ }).click()
  await page.getByText('过长，只保留了开头，不能重放').waitFor()
  await page.keyboard.press('Escape')
  await page.getByLabel('原因').selectOption('')
  await page.getByRole('button', { name: /^查看/ }).last().click()
  await page.getByRole('dialog').getByRole('rowheader', { name: /^CN/ }).waitFor()
  await close()
})

test('a command and an alarm are tried again, each with its reason', async () => {
  const { page, errors, close } = await visit('?box=commands')
  await page.getByRole('button', { name: /^再试一次/ }).click()
  await page.getByRole('dialog').getByLabel('理由').fill('缺陷已修复')
  await page.getByRole('dialog').getByRole('button', { name: '再试一次' }).click()
  await page.getByText('已解决').waitFor()
  await page.getByText(/缺陷已修复/).waitFor()
  await page.getByRole('link', { name: '未送达的报警 1' }).click()
  await page.getByRole('button', { name: /^再试一次/ }).click()
  await page.getByRole('dialog').getByLabel('理由').fill('流程已部署')
  await page.getByRole('dialog').getByRole('button', { name: '再试一次' }).click()
  await page.getByText('等待接入进程').waitFor()
  await house.db.update(alarmOutbox).set({ doneAt: ago(0), outcome: 'delivered', error: null })
  await house.db
    .update(replays)
    .set({ state: 'done', doneAt: ago(0) })
    .where(eq(replays.state, 'waiting'))
  await page.getByText('没有未送达的报警').waitFor()
  expect(errors).toEqual([])
  await close()
})

test('an error is told in place, and nothing at all is said to be nothing', async () => {
  const { page, close } = await visit('?feed=river')
  await page.getByText('没有拒收的报文').waitFor()
  await house.db.execute(sql`ALTER TABLE bad_frames RENAME TO away`)
  await page.getByLabel('接入').selectOption('stack')
  await page.getByRole('alert').waitFor()
  await house.db.execute(sql`ALTER TABLE away RENAME TO bad_frames`)
  await close()
})
