// How is a lower platform asked, and who answers what it asks?
import { expect, test } from 'vitest'
import type { Session } from '../../../devices/frames/protocol.ts'
import type { Command, Condition } from '../../../devices/port/port.ts'
import { CENTRE, kind, LORRY, Lower, later, lorry, NOW, replies, signedIn } from './lower.ts'

const command = (more: Partial<Command>): Command => ({
  key: 'k1',
  feed: 'jt809',
  device: LORRY,
  verb: 'supervise',
  args: {},
  until: later(3600).toISOString(),
  ...more,
})

test('supervising an alarm: asked on the slave link, answered with an outcome', () => {
  const lower = new Lower()
  const { dial } = lower.signIn({ ip: '10.1.1.1', port: 8810 })
  const slave = dial!.session
  slave.open(NOW)
  slave.receive({ ok: true, frame: lower.frame(0x9002, { values: { result: 0 } }) }, NOW)
  const order = command({
    args: { type: '11', time: NOW.toISOString(), person: '王科长', phone: '0570-1' },
  })
  expect(lower.session.command!(order, NOW)).toMatchObject({ replies: [] })
  const [message, ...rest] = replies(slave.tick(later(1)))
  expect(message).toMatchObject({
    type: 0x9400,
    sub: 0x9401,
    vehicle: lorry,
    values: { type: 11, time: NOW.getTime() / 1000, person: '王科长' },
  })
  expect(rest).toEqual([])
  // The same order once more is not sent once more.
  expect(lower.session.command!(order, later(2)).replies).toEqual([])
  expect(slave.tick(later(3)).replies).toEqual([])
  const id = message!.values.id!
  const answered = lower.send(
    0x1400,
    { vehicle: lorry, sub: 0x1401, values: { id, result: 1 } },
    later(4),
  )
  expect(answered.answered).toEqual([{ key: 'k1', ok: true, words: '已处理完毕 dealt with' }])
  expect(kind(answered, 'document')).toMatchObject([
    { document: 'supervision', body: { result: 1 } },
  ])
  expect(
    lower.send(0x1400, { vehicle: lorry, sub: 0x1401, values: { id, result: 1 } }, later(5))
      .answered,
  ).toBeUndefined()
})

test('without a slave link the main link carries what is asked; "will not be dealt with" is no success', () => {
  const lower = signedIn()
  const [message] = replies(
    lower.session.command!(command({ args: { time: NOW.toISOString() } }), NOW),
  )
  const answered = lower.send(0x1400, {
    vehicle: lorry,
    sub: 0x1401,
    values: { id: message!.values.id!, result: 2 },
  })
  expect(answered.answered).toMatchObject([{ ok: false }])
})

test('asking for a waybill, and asking who is on duty', () => {
  const lower = signedIn()
  const session: Session = lower.session
  expect(
    replies(session.command!(command({ verb: 'query', args: { what: 'waybill' } }), NOW)),
  ).toMatchObject([{ type: 0x9200, sub: 0x920b, vehicle: lorry }])
  const waybill = lower.send(0x1200, { vehicle: lorry, sub: 0x120b, values: { text: '运单号：7' } })
  expect(waybill.answered).toMatchObject([{ key: 'k1', ok: true }])
  expect(kind(waybill, 'document')).toMatchObject([{ key: `${LORRY}/7` }])
  const [query] = replies(
    session.command!(
      command({ key: 'k2', device: String(CENTRE), verb: 'query', args: { text: '请应答' } }),
      NOW,
    ),
  )
  expect(query).toMatchObject({ type: 0x9300, sub: 0x9301, values: { text: '请应答' } })
  const duty = lower.send(0x1300, {
    sub: 0x1301,
    values: { objectType: 1, object: '', infoId: query!.values.infoId!, text: '在岗' },
  })
  expect(duty.answered).toEqual([{ key: 'k2', ok: true, words: '在岗' }])
})

test.each(['2011', '2019'] as const)(
  'a post query of the peer stands until somebody answers it (%s)',
  (version) => {
    const lower = signedIn({ version })
    const values = {
      objectType: 1,
      object: '330800',
      ...(version === '2019' ? { answerTime: 10 } : {}),
      infoId: 25,
      text: '谁在岗？',
    }
    const [question] = kind(lower.send(0x9300, { sub: 0x9301, values }), 'condition') as [Condition]
    expect(question).toMatchObject({
      device: String(CENTRE),
      condition: 'post-query',
      active: true,
      level: 2,
      text: '谁在岗？',
      limit: version === '2019' ? 10 : null,
    })
    const answer = command({
      verb: 'query',
      device: String(CENTRE),
      args: { event: question.event, answer: '值班员张三在岗', person: '张三', phone: '0570' },
    })
    const output = lower.session.command!(answer, later(60))
    expect(replies(output, version)).toMatchObject([
      { type: 0x1300, sub: 0x1301, values: { text: '值班员张三在岗' } },
    ])
    const [over] = kind(output, 'condition') as [Condition]
    expect(over).toMatchObject({ point: question.point, condition: 'post-query', active: false })
    expect(over.event).not.toBe(question.event)
    expect(output.answered).toMatchObject([{ key: 'k1', ok: true }])
    expect(lower.session.command!({ ...answer, key: 'k3' }, later(61)).answered).toMatchObject([
      { key: 'k3', ok: false },
    ])
  },
)

test('an alarm that the peer supervises stands until it is answered with an outcome', () => {
  const lower = signedIn()
  const values = {
    source: 3,
    type: 1,
    time: 1,
    id: 77,
    until: 2,
    level: 0,
    person: '',
    phone: '',
    mail: '',
  }
  const [question] = kind(
    lower.send(0x9400, { vehicle: lorry, sub: 0x9401, values }),
    'condition',
  ) as [Condition]
  expect(question).toMatchObject({ condition: 'supervised', active: true })
  expect(
    lower.session.command!(command({ args: { event: question.event, result: '9' } }), NOW).answered,
  ).toMatchObject([{ ok: false }])
  const output = lower.session.command!(
    command({ args: { event: question.event, result: '1' } }),
    NOW,
  )
  expect(replies(output)).toMatchObject([
    { type: 0x1400, sub: 0x1401, vehicle: lorry, values: { id: 77, result: 1 } },
  ])
})

test('two demands are two, each is answered by itself', () => {
  const lower = signedIn()
  const values = {
    source: 3,
    type: 1,
    time: 1,
    until: 2,
    level: 0,
    person: '',
    phone: '',
    mail: '',
  }
  const questions = [77, 78].flatMap((id) =>
    kind(
      lower.send(0x9400, { vehicle: lorry, sub: 0x9401, values: { ...values, id } }),
      'condition',
    ),
  )
  expect(questions.map(({ point }) => point)).toEqual(['platform/77', 'platform/78'])
  const output = lower.session.command!(
    command({ args: { event: questions[0]!.event, result: '1' } }),
    NOW,
  )
  expect(kind(output, 'condition')).toMatchObject([{ point: 'platform/77', active: false }])
})

test('commands that cannot be done are answered so', () => {
  const lower = new Lower()
  expect(lower.session.command!(command({}), NOW).answered).toMatchObject([{ ok: false }])
  lower.signIn()
  for (const wrong of [
    { verb: 'shelve' as const },
    { until: later(-1).toISOString() },
    { device: 'x' },
    { verb: 'query' as const },
  ]) {
    expect(lower.session.command!(command(wrong), NOW)).toMatchObject({
      replies: [],
      answered: [{ ok: false }],
    })
  }
})

test('an alarm that is kept here is supervised by its condition and its event', () => {
  const lower = signedIn()
  const args = {
    condition: 'route-deviation',
    point: 'terminal',
    event: `jt809/${LORRY}/bit23/on/${later(-60).toISOString()}`,
  }
  const [message] = replies(lower.session.command!(command({ args }), NOW))
  expect(message).toMatchObject({
    sub: 0x9401,
    vehicle: lorry,
    values: { type: 0x0b, time: later(-60).getTime() / 1000 },
  })
})
