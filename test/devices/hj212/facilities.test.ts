// What is made of what a station says of its facilities and instruments?
import { describe, expect, it } from 'vitest'
import { sampleWith } from './samples.ts'
import {
  beijing,
  conditionsOf,
  MN,
  openSession,
  readingsOf,
  receiveData,
  values,
} from './session.ts'

describe('facilities and instruments', () => {
  it('2021: the state is a reading, the alarm a condition that also ends', () => {
    const output = receiveData('DataTime=20260301081500;SB1-RS=1;SB2-RS=4;SB3-RS=9', { CN: '2021' })
    expect(values(output)).toEqual({ 'SB1-RS': '1 good', 'SB2-RS': '4 good', 'SB3-RS': '9 bad' })
    expect(
      conditionsOf(output).map(({ point, condition, active, level, at }) => [
        point,
        condition,
        active,
        level,
        at,
      ]),
    ).toEqual([
      ['SB1', 'facility-alarm', false, 4, '2026-03-01T00:15:00.000Z'],
      ['SB2', 'facility-alarm', true, 4, '2026-03-01T00:15:00.000Z'],
    ])
    expect(conditionsOf(output)[1]?.event).toBe('20260301081500123/1/SB2/facility-alarm')
  })

  it('2041: hours that a facility ran in a day', () => {
    const output = receiveData('DataTime=20260228000000;SB1-RT=23.5;SB2-RT=25', { CN: '2041' })
    expect(
      readingsOf(output).map(({ point, value, unit, quality }) => [point, value, unit, quality]),
    ).toEqual([
      ['SB1-RT', 23.5, 'h', 'good'],
      ['SB2-RT', 25, 'h', 'bad'],
    ])
  })

  it('3020: the alarm of an analyser is a condition', () => {
    const output = openSession().receive(
      sampleWith('i12003-Info=1').bytes,
      beijing('20160801085900'),
    )
    expect(conditionsOf(output)).toMatchObject([
      { point: 'w01018', condition: 'analyser-alarm', active: true, severity: 1, level: 4 },
    ])
    expect(output.observations[0]).toMatchObject({
      kind: 'document',
      document: 'field-information',
      key: 'w01018',
      body: { 'i12003-Info': '1' },
    })
  })

  it('3020 of several instruments: each has what stands behind its PolId', () => {
    const output = receiveData(
      'DataTime=20260301081500;PolId=w01018,i12001-Info=0,i12003-Info=0;PolId=w21003,i12003-Info=3',
      { CN: '3020' },
    )
    expect(
      conditionsOf(output).map(({ point, active, severity }) => [point, active, severity]),
    ).toEqual([
      ['w01018', false, 0],
      ['w21003', true, 3],
    ])
  })

  it('3019, 3015: what an instrument is, which bottle was filled', () => {
    expect(receiveData('PolId=w01018;w01018-SN=A1', { CN: '3019' }).observations).toMatchObject([
      { kind: 'document', document: 'instrument', key: 'w01018', body: { 'w01018-SN': 'A1' } },
    ])
    expect(
      receiveData('DataTime=20260301081500;VaseNo=3', { CN: '3015' }).observations,
    ).toMatchObject([{ document: 'kept-sample', body: { VaseNo: '3' } }])
  })

  it('data of other commands are kept as they are', () => {
    expect(
      receiveData('PolId=w01018;CstartTime=000000', { CN: '3017' }).observations,
    ).toMatchObject([
      {
        kind: 'document',
        document: 'field-data',
        key: '3017',
        body: { PolId: 'w01018', CstartTime: '000000' },
      },
    ])
  })

  it('hostile text loses its control characters and its length', () => {
    const output = receiveData(
      `DataTime=20260301081500;PolId=w01018;i11001-Info=a\x1b[31m\u0007${'b'.repeat(800)}`,
      { CN: '3020' },
    )
    const [document] = output.observations
    const text = document?.kind === 'document' ? String(document.body['i11001-Info']) : ''
    expect(text.slice(0, 6)).toBe('a[31mb')
    expect(text).toHaveLength(512)
  })

  it('2081: the logger has started', () => {
    expect(
      receiveData('DataTime=20260301081500;RestartTime=20260301081210', { CN: '2081' })
        .observations,
    ).toEqual([
      {
        kind: 'sign',
        device: MN,
        sign: 'boot',
        text: '数采仪开机 the logger has started',
        at: '2026-03-01T00:12:10.000Z',
        flags: [],
      },
    ])
  })
})
