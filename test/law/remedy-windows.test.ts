// Until when may the court be asked, and is a lost right said to be lost?
import { describe, expect, test } from 'vitest'
import { calculationNamed } from '../../domain/law/calculations/catalogue/registry.ts'
import { addDays } from '../../domain/time/days.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'

type Window = { from: string; to: string; rolled: string }
type Answer = {
  courtApplication: Window | null
  courtRightLost: boolean
  latestDemand: string
  demandEnds: string | null
  remediesEnd: string
  provisional: boolean
  reckoning: { zh: string }[]
}
const run = (input: object): Answer =>
  calculationNamed('remedy-windows').run(input, decreeCalendars) as never
const textsOf = ({ reckoning }: Answer) => reckoning.map(({ zh }) => zh).join('\n')

describe('the window of the court', () => {
  test('promise (law): a demand too late for the court is told that the right is lost, and until when it would have been useful', () => {
    const answer = run({ served: '2025-08-31', demandServed: '2026-05-14' })
    expect(answer).toMatchObject({
      remediesEnd: '2026-02-28',
      demandEnds: '2026-05-28',
      courtApplication: null,
      courtRightLost: true,
      latestDemand: '2026-05-13',
    })
    expect(textsOf(answer)).toContain('申请的权利已经丧失；催告最迟应于2026-05-13送达')
  })

  test('a demand on the last useful day leaves one day', () => {
    const answer = run({ served: '2025-08-31', demandServed: '2026-05-13' })
    expect(answer).toMatchObject({
      courtRightLost: false,
      courtApplication: { from: '2026-05-28', to: '2026-05-28' },
    })
    expect(run({ served: '2025-08-31' })).toMatchObject({
      latestDemand: '2026-05-13',
      courtApplication: { from: '2026-03-01', to: '2026-05-28' },
    })
  })

  test('promise (law): no window begins after it ends, whenever decision and demand were served', () => {
    for (let n = 0; n < 120; n += 7) {
      const served = addDays('2024-07-01', n)
      const { latestDemand } = run({ served })
      for (const demandServed of [
        addDays(latestDemand, -1),
        latestDemand,
        addDays(latestDemand, 1),
        addDays(latestDemand, 40),
      ]) {
        const { courtApplication, courtRightLost } = run({ served, demandServed })
        expect(courtApplication === null).toBe(courtRightLost)
        if (courtApplication)
          expect(courtApplication.from <= courtApplication.to, `${served} ${demandServed}`).toBe(
            true,
          )
        if (demandServed <= latestDemand)
          expect(courtRightLost, `${served} ${demandServed}`).toBe(false)
      }
    }
  })

  test('only the rest days behind the last one are left: they count by the Civil Code', () => {
    const lastDays = Array.from({ length: 400 }, (_, n) =>
      run({ served: addDays('2024-07-01', n) }),
    ).find(({ courtApplication: court }) => court !== null && court.to < court.rolled)
    const { latestDemand, courtApplication } = lastDays ?? {
      latestDemand: '',
      courtApplication: null,
    }
    expect(courtApplication).not.toBeNull()
    expect(latestDemand < (courtApplication?.to ?? '')).toBe(true)
  })

  test('promise (law): after a deferral of payment the three months run from its end (处罚法 72)', () => {
    const answer = run({ served: '2026-01-30', deferredTo: '2026-08-31' })
    expect(answer).toMatchObject({
      remediesEnd: '2026-07-30',
      courtApplication: { from: '2026-09-01', to: '2026-11-30' },
      courtRightLost: false,
      provisional: false,
    })
    expect(textsOf(answer)).toContain('申请强制执行的期限自该日起计算（行政处罚法（2021）第72条）')
    expect(
      run({ served: '2026-01-30', deferredTo: '2026-08-31', demandServed: '2026-09-18' }),
    ).toMatchObject({
      courtApplication: { from: '2026-10-10', to: '2026-11-30' },
    })
  })

  test('a deferral that ends before the remedies changes nothing, and says so', () => {
    const answer = run({ served: '2026-01-30', deferredTo: '2026-05-31' })
    expect(answer).toMatchObject({ courtApplication: { from: '2026-07-31', to: '2026-10-30' } })
    expect(textsOf(answer)).toContain('仍自救济期限届满之日起计算')
  })

  test('before the law of 2021 nothing counted from a deferral: provisional', () => {
    expect(run({ served: '2020-01-30', deferredTo: '2020-12-31' })).toMatchObject({
      provisional: true,
    })
  })

  test.each<[object, string]>([
    [
      { served: '2026-01-30', deferredTo: '2026-08-31', demandServed: '2026-08-01' },
      '/demandServed',
    ],
    [{ served: '2026-01-30', deferredTo: '2026-01-01' }, '/deferredTo'],
    [{ served: '2026-01-30', deferredTo: '2056-01-01' }, '/deferredTo'],
  ])('%j cannot be meant', (input, pointer) =>
    expect(() => run(input)).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ pointer }) }),
    ),
  )
})
