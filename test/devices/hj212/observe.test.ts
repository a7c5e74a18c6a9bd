// What is made of the messages of a station: points, values, units, moments, quality, states, signs?
import { describe, expect, it } from 'vitest'
import { factors, formerCodes } from '../../../devices/protocols/hj212/codes.ts'
import { sampleWith } from './samples.ts'
import {
  beijing,
  device,
  frameOf,
  MN,
  NOW,
  openSession,
  readingsOf,
  reasons,
  receiveData,
  values,
} from './session.ts'

const rtd = (value: string, flag = 'N', code = 'w01018') =>
  values(receiveData(`DataTime=20260301081500;${code}-Rtd=${value},${code}-Flag=${flag}`))[
    `${code}-Rtd`
  ]

describe('readings', () => {
  it('each suffix is a point of its own; the moment is the start of the period', () => {
    const output = openSession().receive(sampleWith('PNO=1').bytes, beijing('20160801090100'))
    expect(readingsOf(output).map(({ point, value, unit }) => `${point} ${value} ${unit}`)).toEqual(
      [
        'w00000-Cou 63 m³',
        'w00000-Min 16.4 L/s',
        'w00000-Avg 17.5 L/s',
        'w00000-Max 20.1 L/s',
        'w01001-Min 7.1 pH',
        'w01001-Avg 7.5 pH',
        'w01001-Max 7.8 pH',
      ],
    )
    expect(new Set(readingsOf(output).map(({ at }) => at))).toEqual(
      new Set(['2016-08-01T00:00:00.000Z']),
    )
    expect(readingsOf(output)[0]).toEqual({
      kind: 'reading',
      device: MN,
      point: 'w00000-Cou',
      at: '2016-08-01T00:00:00.000Z',
      value: 63,
      unit: 'm³',
      quality: 'good',
      flags: [],
      message: '20160801085857534/1',
    })
  })

  it('converted values stand beside the measured ones', () => {
    const output = openSession().receive(sampleWith('a21026-ZsRtd=70.10').bytes, NOW)
    expect(values(output)).toMatchObject({
      'a21026-Rtd': '61.2 good',
      'a21026-ZsRtd': '70.1 good',
      'a19001-Rtd': '8.1 good',
    })
  })

  it('a sample taken earlier has its own moment, its data are not late for it', () => {
    const output = openSession().receive(
      sampleWith('w01018-EFlag=A01').bytes,
      beijing('20160801085900'),
    )
    expect(readingsOf(output).map(({ point, at, flags }) => [point, at, flags])).toEqual([
      ['w01001-Rtd', '2016-08-01T00:58:57.000Z', []],
      ['w01018-Rtd', '2016-07-31T23:00:00.000Z', []],
    ])
  })

  it('codes of 2005 are told under those of today; marks could be left out then', () => {
    const old = sampleWith('MN=LD130133000015').bytes
    const output = openSession([device({ key: 'LD130133000015' })]).receive(
      old,
      beijing('20160824003900'),
    )
    expect(values(output)).toEqual({
      'w00000-Rtd': '36.91 good',
      'w01018-Rtd': '231 good',
      'w21003-Rtd': '1.803 good',
    })
    expect(readingsOf(output)[0]?.at).toBe('2016-08-23T16:38:17.000Z')
    expect(Object.keys(formerCodes).filter((code) => factors[code])).toEqual([])
    expect(Object.values(formerCodes).filter((code) => !factors[code])).toEqual([])
  })

  it('since 2017 a value without a mark is not good', () => {
    expect(values(receiveData('DataTime=20260301081500;w01018-Rtd=40'))).toEqual({
      'w01018-Rtd': '40 bad',
    })
  })

  it.each([
    ['N', 'good'],
    ['F', 'stale'],
    ['M', 'calib'],
    ['S', 'manual'],
    ['D', 'bad'],
    ['C', 'calib'],
    ['T', 'over'],
    ['B', 'stale'],
    ['n', 'bad'],
    ['X', 'bad'],
    ['', 'bad'],
  ])('Flag %s: %s', (flag, quality) => {
    expect(rtd('40', flag)).toBe(`40 ${quality}`)
  })

  it.each([
    'NaN',
    '--',
    '',
    '1e308',
    'Infinity',
    '4,0',
    '4.0.1',
    '0x10',
    ' 40',
    '+40',
    '1234567890123',
    '.5',
  ])('%j is no number', (value) => {
    if (value.includes(','))
      expect(reasons(receiveData(`DataTime=20260301081500;w01018-Rtd=${value}`))).toEqual([
        'grammar',
      ])
    else expect(rtd(value)).toBe('null bad')
  })

  it.each([
    ['w01001', '14', 'good'],
    ['w01001', '14.01', 'bad'],
    ['w01001', '-0.1', 'bad'],
    ['w01018', '-9999', 'bad'],
    ['w01018', '999999', 'bad'],
    ['a01012', '-20', 'good'],
    ['a19001', '31', 'bad'],
  ])('%s = %s is %s: what cannot be is not believed', (code, value, quality) => {
    expect(rtd(value, 'N', code)).toBe(`${Number(value)} ${quality}`)
  })

  it('a negative sum is not believed', () => {
    expect(
      values(receiveData('DataTime=20260301000000;w01018-Cou=-1,w01018-Flag=N', { CN: '2061' })),
    ).toEqual({ 'w01018-Cou': '-1 bad' })
  })

  it('duplicate keys: the first wins and is doubtful', () => {
    const output = receiveData(
      'DataTime=20260301081500;w01018-Rtd=40,w01018-Flag=N;w01018-Rtd=900;w21003-Rtd=1,w21003-Flag=N',
    )
    expect(values(output)).toEqual({ 'w01018-Rtd': '40 bad', 'w21003-Rtd': '1 good' })
  })

  it('unknown codes are kept without a unit, unknown fields are not; both are counted once', () => {
    const connection = openSession()
    const frame = frameOf(
      'DataTime=20260301081500;O3-Rtd=63.4,O3-Flag=N;w01018-Rtd=40,w01018-Flag=N,w01018-Q=1',
    )
    const output = connection.receive(frame, NOW)
    expect(readingsOf(output)[0]).toMatchObject({ point: 'O3-Rtd', value: 63.4, unit: null })
    expect(output.faults.map(({ reason, words }) => [reason, words.split(': ')[1]])).toEqual([
      ['unknown-code', 'O3'],
      ['unknown-code', 'w01018-Q'],
    ])
    expect(reasons(connection.receive(frame, NOW))).toEqual([])
  })

  it('words that every object has by birth are codes and marks like any other', () => {
    const output = receiveData(
      'DataTime=20260301081500;constructor-Rtd=1,constructor-Flag=N;w01018-Rtd=1,w01018-Flag=toString;__proto__-Rtd=2',
    )
    expect(values(output)).toMatchObject({ 'constructor-Rtd': '1 good', 'w01018-Rtd': '1 bad' })
    expect(readingsOf(output).map(({ point }) => point)).toEqual([
      'constructor-Rtd',
      'w01018-Rtd',
      '__proto__-Rtd',
    ])
  })

  it('a device that misuses codes or sends other units is known for it', () => {
    const output = receiveData(
      'DataTime=20260301081500;a21001-Rtd=25.4,a21001-Flag=N;w00000-Rtd=36,w00000-Flag=N',
      {},
      { codes: { a21001: 'a01001' }, factors: { w00000: 1 / 3.6 } },
    )
    expect(readingsOf(output).map(({ point, value, unit }) => [point, value, unit])).toEqual([
      ['a01001-Rtd', 25.4, '℃'],
      ['w00000-Rtd', 10, 'L/s'],
    ])
  })
})
