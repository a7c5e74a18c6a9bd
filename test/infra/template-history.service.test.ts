// Can the present workflows go on with the histories that a new process brings along?
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from '@temporalio/worker'
import { expect, test } from 'vitest'
import { foundIn, marks } from '../replay/canaries.ts'
import { testBundle } from '../support/servers/stage.ts'

const folder = join(
  import.meta.dirname,
  '../../templates/process/test/replay/histories/example-matter@1',
)

test.each(globSync('*.json', { cwd: folder }))(
  '%s replays, and holds nothing that was written into a form',
  async (file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    await Worker.runReplayHistory(
      { workflowBundle: await testBundle() },
      JSON.parse(text),
      'case/recorded',
    )
    expect(foundIn(text, marks)).toEqual([])
  },
)
