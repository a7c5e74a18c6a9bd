// When is an enterprise cut off from its supply, and is it given back whatever else becomes of the hazard?
import { describe, expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import { actor } from '../../support/people/cast.ts'
import {
  general,
  halted,
  type Line,
  listedByCity,
  type Play,
  planned,
  played,
  sample,
  stopped,
  where,
} from '../charted.ts'

const defied: Line[] = [...listedByCity, ...halted]
const power = (play: Play, type: string) =>
  refusal(() => play.act(actor(type === 'cut-power' ? 'lin' : 'gao'), type, sample(type)))

const cut = (...before: Line[]): Play => {
  const play = played({}, ...before, ['gao', 'notify-power-cut', sample('notify-power-cut')])
  play.to('2026-03-02T03:00:00.000Z')
  play.act(actor('lin'), 'cut-power', sample('cut-power'))
  return play
}

describe('the notice', () => {
  it('is given for a major hazard only, and once production is ordered to stop', () => {
    const order: Line = ['lin', 'issue-order', sample('issue-order')]
    const ordinary = played({}, ...general, order, ...halted)
    expect(power(ordinary, 'notify-power-cut').words).toContain('重大事故隐患')
    expect(power(played({}, ...listedByCity), 'notify-power-cut').words).toContain('尚未责令停产')
    const lifted = played({}, ...defied, ['gao', 'lift-stop', sample('lift-stop')])
    expect(power(lifted, 'notify-power-cut').words).toContain('尚未责令停产')
  })

  it('falls with the stop, and with the hazard', () => {
    const noticed: Line[] = [...defied, ['gao', 'notify-power-cut', sample('notify-power-cut')]]
    const lifted = played({}, ...noticed, ['gao', 'lift-stop', sample('lift-stop')])
    const gone = played(
      {},
      ...noticed,
      ['mao', 'apply-acceptance', sample('apply-acceptance')],
      ['wu', 're-check-passed', sample('re-check-passed', 1)],
    )
    for (const play of [lifted, gone]) {
      expect(where(play, 'supply')).toEqual(['supply.none'])
      const ofNotice = play.record().obligations.find(({ clock }) => clock === 'power-cut-notice')
      expect(ofNotice?.status).toBe('met')
    }
  })
})

describe('the cut', () => {
  it('cuts the power 24 hours after the notice at the earliest, except in an emergency', () => {
    const notice = { supply: 'power', supplier: '国网', reason: '仍在生产' }
    const play = played({}, ...defied)
    expect(
      refusal(() =>
        play.act(actor('gao'), 'notify-power-cut', {
          ...notice,
          cutAt: '2026-03-03T00:59:00.000Z',
        }),
      ).words,
    ).toContain('24小时')
    play.act(actor('gao'), 'notify-power-cut', { ...notice, cutAt: '2026-03-03T01:00:00.000Z' })
    const cut = (cutAt: string) =>
      refusal(() => play.act(actor('lin'), 'cut-power', { cutAt, record: '已拉闸' })).words
    expect(cut('2026-03-02T01:00:00.000Z')).toContain('尚未到')
    expect(cut('2026-03-03T01:00:00.000Z')).toContain('不能晚于现在')
    play.to('2026-03-03T02:00:00.000Z')
    expect(cut('2026-03-03T00:59:00.000Z')).toContain('尚未到')
    expect(cut('2026-03-03T01:00:00.000Z')).toBe('')
    expect(where(play, 'supply')).toEqual(['supply.cut.standing'])
  })

  it('records no cut that was carried out at night, whatever had been announced', () => {
    const play = played({}, ...defied)
    const notice = { supply: 'power', supplier: '国网', reason: '仍在生产' }
    play.act(actor('gao'), 'notify-power-cut', { ...notice, cutAt: '2026-03-03T13:30:00.000Z' })
    play.to('2026-03-04T01:00:00.000Z')
    const cut = (cutAt: string) =>
      refusal(() => play.act(actor('lin'), 'cut-power', { cutAt, record: '已拉闸' })).words
    expect(cut('2026-03-03T14:30:00.000Z')).toContain('行政强制法第四十三条')
    expect(cut('2026-03-03T13:45:00.000Z')).toBe('')
  })

  it('cuts no power at night nor on a legal holiday, except in an emergency', () => {
    const play = played({}, ...defied)
    const announced = (cutAt: string, emergency = false) =>
      refusal(() =>
        play.act(actor('gao'), 'notify-power-cut', {
          supply: 'power',
          supplier: '国网',
          reason: '仍在生产',
          cutAt,
          emergency,
        }),
      ).words
    expect(announced('2026-03-04T14:00:00.000Z')).toContain('行政强制法第四十三条')
    expect(announced('2026-03-04T21:59:00.000Z')).toContain('夜间')
    expect(announced('2026-04-05T02:00:00.000Z')).toContain('法定节假日')
    expect(announced('2026-03-04T13:59:00.000Z', true)).toBe('')
  })

  it('announces a cut for a Sunday in the day, which is no legal holiday', () => {
    const play = played({}, ...defied)
    play.act(actor('gao'), 'notify-power-cut', {
      supply: 'power',
      supplier: '国网',
      reason: '仍在生产',
      cutAt: '2026-03-07T22:00:00.000Z',
    })
    expect(where(play, 'supply')).toEqual(['supply.noticed'])
  })
})

describe('what was cut off', () => {
  const proposed: Line = ['gao', 'propose-closure', sample('propose-closure')]

  it('is restored while the government considers the closure, and after it has declined', () => {
    for (const after of [[proposed], [proposed, ['gao', 'decline-closure', sample('reject')]]]) {
      const play = cut(...defied)
      for (const [who, type, data] of after as Line[]) play.act(actor(who), type, data)
      expect(power(play, 'restore-power').code).toBe('none')
      expect(where(play, 'supply')).toEqual(['supply.none'])
    }
  })

  it('is to be restored once the re-check is passed or the stop lifted', () => {
    const play = cut(...defied)
    expect(play.task('restore-power')).toBeUndefined()
    play.act(actor('mao'), 'apply-acceptance', sample('apply-acceptance'))
    play.act(actor('wu'), 're-check-passed', sample('re-check-passed', 1))
    expect(play.task('restore-power')?.groups).toEqual(['330802-bureau/leader'])
    const lifted = cut(...defied)
    lifted.act(actor('gao'), 'lift-stop', sample('lift-stop'))
    expect(where(lifted, 'force', 'supply')).toEqual(['force.none', 'supply.cut.due'])
  })

  it('is not forgotten when the hazard is written off: the case waits until it is restored', () => {
    const play = cut(
      ...stopped,
      ...planned,
      ['yu', 'decline-listing', sample('decline-listing')],
      ['lin', 'issue-order', sample('issue-order')],
      ...halted,
    )
    play.act(actor('mao'), 'apply-acceptance', sample('apply-acceptance', 1))
    play.act(actor('wu'), 're-check-passed', sample('re-check-passed'))
    play.act(actor('gao'), 'approve-resume', sample('approve-resume'))
    play.act(actor('chen'), 'write-off', sample('write-off'))
    expect(where(play, 'force', 'supply')).toEqual(['force.ended', 'supply.owed'])
    expect(play.record().status).toBe('open')
    expect(play.task('restore-power')).toBeDefined()
    expect(power(play, 'restore-power').code).toBe('none')
    expect(play.record().status).toBe('closed')
  })

  it('stays off where the government closes the enterprise', () => {
    const play = cut(...defied)
    play.act(actor('gao'), 'propose-closure', sample('propose-closure'))
    play.act(actor('gao'), 'record-closure', sample('record-closure'))
    expect(where(play, 'supply')).toEqual(['supply.ended'])
  })
})
