// Until when may a fine be paid that was deferred to a rest day, and from when does the court's window count (民法典 203)?
import { expect, test } from 'vitest'
import { calculated, reckoned } from '../asking.ts'

const fine = { fine: 50_000, served: '2026-01-30' }
const surcharge = (input: object) =>
  calculated('late-surcharge', { ...fine, ...input }) as unknown as { amounts: object[] }

test('asked for in time, until the first working day after, and nothing grows before', () => {
  expect(surcharge({ deferredTo: '2026-10-03', asOf: ['2026-10-08', '2026-10-09'] })).toMatchObject(
    {
      payBy: '2026-10-08',
      surchargeFrom: '2026-10-09',
      amounts: [{ days: 0 }, { days: 1 }],
    },
  )
  expect(reckoned('late-surcharge', { ...fine, deferredTo: '2026-10-03' }).zh).toContain(
    '暂缓期限2026-10-03为法定休假日，顺延至2026-10-08（民法典203条）',
  )
})

test('asked for late, its days are not counted until then either', () => {
  const notCounted = [{ from: '2026-03-02', to: '2026-05-30', kind: 'deferral' }]
  expect(surcharge({ notCounted, asOf: ['2026-06-01', '2026-06-02'] }).amounts).toMatchObject([
    { days: 15 },
    { days: 16 },
  ])
})

test('on a Saturday that is worked, until that day; in a year without a decree as an estimate', () => {
  expect(surcharge({ deferredTo: '2026-10-10' })).toMatchObject({
    payBy: '2026-10-10',
    provisional: false,
  })
  expect(surcharge({ deferredTo: '2028-03-11' })).toMatchObject({
    payBy: '2028-03-13',
    provisional: true,
  })
})

test('the window of the court counts from that working day', () => {
  const input = { served: '2026-01-30', deferredTo: '2026-10-03' }
  expect(reckoned('remedy-windows', input).zh[2]).toContain('缴纳至2026-10-08')
  expect(calculated('remedy-windows', input)).toMatchObject({
    courtApplication: { from: '2026-10-09' },
  })
})
