// Does an officer who taps twice, takes many photographs at once, meets a server that falls, or hands his phone on, keep each note once?
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { clean, factsOf } from '../administrative-inspection/at-the-place.ts'
import { ofTheNetwork } from '../emergency-response/offline/room.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { scene } from '../enforcement-case/samples.ts'
import { quiet, signIn, type Visitor } from '../support/browser/browser.ts'
import { onDevice, openPhone, type Phone } from '../support/browser/phone.ts'
import { png } from '../support/browser/pictures.ts'
import { shot } from '../support/browser/shot.ts'
import { deep } from '../support/deep.ts'

const acts = '**/api/cases/*/acts'
const noteAct = 'note-on-the-spot'
let phone: Phone
let at: Visitor
let id = ''

beforeAll(async () => {
  phone = await openPhone('kecheng.inspector1')
  at = phone.at
  at.context.setDefaultTimeout(20_000)
  await settleCertificates(phone.product.db)
  const officer = await phone.product.person('kecheng.inspector1')
  const party = await phone.product.person('e001.principal')
  const { enterprise } = await party.get<{ enterprise: { id: string } }>('/api/me')
  id = (await officer.start('enforcement-case', { ...scene, enterprise: enterprise.id })).id
})
afterAll(() => phone?.close())

/** What one test leaves behind is not what the next one finds. */
beforeEach(async () => {
  await at.context.setOffline(false)
  for (const route of ['**/api/uploads', acts]) await at.page.unroute(route)
  await onStore('outbox', 'readwrite', 'clear')
  await openNotes()
})

/** One call of a store of this device; answers what it comes to. */
const onStore = (store: string, mode: IDBTransactionMode, call: 'clear' | 'getAllKeys') =>
  at.page.evaluate(
    (asked) =>
      new Promise<string[]>((resolve, reject) => {
        const request = indexedDB.open('anjian')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const working = request.result.transaction(asked.store, asked.mode)
          const answer = working.objectStore(asked.store)[asked.call]()
          working.oncomplete = () => {
            request.result.close()
            resolve((answer.result ?? []).map(String))
          }
        }
      }),
    { store, mode, call },
  )
/** Whose answers are kept. */
const keptOf = async () =>
  (await onStore('answers', 'readonly', 'getAllKeys')).map((key) => key.split('|')[0])

/** As if everything that was read had been read so long ago. */
const age = (days: number) =>
  at.page.evaluate(
    (ms) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('anjian')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const writing = request.result.transaction('answers', 'readwrite')
          writing.objectStore('answers').openCursor().onsuccess = ({ target }) => {
            const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result
            if (!cursor) return
            cursor.update({ ...cursor.value, at: cursor.value.at - ms })
            cursor.continue()
          }
          writing.oncomplete = () => {
            request.result.close()
            resolve()
          }
        }
      }),
    days * 86_400_000,
  )

const openNotes = async () => {
  await at.page.goto(`/case/${id}/act/${noteAct}`)
  await at.page.getByRole('heading', { name: '现场情况' }).waitFor()
}
const arrives = (left = 0) =>
  expect.poll(() => onDevice(at.page), { timeout: 60_000 }).toMatchObject({ outbox: left })
const notes = async () => (await factsOf(phone.product, id, noteAct)).map(({ data }) => data)
const pictures = (count: number) =>
  Array.from({ length: count }, (_, nth) => ({
    name: `现场${nth}.png`,
    mimeType: 'image/png',
    buffer: png(20 + nth, 20),
  }))

test('a button tapped twice keeps one note, and what is typed meanwhile stays', async () => {
  const { page, context } = at
  await context.setOffline(true)
  const text = page.getByLabel('说明：现场情况', { exact: true })
  await text.fill('三名员工未戴安全帽')
  await page.getByRole('button', { name: '保存说明' }).dblclick()
  await page.locator('.field-said', { hasText: '三名员工未戴安全帽' }).first().waitFor()
  await expect.poll(() => text.inputValue()).toBe('')
  expect(await onDevice(page)).toMatchObject({ outbox: 1, drafts: 0 })
  await context.setOffline(false)
  await arrives()
  expect(await notes()).toHaveLength(1)
}, 120_000)

test.runIf(deep)(
  'more photographs than one note takes are several notes, and all of them arrive',
  async () => {
    const { page } = at
    await page.getByLabel('选照片：现场情况', { exact: true }).setInputFiles(pictures(21))
    await page.locator('.field-photo').nth(20).waitFor()
    await arrives()
    const sent = (await notes()).flatMap(({ photos }) => (photos ? [photos as string[]] : []))
    expect(sent.map(({ length }) => length)).toEqual([20, 1])
  },
  180_000,
)

test('a server that falls while a photograph is sent has refused nothing: it is sent again by itself', async () => {
  const { page } = at
  const falls = [502, 429]
  await page.route('**/api/uploads', (route) => {
    const status = falls.shift()
    return status
      ? route.fulfill({ status, contentType: 'text/html', body: 'away' })
      : route.continue()
  })
  const before = (await notes()).length
  await page.getByLabel('拍照：现场情况', { exact: true }).setInputFiles(pictures(1))
  await expect.poll(() => falls.length, { timeout: 90_000 }).toBe(0)
  await arrives()
  expect(await notes()).toHaveLength(before + 1)
}, 180_000)

test.runIf(deep)(
  'a photograph that the server stumbles over again and again holds up no other note',
  async () => {
    const { page } = at
    const before = (await notes()).length
    await page.route('**/api/uploads', (route) =>
      route.fulfill({ status: 500, contentType: 'text/html', body: 'away' }),
    )
    await page.getByLabel('拍照：现场情况', { exact: true }).setInputFiles(pictures(1))
    await page.getByText('待发送 1 条，照片 1 张').waitFor()
    await page.getByLabel('说明：现场情况', { exact: true }).fill('照片之后写的话')
    await page.getByRole('button', { name: '保存说明' }).click()
    await arrives(1)
    expect((await notes()).slice(before)).toMatchObject([{ note: '照片之后写的话' }])
    await page.unroute('**/api/uploads')
    await arrives()
    expect(await notes()).toHaveLength(before + 2)
  },
  180_000,
)

test.runIf(deep)(
  'a photograph over whose connection nothing moves any more is sent again by itself',
  async () => {
    const { page } = at
    const before = (await notes()).length
    await page.clock.install()
    let dead = 0
    const pieces = '**/api/uploads/*'
    await page.route(pieces, (route) => {
      dead += 1
      return dead === 1 ? undefined : route.continue()
    })
    await page.getByLabel('拍照：现场情况', { exact: true }).setInputFiles(pictures(1))
    await expect.poll(() => dead).toBe(1)
    await page.clock.fastForward(100_000)
    await arrives()
    await page.unroute(pieces)
    expect((await notes()).slice(before)).toMatchObject([{ photos: [expect.any(String)] }])
  },
  120_000,
)

test.runIf(deep)(
  'of several photographs one that cannot be read is named, and the others are kept',
  async () => {
    const { page } = at
    const before = (await notes()).length
    await page.evaluate(() => {
      const slice = File.prototype.slice
      File.prototype.slice = function (...parts) {
        if (this.name === '现场1.png') throw new DOMException('gone', 'NotReadableError')
        return slice.apply(this, parts)
      }
    })
    await page.getByLabel('选照片：现场情况', { exact: true }).setInputFiles(pictures(3))
    await page.getByText('现场1.png 读不出，没有保存').waitFor()
    await clean(page)
    await shot(page, 'fat-fingers/unread-photo-zh')
    await arrives()
    const [kept] = (await notes()).slice(before)
    expect(kept?.photos).toHaveLength(2)
  },
  120_000,
)

test.runIf(deep)(
  'a refused note that is sent again with two taps is one note',
  async () => {
    const { page, context } = at
    const before = (await notes()).length
    await page.route(acts, (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/problem+json',
        body: JSON.stringify({ code: 'not-possible-now', title: { zh: '不行', en: 'No' } }),
      }),
    )
    await page.getByLabel('说明：现场情况', { exact: true }).fill('再说一次')
    await page.getByRole('button', { name: '保存说明' }).click()
    await page.getByText('未被接受 1 条').waitFor()
    await page.unroute(acts)
    await context.setOffline(true)
    await page.goto('/me')
    await page.locator('.outbox-entry.refused').waitFor()
    await page.getByRole('button', { name: '按原文发送' }).dblclick()
    await page.locator('.outbox-entry.waiting').first().waitFor()
    expect(await onDevice(page)).toMatchObject({ outbox: 1 })
    await context.setOffline(false)
    await arrives()
    expect(await notes()).toHaveLength(before + 1)
  },
  120_000,
)

test('a phone that was without network for more than a week opens for nobody what it had read', async () => {
  const { page, context } = at
  const seen = page.locator('.field-said', { hasText: '三名员工未戴安全帽' }).first()
  await seen.waitFor()
  await context.setOffline(true)
  await age(6)
  await page.reload()
  await seen.waitFor()
  await age(2)
  await page.reload()
  await page.getByRole('alert').first().waitFor()
  await expect.poll(() => page.locator('body').innerText()).not.toContain('三名员工未戴安全帽')
  await context.setOffline(false)
}, 120_000)

test('whoever comes after a session that has ended finds no answers of the one before, and is asked for his place himself', async () => {
  const { page, context } = at
  await context.grantPermissions(['geolocation'])
  await page.getByLabel(/记录位置/).check()
  const { id: before } = await (await phone.product.person('kecheng.inspector1')).get<{
    id: string
  }>('/api/me')
  expect(await keptOf()).toContain(before)
  await context.clearCookies()
  await page.goto('/')
  await page.waitForURL(/sign-in/)
  await signIn(at, 'kecheng.inspector2')
  await openNotes()
  await expect.poll(keptOf).not.toContain(before)
  await expect.poll(() => page.getByLabel(/记录位置/).isChecked()).toBe(false)
}, 120_000)

test('notes that the browser does not give back are not said to be delivered, and stay when their author signs out', async () => {
  const { page, context } = at
  await page.getByText('全部已送达').waitFor()
  await context.setOffline(true)
  await page.getByLabel('说明：现场情况', { exact: true }).fill('还没有送达')
  await page.getByRole('button', { name: '保存说明' }).click()
  await page.getByText('待发送 1 条').first().waitFor()
  await page.addInitScript(() => {
    const all = IDBObjectStore.prototype.getAll
    IDBObjectStore.prototype.getAll = function (...parts) {
      if (this.name === 'outbox') throw new DOMException('a file is gone', 'UnknownError')
      return all.apply(this, parts)
    }
  })
  await page.reload()
  await page.getByText('本机条目读不出').waitFor()
  expect(await page.getByText('全部已送达').count()).toBe(0)
  await clean(page)
  await shot(page, 'fat-fingers/unreadable-zh')
  await page.getByRole('button', { name: '退出', exact: true }).click()
  await page.waitForURL(/sign-in/)
  expect(await onDevice(page)).toMatchObject({ outbox: 1 })
  const played = /status of (401|409|429|500|502)/
  at.errors = at.errors.filter((error) => !ofTheNetwork.test(error) && !played.test(error))
  quiet(at)
}, 120_000)
