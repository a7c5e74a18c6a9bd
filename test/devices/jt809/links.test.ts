// Who may sign in, what is answered, and when does a link end?
import { expect, test } from 'vitest'
import type { Session, SessionOutput } from '../../../devices/frames/protocol.ts'
import { driverOfJt809 } from '../../../devices/protocols/jt809/session.ts'
import { CENTRE, Lower, later, NOW, peerDevice, reasons, replies } from './lower.ts'

const result = (output: SessionOutput, version: '2011' | '2019' = '2011') =>
  replies(output, version)[0]?.values.result

test.each(['2011', '2019'] as const)(
  'signing in (%s): accepted, with the check code, and the device is named',
  (version) => {
    const output = new Lower(peerDevice({}, { version })).signIn()
    expect(replies(output, version)).toMatchObject([
      { type: 0x1002, values: { result: 0, verify: 4242 } },
    ])
    expect(output).toMatchObject({
      device: String(CENTRE),
      faults: [],
      observations: [{ kind: 'sign', sign: 'signed-in' }],
    })
    expect(output.close).toBeUndefined()
  },
)

test('signing in, encrypted: the answer is encrypted too', () => {
  const output = new Lower().signIn({}, NOW, { encrypted: 1, key: 15241 })
  expect(output.replies[0]?.[18]).toBe(1)
  expect(result(output)).toBe(0)
})

test.each([
  [1, 'wrong address', () => new Lower(peerDevice(), { from: '10.9.9.9' }).signIn()],
  [
    2,
    'wrong access code',
    () => new Lower(peerDevice({}, { version: '2019' })).signIn({ centre: 5 }),
  ],
  [3, 'wrong user', () => new Lower().signIn({ user: 8 })],
  [4, 'wrong password', () => new Lower().signIn({ password: 'wrong' })],
  [6, 'no request to sign in', () => new Lower().send(0x1001, { data: new Uint8Array(3) })],
] as const)('signing in is refused with %i: %s', (code, _, sign) => {
  const output = sign()
  expect(result(output, code === 2 ? '2019' : '2011')).toBe(code)
  expect(reasons(output)).toEqual([`refused-${code}`])
  expect(output.device).toBeUndefined()
  // A password is never kept for people to look at.
  expect(output.faults[0]?.bytes).toHaveLength(0)
})

test('signing in is refused with 5 when too many others are', () => {
  const house = driverOfJt809({ most: 1, verify: () => 1 })
  const other = peerDevice({ key: '99', hosts: [] }, { user: 9 })
  const first = new Lower(peerDevice(), { house, known: [other] })
  first.signIn()
  const second = new Lower(peerDevice(), { house, beside: first })
  expect(result(second.signIn({ user: 9 }, NOW, { centre: 99 }))).toBe(5)
  // The first has gone without a word: three minutes later its place is free.
  expect(result(second.signIn({ user: 9 }, later(200), { centre: 99 }))).toBe(0)
})

test('an address over IPv6 is the same address', () => {
  expect(result(new Lower(peerDevice(), { from: '::ffff:10.1.1.1' }).signIn())).toBe(0)
})

test('a platform that the registry does not know hears nothing', () => {
  const output = new Lower().signIn({}, NOW, { centre: 12 })
  expect(output.replies).toEqual([])
  expect(reasons(output)).toEqual(['unknown-peer'])
})

test('three refusals close the connection', () => {
  const lower = new Lower()
  expect(lower.signIn({ password: 'a' }).close).toBeUndefined()
  expect(lower.signIn({ password: 'b' }).close).toBeUndefined()
  const third = lower.signIn({ password: 'c' })
  expect(third.close).toContain('refused three times')
  expect(result(third)).toBe(4)
})

test('before signing in nothing is received, and nothing is answered', () => {
  const lower = new Lower()
  const output = lower.position(NOW)
  expect(output).toMatchObject({ observations: [], replies: [] })
  expect(reasons(output)).toEqual(['not-signed-in'])
  expect(lower.send(0x1005, {}).replies).toEqual([])
})

test('another access code on the link of a peer is not received', () => {
  const lower = new Lower()
  lower.signIn()
  const output = lower.send(0x1005, {}, NOW, { centre: 9 })
  expect(output.replies).toEqual([])
  expect(reasons(output)).toEqual(['wrong-centre'])
})

test('signing out is answered, and the link closes', () => {
  const lower = new Lower()
  lower.signIn()
  const output = lower.send(0x1003, { values: { user: 7, password: 'abc12345' } })
  expect(replies(output)).toMatchObject([{ type: 0x1004 }])
  expect(output).toMatchObject({
    observations: [{ sign: 'signed-out' }],
    close: expect.stringContaining('signed out'),
  })
})

test('keep-alives are answered; a main link without a word for three minutes is dead', () => {
  const lower = new Lower()
  lower.signIn()
  expect(replies(lower.send(0x1005, {}, later(60)))).toMatchObject([{ type: 0x1006 }])
  // The same number again, as some senders do: it is answered again.
  lower.sn -= 1
  expect(replies(lower.send(0x1005, {}, later(120)))).toMatchObject([{ type: 0x1006 }])
  expect(lower.session.tick(later(299)).close).toBeUndefined()
  expect(lower.session.tick(later(301))).toMatchObject({
    close: expect.stringContaining('three minutes'),
    observations: [{ sign: 'signed-out' }],
  })
})

test.each([
  [0x1007, 'main-link-cut'],
  [0x1008, 'peer-closing'],
])('%i is told as a sign', (type, sign) => {
  const lower = new Lower()
  lower.signIn()
  expect(lower.send(type, { values: { reason: 0 } })).toMatchObject({
    observations: [{ sign }],
    replies: [],
    faults: [],
  })
})

test('one main link for each peer: the newest', () => {
  const house = driverOfJt809({ verify: () => 1 })
  const old = new Lower(peerDevice(), { house })
  const young = new Lower(peerDevice(), { house, beside: old })
  old.signIn()
  young.signIn()
  expect(old.send(0x1005, {})).toMatchObject({
    replies: [],
    close: expect.stringContaining('newer'),
  })
  expect(replies(young.send(0x1005, {}))).toMatchObject([{ type: 0x1006 }])
})

const withSlave = { ip: '10.1.1.1', port: 8810 }
const dialled = (lower: Lower): Session => {
  const { dial } = lower.signIn(withSlave)
  expect(dial).toMatchObject({ host: '10.1.1.1', port: 8810 })
  return dial!.session
}
const onSlave = (
  lower: Lower,
  slave: Session,
  type: number,
  values: Record<string, number>,
  now = NOW,
): SessionOutput => slave.receive({ ok: true, frame: lower.frame(type, { values }) }, now)

test('the slave link is dialled with the check code, kept alive, and notified of how much came', () => {
  const lower = new Lower()
  const slave = dialled(lower)
  expect(replies(slave.open(NOW))).toMatchObject([{ type: 0x9001, values: { verify: 4242 } }])
  expect(onSlave(lower, slave, 0x9002, { result: 0 })).toMatchObject({ faults: [] })
  for (let second = 0; second <= 600; second += 5) {
    lower.send(0x1005, {}, later(second))
    lower.session.tick(later(second))
    onSlave(lower, slave, 0x9006, {}, later(second))
    if (second === 30) lower.position(later(second))
    const reply = replies(slave.tick(later(second)))
    expect(reply.some(({ type }) => type === 0x9005)).toBe(second > 0 && second % 60 === 0)
    const notice = reply.find(({ type }) => type === 0x9101)
    expect(notice?.values.count).toBe(second === 600 ? 1 : undefined)
  }
})

test('an address that the registry does not name is never dialled', () => {
  for (const ip of ['127.0.0.1', '169.254.169.254', 'postgres', '10.1.1.10']) {
    const output = new Lower().signIn({ ...withSlave, ip })
    expect(output.dial).toBeUndefined()
    expect(reasons(output)).toEqual(['slave-address'])
  }
  expect(new Lower(peerDevice({ hosts: [] })).signIn(withSlave).dial).toBeUndefined()
  expect(new Lower(peerDevice({}, { slave: false })).signIn(withSlave)).toMatchObject({
    faults: [],
  })
})

test('a slave link that falls is reported on the main link and dialled again after a minute', () => {
  const lower = new Lower()
  const slave = dialled(lower)
  slave.open(NOW)
  onSlave(lower, slave, 0x9002, { result: 0 })
  slave.tick(later(5))
  lower.send(0x1005, {}, later(60))
  expect(lower.session.tick(later(60)).dial).toBeUndefined()
  const again = lower.session.tick(later(66))
  expect(replies(again)).toMatchObject([{ type: 0x9007, values: { reason: 1 } }])
  expect(again.dial).toMatchObject({ host: '10.1.1.1' })
  expect(slave.tick(later(70)).close).toContain('newer')
})

test('a slave link that never answers is closed after three minutes; one that is refused, at once', () => {
  const lower = new Lower()
  const slave = dialled(lower)
  slave.open(NOW)
  lower.send(0x1005, {}, later(100))
  expect(slave.tick(later(170)).close).toBeUndefined()
  lower.send(0x1005, {}, later(180))
  expect(slave.tick(later(181)).close).toContain('three minutes')
  expect(onSlave(lower, dialled(new Lower()), 0x9002, { result: 1 }).close).toContain('refused')
})

test('without its main link the slave link signs out', () => {
  const lower = new Lower()
  const slave = dialled(lower)
  slave.open(NOW)
  onSlave(lower, slave, 0x9002, { result: 0 })
  lower.send(0x1003, { values: { user: 7, password: 'abc12345' } })
  const output = slave.tick(later(5))
  expect(replies(output)).toMatchObject([{ type: 0x9003, values: { verify: 4242 } }])
  expect(output.close).toBeDefined()
})

test('keep-alives and signing out from the other side of the slave link', () => {
  const lower = new Lower()
  const slave = dialled(lower)
  slave.open(NOW)
  expect(reasons(onSlave(lower, slave, 0x9005, {}))).toEqual(['not-signed-in'])
  onSlave(lower, slave, 0x9002, { result: 0 })
  expect(replies(onSlave(lower, slave, 0x9005, {}))).toMatchObject([{ type: 0x9006 }])
  expect(onSlave(lower, slave, 0x1008, { reason: 0 })).toMatchObject({
    observations: [{ sign: 'peer-closing' }],
  })
  expect(replies(onSlave(lower, slave, 0x9003, { verify: 4242 }))).toMatchObject([{ type: 0x9004 }])
})

test('bad frames: no answer; twenty in a minute, or one of more than 64 KB, close the connection', () => {
  const lower = new Lower()
  lower.signIn()
  const bad = Buffer.from('5b00000000000000000000000000000000000000000000000000005d', 'hex')
  for (let turn = 1; turn < 20; turn++)
    expect(lower.feed(bad)).toMatchObject({ replies: [], faults: [{ reason: 'bad-checksum' }] })
  expect(lower.feed(bad).close).toContain('too many')
  const other = new Lower()
  expect(
    other.feed(Buffer.concat([Uint8Array.of(0x5b), Buffer.alloc(65_600, 0x31)])).close,
  ).toContain('64 KB')
})

test('what may hold a password is not kept, even when it is damaged or comes under another name', () => {
  const lower = new Lower()
  const damaged = Buffer.from(
    lower.frame(0x1001, { values: { user: 7, password: 'abc12345', ip: '', port: 0 } }),
  )
  damaged[45] = 0x41
  const broken = lower.feed(damaged)
  expect(reasons(broken)).toEqual(['bad-checksum'])
  expect(broken.faults[0]?.bytes).toHaveLength(0)
  lower.signIn()
  const wrong = lower.send(0x1003, { values: { user: 7, password: 'abc12345' } }, NOW, {
    centre: 9,
  })
  expect(reasons(wrong)).toEqual(['wrong-centre'])
  expect(wrong.faults[0]?.bytes).toHaveLength(0)
})

test('two feeds with a peer of the same code do not hear each other', () => {
  const house = driverOfJt809({ verify: () => 1 })
  const one = new Lower(peerDevice(), { house })
  const other = new Lower(peerDevice(), { house })
  one.signIn()
  other.signIn()
  expect(replies(one.send(0x1005, {}))).toMatchObject([{ type: 0x1006 }])
})
