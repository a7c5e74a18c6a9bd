// Where does a file lie while it is judged?
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

export let folder: string
export let path: string

/** Called at the head of each file of tests, which gets one of its own. */
export const useQuarantineFolder = (): void => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'anjian-hostile-'))
    path = join(folder, 'incoming')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
}
