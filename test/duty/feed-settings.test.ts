// Are the settings of a feed those that its protocol reads?
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { drivers } from '../../devices/protocols/drivers.ts'
import {
  asPrivateKey,
  feedFaults,
  feedProtocols,
  mappingNames,
  senderKeyOf,
} from '../../domain/duty/feed-settings.ts'

const root = join(import.meta.dirname, '../..')

test('every protocol that is listened for can be enrolled, and every mapping file be named', () => {
  const listened = Object.entries(feedProtocols).flatMap(([name, { way }]) =>
    way === 'listens' ? [name] : [],
  )
  expect(new Set(drivers.map((make) => make().protocol))).toEqual(new Set(listened))
  expect(readdirSync(join(root, 'devices/push/mappings')).sort()).toEqual(
    mappingNames.map((name) => `${name}.json`),
  )
})

describe('a plant that wants our certificate', () => {
  const certificate = '-----BEGIN CERTIFICATE-----\nTUlJ\n-----END CERTIFICATE-----'
  const said = {
    protocol: 'opc-ua',
    port: null,
    settings: { url: 'opc.tcp://10.0.0.1', certificate },
    secretStands: false,
    synthetic: false,
  }
  const key =
    '-----BEGIN PRIVATE KEY----- TUlJRXZRSUJBREFOQmdrcWhraUc5dzBCQVFFRkFBU0NCS2N3Z2dTakFnRUFBb0lCQVFD TUlJ -----END PRIVATE KEY-----'
  test('is given it with its key, whose lines a field has lost', () => {
    expect(feedFaults({ ...said, secret: key })).toEqual([])
    expect(
      asPrivateKey(key)
        ?.split('\n')
        .map((line) => line.length),
    ).toEqual([27, 64, 8, 25, 0])
    expect(feedFaults({ ...said, secret: 'no key' }).map(({ en }) => en)).toEqual([
      expect.stringContaining('private key'),
    ])
    expect(feedFaults({ ...said, secret: null })).toHaveLength(1)
    expect(feedFaults({ ...said, secret: null, secretStands: true })).toEqual([])
  })
  test('has a device that stands for it', () => {
    expect(
      ['opc-ua', 'mqtt', 'hj212'].map((protocol) => senderKeyOf('park', protocol, { plant: 'P1' })),
    ).toEqual(['P1', 'park', null])
  })
})
