// A person with a phone before the whole product, with a wire between them that a test may cut.
import type { Browser, Page } from 'playwright-core'
import { inject } from 'vitest'
import { createDatabase } from '../servers/infra.ts'
import { openProduct } from '../servers/product.ts'
import { launch, open, signIn } from './browser.ts'
import { openWire } from './wire.ts'

export type Phone = Awaited<ReturnType<typeof openPhone>>

/** Signed in, with the shell of the interface kept by the browser. */
export const openPhone = async (username: string) => {
  const database = await createDatabase()
  const { temporalAddress, smtpUrl, mailDir } = inject('infra')
  const product = await openProduct(
    { databaseUrl: database.url, temporalAddress, smtpUrl, mailDir },
    '2026-03-02T01:00:00.000Z',
  )
  const wire = await openWire(product.base)
  const browser: Browser = await launch()
  const at = await open(browser, wire.base, { width: 'phone', keeps: true })
  at.context.setDefaultTimeout(40_000)
  await signIn(at, username)
  await shellKept(at.page)
  const close = async () => {
    await browser.close()
    wire.close()
    await product.close()
    await database.drop()
  }
  return { product, wire, at, close }
}

/** Waits until the browser keeps the interface for times without a network. */
export const shellKept = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) =>
        navigator.serviceWorker.addEventListener('controllerchange', resolve),
      )
  })

/** What the device still holds of anybody. */
export const onDevice = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<Record<string, number>>((resolve, reject) => {
        const request = indexedDB.open('anjian')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const names = ['drafts', 'photos', 'answers', 'outbox', 'recordings']
          const counts: Record<string, number> = {}
          const transaction = request.result.transaction(names)
          for (const name of names) {
            const count = transaction.objectStore(name).count()
            count.onsuccess = () => {
              counts[name] = count.result
            }
          }
          transaction.oncomplete = () => {
            request.result.close()
            resolve(counts)
          }
        }
      }),
  )

/** Nothing of anybody is left in that store. */
export const forgetOnDevice = (page: Page, store: string) =>
  page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('anjian')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const transaction = request.result.transaction([name], 'readwrite')
          transaction.objectStore(name).clear()
          transaction.oncomplete = () => {
            request.result.close()
            resolve()
          }
        }
      }),
    store,
  )
