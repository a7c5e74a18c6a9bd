// Does a wrong environment get a clear sentence, and production no demo switch?
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readEnv, readServiceEnv } from '../../bin/env.ts'
import { secretBits } from '../../bin/infra/secret.ts'

const folder = mkdtempSync(join(tmpdir(), 'anjian-env-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const demo = { ANJIAN_DATA: folder }
const production = {
  ANJIAN_MODE: 'production',
  ANJIAN_DATA: folder,
  DATABASE_URL: 'postgres://u:p@db/anjian',
  TEMPORAL_ADDRESS: 'temporal:7233',
  SMTP_URL: 'smtp://mail:587',
  MAIL_FROM: 'a@b.example',
  PUBLIC_URL: 'https://anjian.example/',
  ANJIAN_SECRET: '9f3c1be07a5d4286e1f0c7b95a38d64e',
}

describe('the environment', () => {
  it('needs nothing in a demo', () => {
    const env = readEnv(demo)
    expect(env).toMatchObject({
      mode: 'demo',
      port: 8300,
      host: '127.0.0.1',
      clockLab: false,
      noticeWindow: 600,
      urgentLane: 'both',
    })
    expect(env.publicUrl).toBe('http://localhost:8300')
    expect(env.pushPort).toBe(8390)
    expect(readEnv({ ...demo, PORT: '9000' }).pushPort).toBe(9090)
    expect(readEnv({ ...demo, PORT: '65500' }).pushPort).toBe(0)
    expect(readEnv({ ...demo, ANJIAN_PUSH_PORT: '7000' }).pushPort).toBe(7000)
  })

  it('makes the demo secret once, for its owner only', () => {
    expect(readEnv(demo).secret).toBe(readEnv(demo).secret)
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toHaveLength(64)
  })

  it('takes an empty value for none', () => {
    expect(readEnv({ ...demo, PORT: '', OIDC_ISSUER: '' })).toMatchObject({ port: 8300 })
  })

  it.each([
    ['PORT', '99999'],
    ['PORT', '80a'],
    ['DATABASE_URL', 'mysql://x'],
    ['TEMPORAL_ADDRESS', 'http://temporal'],
    ['SMTP_URL', 'mail'],
    ['PUBLIC_URL', 'anjian'],
    ['ANJIAN_CLOCK_LAB', 'yes'],
    ['ANJIAN_SIMULATORS', 'yes'],
    ['ANJIAN_NOTICE_WINDOW', '-1'],
    ['ANJIAN_URGENT_LANE', 'some'],
    ['ANJIAN_MODE', 'test'],
    ['LOG_LEVEL', 'loud'],
    ['ANJIAN_SECRET', 'short'],
  ])('refuses %s=%s by name', (name, value) => {
    expect(() => readEnv({ ...demo, [name]: value })).toThrow(name)
  })

  it('never repeats a URL that may hold a password', () => {
    expect(() => readEnv({ ...demo, DATABASE_URL: 'mysql://root:hunter2@db' })).toThrow(
      /^(?!.*hunter2)/,
    )
  })

  it('takes a base map whose address can end no rule of the policy of pages', () => {
    const tiles = 'https://t0.map.example/vec_w/wmts?z={z}&x={x}&y={y}&tk=k'
    expect(readEnv({ ...demo, ANJIAN_BASE_MAP: tiles }).baseMap).toBe(tiles)
    expect(readEnv(demo).baseMap).toBeUndefined()
    for (const wrong of [
      'https://map.example/{z}/{x}',
      'https://map.example/{z}/{x}/{y}/{y}',
      'ftp://map.example/{z}/{x}/{y}',
      'https://map.example; script-src *;/{z}/{x}/{y}',
      'https://user:word@map.example/{z}/{x}/{y}',
      'javascript:{z}{x}{y}',
    ])
      expect(() => readEnv({ ...demo, ANJIAN_BASE_MAP: wrong })).toThrow('ANJIAN_BASE_MAP')
  })
  it('wants the whole of OIDC or nothing', () => {
    expect(() => readEnv({ ...demo, OIDC_ISSUER: 'https://id.example' })).toThrow('OIDC_CLIENT_ID')
  })

  it('takes a complete production environment', () => {
    expect(readServiceEnv(production)).toMatchObject({
      mode: 'production',
      host: '0.0.0.0',
      publicUrl: 'https://anjian.example',
    })
  })

  it('lets simulators play to a demo only', () => {
    expect([
      readEnv(demo).simulators,
      readEnv({ ...demo, ANJIAN_SIMULATORS: '0' }).simulators,
    ]).toEqual([true, false])
    expect(readEnv({ ...production, ANJIAN_SIMULATORS: '1' }).simulators).toBe(false)
  })

  it.each(
    Object.keys(production).filter((name) => name !== 'ANJIAN_MODE' && name !== 'ANJIAN_DATA'),
  )('wants %s in production', (name) => {
    expect(() => readEnv({ ...production, [name]: undefined })).toThrow(name)
  })

  const visible = 'openssl rand'
  it.each([
    ['forty equal letters', 'a'.repeat(40)],
    ['one word over and over', 'anjian'.repeat(8)],
    ['the alphabet', 'abcdefghijklmnopqrstuvwxyz0123456789'],
    ['a pattern of sixteen signs over and over', '0f1e2d3c4b5a6978'.repeat(4)],
    ['two letters', 'ab'.repeat(30)],
  ])('promise (secrecy): production does not start with a secret of %s', (_, secret) => {
    expect(() => readEnv({ ...production, ANJIAN_SECRET: secret })).toThrow(visible)
    expect(readEnv({ ...demo, ANJIAN_SECRET: secret }).secret).toBe(secret)
  })

  it('takes whatever openssl makes, in hexadecimal digits or base64, of 16 bytes and more', () => {
    for (let n = 0; n < 200; n += 1)
      for (const form of ['hex', 'base64'] as const) {
        const secret = randomBytes(form === 'hex' ? 16 : 24).toString(form)
        expect(readEnv({ ...production, ANJIAN_SECRET: secret }).secret).toBe(secret)
      }
    // One in 65,000 of 16 bytes has so few different digits; neither is it refused.
    const poor = '8d3f88e3d8fd8a3df8e8d38f3ad8fe3d'
    expect(secretBits(poor)).toBeLessThan(90)
    expect(readEnv({ ...production, ANJIAN_SECRET: poor }).secret).toBe(poor)
  })

  it('promise (secrecy): production does not start with an address of plain http', () => {
    expect(() => readEnv({ ...production, PUBLIC_URL: 'http://anjian.example' })).toThrow(
      'PUBLIC_URL must be a URL that begins with https://',
    )
  })

  it.each([
    ['ANJIAN_CLOCK_LAB', '1'],
    ['MAILBOX_DIR', '/tmp/mails'],
  ])('refuses %s in production', (name, value) => {
    expect(() => readEnv({ ...production, [name]: value })).toThrow(name)
  })

  it('names what a service process lacks', () => {
    expect(() => readServiceEnv(demo)).toThrow('DATABASE_URL is not set')
  })
})

it('is read in one place: no entry point, no layer looks at it by itself', () => {
  const root = join(import.meta.dirname, '..', '..')
  const allowed = /^bin\/(env\.ts|infra\/)|^db\/migrate\.ts/
  const files = ['bin', 'domain', 'workflows', 'activities', 'db', 'api'].flatMap((layer) =>
    readdirSync(join(root, layer), { recursive: true }).map((name) => join(layer, String(name))),
  )
  const readers = files.filter((file) => file.endsWith('.ts') && !allowed.test(file))
  expect(
    readers.filter((file) => /process\.env[.[]/.test(readFileSync(join(root, file), 'utf8'))),
  ).toEqual([])
})
