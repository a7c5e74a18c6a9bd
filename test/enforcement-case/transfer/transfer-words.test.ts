// Does the party read nothing from which it could tell that the police have its case, or how a person was judged?
import { describe, expect, it } from 'vitest'
import { events } from '../../../domain/enforcement-case/acts.ts'
import { transferSteps } from '../../../domain/enforcement-case/regions/transfer.ts'
import { returnActs } from '../../../domain/enforcement-case/transfer/return-acts.ts'
import { transferActs } from '../../../domain/enforcement-case/transfer/transfer-acts.ts'
import { words } from '../../../domain/enforcement-case/words.ts'
import { enterprise } from '../../../domain/organisation/addresses.ts'
import { standingOf } from '../../../ui/enforcement-case/standing.ts'
import { steps } from '../../../ui/enforcement-case/steps.ts'

const partyWord = (state: string) => words.partyStates[`handling.${state}`]?.zh ?? ''
const stepOf = (word: string) => steps.findIndex(({ states }) => states.includes(word))
const items = (...types: string[]) => types.map((type) => ({ type, fields: [] }))
const kecheng = { code: '330802', name: { zh: '柯城区', en: 'Kecheng' } }
const standing: Parameters<typeof standingOf>[0] = { region: kecheng, clocks: [], facts: [] }
const said = (...types: string[]) => JSON.stringify(standingOf(standing, items(...types)))

describe('the party', () => {
  it('reads the word and the step that it read before the case went to the police', () => {
    const withPolice = Object.keys(transferSteps).filter((state) => state !== 'transferred')
    for (const state of withPolice) expect(partyWord(state), state).toBe(partyWord('exiting'))
    expect(stepOf(partyWord('at-police'))).toBe(stepOf(partyWord('investigating')))
  })

  it('of a case closed as transferred that it is over, without a notice of its own', () => {
    const { party } = events['approve-transfer-closing']
    expect([partyWord('transferred'), party.zh]).toEqual(['案件已办结', '案件已办结。'])
    expect(stepOf(partyWord('transferred'))).toBe(steps.length - 1)
    expect(said('approve-transfer-closing')).not.toMatch(/移送|police|公安/)
  })

  it('gets no message that names the police or the criminal matter', () => {
    for (const [type, { notify = [] }] of Object.entries({ ...transferActs, ...returnActs }))
      for (const address of enterprise) expect(notify, type).not.toContainEqual(address)
  })

  it('at the return that the case goes on, and not how somebody was judged', () => {
    const { party, show } = events['record-criminal-return']
    expect(party.zh).toBe('行政案件恢复办理。')
    expect(show.party).toEqual([])
    expect(said('record-criminal-return')).not.toMatch(/刑事|criminal/)
    expect(said('hand-over-police', 'record-criminal-return')).toContain('刑事程序终结')
  })
})
