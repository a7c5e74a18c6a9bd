// How fast is PostgreSQL behind the product's HTTP server on this machine when the product itself does nothing?
import { randomUUID } from 'node:crypto'
import { freePort } from '../bin/infra/ports.ts'
import { postOnce } from './http.ts'
import { abreast } from './loop.ts'
import { listening, type Stage } from './stage.ts'

export type Floor = Awaited<ReturnType<typeof openFloor>>

const body = { type: 'claim', data: { reason: '测量', findings: '现场核实情况属实' }, taskId: null }

/** Starts the floor's server, with as many rows as the product has cases under load. */
export const openFloor = async (stage: Stage, cases: number) => {
  const port = await freePort()
  const child = await stage.launch('floor', 'bench/floor-server.ts', {
    DATABASE_URL: stage.databaseUrl,
    PORT: String(port),
  })
  await listening(port)
  const ids = Array.from({ length: cases }, () => randomUUID())
  const step = async (id: string): Promise<number> => {
    const sent = performance.now()
    await postOnce(`http://127.0.0.1:${port}`, `/${id}`, body)
    return performance.now() - sent
  }
  await abreast(cases, 8, async (number) => void (await step(ids[number] as string)))
  return { ids, pid: child.pid, step, close: () => child.stop('SIGKILL') }
}
