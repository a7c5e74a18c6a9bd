// A wire between browser and server that a test can squeeze, cut and mend.
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export type Wire = Awaited<ReturnType<typeof openWire>>

/** Hands bytes on to `target`; `hold` lets only so many through on each connection, `cut` ends all and takes none. */
export const openWire = async (target: string) => {
  const port = Number(new URL(target).port)
  const sockets = new Set<Socket>()
  const state = { most: Number.POSITIVE_INFINITY, cut: false }
  const server = createServer((client) => {
    if (state.cut) return client.destroy()
    const upstream = connect(port, '127.0.0.1')
    let sent = 0
    const end = () => {
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', end)
      socket.on('close', () => {
        sockets.delete(socket)
        end()
      })
    }
    client.on('data', (bytes) => {
      sent += bytes.length
      if (sent <= state.most) upstream.write(bytes)
    })
    upstream.on('data', (bytes) => client.write(bytes))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const drop = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hold: (bytes: number) => {
      drop()
      state.most = bytes
    },
    cut: () => {
      state.cut = true
      drop()
    },
    mend: () => {
      state.cut = false
      state.most = Number.POSITIVE_INFINITY
      drop()
    },
    close: () => {
      drop()
      server.close()
    },
  }
}
