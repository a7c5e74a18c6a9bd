// How does a test speak to the host as a station would?

import type { RegisteredDevice, Session, SessionOutput } from '../../../devices/frames/protocol.ts'
import type { Condition, Reading } from '../../../devices/port/port.ts'
import { codec } from '../../../devices/protocols/hj212/codec.ts'
import { dialectOf } from '../../../devices/protocols/hj212/dialect.ts'
import { checkSum, sumText } from '../../../devices/protocols/hj212/frame.ts'
import { dataOf, headerOf } from '../../../devices/protocols/hj212/message.ts'
import { driverOfHj212 } from '../../../devices/protocols/hj212/session.ts'
import { momentOf } from '../../../devices/protocols/hj212/time.ts'
import { rightClocks } from '../clocks/right.ts'

export const MN = '010000A8900016F000169DC0'
export const PASSWORD = '123456'

/** Beijing time, as stations write it. */
export const beijing = (written: string): Date => {
  const moment = momentOf(written)
  if (!moment) throw new Error(`no moment: ${written}`)
  return moment
}

/** A frame round a segment, with what its sum and length should be. */
export const framed = (
  segment: string | Buffer,
  kind: 'standard' | 'modbus' = 'standard',
): Buffer => {
  const bytes = Buffer.from(segment)
  const sum = sumText(checkSum(bytes, kind))
  return Buffer.concat([
    Buffer.from(`##${String(bytes.length).padStart(4, '0')}`),
    bytes,
    Buffer.from(`${sum}\r\n`),
  ])
}

type Head = {
  QN?: string
  ST?: string
  CN?: string
  PW?: string
  MN?: string
  Flag?: string
  more?: string
}

/** A frame of a station; what is not said is right. */
export const frameOf = (area: string, head: Head = {}): Buffer => {
  const {
    QN = '20260301081500123',
    ST = '32',
    CN = '2011',
    PW = PASSWORD,
    MN: name = MN,
    Flag = '5',
    more = '',
  } = head
  return framed(
    `${QN && `QN=${QN};`}ST=${ST};CN=${CN};PW=${PW};MN=${name};${Flag && `Flag=${Flag};`}${more}CP=&&${area}&&`,
  )
}

export const device = (changes: Partial<RegisteredDevice> = {}): RegisteredDevice => ({
  key: MN,
  name: '总排口',
  dialect: { greets: false },
  secret: PASSWORD,
  hosts: [],
  ...changes,
})

export type TestSession = {
  session: Session
  receive: (bytes: Uint8Array, now: Date) => SessionOutput
  /** The same, byte by byte. */
  receiveSlowly: (bytes: Uint8Array, now: Date) => SessionOutput[]
}

/** A connection from an address to a host that knows these devices. */
export const openSession = (
  devices: RegisteredDevice[] = [device()],
  address = '10.0.0.9',
  service = driverOfHj212(),
  clocks = rightClocks(),
): TestSession => {
  const session = service.createSession(
    { device: (key) => devices.find((one) => one.key === key), clocks },
    { address },
  )
  const framer = service.framer()
  const all = (bytes: Uint8Array, now: Date): SessionOutput[] =>
    framer.push(bytes).map((result) => session.receive(result, now))
  return {
    session,
    receive: (bytes, now) =>
      all(bytes, now).reduce(together, { observations: [], replies: [], faults: [], answered: [] }),
    receiveSlowly: (bytes, now) => [...bytes].flatMap((byte) => all(Uint8Array.of(byte), now)),
  }
}

function together(one: SessionOutput, other: SessionOutput): SessionOutput {
  return {
    ...one,
    ...other,
    observations: [...one.observations, ...other.observations],
    replies: [...one.replies, ...other.replies],
    faults: [...one.faults, ...other.faults],
    answered: [...(one.answered ?? []), ...(other.answered ?? [])],
  }
}

/** What was sent back, as `CN result`. */
/** When the data of these tests are received. */
export const NOW = beijing('20260301081500')

/** What becomes of one message of data, from a station that does not greet. */
export const receiveData = (area: string, head: Head = {}, dialect = {}): SessionOutput =>
  openSession([device({ dialect: { greets: false, ...dialect } })]).receive(
    frameOf(area, head),
    NOW,
  )

export const replies = ({ replies: frames }: SessionOutput, stated = {}): string[] =>
  frames.map((frame) => {
    const decoded = codec.decode(frame, dialectOf(stated))
    if (!decoded.ok) throw new Error(`${decoded.fault.reason}: ${Buffer.from(frame).toString()}`)
    const result = dataOf(decoded.message, 'QnRtn') ?? dataOf(decoded.message, 'ExeRtn') ?? ''
    return `${headerOf(decoded.message, 'CN')} ${result}`.trim()
  })

/** The data segment of each reply, without frame and sum. */
export const segments = ({ replies: frames }: SessionOutput): string[] =>
  frames.map((frame) => Buffer.from(frame).toString().slice(6, -6))

export const reasons = ({ faults }: SessionOutput): string[] => faults.map(({ reason }) => reason)
export const readingsOf = ({ observations }: SessionOutput): Reading[] =>
  observations.filter((one): one is Reading => one.kind === 'reading')
export const conditionsOf = ({ observations }: SessionOutput): Condition[] =>
  observations.filter((one): one is Condition => one.kind === 'condition')
/** Point → value and quality. */
export const values = (output: SessionOutput): Record<string, string> =>
  Object.fromEntries(
    readingsOf(output).map(({ point, value, quality }) => [point, `${value} ${quality}`]),
  )
