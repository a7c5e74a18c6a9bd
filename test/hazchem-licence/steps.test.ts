// Does every state of an open application stand at one of the steps that its applicant is shown, and do the few lines say what the case says?
import { describe, expect, test } from 'vitest'
import { hazchemLicence as process } from '../../domain/hazchem-licence/process.ts'
import { text } from '../../domain/language/words.ts'
import { statesOf } from '../../domain/model/chart.ts'
import { clockViews } from '../../domain/views/clock-view.ts'
import { standingOf } from '../../ui/hazchem-licence/standing.ts'
import { steps } from '../../ui/hazchem-licence/steps.ts'
import type { Line } from '../support/processes/lines.ts'
import { decisionContextAt } from '../support/walks/walk.ts'
import { applying, checked, issued, opined, sample } from './playing.ts'
import { applied, renewal } from './samples.ts'

const open = statesOf(process.machine).filter(
  ({ name, final }) => name.startsWith('handling.') && !final,
)

test.each(open.map(({ name }) => name))('%s', (name) => {
  const words = process.words.partyStates[name]?.zh ?? ''
  expect(steps.filter(({ states }) => states.some((one) => words.includes(one)))).toHaveLength(1)
})

describe('where it stands', () => {
  const accepted: Line = ['kou', 'accept']
  const textsOf = (play: ReturnType<typeof applying>, on: string): string[] => {
    const view = {
      region: { code: play.record().region, name: text('某地', 'a place') },
      clocks: clockViews(process, play.record(), decisionContextAt(`${on}T01:00:00.000Z`), 'party'),
      facts: [],
    }
    const items = play.facts.map(({ type, data }) => ({
      type,
      fields: Object.entries(data).map(([name, value]) => ({
        name,
        label: text('', ''),
        value: text(String(value), String(value)),
      })),
    }))
    return standingOf(view, items).map(({ value, warn }) => `${warn ? '▲' : ''}${value.zh}`)
  }

  test('a renewal in time, and what became of it', () => {
    const play = applying({ ...renewal, expiresOn: '2026-03-31' }, '2025-12-10')
    expect(textsOf(play, '2025-12-11')).toEqual([
      '某地（无市级发证情形）',
      '按期提出：2026-03-31 未决定即视为准予延续',
    ])
    play.does(['until', '2026-04-01'], ...issued('2026-04-01'))
    expect(textsOf(play, '2026-04-01').slice(1)).toEqual([
      '▲逾期未告知，自收到材料之日起视为受理',
      '▲届满未决定，视为准予延续',
      '至 2029-03-31，2028-12-31 前提出延期',
    ])
  })

  test('who handles it too, and until when a hearing may be asked for and is held', () => {
    const jointly = applying(applied, '2026-03-02', accepted, ['chen', 'handle-jointly'])
    expect(textsOf(jointly, '2026-03-03')[1]).toBe('2026-05-08 前决定（许可法第四十二条第二款）')
    const withHearing = applying(
      applied,
      '2026-03-02',
      accepted,
      ['shen', 'tell-hearing-right'],
      ['shen', 'serve-hearing-notice'],
    )
    expect(textsOf(withHearing, '2026-03-03')[1]).toBe('2026-03-09 前可以申请')
    withHearing.does(['mao', 'request-hearing'])
    expect(textsOf(withHearing, '2026-03-03')[1]).toBe('2026-03-30 前组织')
  })

  test('a late one, a corrected authority, and a bar', () => {
    const late = applying({ ...renewal, expiresOn: '2026-03-20' }, '2026-03-02')
    expect(textsOf(late, '2026-03-03')[1]).toBe('▲逾期提出：不推定准予延续，原证 2026-03-20 届满')
    const after = applying(applied, '2026-03-02', ['kou', 'correct-jurisdiction'])
    expect(textsOf(after, '2026-03-03')).toEqual(['某地（已更正：试验）'])
    const barred = applying(applied, '2026-03-02', accepted, ...checked, ...opined, [
      'gao',
      'refuse',
      sample('refuse', 1),
    ])
    expect(textsOf(barred, '2026-03-03')[1]).toBe('▲2027-03-02（含当日）前不得再次申请')
  })
})
