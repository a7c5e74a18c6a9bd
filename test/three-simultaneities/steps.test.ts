// Does the builder's bar know a step for every state, and do the few lines say where a project stands?
import { describe, expect, test } from 'vitest'
import { text } from '../../domain/language/words.ts'
import { statesOf } from '../../domain/model/chart.ts'
import { threeSimultaneities as process } from '../../domain/three-simultaneities/process.ts'
import { clockViews } from '../../domain/views/clock-view.ts'
import { standingOf } from '../../ui/three-simultaneities/standing.ts'
import { steps } from '../../ui/three-simultaneities/steps.ts'
import { decisionContextAt } from '../support/walks/walk.ts'
import { applied, registering, reviewed, sample } from './playing.ts'
import { hazchem, mine } from './samples.ts'

const open = statesOf(process.machine).filter(
  ({ name, final }) => /^handling\..+/.test(name) && !final,
)

test.each(open.map(({ name }) => name))('%s', (name) => {
  const words = process.words.partyStates[name]?.zh ?? ''
  const at = steps.findIndex(({ states }) => states.some((one) => words.includes(one)))
  expect([words, at >= 0 || /项目|待/.test(words)]).toEqual([words, true])
})

describe('where it stands', () => {
  const textsOf = (play: ReturnType<typeof registering>, on: string): string[] => {
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

  test('the opinion, while it holds and when it has run out', () => {
    const play = registering(hazchem, '2024-02-29', ...applied('apply-conditions'), ...reviewed, [
      'gao',
      'pass-conditions',
    ])
    expect(textsOf(play, '2024-03-01')).toEqual([
      '某地（按登记情形分送）',
      '有效期至 2026-02-28，期内须开工',
    ])
    play.does(['until', '2026-03-01'])
    expect(textsOf(play, '2026-03-01')[1]).toBe('▲有效期 2026-02-28 届满，待确认是否失效')
  })

  test('a corrected authority, a hearing, and a bar', () => {
    const play = registering(mine, '2026-03-02', ...applied('apply-design'), [
      'kou',
      'correct-jurisdiction',
    ])
    expect(textsOf(play, '2026-03-03')).toEqual(['某地（已更正：试验）'])
    const withHearing = registering(
      mine,
      '2026-03-02',
      ...applied('apply-design'),
      ['shen', 'tell-hearing-right'],
      ['shen', 'serve-hearing-notice'],
    )
    expect(textsOf(withHearing, '2026-03-03')[1]).toBe('2026-03-09 前可以申请')
    const barred = registering(
      mine,
      '2026-03-02',
      ['mao', 'apply-design'],
      ['kou', 'refuse-acceptance', sample('refuse-acceptance', 2)],
    )
    expect(textsOf(barred, '2026-03-03')[1]).toBe('▲2027-03-02（含当日）前不得再次申请')
  })
})
