// Is a case called by what its corrected report says, and does a correction leave it with those whose it is?
import { describe, expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import { actor } from '../../support/people/cast.ts'
import { emergency } from '../playing.ts'
import { called, reported } from '../samples.ts'

const correcting = (form: Record<string, unknown>, field: string, value: string) => {
  const play = emergency(form, {})
  const fact = { seq: 1, type: 'report-emergency', data: form, actor: 'dan', latest: true }
  const lookedUp = { people: [], fact }
  const wanted = { seq: 1, field, value, reason: '登记有误' }
  return {
    play,
    ask: () => play.act(actor('dan'), 'request-correction', wanted, { lookedUp }),
    approve: () => play.act(actor('gao'), 'approve-correction', { seq: 1 }, { lookedUp }),
  }
}

describe('a correction', () => {
  it.each([
    ['title', '四车间储罐泄漏'],
    ['site', '四车间'],
  ] as const)('of the %s goes on in lists, papers and mails', (name, value) => {
    const { play, ask, approve } = correcting(reported, name, value)
    ask()
    expect(play.record()[name]).toBe(reported[name])
    approve()
    expect(play.record()[name]).toBe(value)
  })

  it.each([
    ['region', '330803'],
    ['enterprise', 'e-2'],
  ])('of the %s is refused: other people would read it', (name, value) => {
    const { play, ask } = correcting(reported, name, value)
    expect(refusal(ask).words).toContain('不能以更正改变')
    expect(play.record()).toMatchObject({ region: reported.region, owner: reported.enterprise })
  })

  it('of the enterprise that was found out later is refused as well', () => {
    const play = emergency(called, {})
    const data = { enterprise: reported.enterprise }
    play.does(['dan', 'supplement-event', data])
    const fact = { seq: 2, type: 'supplement-event', data, actor: 'dan', latest: true }
    const wanted = { seq: 2, field: 'enterprise', value: 'e-2', reason: '登记有误' }
    const ask = () =>
      play.act(actor('dan'), 'request-correction', wanted, { lookedUp: { people: [], fact } })
    expect(refusal(ask).words).toContain('不能以更正改变')
  })
})
