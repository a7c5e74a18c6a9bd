// Does `npm start` come up, come back after a kill −9, and stop cleanly?
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { freePort } from '../../bin/infra/ports.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'anjian-start-'))
const port = await freePort()
const started: ChildProcess[] = []
afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 })
})

it('starts, refuses a second one on the same folder, survives kill −9, and stops without leaving anything', async () => {
  const first = start()
  await first.says(/Ctrl-C/)
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
  expect(await start().end).toBe(1)

  first.child.kill('SIGKILL')
  await first.end
  const second = start()
  await second.says(/Ctrl-C/)
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)

  second.child.kill('SIGINT')
  expect(await second.end).toBe(0)
  expect(readdirSync(join(folder, 'run')).filter((file) => /\.(pid|lock)$/.test(file))).toEqual([])
})

function start() {
  const { VITEST: _, NODE_ENV: __, ...outside } = process.env
  const env = { ...outside, ANJIAN_DATA: folder, PORT: String(port), ANJIAN_MODE: 'demo' }
  const child = spawn(process.execPath, [join(root, 'bin', 'start.ts')], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      output += text
    })
  const end = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const says = async (words: RegExp) => {
    while (!words.test(output) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 50))
    expect(output).toMatch(words)
  }
  return { child, end, says }
}
