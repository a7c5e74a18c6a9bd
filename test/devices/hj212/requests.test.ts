// What is a station asked, when again, and what is made of its answers?
import { describe, expect, it } from 'vitest'
import type { Command } from '../../../devices/port/port.ts'
import { beijing, device, frameOf, MN, openSession, replies, segments } from './session.ts'

const NOW = beijing('20260301081500')
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000)
const AREA = 'DataTime=20260301081500;w01018-Rtd=40.1,w01018-Flag=N'
const deviceCommand = (changes: Partial<Command> = {}): Command => ({
  key: 'c1',
  feed: 'hj212',
  device: MN,
  verb: 'set-clock',
  args: {},
  until: '2026-03-01T01:00:00.000Z',
  ...changes,
})
const numberOf = (segment = ''): string => /QN=(\d+)/.exec(segment)?.[1] ?? ''
const answer = (number: string, CN: string, area: string): Buffer =>
  frameOf(area, { QN: number, ST: '91', CN, Flag: '4' })

/** A connection on which the station has spoken. */
const openStation = (dialect: Record<string, unknown> = {}) => {
  const connection = openSession([device({ dialect: { greets: false, ...dialect } })])
  connection.receive(frameOf(AREA), NOW)
  const command = (changes: Partial<Command> = {}, now = NOW) => {
    const output = connection.session.command?.(deviceCommand(changes), now)
    if (!output) throw new Error('takes no commands')
    return output
  }
  return { ...connection, command }
}

describe('first connection', () => {
  it('1000, 1012, 1062, 1064 are asked, one after the other is answered', () => {
    const connection = openSession([device({ dialect: { rtdSeconds: 30, minMinutes: 5 } })])
    let output = connection.receive(frameOf(AREA), NOW)
    expect(replies(output)).toEqual(['9014', '1000'])
    const commands = [segments(output)[1] ?? '']
    for (const second of [1, 2, 3, 4]) {
      const number = numberOf(commands.at(-1))
      expect(replies(connection.receive(answer(number, '9011', 'QnRtn=1'), later(second)))).toEqual(
        [],
      )
      output = connection.receive(answer(number, '9012', 'ExeRtn=1'), later(second))
      commands.push(...segments(output))
    }
    expect(commands.map((segment) => segment.replace(/^QN=\d+;/, ''))).toEqual([
      `ST=32;CN=1000;PW=123456;MN=${MN};Flag=5;CP=&&OverTime=10;ReCount=3&&`,
      `ST=32;CN=1012;PW=123456;MN=${MN};Flag=5;CP=&&SystemTime=20260301081501&&`,
      `ST=32;CN=1062;PW=123456;MN=${MN};Flag=5;CP=&&RtdInterval=30&&`,
      `ST=32;CN=1064;PW=123456;MN=${MN};Flag=5;CP=&&MinInterval=5&&`,
    ])
    expect(
      replies(connection.receive(frameOf(AREA, { QN: '20260301081501123' }), later(60))),
    ).toEqual(['9014'])
  })

  it('nobody is asked anything before it has shown its password', () => {
    expect(
      replies(openSession([device({ dialect: {} })]).receive(frameOf(AREA, { PW: '0' }), NOW)),
    ).toEqual(['9011 3'])
  })

  it('2005 is spoken to as 2005 and knows no 1064', () => {
    const connection = openSession([device({ dialect: { version: '2005' } })])
    const output = connection.receive(frameOf(AREA, { Flag: '', QN: '' }), NOW)
    expect(segments(output)[0]).toContain(';Flag=1;CP=&&OverTime=10')
    const all = segments(output)
    for (const second of [0, 1, 2, 3]) {
      all.push(
        ...segments(
          connection.receive(answer(numberOf(all.at(-1)), '9012', 'ExeRtn=1'), later(second)),
        ),
      )
    }
    expect(all.map((segment) => /CN=(\d+)/.exec(segment)?.[1])).toEqual(['1000', '1012', '1062'])
  })
})

describe('commands', () => {
  it('set-clock is request 1012 with our time; done when the station says so', () => {
    const connection = openStation()
    const commands = segments(connection.command({}, later(5)))
    expect(commands[0]).toMatch(/CN=1012;.*Flag=5;CP=&&SystemTime=20260301081505&&$/)
    const number = numberOf(commands[0])
    expect(connection.receive(answer(number, '9011', 'QnRtn=1'), later(6)).answered).toEqual([])
    expect(connection.receive(answer(number, '9012', 'ExeRtn=1'), later(7)).answered).toEqual([
      { key: 'c1', ok: true, words: '1 执行成功 done' },
    ])
  })

  it('query asks for real-time data, done when they are promised; or for a sample to be kept', () => {
    const connection = openStation()
    const number = numberOf(segments(connection.command({ verb: 'query' }))[0])
    expect(connection.receive(answer(number, '9011', 'QnRtn=1'), NOW).answered).toEqual([
      { key: 'c1', ok: true, words: '1 准备执行 will be done' },
    ])
    const sample =
      segments(connection.command({ key: 'c2', verb: 'query', args: { what: 'sample' } }))[0] ?? ''
    expect(sample).toContain('CN=3015;')
    expect(
      connection.receive(answer(numberOf(sample), '9012', 'ExeRtn=3'), NOW).answered,
    ).toMatchObject([{ key: 'c2', ok: false }])
  })

  it.each([
    ['2', '2 请求被拒绝 refused'],
    ['3', '3 密码错误 wrong password'],
    ['77', '77'],
  ])('a refusal %s is an answer', (code, words) => {
    const connection = openStation()
    const number = numberOf(segments(connection.command())[0])
    expect(connection.receive(answer(number, '9011', `QnRtn=${code}`), NOW).answered).toEqual([
      { key: 'c1', ok: false, words },
    ])
  })

  it('an answer to something else answers nothing', () => {
    const connection = openStation()
    connection.command()
    expect(
      connection.receive(answer('20260301081500999', '9012', 'ExeRtn=1'), NOW).answered,
    ).toEqual([])
  })

  it('silence: asked again 3 times with the same number, 10 s apart, then failed', () => {
    const connection = openStation()
    const number = numberOf(segments(connection.command())[0])
    const again = [9, 10, 19, 20, 30, 39].map((second) =>
      segments(connection.session.tick(later(second))).map(numberOf),
    )
    expect(again).toEqual([[], [number], [], [number], [number], []])
    expect(connection.session.tick(later(40)).answered).toEqual([
      { key: 'c1', ok: false, words: '现场机没有应答 the station does not answer' },
    ])
    expect(connection.session.tick(later(60)).replies).toEqual([])
  })

  it('a station that promised and never did has a minute', () => {
    const connection = openStation()
    const number = numberOf(segments(connection.command())[0])
    connection.receive(answer(number, '9011', 'QnRtn=1'), later(1))
    expect(connection.session.tick(later(50))).toMatchObject({ replies: [], answered: [] })
    expect(connection.session.tick(later(62)).answered).toMatchObject([{ key: 'c1', ok: false }])
  })

  it('a second request waits for the first, and is not done after its time', () => {
    const connection = openStation()
    const number = numberOf(segments(connection.command())[0])
    expect(connection.command({ key: 'late', until: later(5).toISOString() }).replies).toEqual([])
    expect(connection.command({ key: 'next' }).replies).toEqual([])
    const output = connection.receive(answer(number, '9012', 'ExeRtn=1'), later(6))
    expect(output.answered).toMatchObject([
      { key: 'c1', ok: true },
      { key: 'late', ok: false, words: '已过有效期 its time is over' },
    ])
    expect(segments(output)).toHaveLength(1)
  })

  it('numbers are never used twice', () => {
    const connection = openStation()
    const first = numberOf(segments(connection.command())[0])
    const second = numberOf(
      segments(connection.receive(answer(first, '9012', 'ExeRtn=1'), NOW)).at(0) ??
        segments(connection.command({ key: 'c2' }))[0],
    )
    expect(Number(second.slice(8))).toBe(Number(first.slice(8)) + 1)
  })

  it('what the protocol has no command for, and who is not here, fail at once', () => {
    expect(openStation().command({ verb: 'shelve' }).answered).toMatchObject([
      { key: 'c1', ok: false },
    ])
    expect(openStation().command({ device: 'OTHER' }).answered).toMatchObject([
      { key: 'c1', ok: false },
    ])
    expect(openSession().session.command?.(deviceCommand(), NOW).answered).toMatchObject([
      { key: 'c1', ok: false },
    ])
  })
})
