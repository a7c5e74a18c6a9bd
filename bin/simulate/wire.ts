// How does a made-up device reach the system, through a real socket?
import { connect, type Socket } from 'node:net'
import type { Simulated } from '../../devices/frames/simulated.ts'

export type Wire = {
  /** Whether it has ever been connected; rejects when nobody listens and it does not wait. */
  up: Promise<void>
  connected: () => boolean
  sent: () => number
  received: () => number
  close: () => void
}

/** `from`: the address of our own that it calls from. */
type Options = {
  host: string
  port: number
  wait: boolean
  from?: string
  tickMs?: number
  againMs?: number
}

/** Dials, plays, and dials again when the connection breaks; `wait`: also when nobody has listened yet. */
export const openWire = (
  end: Simulated,
  { host, port, wait, from, tickMs = 1_000, againMs = 3_000 }: Options,
): Wire => {
  let socket: Socket | undefined
  let timer: NodeJS.Timeout | undefined
  let [open, closed, ever, sent, received] = [false, false, false, 0, 0]
  let settle: { resolve: () => void; reject: (error: Error) => void } | undefined
  const up = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject }
  })
  const send = (frames: Uint8Array[]): void => {
    for (const frame of frames) socket?.write(frame)
    sent += frames.length
  }
  const dial = (): void => {
    socket = connect({ port, host, ...(from === undefined ? {} : { localAddress: from }) })
    socket.setNoDelay(true)
    socket
      .on('connect', () => {
        open = true
        ever = true
        settle?.resolve()
        send(end.open(new Date()))
      })
      .on('data', (bytes) => {
        received += bytes.length
        send(end.receive(Uint8Array.from(bytes), new Date()))
      })
      .on('error', (error) => {
        if (!ever && !wait) settle?.reject(error)
      })
      .on('close', () => {
        open = false
        if (!closed && (ever || wait)) timer = setTimeout(dial, againMs)
      })
  }
  dial()
  const ticking = setInterval(() => open && send(end.tick(new Date())), tickMs)
  return {
    up,
    connected: () => open,
    sent: () => sent,
    received: () => received,
    close: () => {
      closed = true
      clearInterval(ticking)
      clearTimeout(timer)
      socket?.destroy()
      settle?.resolve()
    },
  }
}
