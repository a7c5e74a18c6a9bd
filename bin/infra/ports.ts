// Which port does an embedded server use: the one of last time if it is still free, else another free one?
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'

/** A free port on the loopback address, remembered under `folder/run` by name. */
export async function keptPort(folder: string, name: string): Promise<number> {
  const file = join(folder, 'run', `${name}.port`)
  const before = readPort(file)
  if (before !== undefined && (await isFree(before))) return before
  const port = await freePort()
  mkdirSync(join(folder, 'run'), { recursive: true })
  writeFileSync(file, String(port))
  return port
}

/** Below those that systems give to outgoing connections, so that none of them takes it before its server listens. */
const [FIRST, LAST] = [20_000, 32_000]

/** Any port that is free now. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST))
    if (await isFree(port)) return port
  }
  return listenOnce(0)
}

/** Can somebody listen on this port? */
export async function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return listenOnce(port, host).then(
    () => true,
    () => false,
  )
}

/** Does somebody listen on this port of the loopback address? */
export function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
}

function readPort(file: string): number | undefined {
  try {
    const port = Number(readFileSync(file, 'utf8'))
    return port > 0 && port < 65536 ? port : undefined
  } catch {
    return undefined
  }
}

function listenOnce(port: number, host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, host, () => {
      const { port: got } = server.address() as { port: number }
      server.close(() => resolve(got))
    })
  })
}
