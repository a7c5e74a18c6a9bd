// How does somebody with a browser stand before the real API of a house?
import { serve } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import type { House } from '../api/house.ts'
import { atRest } from '../support/browser/browser.ts'
import { desktop, openPage, type Size } from './browser-support.ts'

/** As the product does: whoever asks again after some seconds must not find the line just being hung up. */
const serverOptions = { keepAliveTimeout: 75_000 }

export type Served = { url: string }

/** The one address at which the houses of all files stand in turn: what a browser has loaded from it it need not load again. */
let standing: Promise<Served> | undefined
let visible: House['app']

/** Serves API and interface of the house. */
export const serveHouse = ({ app }: House): Promise<Served> => {
  visible = app
  standing ??= new Promise((resolve) => {
    const fetch = (request: Request, env: object) => visible.fetch(request, env)
    const input = { fetch, port: 0, hostname: '127.0.0.1', serverOptions }
    serve(input, ({ port }) => resolve({ url: `http://127.0.0.1:${port}` })).unref()
  })
  return standing
}

/** A page of the house at its address for somebody who is signed in. */
export const visitHouse = async (
  browser: Browser,
  { house, url, who, path }: { house: House; url: string; who: string; path: string },
  size: Size = desktop,
  language: 'zh' | 'en' = 'zh',
) => {
  const opened = await openPage(browser, size, language)
  const pairs = (await house.signIn(who)).split('; ').map((one) => one.split(/=(.*)/s))
  await opened.page
    .context()
    .addCookies(pairs.map(([name = '', value = '']) => ({ name, value, url })))
  await opened.page.goto(url + path)
  return opened
}

/** The same once its heading stands and nothing is being read any more. */
export const visitAtRest = async (...visit: Parameters<typeof visitHouse>) => {
  const opened = await visitHouse(...visit)
  await opened.page.waitForSelector('main h1')
  await atRest(opened.page)
  return opened
}
