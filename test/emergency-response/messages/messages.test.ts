// Who may write to whom in a response, and what is taken for the link of a meeting?
import { safeParse } from 'valibot'
import { describe, expect, test } from 'vitest'
import {
  holdMeeting,
  isMeetingLink,
} from '../../../domain/emergency-response/messages/meeting-acts.ts'
import { emergencyResponse } from '../../../domain/emergency-response/process.ts'
import { judge } from '../../../domain/engine/judging/judge.ts'
import type { Person } from '../../../domain/organisation/actor.ts'
import { officeId } from '../../../domain/organisation/offices.ts'
import { later } from '../../../domain/time/instant.ts'
import { actor } from '../../support/people/cast.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'
import { emergency } from '../playing.ts'
import { reported, samples, start } from '../samples.ts'

const bureau = (id: string, office: 'fire' | 'transport'): Person => ({
  kind: 'person',
  id,
  name: id,
  enterprise: null,
  appointments: [{ office: officeId(office, '330800'), role: 'duty-officer', region: '330800' }],
})
const [huo, lu, dan] = [bureau('huo', 'fire'), bureau('lu', 'transport'), actor('dan')]
const [meetingForm] = samples['hold-meeting'] ?? []
const verified = () => emergency(reported, {}, ['dan', 'verify'])

describe('a message', () => {
  const mayWrite = (play: ReturnType<typeof emergency>, by: Person) =>
    judge(
      emergencyResponse,
      play.record(),
      by,
      {
        type: 'send-message',
        data: { to: 'county-command/duty-officer', text: '到达' },
        taskId: null,
      },
      decisionContextAt(later(start, 60_000)),
    ).allowed

  test('is written by whoever takes part: a bureau from when it is first named', () => {
    const play = verified()
    expect([huo, lu].map((one) => mayWrite(play, one))).toEqual([false, false])
    expect(mayWrite(play, dan as Person)).toBe(true)
    play.act(dan, 'send-message', { to: 'city-fire/duty-officer', text: '请到场' })
    expect([huo, lu].map((one) => mayWrite(play, one))).toEqual([true, false])
    play.act(dan, 'hold-meeting', { ...meetingForm, invited: ['city-transport/duty-officer'] })
    expect(mayWrite(play, lu)).toBe(true)
  })

  test('waits in the post that it is for until somebody there has read it, and goes no further', () => {
    const play = verified()
    play.act(dan, 'send-message', { to: 'city-fire/duty-officer', text: '请到场' })
    const task = play.task('read-message')
    expect(task?.groups).toEqual(['330800-fire/duty-officer'])
    play.act(huo, 'acknowledge-message', { reply: '已出动' }, { taskId: task?.id ?? '' })
    expect(play.task('read-message')).toBeUndefined()
    expect(play.facts.at(-1)).toMatchObject({
      type: 'acknowledge-message',
      actor: { id: 'huo' },
      data: { reply: '已出动' },
    })
  })

  test('keeps no response from ending: it is no work', () => {
    const play = emergency(reported, {}, ['dan', 'verify'], ['gao', 'start-response'])
    play.act(dan, 'send-message', { to: 'city-fire/duty-officer', text: '请到场' })
    expect(() => play.act(actor('gao'), 'end-response', { reason: '火已扑灭' })).not.toThrow()
  })
})

describe('a meeting', () => {
  test.each(['https://meeting.example.cn/j/123?pwd=4', 'https://10.33.0.8:8443/room/7'])(
    'is joined by %s',
    (link) => expect(isMeetingLink(link)).toBe(true),
  )
  test.each([
    'http://meeting.example.cn/j/1',
    'javascript:alert(1)',
    'https://name:word@meeting.example.cn/',
    'https://meeting.example.cn/ j',
    'https://localhost/x',
    'https://',
    `https://meeting.example.cn/${'x'.repeat(500)}`,
    'data:text/html,x',
    'https://meeting.example.cn/"onclick=',
  ])('is not joined by %s', (link) => {
    expect(isMeetingLink(link)).toBe(false)
    expect(safeParse(holdMeeting.schema, { ...meetingForm, link }).success).toBe(false)
  })

  test('notifies whom it invites, and ends not before it began nor in the future', () => {
    const play = verified()
    play.act(dan, 'hold-meeting', meetingForm ?? {})
    expect(JSON.stringify(play.effects)).toContain('330800-command/duty-officer')
    const taskId = play.task('close-meeting')?.id ?? ''
    const end = (endedAt: string) => () => play.act(dan, 'end-meeting', { endedAt }, { taskId })
    expect(end(later(start, -60_000))).toThrow(/begun|开始/)
    expect(end(later(start, 3_600_000))).toThrow(/future|现在/)
    expect(end(start)).not.toThrow()
    expect(play.task('close-meeting')).toBeUndefined()
  })

  test('cannot have begun in the future', () => {
    const begunAt = later(start, 3_600_000)
    expect(() => verified().act(dan, 'hold-meeting', { ...meetingForm, begunAt })).toThrow()
  })
})
