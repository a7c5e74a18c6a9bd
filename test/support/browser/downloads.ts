// What does somebody hold in his hands who has pressed a link to a file?
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'

const folder = mkdtempSync(join(tmpdir(), 'anjian-downloads-'))

export const downloaded = async (link: Locator): Promise<Buffer> => {
  const [download] = await Promise.all([link.page().waitForEvent('download'), link.click()])
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  return readFileSync(path)
}
