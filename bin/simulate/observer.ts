// What has a made-up device said so far, understood as the centre understands it?
import { createDeviceClocks } from '../../devices/clocks/clocks.ts'
import type { Listening, RegisteredDevice } from '../../devices/frames/protocol.ts'
import type { Simulated } from '../../devices/frames/simulated.ts'
import type { Observation } from '../../devices/port/port.ts'
import { outfallPassword, platformSecret, water } from './city.ts'

/** What made-up devices show, by protocol. */
const passwords: Record<string, string> = {
  hj212: outfallPassword,
  sl651: water.password.toString(16),
  jt809: platformSecret.password,
}

type Ear = {
  listening: Listening
  dialect?: RegisteredDevice['dialect']
  hear: (one: Observation) => void
}

/** The same device; whatever it sends is heard on the side, by somebody who knows everybody and stores nothing. */
export const overheard = (end: Simulated, { listening, dialect = {}, hear }: Ear): Simulated => {
  const registry = {
    device: (key: string) => ({
      key,
      name: key,
      dialect,
      secret: passwords[listening.protocol] ?? null,
      hosts: [],
    }),
    clocks: createDeviceClocks(),
  }
  const talk = listening.converse(registry, { address: '127.0.0.1' })
  const framer = listening.framer()
  const noted = (frames: Uint8Array[], now: Date): Uint8Array[] => {
    for (const frame of frames)
      for (const piece of framer.push(frame))
        for (const one of talk.hear(piece, now).observations) hear(one)
    return frames
  }
  return {
    open: (now) => noted(end.open(now), now),
    hear: (bytes, now) => noted(end.hear(bytes, now), now),
    tick: (now) => noted(end.tick(now), now),
  }
}
