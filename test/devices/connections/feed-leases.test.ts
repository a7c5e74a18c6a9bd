// Is a feed opened that was paused while its line was waited for?
import { expect, test } from 'vitest'
import { createFeedLeases } from '../../../devices/connections/feed-leases.ts'

type Deps = Parameters<typeof createFeedLeases>[0]
type Feed = Parameters<ReturnType<typeof createFeedLeases>['dial']>[0]

const park = {
  id: 'park',
  protocol: 'dialled',
  port: null,
  settings: {},
  enabled: true,
  paused: null,
} as unknown as Feed

const waiting = (load = async (): Promise<void> => undefined) => {
  const lease = Promise.withResolvers<Awaited<ReturnType<Deps['take']>>>()
  const register = { feed: park }
  let released = 0
  const forgotten: string[] = []
  const leases = createFeedLeases({
    registry: { feed: () => register.feed },
    alarms: { load, forget: async () => undefined },
    clocks: {
      load: async () => undefined,
      keep: async () => undefined,
      forget: () => undefined,
      of: () => undefined,
    },
    links: { begin: async () => undefined },
    health: { settle: async () => undefined, forget: () => undefined },
    forget: (feed: string) => forgotten.push(feed),
    take: () => lease.promise,
    log: () => undefined,
    now: () => new Date(),
  } as unknown as Deps)
  const comes = () =>
    lease.resolve({
      feed: 'park',
      fence: 1,
      lost: new AbortController().signal,
      guard: async () => undefined,
      release: async () => {
        released += 1
      },
    })
  return {
    leases,
    comes,
    forgotten,
    released: () => released,
    becomes: (feed: Feed) => Object.assign(register, { feed }),
  }
}

test.each([
  ['paused', { ...park, paused: { by: 'p1', reason: '检修' } } as unknown as Feed, 0],
  ['as it was', park, 1],
])('one that is %s when the line comes', async (_, feed, opened) => {
  const { leases, comes, released, becomes } = waiting()
  let links = 0
  const dialled = leases.dial(park, () => {
    links += 1
    return { command: () => false, close: async () => undefined }
  })
  becomes(feed)
  comes()
  expect((await dialled) === null).toBe(opened === 0)
  expect([links, released(), leases.held('park')]).toEqual([opened, 1 - opened, opened === 1])
})

test('of a feed whose lease is released nothing is remembered: another process may receive what comes next', async () => {
  const { leases, comes, forgotten } = waiting()
  comes()
  await leases.dial(park, () => ({ command: () => false, close: async () => undefined }))
  expect(forgotten).toEqual([])
  await leases.release('park')
  expect(forgotten).toEqual(['park'])
})

test('promise (alarms): what the desk has done about a feed that is taken over waits until what stands there is known', async () => {
  const read = Promise.withResolvers<void>()
  const { leases, comes } = waiting(() => read.promise)
  comes()
  const dialled = leases.dial(park, () => ({
    command: () => false,
    close: async () => undefined,
  }))
  await expect.poll(() => leases.held('park')).toBe(true)
  expect(leases.feeds()).toEqual([])
  read.resolve()
  await dialled
  expect(leases.feeds()).toEqual(['park'])
})
