// Is every answer of the police, and their silence, met as the law says (令310 8–12)?
import { describe, expect, it } from 'vitest'
import type { Line } from '../../support/processes/lines.ts'
import { day, sample } from '../samples.ts'
import { at, filed, goes, handed, refused, why } from './transfer-play.ts'

describe('the answer of the police', () => {
  it('has three days; silence is complained of to the procuratorate afterwards', () => {
    const play = goes(...handed)
    expect(play.due('police-review')).toBe('2026-03-05')
    expect(why(play, ['gao', 'propose-supervision'])).toContain('尚未届满')
    play.does(['until', '2026-03-06'])
    expect(play.clock('police-review')?.status).toBe('overdue')
    expect(why(play, ['lin', 'propose-supervision'])).not.toBe('')
    play.does(['gao', 'propose-supervision'])
    expect(play.where('handling')).toBe('handling.supervising')
    // A first refusal may be objected to as if nothing had been complained of.
    play.does(['lin', refused[1], at('2026-03-06')])
    expect(play.due('filing-reconsideration')).toBe('2026-03-09')
    play.does(['gao', 'propose-supervision'])
    expect(why(play, ['lin', refused[1], at('2026-03-06')])).toContain('已登记')
    play.does(['lin', 'record-supervision-end', at('2026-03-06', 'record-supervision-end')])
    expect(why(play, ['gao', 'propose-supervision'])).toContain('已建议')
  })

  it('to a request has three days from the day on which the police received it', () => {
    const play = goes(...handed, refused, ['gao', 'ask-reconsideration'])
    expect(play.clock('filing-reconsidered')).toBeUndefined()
    play.does(['until', '2026-03-04'])
    expect(why(play, ['gao', 'propose-supervision'])).toContain('尚未登记')
    const gets = (receivedOn: string): Line => ['lin', 'record-request-received', { receivedOn }]
    expect(why(play, gets('2026-03-01'))).toContain('不得早于2026-03-02')
    play.does(gets('2026-03-04'))
    expect(play.due('filing-reconsidered')).toBe('2026-03-09')
    expect(why(play, gets('2026-03-04'))).toContain('已登记')
    expect(why(play, ['lin', refused[1], at(day)])).toContain('不得早于2026-03-04')
    play.does(['until', '2026-03-10'], ['gao', 'propose-supervision'])
    play.does(['lin', refused[1], at('2026-03-10')])
    expect(play.due('filing-supervision')).toBe('2026-03-13')
  })

  it('lies neither in the future nor before the transfer', () => {
    const play = goes(...handed)
    expect(why(play, ['lin', refused[1], at('2026-03-09')])).toContain('不得晚于今日')
    expect(why(play, ['lin', refused[1], at('2026-03-01')])).toContain('不得早于2026-03-02')
  })

  it('without the papers is written down as it came; the case goes on once they are there', () => {
    const play = goes(...handed, ['lin', refused[1], { ...at(day), fileReturned: false }])
    expect(play.where('handling')).toBe('handling.police-refused')
    const accepts = (fileReturned?: boolean): Line => [
      'gao',
      'accept-police-refusal',
      {
        ...sample('accept-police-refusal'),
        ...(fileReturned === undefined ? {} : { fileReturned }),
      },
    ]
    expect(why(play, accepts())).toContain('案卷材料尚未退回')
    expect(why(play, accepts(false))).toContain('案卷材料尚未退回')
    play.does(accepts(true))
    expect(play.where('handling')).toBe('handling.investigating')
  })

  it('not filed: three days to ask them again, once; then the procuratorate, once; then the case goes on', () => {
    const play = goes(...handed, refused)
    expect(play.due('filing-reconsideration')).toBe('2026-03-05')
    play.does(['gao', 'ask-reconsideration'], ['lin', 'record-request-received'])
    expect([play.where('handling'), play.due('filing-reconsidered')]).toEqual([
      'handling.reconsidering',
      '2026-03-05',
    ])
    play.does(refused)
    expect(play.due('filing-supervision')).toBe('2026-03-05')
    expect(why(play, ['gao', 'ask-reconsideration'])).toContain('已作出复议决定')
    play.does(['gao', 'propose-supervision'], ['lin', 'record-supervision-end'])
    expect(why(play, ['gao', 'propose-supervision'])).toContain('已建议')
    play.does(['gao', 'accept-police-refusal'])
    expect(play.where('handling')).toBe('handling.investigating')
  })

  it('too late nobody is asked again; the procuratorate has no period before a reconsideration', () => {
    const play = goes(...handed, refused, ['until', '2026-03-06'])
    expect(why(play, ['gao', 'ask-reconsideration'])).toContain('2026-03-05届满')
    play.does(
      ['gao', 'propose-supervision'],
      ['lin', 'record-police-filed', at('2026-03-06', 'record-police-filed')],
    )
    expect(play.where('handling')).toBe('handling.prosecuted')
  })

  it('filed: things and papers go in three days, once', () => {
    const play = goes(...handed, filed)
    expect(play.due('material-handover')).toBe('2026-03-05')
    play.does(['lin', 'hand-over-materials'])
    expect(play.clock('material-handover')?.status).toBe('met')
    expect(why(play, ['lin', 'hand-over-materials'])).toContain('已移交')
  })
})
