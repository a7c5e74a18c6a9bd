import { describe, expect, test } from 'vitest'
import { feeds } from '../../../db/schema/devices/devices.ts'
import { registryChanges } from '../../../db/schema/devices/duty.ts'
import { bodyHash } from '../../../domain/identity/commands.ts'
import { openSession as connected, device, frameOf } from '../../devices/hj212/session.ts'
import { heads, house, inUse, line, send, useSheetHouse } from './sheet-house.ts'

useSheetHouse()

describe('enrolment of a station with a password', () => {
  const MN = '010000A8900016F000169DC0'
  const now = new Date('2026-03-02T02:00:00Z')
  const enrol = (more: Record<string, string> = {}) =>
    send([line({ feed: 'stacks', deviceKey: MN, deviceName: '总排口', pointKey: '', ...more })])
  const faultsOf = async () => {
    const [row] = await inUse(MN)
    const { secret, hosts, dialect } = row!
    const withHearing = connected(
      [device({ key: MN, secret, hosts, dialect })],
      '10.0.0.9',
    ).receive(
      frameOf('DataTime=20260302095900;w01018-Rtd=9.1,w01018-Flag=N', { MN, PW: 'hushed' }),
      now,
    )
    return withHearing.faults.map(({ reason }) => reason)
  }
  test('promise (alarms): a station enrolled by page or sheet with its password is heard, and its password is never read back', async () => {
    await house.db
      .insert(feeds)
      .values({ id: 'stacks', protocol: 'hj212', name: '污染源', region: '330802' })
    await enrol()
    expect(await faultsOf()).toEqual(['password'])
    const quoted = (dialect: Record<string, unknown>) =>
      `"${JSON.stringify(dialect).replaceAll('"', '""')}"`
    const done = await enrol({
      secret: 'hushed',
      hosts: '10.0.0.9 10.0.0.8',
      dialect: quoted({ greets: false, telephone: '0570-3030303' }),
    })
    expect(done.body).toMatchObject({ applied: true, devices: { changed: 1 }, faults: [] })
    expect(await faultsOf()).toEqual([])
    await enrol({ dialect: quoted({ greets: false, sm4: 'hushed0123456789' }) })
    await enrol({ deviceName: '一号总排口', dialect: quoted({ version: '2017' }) })
    const stood = {
      secret: 'hushed',
      hosts: ['10.0.0.9', '10.0.0.8'],
      dialect: { version: '2017', sm4: 'hushed0123456789' },
    }
    expect(await inUse(MN)).toMatchObject([{ name: '一号总排口', ...stood }])
    expect((await inUse(MN))[0]?.dialect).toEqual(stood.dialect)
    await enrol({
      deviceName: '一号总排口',
      hosts: '*',
      dialect: quoted({ version: '2017', sm4: null }),
    })
    expect(await inUse(MN)).toMatchObject([
      { secret: 'hushed', hosts: [], dialect: { version: '2017' } },
    ])
    const bad = await enrol({ secret: 'hu shed', dialect: quoted({ sm4: 'hushed' }) })
    expect(bad.body).toMatchObject({ applied: false, faults: [{ line: 2 }, { line: 2 }] })
    const records = await house.db
      .select({ rows: registryChanges.rows, words: registryChanges.words })
      .from(registryChanges)
    expect(
      records
        .flatMap(({ rows }) => rows)
        .filter(({ after }) => (after as { newSecret?: true })?.newSecret),
    ).toHaveLength(3)
    const sheet = await house.send('/api/registry/sheet?format=csv&feed=stacks', {
      headers: { cookie: await house.signIn('hao') },
    })
    const seen = [await sheet.text(), records, bad.body, done.body]
    for (const path of ['/api/registry', '/api/registry/devices?feed=stacks'])
      seen.push((await house.as('hao', path)).body)
    expect(JSON.stringify(seen)).not.toContain('hushed')
    expect(seen[0]).toContain('"{""version"": ""2017""}"')
  })
  test('promise (secrecy): what the record keeps of a sheet with a password is of no help to whoever guesses the password', async () => {
    const sent = {
      format: 'csv',
      content: [
        heads,
        line({ feed: 'stacks', deviceKey: 'G1', secret: 'guessed', pointKey: '' }),
      ].join('\r\n'),
    }
    const whole = { ...sent, apply: true, reason: '建档' }
    expect((await house.as('hao', '/api/registry/sheet', { json: whole })).body.applied).toBe(true)
    const kept = (
      await house.db.select({ hash: registryChanges.bodyHash }).from(registryChanges)
    ).map(({ hash }) => hash)
    expect(kept).not.toContain(bodyHash(whole))
    expect(kept).not.toContain(bodyHash(`registry ${bodyHash(whole)}`))
  })
})
