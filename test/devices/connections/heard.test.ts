// Of whose frames is a feed heard, so that it is not silent?
import { expect, test } from 'vitest'
import type { IngestDeps, Transport } from '../../../devices/connections/ingest-deps.ts'
import { createSessionRunner } from '../../../devices/connections/session-runner.ts'
import { createUnstored } from '../../../devices/connections/unstored.ts'
import type { ProtocolDriver, RegisteredDevice } from '../../../devices/frames/protocol.ts'
import { driverOfGb26875 } from '../../../devices/protocols/gb26875/session.ts'
import { driverOfHj212 } from '../../../devices/protocols/hj212/session.ts'
import { driverOfJt809 } from '../../../devices/protocols/jt809/session.ts'
import { rightClocks } from '../clocks/right.ts'
import { frame } from '../gb26875/centre.ts'
import { device, frameOf, NOW } from '../hj212/session.ts'

const framesHeard = async (
  driver: ProtocolDriver,
  parts: readonly Uint8Array[],
  { known = [], called = false }: { known?: RegisteredDevice[]; called?: boolean } = {},
): Promise<number> => {
  let frames = 0
  const deps = {
    feed: 'f',
    intake: async () => [],
    quarantine: { refuse: () => undefined, stranger: () => undefined },
    health: {
      frame: () => {
        frames += 1
      },
      fault: () => undefined,
      state: () => undefined,
      stored: () => undefined,
    },
    links: { lost: () => undefined, found: () => undefined },
    answered: () => undefined,
    now: () => NOW,
    storing: { againMs: 1, patienceMs: 0 },
    unstored: createUnstored(),
  } as unknown as IngestDeps
  const transport: Transport = {
    peer: '203.0.113.7',
    write: () => undefined,
    close: () => undefined,
    isOpen: () => true,
    knows: () => undefined,
    dial: () => undefined,
  }
  const registry = {
    device: (key: string) => known.find((one) => one.key === key),
    clocks: rightClocks(),
  }
  const session = driver.createSession(registry, { address: '203.0.113.7' })
  const runner = createSessionRunner(deps, transport, { framer: driver.framer(), session, called })
  await runner.open()
  for (const bytes of parts) await runner.bytes(bytes)
  return frames
}

const rubbish = Uint8Array.of(0x5b, 1, 2, 3, 0x5d)
const minute = 'DataTime=20260301081500;w01018-Rtd=40,w01018-Flag=N'

test.each([
  ['an MN that nobody has registered', driverOfHj212(), frameOf(minute, { MN: 'NOBODY' })],
  ['a station with a wrong password', driverOfHj212(), frameOf(minute, { PW: '999999' })],
  ['a source that nobody has registered', driverOfGb26875('tcp'), frame([])],
  ['three bytes between the marks of JT/T 809', driverOfJt809(), rubbish],
])('not of %s', async (_, driver, bytes) => {
  expect(await framesHeard(driver, [bytes], { known: [device()] })).toBe(0)
})

test('of a registered station, and of the line on which it has shown itself', async () => {
  const parts = [frameOf(minute), frameOf(minute, { MN: 'NOBODY' })]
  expect(await framesHeard(driverOfHj212(), parts, { known: [device()] })).toBe(2)
})

test('of one whom we have called ourselves', async () => {
  expect(await framesHeard(driverOfJt809(), [rubbish], { called: true })).toBe(1)
})
