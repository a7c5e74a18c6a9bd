// The warning of the story: an area drawn by corners is warned, warned anew and given the all-clear, and each message arrives at its receiver.
import { expect } from 'vitest'
import { outboundOffice, outboundReceivers } from '../../../db/schema/devices/outbound.ts'
import { openReceiver } from '../../devices/outbound/receiver.ts'
import { atRest } from '../../support/browser/browser.ts'
import { sender } from '../../warning/cap-documents.ts'
import type { Story } from './story.ts'

const square = '118.86, 28.96\n118.88, 28.96\n118.88, 28.98\n118.86, 28.98'
const wider = '118.85, 28.95\n118.89, 28.95\n118.89, 28.99\n118.85, 28.99'
const polygon =
  '<polygon>28.96,118.86 28.96,118.88 28.98,118.88 28.98,118.86 28.96,118.86</polygon>'
const patience = { timeout: 40_000 }

export const warning = async ({ at, look, product, reads }: Story) => {
  const { db, launch } = product()
  const receiver = await openReceiver()
  await db.insert(outboundOffice).values({ id: 1, ...sender })
  await db.insert(outboundReceivers).values({
    id: 'city',
    name: '市预警中心',
    url: receiver.url,
    format: 'cap',
    leastLevel: 4,
  })
  const devices = await launch('devices')
  const { page } = at.city
  const publish = async (nth: number) => {
    await page.getByRole('button', { name: '预览' }).click()
    await page.getByRole('button', { name: '确认发布' }).click()
    await page.waitForURL(/\/warnings\/(?!new)/)
    await expect.poll(() => receiver.received.length, patience).toBe(nth)
    await page.reload()
    await page.locator('main h1').first().waitFor()
    await atRest(page)
  }
  await page.goto('/warnings/new')
  await page.getByLabel('标题').fill('三号罐区甲醇储罐火灾')
  await page.getByRole('textbox', { name: '情况' }).fill('储罐起火，下风向人员请撤离')
  await page.getByLabel('范围', { exact: true }).selectOption('drawn')
  await page.getByLabel('角点坐标').fill(square)
  await publish(1)
  await look('city', 'warning-sent')
  await page.getByRole('link', { name: '更新', exact: true }).click()
  await page.getByLabel('角点坐标').fill(wider)
  await publish(2)
  await page.getByRole('link', { name: '解除', exact: true }).click()
  await page.getByRole('textbox', { name: '情况' }).fill('明火已扑灭')
  await publish(3)
  expect(receiver.received.map(({ type, refused }) => [type, refused])).toEqual([
    ['Alert', []],
    ['Update', []],
    ['Cancel', []],
  ])
  expect(receiver.received[0]?.body).toContain(polygon)
  expect(receiver.received.map(({ references }) => references.length)).toEqual([0, 1, 2])
  await reads('city', ['三号罐区甲醇储罐火灾', '市预警中心'], [], new URL(page.url()).pathname)
  await devices.stop()
  await receiver.close()
}
