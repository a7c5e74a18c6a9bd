// What do devices tell the rest, whatever they speak?

/** ISO 8601 in UTC; what a device wrote without a zone was Beijing time. */
export type Moment = string

/** `manual` and `calib` are true numbers that are no measurement of the process; `over` is beyond the range of the instrument. */
export type Quality = 'good' | 'bad' | 'stale' | 'manual' | 'calib' | 'over'

/**
 * `late`: history, for which no alarm rings or ends; `retx`: sent once more; `skew`: its clock is wrong, the moment is corrected; `doubtful`: nobody
 * knows of which moment it is, so that it may raise an alarm and ends none (时间存疑); `synthetic`: a simulator made it (演练).
 */
export type Flag = 'late' | 'retx' | 'skew' | 'doubtful' | 'synthetic'

/** 1 red … 4 blue. */
export type Level = 1 | 2 | 3 | 4

/** `firstHeard`: when the same was received for the first time, if it could not be stored then; it is not late by its sender's fault. */
type Marks = { flags: Flag[]; firstReceivedAt?: Moment }

/** What a device is called in its feed (MN, plate and colour, source address, NodeId …), and one of its measuring points. */
export type Address = { device: string; point: string }

export type Reading = Address &
  Marks & {
    kind: 'reading'
    at: Moment
    value: number | null
    unit: string | null
    quality: Quality
    /** The message that brought it: with it a resend is found out. */
    message: string
  }

/** A condition that a device evaluates itself: a plant's alarm, a fire panel's component, a vehicle's alarm bit. */
export type Condition = Address &
  Marks & {
    kind: 'condition'
    condition: string
    /** An older occurrence that nobody has acknowledged yet (OPC UA Part 9); absent: the present one. */
    branch?: string
    active: boolean
    acked?: boolean
    confirmed?: boolean
    shelved?: boolean
    suppressed?: boolean
    retain?: boolean
    level: Level
    /** The sender's own measure of it, before ours. */
    severity: number | null
    limit: number | null
    value: number | null
    text: string
    at: Moment
    /** It holds for every point below this one too (`1-3` and `1-3/…`): the reset of a fire panel ends the fires of all its detectors. */
    covers?: 'below'
    /** The sender's id of this very event; an acknowledgement must name it. */
    event: string
  }

export type Position = Marks & {
  kind: 'position'
  device: string
  at: Moment
  /** WGS 84, degrees. */
  lon: number
  lat: number
  /** Null: not known, or no speed that can be. */
  speedKmh: number | null
  direction: number
  altitude: number
  alarmBits: number
  statusBits: number
  /** The registry does not know the vehicle: it is listed for somebody to enrol, and raises no alarm. */
  unregistered?: true
  message: string
}

/** Something with a key and a state that is reported again when it changes: a waybill, a filling, a rescue. */
export type Document = Marks & {
  kind: 'document'
  device: string
  document: string
  key: string
  at: Moment
  body: Record<string, unknown>
}

/** Something about the connection or the device itself: it started, its clock is off, its power failed. */
export type Sign = Marks & { kind: 'sign'; device: string; sign: string; text: string; at: Moment }

export type Observation = Reading | Condition | Position | Document | Sign

/** A device command of a case or a person to a device; done at most once by its `key`, and not after `until`. */
export type Command = {
  key: string
  feed: string
  device: string
  verb: 'acknowledge' | 'confirm' | 'shelve' | 'unshelve' | 'supervise' | 'query' | 'set-clock'
  args: Record<string, string>
  until: Moment
  /** It was asked before, and no answer came: whether it was done has to be found out first. */
  again?: true
}
