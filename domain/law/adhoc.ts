// Which rule stands behind a freely chosen period?

import { text } from '../language/words.ts'
import { civilDay, toMillis } from '../time/days.ts'
import { isContinuous } from '../time/period.ts'
import type { TimeLimitQuestion } from './input.ts'
import { invalid } from './parse.ts'
import { type Cite, citeText, civilLawOn, norms } from './rules/norms.ts'
import type { Rule } from './rules/rule.ts'

/** The family `adhoc`: unit, n and roll come with the question (roll defaults to `never`); refuses with `invalid-input` when they lack. */
export const adhocRule = ({
  unit,
  n,
  roll,
  direction,
  start,
  version,
}: TimeLimitQuestion): Rule => {
  const missing = Object.entries({ unit, n }).flatMap(([name, value]) =>
    value === undefined
      ? [
          {
            pointer: `/${name}`,
            reason: text(`${name}：adhoc 必填`, `${name}: required for adhoc`),
          },
        ]
      : [],
  )
  if (unit === undefined || n === undefined) throw invalid(missing[0]?.pointer ?? '', ...missing)
  if (unit === 'Y' && n > 100)
    throw invalid('/n', { pointer: '/n', reason: text('年数过大', 'Too many years') })
  if (version !== undefined && version !== 'adhoc')
    throw invalid('/version', {
      pointer: '/version',
      reason: text('adhoc 没有版本', 'adhoc has no versions'),
    })
  if (isContinuous(unit) && toMillis(start) === null) {
    throw invalid('/start', {
      pointer: '/start',
      reason: text(
        '按小时、分钟计算的期限须给出起算时刻（含时分）',
        'A period in hours or minutes needs the moment it starts, with hour and minute',
      ),
    })
  }
  const law = lawOf({ unit, roll, direction, start })
  return {
    id: 'adhoc',
    version: 'adhoc',
    process: 'licensing',
    title: text('指定期间', 'Freely chosen period'),
    norm: norms[law[0]],
    article: citeText([law]),
    from: '1990-01-01',
    to: null,
    unit,
    n,
    start: text('起算日', 'the start'),
    direction: direction ?? 'forward',
    window: false,
    roll: roll ?? 'never',
    pauses: {},
    unconfirmedPauses: [],
    extend: [],
    onExpiry: 'alertOnly',
    confidence: 'V',
    source: 'request',
    lawVersion: null,
    alsoReadAs: null,
    note: null,
    elsewhere: false,
  }
}

/** The roll is cited only where there may be one, and the months only where there are some. */
const lawOf = ({
  unit,
  roll,
  direction,
  start,
}: Pick<TimeLimitQuestion, 'unit' | 'roll' | 'direction' | 'start'>): Cite => {
  const months = unit === 'M' || unit === 'Y'
  const rolls =
    (months || unit === 'ND') && direction !== 'backward' && roll !== undefined && roll !== 'never'
  return civilLawOn(civilDay(start) ?? '', rolls ? '201–203' : months ? '201、202' : '201')
}
