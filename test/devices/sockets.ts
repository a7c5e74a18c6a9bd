// How does a test send bytes through a real socket, in one piece or byte by byte, and what is answered?
import { createSocket } from 'node:dgram'
import { connect } from 'node:net'

export type Wire = {
  /** Resolves when the other side could read it by itself. */
  send: (bytes: Uint8Array) => Promise<void>
  received: () => Uint8Array
  /** The other side has ended it. */
  closed: () => boolean
  close: () => void
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export const dialTcp = async (port: number): Promise<Wire> => {
  const received: Uint8Array[] = []
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  socket.on('data', (bytes) => received.push(bytes)).on('error', () => undefined)
  const send = async (bytes: Uint8Array): Promise<void> => {
    await new Promise((resolve) => socket.write(bytes, resolve))
    await turn()
  }
  return {
    send,
    received: () => Buffer.concat(received),
    closed: () => socket.closed,
    close: () => socket.destroy(),
  }
}

export const dialUdp = async (port: number): Promise<Wire> => {
  const received: Uint8Array[] = []
  const socket = createSocket('udp4').on('message', (bytes) => received.push(bytes))
  await new Promise<void>((resolve) => socket.connect(port, '127.0.0.1', resolve))
  const send = (bytes: Uint8Array): Promise<void> =>
    new Promise((resolve) => socket.send(bytes, () => resolve()))
  return {
    send,
    received: () => Buffer.concat(received),
    closed: () => false,
    close: () => socket.close(),
  }
}

/** One byte after the other. */
export const trickle = async (wire: Wire, bytes: Uint8Array): Promise<void> => {
  for (const byte of bytes) await wire.send(Uint8Array.of(byte))
}
