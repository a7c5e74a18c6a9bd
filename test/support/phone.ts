// A person with a phone before the whole product, with a wire between them that a test may cut.
import type { Browser, Page } from 'playwright-core'
import { inject } from 'vitest'
import { launch, open, signIn } from './browser.ts'
import { createDatabase } from './infra.ts'
import { openProduct } from './product.ts'
import { openWire } from './wire.ts'

export type Phone = Awaited<ReturnType<typeof openPhone>>

let shared: ReturnType<typeof build> | undefined

/** Signed in at a telephone of his own, with the shell of the interface kept by its browser; the product behind it is one for all files. */
export const openPhone = async (username: string) => {
  shared ??= build()
  const { product, wire, browser } = await shared
  const at = await open(browser, wire.base, { width: 'phone', keeps: true })
  at.context.setDefaultTimeout(40_000)
  await signIn(at, username)
  await shellKept(at.page)
  return { product, wire, at, close: () => at.context.close() }
}

const build = async () => {
  const database = await createDatabase()
  const { temporalAddress, smtpUrl, mailDir } = inject('infra')
  const product = await openProduct({ databaseUrl: database.url, temporalAddress, smtpUrl, mailDir }, '2026-03-02T01:00:00.000Z')
  const browser: Browser = await launch()
  return { product, wire: await openWire(product.base), browser }
}

const shellKept = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve))
  })

/** What the device still holds of anybody. */
export const onDevice = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<Record<string, number>>((resolve, reject) => {
        const asked = indexedDB.open('anjian')
        asked.onerror = () => reject(asked.error)
        asked.onsuccess = () => {
          const names = ['drafts', 'photos', 'answers']
          const counts: Record<string, number> = {}
          const transaction = asked.result.transaction(names)
          for (const name of names) {
            const count = transaction.objectStore(name).count()
            count.onsuccess = () => {
              counts[name] = count.result
            }
          }
          transaction.oncomplete = () => {
            asked.result.close()
            resolve(counts)
          }
        }
      }),
  )
