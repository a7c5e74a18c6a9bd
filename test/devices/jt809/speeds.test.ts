// Is a speed that no vehicle drives taken for a measurement?
import { expect, test } from 'vitest'
import { kind, lorry, NOW, reasons, signedIn } from './lower.ts'

test.each([
  ['2011', 221],
  ['2011', 65_535],
  ['2019', 65_535],
])(
  'promise (alarms): a speed that no vehicle drives is no good datum (%s: %i), its place counts and the frame is told',
  (version, speed) => {
    const lower = signedIn({ version })
    const common = {
      alarm: 0b10,
      status: 3,
      lat: 28_950_000,
      lon: 118_850_000,
      altitude: 70,
      direction: 90,
    }
    const location = { ...common, speed, time: '261126100000', extras: [], rest: new Uint8Array() }
    const output =
      version === '2011'
        ? lower.position(NOW, { speed, alarm: 0b10 })
        : lower.send(0x1200, {
            vehicle: lorry,
            sub: 0x1202,
            positions: [
              {
                form: '2019',
                encrypted: 0,
                location,
                findings: [0, 0, 0].map((none) => ({ platform: '00'.repeat(11), alarm: none })),
              },
            ],
          })
    expect(kind(output, 'position')).toMatchObject([{ speedKmh: null, lon: 118.85, lat: 28.95 }])
    expect(reasons(output)).toEqual(['impossible-speed'])
    expect(
      kind(output, 'condition').find(
        ({ condition, active }) => condition === 'overspeed' && active,
      ),
    ).toMatchObject({ value: null })
  },
)
