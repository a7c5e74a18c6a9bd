// Is a lorry with dangerous goods found that drives without a waybill, or off its route?
import { describe, expect, test } from 'vitest'
import type { Observation } from '../../../devices/port/port.ts'
import { lorry } from '../../../devices/rules/lorry.ts'
import { metresOff } from '../../../devices/rules/route.ts'
import { brief, moment, paper, play, subject } from './play.ts'

describe('a lorry', () => {
  const route = {
    line: [
      [118.8, 28.9],
      [118.9, 28.9],
    ],
    metres: 500,
  }
  const truck = subject({ dialect: { waybill: true, route } })
  const at = (minutes: number, speedKmh = 60, lat = 28.9): Observation => ({
    kind: 'position',
    device: 'D',
    at: moment(minutes),
    lon: 118.85,
    lat,
    speedKmh,
    direction: 0,
    altitude: 0,
    alarmBits: 0,
    statusBits: 0,
    flags: [],
    message: `${minutes}`,
  })
  const drives = (from: number, n: number) => Array.from({ length: n }, (_, one) => at(from + one))
  const bills = (conditions: ReturnType<typeof play>) =>
    brief(conditions.filter(({ condition }) => condition === 'no-waybill'))
  test('drives without a waybill; over when one is opened', () => {
    expect(
      bills(
        play(lorry, truck, [...drives(0, 5), paper('waybill', 'w', 5, { status: 'open' }), at(6)]),
      ),
    ).toEqual(['no-waybill 2', 'no-waybill over'])
  })
  test('with a waybill it may drive, as JT/T 809 tells it too', () => {
    const bill = {
      number: 'w',
      fields: { status: '运输中', departs: '2026-11-26 08:00:00', arrives: '2026-11-26 12:00:00' },
      text: '',
    }
    expect(bills(play(lorry, truck, [paper('waybill', 'w', -5, bill), ...drives(0, 5)]))).toEqual([
      'no-waybill over',
    ])
  })
  test.each([
    ['closed', { status: 'closed' }],
    ['已签收', { fields: { status: '已签收' } }],
    ['of yesterday', { departs: '2026-11-24T00:00:00Z', arrives: '2026-11-24T04:00:00Z' }],
  ])('a bill that is %s is none', (_, body) => {
    expect(bills(play(lorry, truck, [paper('waybill', 'w', -1, body), ...drives(0, 5)]))).toEqual([
      'no-waybill 2',
    ])
  })
  test('a light on red does not end it, ten minutes of rest do', () => {
    const conditions = play(lorry, truck, [
      ...drives(0, 4),
      at(5, 0),
      at(7, 0),
      at(8, 30),
      at(9, 0),
      at(20, 0),
    ])
    expect(bills(conditions)).toEqual(['no-waybill 2', 'no-waybill over'])
  })
  test('positions of more than five minutes ago raise nothing', () => {
    expect(play(lorry, truck, drives(0, 5), 6)).toEqual([])
  })
  test('off its route for three positions, on it again for three', () => {
    const off = [0, 1, 2, 3, 4, 5].map((n) => at(n, 60, n < 3 ? 28.92 : 28.9))
    expect(
      brief(play(lorry, truck, off).filter(({ condition }) => condition === 'off-route')),
    ).toEqual(['off-route 3', 'off-route over'])
    expect(
      metresOff(
        { lon: 118.85, lat: 28.91 },
        {
          line: [
            [118.8, 28.9],
            [118.9, 28.9],
          ],
          metres: 0,
        },
      ),
    ).toBeCloseTo(1113.2, 0)
    expect(
      metresOff(
        { lon: 118.9, lat: 28.9 },
        {
          line: [
            [118.8, 28.9],
            [118.9, 28.9],
          ],
          metres: 0,
        },
      ),
    ).toBe(0)
  })
  test('a coach has no waybill, and an unregistered vehicle raises nothing', () => {
    expect(play(lorry, subject(), drives(0, 5))).toEqual([])
    expect(
      play(
        lorry,
        truck,
        drives(0, 5).map((one) => ({ ...one, unregistered: true }) as Observation),
      ),
    ).toEqual([])
  })
})
