// What must a protocol give so that the listener can serve it, whoever calls?
import type { DeviceClocks } from '../clocks/clocks.ts'
import type { Command, Observation } from '../port/port.ts'

/** Why a part of a stream says nothing; counted per feed, device and reason. */
export type Fault = { reason: string; at: number; words: string }

/** A frame cut out of the stream, or bytes that are none. */
export type FramerResult =
  | { ok: true; frame: Uint8Array }
  | { ok: false; fault: Fault; bytes: Uint8Array }

/** Finds frames in a stream of bytes, however it is cut. Never throws; holds at most `most` bytes. */
export type Framer = {
  push: (bytes: Uint8Array) => FramerResult[]
  /** The stream has been silent: what had begun is given up and told, and frames behind it are looked for. */
  giveUp: () => FramerResult[]
  /** Bytes that wait for their end. */
  held: () => number
}

export type Decoded<Message> = { ok: true; message: Message } | { ok: false; fault: Fault }

/** A line of what a frame says, for people: the field's standard name and its value in words. */
export type FieldText = { name: string; value: string }

/** Pure: bytes to messages and back. `decode` never throws, whatever the bytes; `encode(decode(frame))` is the frame. */
export type Codec<Message, Dialect> = {
  framer: (dialect: Dialect) => Framer
  decode: (frame: Uint8Array, dialect: Dialect) => Decoded<Message>
  encode: (message: Message, dialect: Dialect) => Uint8Array
  describe: (message: Message) => FieldText[]
}

/** A device as the registry knows it at a moment; nothing is taken from one that it does not know. */
export type RegisteredDevice = {
  key: string
  name: string
  /** What differs from the standard with this device: version, check sum, charset, keys. */
  dialect: Record<string, unknown>
  /** What it must show to be heard; null: where its protocol has a password, it is not heard. Never logged. */
  secret: string | null
  /** Addresses from which, or to which, it may be connected; empty: any. */
  hosts: string[]
}

/** Who is known of a feed, and how far his clock is off. */
export type Registry = {
  device: (key: string) => RegisteredDevice | undefined
  clocks: DeviceClocks
}

/** Observations are stored first; only then the replies go out, so that a sender who hears nothing sends again. */
export type SessionOutput = {
  observations: Observation[]
  replies: Uint8Array[]
  /** Who speaks on this connection, once it is known. */
  device?: string
  /** What was refused: bad frames, unknown devices, wrong passwords, replays. */
  faults: (Fault & {
    device: string | null
    bytes: Uint8Array
    /** The frame was whole, only what it says is not taken: no reason to close the connection, however often. */
    mild?: true
  })[]
  /** A second connection that we open to the sender (JT/T 809 slave link); only to an address that the registry names. */
  dial?: { host: string; port: number; session: Session }
  /** Commands that the device has answered; `again`: the answer was lost, and the command is to be brought once more. */
  answered?: { key: string; ok: boolean; words: string; again?: true }[]
  /** The connection is to be closed, and why. */
  close?: string
  /** It is too much at once: after so many ms the frame may be received again, with nothing read before. Where nobody waits, `faults` stand. */
  waitMs?: number
  /** It could not be stored: what the session remembers of it is undone, so that it is new when it comes again. */
  forget?: () => void
}

/** One connection's session. Pure but for what it remembers of the session itself: who has signed in, which parts are still out, what was received. */
export type Session = {
  open: (now: Date) => SessionOutput
  /** `first`: when the very same frame was received for the first time, if it could not be stored then. How late it is, is judged by that. */
  receive: (result: FramerResult, now: Date, first?: Date) => SessionOutput
  /** Called every few seconds: keep-alives, parts given up. */
  tick: (now: Date) => SessionOutput
  /** What of a frame may be kept for people to look at; absent: all of it. */
  redact?: (frame: Uint8Array) => Uint8Array
  /** Asks the device for something; absent: it takes no commands. */
  command?: (command: Command, now: Date) => SessionOutput
}

export type ProtocolDriver = {
  protocol: string
  /** Whether one packet is one frame. */
  transport: 'tcp' | 'udp'
  framer: () => Framer
  createSession: (registry: Registry, from: { address: string }) => Session
  /** A frame that was kept, as it came; absent: it was kept so. */
  restore?: (kept: Uint8Array, registry: Registry) => Uint8Array
  /** The session in which a kept frame of that device is received once more, past its sign-in; absent: a new connection’s. */
  replaySession?: (registry: Registry, device: string | null) => Session
  /** What is reported is not answered, so nobody knows what to send again: what cannot be stored at once is kept aside. */
  unanswered?: true
  /** A connection that says nothing for so long is closed, seconds. */
  idleSeconds: number
}
