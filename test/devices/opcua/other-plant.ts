// The plant of another maker (asyncua), which the tests kill and start again; what it holds outlives it.
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { pythonWith } from '../../support/servers/python.ts'
import { freePort } from './opcua-plants.ts'

const requirements = join(import.meta.dirname, 'asyncua.txt')
const script = join(import.meta.dirname, 'other-plant.py')

/** What it holds of its alarm; `calls`: the words of each acknowledgement that reached it. */
export type Held = {
  active: boolean
  acked: boolean
  comment: string | null
  calls: (string | null)[]
}

export const openOtherPlant = async () => {
  const { command, packages } = pythonWith(requirements)
  const folder = mkdtempSync(join(tmpdir(), 'anjian-asyncua-'))
  const port = await freePort()
  const kept = join(folder, 'held.json')
  let server: ChildProcessByStdio<Writable, Readable, null> | null = null
  const start = async (): Promise<void> => {
    // Its address space is read from the source once for each machine, and then from beside its packages.
    const given = [script, String(port), kept, join(packages, 'address-space')]
    const env = { ...process.env, PYTHONPATH: packages }
    const begun = spawn(command, given, { stdio: ['pipe', 'pipe', 'ignore'], env })
    server = begun
    begun.stdin.on('error', () => undefined)
    await new Promise<void>((resolve, reject) => {
      begun.stdout.once('data', () => resolve())
      begun.once('exit', (code) => reject(new Error(`it ended with ${code}`)))
    })
  }
  const kill = async (): Promise<void> => {
    const dead = server
    server = null
    if (!dead || dead.exitCode !== null) return
    const gone = new Promise((resolve) => dead.once('exit', resolve))
    dead.kill('SIGKILL')
    await gone
  }
  await start()
  return {
    port,
    folder,
    start,
    kill,
    send: (line: string): void => void server?.stdin.write(`${line}\n`),
    held: (): Held => {
      if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as Held
      return { active: false, acked: true, comment: null, calls: [] }
    },
    close: async (): Promise<void> => {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
