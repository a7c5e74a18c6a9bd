// Does a thread that gives way keep its low priority to itself?
import { getPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'

const thread = `
  import { readlinkSync } from 'node:fs'
  import { constants, getPriority } from 'node:os'
  import { parentPort, workerData } from 'node:worker_threads'
  const { giveWay } = await import(workerData)
  giveWay()
  const own = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
  parentPort.postMessage(getPriority(own) - constants.priority.PRIORITY_BELOW_NORMAL)`

test.runIf(process.platform === 'linux')('its process goes on as before', async () => {
  const before = getPriority()
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(thread)}`), {
    workerData: new URL('../../bin/press/give-way.ts', import.meta.url).href,
  })
  const aboveLow = await new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  await worker.terminate()
  expect(aboveLow).toBe(0)
  expect(getPriority()).toBe(before)
})
