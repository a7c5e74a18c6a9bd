// Is a connection given up in time, and only then, when its session is not well or asks too much?
import { EventEmitter } from 'node:events'
import { afterEach, expect, it } from 'vitest'
import { type Sick, watch } from '../../../devices/opcua/watchdog.ts'

const patience = { reachedMs: 8_000, everMs: 60_000, share: { most: 1_500, seconds: 5 } }
const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

const watched = () => {
  const clock = { at: 0 }
  const sick: Sick[] = []
  const client = new EventEmitter()
  const dog = watch(
    client as never,
    patience,
    (why) => void sick.push(why),
    () => clock.at,
  )
  stops.push(dog.stop)
  const pass = (seconds: number) => {
    for (let n = 0; n < seconds * 2; n++) {
      clock.at += 500
      dog.look()
    }
  }
  const request = (name: string, n = 1) => {
    for (let k = 0; k < n; k++) client.emit('send_request', { schema: { name } })
  }
  const republished = (sequenceNumber: number) =>
    client.emit('receive_response', {
      schema: { name: 'RepublishResponse' },
      notificationMessage: { sequenceNumber },
    })
  return { client, dog, sick, clock, pass, request, republished }
}

it('promise (alarms): a plant that is reached and has no healthy session within ten seconds is dialled anew', () => {
  const { client, dog, sick, pass } = watched()
  dog.healthy(10_000)
  client.emit('connection_lost')
  pass(30)
  expect(sick).toEqual([])
  client.emit('after_reconnection')
  pass(7)
  expect(sick).toEqual([])
  pass(2)
  expect(sick).toEqual(['no-session'])
})

it('a session that is restored in time is left alone, a server that is away for long is dialled anew by and by', () => {
  const { client, dog, sick, pass } = watched()
  client.emit('connection_lost')
  client.emit('after_reconnection')
  pass(5)
  dog.healthy(10_000)
  for (let n = 0; n < 20; n++) {
    pass(10)
    dog.alive()
  }
  expect(sick).toEqual([])
  client.emit('connection_lost')
  pass(59)
  expect(sick).toEqual([])
  pass(2)
  expect(sick).toEqual(['no-session'])
})

it('a session that is well and publishes not even a sign of life is given up', () => {
  const { dog, sick, pass } = watched()
  dog.healthy(10_000)
  pass(37)
  expect(sick).toEqual([])
  pass(3)
  expect(sick).toEqual(['silent'])
})

it('promise (alarms): a link that asks hundreds of times a second, for whatever reason, is given up within seconds', () => {
  const { dog, sick, pass, request } = watched()
  dog.healthy(10_000)
  for (let second = 0; second < 5 && sick.length === 0; second++) {
    request('PublishRequest', 350)
    dog.alive()
    pass(1)
  }
  expect(sick).toEqual(['too-much'])
})

it('what is asked because the plant tells much is no reason, nor the usual publishing', () => {
  const { dog, sick, pass, request } = watched()
  dog.healthy(10_000)
  for (let second = 0; second < 60; second++) {
    request('ReadRequest', 500)
    request('TranslateBrowsePathsToNodeIdsRequest', 500)
    request('PublishRequest', 40)
    dog.alive()
    pass(1)
  }
  expect(sick).toEqual([])
})

it('messages that are published once more are taken; who answers with what was not asked for is given up at once', () => {
  const { sick, republished } = watched()
  for (let n = 1; n <= 1_000; n++) republished(n)
  expect(sick).toEqual([])
  for (let n = 0; n < 3; n++) republished(0)
  expect(sick).toEqual(['republish'])
})
