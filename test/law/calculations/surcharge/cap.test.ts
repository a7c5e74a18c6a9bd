// Up to which amount does the surcharge on a late fine grow, and since when?
import { expect, test } from 'vitest'
import { calculated } from '../asking.ts'

const surcharge = (input: object) =>
  calculated('late-surcharge', { fine: 50_000, served: '2026-01-30', ...input })

// 强制法 45 since 2012-01-01, whenever the decision was served.
const uncapped = {
  zh: '2012年以前加处罚款无法定上限，超出罚款的部分是否保留须由法制人员确认',
  en: 'No statutory cap before 2012: whether what is above the fine stays, a lawyer must confirm',
}

test.each([
  // To 2012-01-15 (Sunday), paid by Monday 01-16: all of it grows under the cap, and the 34th day is 02-19.
  ['2011-12-31', '2012-01-16', '2012-02-19'],
  ['2012-01-01', '2012-01-16', '2012-02-19'],
  // To 2011-12-31, a day of work: the first day of it is that of the Coercion Law.
  ['2011-12-16', '2011-12-31', '2012-02-03'],
])('holds for whatever grows from 2012-01-01, served on %s', (served, payBy, capDate) =>
  expect(surcharge({ served, asOf: '2012-12-31' })).toMatchObject({
    payBy,
    cap: 50_000,
    capDate,
    surcharge: 50_000,
    capReached: true,
    provisional: false,
    reasons: [],
  }),
)

test('stops on its way what began to grow before, and is doubtful', () => {
  // Served 2011-12-15: to Friday 12-30, one day in 2011, the 34th on 2012-02-02.
  const answer = surcharge({
    served: '2011-12-15',
    asOf: ['2011-12-31', '2012-02-01', '2012-02-02', '2012-12-31'],
  })
  expect(answer).toMatchObject({
    payBy: '2011-12-30',
    cap: 50_000,
    capDate: '2012-02-02',
    amounts: [
      { surcharge: 1_500, capReached: false },
      { surcharge: 49_500, capReached: false },
      { surcharge: 50_000, capReached: true },
      { surcharge: 50_000, capReached: true },
    ],
    provisional: true,
  })
  expect(answer.reasons).toContainEqual(uncapped)
})

test('adds nothing to what had grown above the fine before, which is doubtful', () => {
  // Served 2011-10-08: to Sunday 10-23, paid by 10-24; 68 days to 12-31 are 102,000.
  const answer = surcharge({
    served: '2011-10-08',
    asOf: ['2011-12-31', '2012-01-01', '2012-06-30'],
  })
  expect(answer).toMatchObject({
    payBy: '2011-10-24',
    cap: 102_000,
    capDate: '2012-01-01',
    amounts: [
      { days: 68, surcharge: 102_000, capReached: false },
      { surcharge: 102_000, capReached: true },
      { surcharge: 102_000, capReached: true },
    ],
    provisional: true,
  })
  expect(answer.reasons).toContainEqual(uncapped)
})

test('is reached by the very amount of the fine, not by less', () => {
  // Of 100 yuan 3 a day: 99 on day 33, 100 on day 34.
  expect(surcharge({ fine: 100, asOf: '2026-03-19' })).toMatchObject({
    surcharge: 99,
    capReached: false,
  })
  expect(surcharge({ fine: 100, asOf: '2026-03-20' })).toMatchObject({
    surcharge: 100,
    capReached: true,
  })
  // Of 1 fen 0.03 a day, rounded half up: 0.48 fen on day 16 are none, 0.51 on day 17 the whole fine.
  expect(surcharge({ fine: 0.01, asOf: '2026-03-02' })).toMatchObject({
    days: 16,
    surcharge: 0,
    capReached: false,
  })
  expect(surcharge({ fine: 0.01, asOf: '2026-03-03' })).toMatchObject({
    days: 17,
    surcharge: 0.01,
    capReached: true,
  })
})
