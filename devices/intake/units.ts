// Is a value in the unit in which its point is registered?
import type { KnownDevice } from '../episodes/registry.ts'
import type { Observation, Reading } from '../port/port.ts'

/** Other ways to write a unit, as it reads in small letters and without spaces. */
const alike: Readonly<Record<string, string>> = {
  c: '°c',
  degc: '°c',
  摄氏度: '°c',
  '%rh': '%',
  百分比: '%',
  lel: '%lel',
  'lel%': '%lel',
  'ug/l': 'μg/l',
  'ug/m3': 'μg/m3',
  'us/cm': 'μs/cm',
  'nm3/h': 'm3/h',
  度: 'ntu',
}
/** Of a number without a unit. */
const none = ['', '-', '1', 'ph', '无量纲', '无']

const plain = (unit: string): string => {
  const one = unit.normalize('NFKC').toLowerCase().replaceAll('^', '').replace(/\s/g, '')
  return alike[one] ?? one
}

/** Pure. Where one of the two says nothing, nobody knows better. */
export const isSameUnit = (a: string | null, b: string | null): boolean => {
  const [one, other] = [plain(a ?? ''), plain(b ?? '')]
  return one === other || none.includes(one) || none.includes(other)
}

/** What both say, where they differ: 20 ppm are no 20 %LEL. */
export const otherUnit = (
  device: Pick<KnownDevice, 'points'> | undefined,
  { point, unit }: Reading,
): { unit: string; registered: string } | null => {
  const registered = device?.points.get(point)?.unit ?? null
  return unit === null || registered === null || isSameUnit(unit, registered)
    ? null
    : { unit, registered }
}

/** A value in another unit is no measurement of its point: no limit is judged by it, and no rule hears it as good. */
export const asRegistered = <One extends Observation>(
  device: Pick<KnownDevice, 'points'> | undefined,
  one: One,
): One =>
  one.kind === 'reading' && otherUnit(device, one) ? { ...one, quality: 'bad' as const } : one
