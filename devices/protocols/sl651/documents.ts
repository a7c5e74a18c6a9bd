// What do the reports of SL 651-2014 tell that is no quantity: versions, entries by hand, pictures, switches, events?
import type { Flag, Observation } from '../../port/port.ts'
import type { Item } from './message.ts'
import { recordedEvents } from './words.ts'

/** `key` of the message; a document is reported once under it. */
type At = { device: string; at: string; flags: Flag[]; key: string }

const switches: Readonly<Record<number, string>> = {
  76: 'pump-state',
  77: 'valve-state',
  78: 'gate-state',
}

export const described = (item: Item, func: number, at: At): Observation[] => {
  if (item.kind === 'picture') return picture(item.data, at)
  if (item.kind === 'manual') return [paper('manual-entry', { text: printable(item.data) }, at)]
  if (item.kind === 'element' && (func === 0x41 || func === 0x43)) return parameter(item, func, at)
  if (item.kind !== 'rest') return []
  if (func === 0x45) return version(item.data, at)
  if (func === 0x50) return [paper('event-record', counts(item.data), at)]
  return switches[func] === undefined
    ? []
    : [paper(switches[func], { bytes: Buffer.from(item.data).toString('hex') }, at)]
}

const paper = (
  document: string,
  body: Record<string, unknown>,
  { device, at, flags, key }: At,
): Observation => ({
  kind: 'document',
  device,
  document,
  key,
  at,
  body,
  flags,
})

// Only what begins and ends as a JPEG is kept as one.
const picture = (data: Uint8Array, at: At): Observation[] => {
  const whole = data[0] === 0xff && data[1] === 0xd8 && data.at(-2) === 0xff && data.at(-1) === 0xd9
  if (!whole)
    return [
      {
        kind: 'sign',
        device: at.device,
        sign: 'bad-picture',
        text: `图片不完整，${data.length}字节`,
        at: at.at,
        flags: at.flags,
      },
    ]
  return [
    paper(
      'picture',
      { mime: 'image/jpeg', bytes: data.length, base64: Buffer.from(data).toString('base64') },
      at,
    ),
  ]
}

const printable = (data: Uint8Array): string =>
  Buffer.from(data)
    .toString('latin1')
    .replace(/[^\x20-\x7e]/g, '')
    .trim()
    .slice(0, 512)

const version = (data: Uint8Array, { device, at, flags }: At): Observation[] => {
  const text = printable(data.subarray(1, 1 + (data[0] ?? 0)))
  return [{ kind: 'sign', device, sign: 'version', text, at, flags }]
}

const counts = (data: Uint8Array): Record<string, number> =>
  Object.fromEntries(
    recordedEvents.map((name, i) => [name, (data[i * 2] ?? 0) * 256 + (data[i * 2 + 1] ?? 0)]),
  )

/** The password of the basic configuration (03H) is nobody's to read. */
const parameter = (
  { id, data }: Item & { kind: 'element' },
  func: number,
  at: At,
): Observation[] => {
  if (func === 0x41 && id === 0x03) return []
  const name = id.toString(16).toUpperCase().padStart(2, '0')
  const document = func === 0x41 ? 'basic-configuration' : 'running-parameters'
  return [
    paper(
      document,
      { parameter: name, bytes: Buffer.from(data).toString('hex') },
      { ...at, key: `${at.key}/${name}` },
    ),
  ]
}
