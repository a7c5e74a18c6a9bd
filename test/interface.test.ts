// Do the app, its contract and its client name the same routes, and does every page ask through one door?
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createApp } from '../api/app.ts'
import type { Deps } from '../api/http/deps.ts'
import { contract } from '../contract/contract.ts'
import { contentOf, layered, root } from './tree.ts'

const settings = {
  publicUrl: 'http://localhost',
  filesDir: join(root, 'dist/no-files'),
  uiDir: root,
  chartsDir: root,
}
/** Whatever else the app is made of answers nothing: only its routes are looked at. */
const anything: unknown = new Proxy(() => undefined, {
  get: (_, key) => {
    if (key === Symbol.toPrimitive) return () => ''
    return key === Symbol.iterator ? [][Symbol.iterator] : anything
  },
  apply: () => anything,
  construct: () => anything as object,
})
const nothingBehind = new Proxy(
  {},
  { get: (_, key) => (key === 'settings' ? settings : anything) },
) as Deps

test('every page asks through the one door that keeps what was read', () => {
  expect(layered.filter((file) => /\buseQuery\b[^\n]*@tanstack/.test(contentOf(file)))).toEqual([
    'ui/reading/query.ts',
  ])
})

test('only the client of the interface names a path of the API, and it takes its types from the contract alone', () => {
  const paths = layered.filter(
    (file) =>
      file.startsWith('ui/') &&
      !file.startsWith('ui/client/') &&
      /['"`][^'"`\s]*\/api\//.test(contentOf(file)),
  )
  expect(paths).toEqual([])
  const client = layered.filter(
    (file) => file.startsWith('ui/client/') && !/\/(asking|client)\.ts$/.test(file),
  )
  expect(client.filter((file) => /\b(ask|addressOf|request)</.test(contentOf(file)))).toEqual([])
})

test('every route of the app is in the contract, and every route of the contract is in the app', () => {
  const routes = createApp(nothingBehind).routes.filter(
    ({ path, method }) => method !== 'ALL' && !path.includes('*'),
  )
  const known = new Set(
    routes.map(({ path, method }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`),
  )
  expect([...known].filter((route) => !(route in contract))).toEqual([])
  expect(Object.keys(contract).filter((route) => !known.has(route))).toEqual([])
})
