// Is it decided for each protocol how the loss of a link shows, and is it seen in time?
import { expect, test } from 'vitest'
import { feedLeaseMs } from '../../../db/schema/devices/devices.ts'
import { deadPeerMs, linkKindOf, linkKinds } from '../../../devices/connections/links.ts'
import { keepAliveCountOf } from '../../../devices/opcua/subscriptions.ts'
import { usualPatience } from '../../../devices/opcua/watchdog.ts'
import { drivers } from '../../../devices/protocols/drivers.ts'
import { brokerKeepAliveSeconds } from '../../../devices/push/mqtt.ts'

test('each protocol has its kind of link; one that nobody has decided on is taken for kept', () => {
  const known = new Set([...drivers.map((make) => make().protocol), 'mqtt', 'push', 'opc-ua'])
  expect(Object.keys(linkKinds).toSorted()).toEqual([...known].toSorted())
  expect(['hj212', 'gb26875', 'jt809', 'sl651', 'of tomorrow'].map(linkKindOf)).toEqual([
    'persistent',
    'persistent',
    'persistent',
    'brief',
    'persistent',
  ])
})

test('no way of losing a link takes longer to be seen than leaves the desk its five seconds of thirty', () => {
  const plantMs = 3 * keepAliveCountOf(1_000) * 1_000 + usualPatience.reachedMs
  for (const ms of [deadPeerMs, feedLeaseMs, brokerKeepAliveSeconds * 1_500, plantMs])
    expect(ms).toBeLessThanOrEqual(25_000 - 1_500)
  expect([50, 1_000, 5_000, 60_000].map(keepAliveCountOf)).toEqual([10, 5, 1, 1])
})
