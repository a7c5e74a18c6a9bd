// How is a file judged in these tests, and what does an honest one look like?
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

export const folder = mkdtempSync(join(tmpdir(), 'anjian-hostile-'))
export const path = join(folder, 'incoming')
afterAll(() => rmSync(folder, { recursive: true, force: true }))
