// What has a made-up device said so far, understood as the centre understands it?
import { createDeviceClocks } from '../../devices/clocks/clocks.ts'
import type { ProtocolDriver, RegisteredDevice } from '../../devices/frames/protocol.ts'
import type { Simulated } from '../../devices/frames/simulated.ts'
import type { Observation } from '../../devices/port/port.ts'
import { outfallPassword, platformSecret, water } from './city.ts'

/** What made-up devices show, by protocol. */
const passwords: Record<string, string> = {
  hj212: outfallPassword,
  sl651: water.password.toString(16),
  jt809: platformSecret.password,
}

type Observer = {
  driver: ProtocolDriver
  dialect?: RegisteredDevice['dialect']
  receive: (one: Observation) => void
}

/** The same device; whatever it sends is heard on the side, by somebody who knows everybody and stores nothing. */
export const withObserver = (
  end: Simulated,
  { driver, dialect = {}, receive }: Observer,
): Simulated => {
  const registry = {
    device: (key: string) => ({
      key,
      name: key,
      dialect,
      secret: passwords[driver.protocol] ?? null,
      hosts: [],
    }),
    clocks: createDeviceClocks(),
  }
  const session = driver.createSession(registry, { address: '127.0.0.1' })
  const framer = driver.framer()
  const noted = (frames: Uint8Array[], now: Date): Uint8Array[] => {
    for (const frame of frames)
      for (const result of framer.push(frame))
        for (const one of session.receive(result, now).observations) receive(one)
    return frames
  }
  return {
    open: (now) => noted(end.open(now), now),
    receive: (bytes, now) => noted(end.receive(bytes, now), now),
    tick: (now) => noted(end.tick(now), now),
  }
}
