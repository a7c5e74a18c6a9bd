// Does whoever reloads a page get it, whatever stands in its address?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Deps } from '../../api/http/deps.ts'
import { createInterfaceRoutes } from '../../api/interface.ts'

const uiDir = mkdtempSync(join(tmpdir(), 'interface-'))
writeFileSync(join(uiDir, 'index.html'), '<title>anjian</title>')
afterAll(() => rmSync(uiDir, { recursive: true }))

const app = createInterfaceRoutes({ settings: { uiDir } as Deps['settings'], processes: {} })
const page = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
const statusOf = async (path: string, headers: Record<string, string>) =>
  (await app.onError((_, c) => c.text('', 404)).request(path, { headers })).status

test('the page of a person whose user name has a dot is a page', async () => {
  expect(await statusOf('/admin/people/p-changshan.chief', page)).toBe(200)
  expect(await statusOf('/admin/people', { accept: '*/*' })).toBe(200)
})

test('a file that is not there, and what is no page, are not', async () => {
  expect(await statusOf('/old.js', { accept: '*/*' })).toBe(404)
  expect(await statusOf('/assets/old-1234.js', page)).toBe(404)
  expect(await statusOf('/api/none', page)).toBe(404)
})
