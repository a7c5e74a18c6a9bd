// May a case go to the police and come back only as the law says, and is nobody fined instead of or after a fine of the court (处罚法 27, 35; 令310)?
import { describe, expect, it } from 'vitest'
import { events } from '../../../domain/enforcement-case/acts.ts'
import { corrected } from '../../../domain/enforcement-case/memory/corrected.ts'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import { decreeCalendars } from '../../../domain/time/decrees.ts'
import { usualWay } from '../../../domain/views/forecast/usual-way.ts'
import { refusal } from '../../case/acting.ts'
import { author } from '../../support/people/cast.ts'
import type { Line } from '../../support/processes/lines.ts'
import { principal, safetyOfficer } from '../parties/party-samples.ts'
import { day, decided, demanded, investigated, matter, prosecuting, sample } from '../samples.ts'
import { advised, at, back, filed, goes, handed, refused, why } from './transfer-play.ts'

/** Proposed anew, by two. */
const reports = (report: object): Line[] => [
  ['lin', 'conclude-investigation', { ...sample('conclude-investigation'), ...report }],
  ['wu', 'sign'],
]

describe('the transfer', () => {
  it('is decided in three days upon the report, or refused with the reason on record', () => {
    const play = goes(...advised)
    expect(play.due('transfer-decision')).toBe('2026-03-05')
    play.does(['gao', 'refuse-transfer'])
    expect([play.where('handling'), play.clock('transfer-decision')?.status]).toEqual([
      'handling.investigating',
      'met',
    ])
    expect(play.facts.at(-1)?.data).toMatchObject({ reason: '达不到追诉标准' })
  })

  it('that was proposed is not buried under another end: it is decided or refused with a reason', () => {
    const play = goes(...advised)
    for (const type of ['withdraw-case', 'decide-no-penalty'])
      expect(why(play, ['gao', type])).toContain('不批准移送')
    expect(play.clock('transfer-decision')?.status).toBe('running')
    const other = goes(...investigated(5), ['chen', 'approve-report'], ['gao', 'withdraw-case'])
    expect(other.where('handling')).toBe('handling.withdrawn')
  })

  it('is not refused where nobody has asked for it, nor timed', () => {
    const play = goes(...investigated(5), ['chen', 'approve-report'])
    expect(play.clock('transfer-decision')).toBeUndefined()
    expect(why(play, ['gao', 'refuse-transfer'])).toContain('未建议移送')
  })

  it('stops the period of the case, which goes on when it comes back', () => {
    const play = goes(...handed)
    expect(play.clock('decision')?.status).toBe('paused')
    play.does(['until', '2026-03-04'], ['lin', refused[1], at('2026-03-04')])
    const before = prosecuting(matter, day, ['gao', 'approve-filing']).due('decision') ?? ''
    play.does(['gao', 'accept-police-refusal'])
    expect(play.where('handling')).toBe('handling.investigating')
    expect(play.clock('decision')?.status).toBe('running')
    expect(String(play.due('decision')) > before).toBe(true)
  })

  it('is not handed over in the future, nor before it was decided', () => {
    const play = goes(...advised, ['gao', 'decide-transfer'])
    const hands = (handedOn: string): Line => [
      'lin',
      'hand-over-police',
      { ...sample('hand-over-police'), handedOn },
    ]
    expect(why(play, hands('2026-03-03T08:00:00.000Z'))).toContain('不得晚于现在')
    expect(why(play, hands('2026-03-01T08:00:00.000Z'))).toContain('不得早于2026-03-02')
  })

  it('waits for no person who is named beside the party, and closing still does', () => {
    const [reported, ...rest] = [investigated(6).slice(0, -2), ...investigated(6).slice(-2)]
    const play = goes(...(reported as Line[]), ['lin', 'name-party'], ...(rest as Line[]))
    play.does(['chen', 'approve-report'], ['gao', 'decide-transfer'], ['lin', 'hand-over-police'])
    expect(play.where('handling')).toBe('handling.at-police')
    play.does(filed, ['lin', 'hand-over-materials'], ['lin', 'propose-transfer-closing'])
    expect(why(play, ['gao', 'approve-transfer-closing'])).not.toBe('')
  })

  it('leaves nobody to be named and punished meanwhile', () => {
    expect(why(goes(...handed), ['lin', 'name-party'])).toContain('不得以行政处罚代替')
  })
})

describe('a case that is no crime', () => {
  it('is not forecast to go to the police: it is notified and decided', () => {
    const way = usualWay(enforcementCase, 'handling.investigating', []).map(({ state }) => state)
    expect(way).toContain('handling.deciding')
    expect(way).not.toContain('handling.transferring')
  })

  it('with the police nothing beyond that is forecast', () => {
    const way = usualWay(enforcementCase, 'handling.prosecuted', []).map(({ state }) => state)
    expect(way).toEqual(['handling.prosecuted'])
  })
})

describe('after the criminal matter', () => {
  it('of a party that was not prosecuted the penalty is proposed, told, heard and decided', () => {
    const play = goes(...handed, filed, back(0))
    expect(play.facts.at(-1)).toMatchObject({ audience: 'party' })
    play.does(
      ...reports({}),
      ['chen', 'approve-report'],
      ['lin', 'notify-penalty'],
      ['lin', 'serve-notice'],
      ['mao', 'waive-rights', { statement: '放弃' }],
      ['lin', 'weigh-defence'],
      ['gao', 'decide-penalty'],
    )
    expect(play.context()).toMatchObject({ fined: true, owed: 20_000 })
  })

  it('whom the court has fined is fined no more, but its licence may be taken', () => {
    const play = goes(...handed, filed, back(1))
    expect(why(play, reports({})[0] as Line)).toContain('第三十五条第二款')
    play.does(...reports({ penalties: ['revoke-licence'], fine: undefined }), [
      'chen',
      'approve-report',
    ])
    expect(play.where('handling')).toBe('handling.notifying')
  })

  it('a fine of the court has an amount, somebody who bears it, and a conviction', () => {
    const play = goes(...handed, filed)
    expect(why(play, back(1, { criminalFine: undefined }))).toContain('须填写罚金数额')
    expect(why(play, back(1, { partyFined: false }))).toContain('须填写罚金数额')
    expect(why(play, back(1, { outcome: 'acquitted' }))).toContain('不需要填写')
    play.does(back(1, { criminalFine: undefined, partyFined: undefined }), ...reports({}))
    expect(play.where('handling')).toBe('handling.reviewing')
  })

  it('a person whom the court has fined is told of no fine; another one is', () => {
    const fined = { partyFined: false, personsFined: `330802199001010012、${principal.identity}` }
    const play = goes(
      ...handed,
      filed,
      back(1, fined),
      ...reports({}),
      ['chen', 'approve-report'],
      ['lin', 'name-party'],
      ['lin', 'name-party', safetyOfficer],
    )
    const tells = (nth: number) => {
      const task = Object.values(play.record().openTasks).find(({ item }) => item === numberOf(nth))
      return play.act(
        author('lin'),
        'notify-party',
        { ...sample('notify-party'), fine: 20_000 },
        { taskId: task?.id ?? '' },
      )
    }
    const numberOf = (nth: number) =>
      Object.values(play.record().items ?? {}).find((one) => one.nth === nth)?.no
    expect(refusal(() => tells(1)).words).toContain('第三十五条第二款')
    expect(() => tells(2)).not.toThrow()
  })
})

describe('a correction', () => {
  const law = { calendars: decreeCalendars, region: matter.region }
  it('of a number that was mistyped bars the right person, and no other', () => {
    const was = { partyFined: false, personsFined: '330802199001010012' }
    const is = { ...was, personsFined: principal.identity }
    const play = goes(...handed, filed, back(1, was))
    const record = play.record()
    expect(corrected(record, { type: 'record-criminal-return', was, is }, law)).toEqual({
      personsFined: [principal.identity],
      criminallyFined: false,
    })
  })

  it('of the day of a notice moves what is counted from it', () => {
    const play = goes(...handed, refused)
    const [was, is] = [{ receivedOn: day }, { receivedOn: '2026-03-01' }]
    const fact = { type: 'record-police-refusal', was, is }
    expect(corrected(play.record(), fact, law)).toEqual({ policeRefusedOn: '2026-03-01' })
  })
})

describe('a penalty that was decided before', () => {
  const stands: Line[] = [...decided, ['gao', 'transfer-punished'], ['lin', 'hand-over-police']]

  it('stands, is paid meanwhile, and is performed after the return', () => {
    const play = goes(...stands)
    expect([play.where('payment'), play.clock('payment')?.status]).toEqual([
      'payment.owed',
      'running',
    ])
    play.does(['lin', 'record-payment'], refused, ['gao', 'accept-police-refusal'])
    expect([play.where('handling'), play.where('payment'), play.context().owed]).toEqual([
      'handling.performing',
      'payment.settled',
      0,
    ])
    play.does(['lin', 'record-performance'])
    expect(play.where('handling')).toBe('handling.proposing-closing')
  })

  it('goes to the police also when it is paid already, and comes back to its closing', () => {
    const paid: Line[] = [...decided, ['lin', 'record-payment'], ['gao', 'transfer-punished']]
    const play = goes(...paid, ['lin', 'hand-over-police'], refused)
    play.does(['gao', 'accept-police-refusal'])
    expect(play.where('handling')).toBe('handling.proposing-closing')
    const tried = goes(...paid, ['lin', 'hand-over-police'], filed)
    expect(why(tried, ['lin', 'propose-transfer-closing'])).toContain('已作出处罚决定')
    tried.does(back(0), ['lin', 'propose-closing'])
    expect(tried.where('handling')).toBe('handling.closing')
  })

  it('whose fine is not paid ends once the court has imposed its own, and not otherwise', () => {
    const ends: Line = ['lin', 'propose-termination', { ground: 'court-fined', findings: '判决书' }]
    expect(why(goes(...stands, filed, back(0)), ends)).toContain('未判处罚金')
    const play = goes(...stands, filed, back(1), ends, ['gao', 'terminate-enforcement'])
    expect([play.where('handling'), play.where('payment')]).toEqual([
      'handling.proposing-closing',
      'payment.given-up',
    ])
  })

  it('is not brought before the court while the police have the case; its period may be suspended', () => {
    const play = goes(...stands, ...demanded, ['until', '2026-09-03'])
    expect(why(play, ['gao', 'apply-court'])).toContain('公安机关')
    expect(() => play.does(['gao', 'suspend-enforcement'])).not.toThrow()
  })

  it('is told of in the words of the law: of a fine art. 11 says nothing', () => {
    const { effect, article } = events['transfer-punished'].consequence ?? {
      effect: null,
      article: '',
    }
    expect(effect?.zh).toContain('警告、责令停产停业、暂扣或者吊销许可证')
    expect([effect?.zh.includes('已缴罚款依法折抵'), article]).toEqual([
      true,
      '国务院令第310号第五条、第十一条第二款；《行政处罚法》第三十五条；《行政强制法》第三十九条第一款第（四）项',
    ])
  })

  it('is not closed as transferred', () => {
    const play = goes(...stands, filed)
    expect(why(play, ['lin', 'propose-transfer-closing'])).toContain('已作出处罚决定')
    play.does(back(1))
    expect(play.where('handling')).toBe('handling.performing')
  })
})

describe('what never comes back', () => {
  it('is closed as transferred by two', () => {
    const play = goes(...handed, filed, ['lin', 'hand-over-materials'])
    play.does(['lin', 'propose-transfer-closing'], ['gao', 'approve-transfer-closing'])
    expect([play.where('handling'), play.record().status]).toEqual([
      'handling.transferred',
      'closed',
    ])
    expect(play.clock('decision')?.status).not.toBe('running')
  })
})
