// What does the API need from the outside, and what does a request carry along?
import type { Hono } from 'hono'
import type { Logger } from 'pino'
import type { Command } from '../../db/cases/commands.ts'
import type { DatabaseConnection } from '../../db/client.ts'
import type { Books } from '../../domain/change/change.ts'
import type { Examination } from '../../domain/documents/signature-report.ts'
import type { Text } from '../../domain/language/words.ts'
import type { FrameReading } from '../../domain/letters/views.ts'
import type { DecisionContext } from '../../domain/model/decision-context.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import type { Scope } from '../../domain/organisation/policy.ts'
import type { Role } from '../../domain/organisation/roles.ts'
import type { Outbound } from '../../domain/outbound/address.ts'
import type { Register } from '../../domain/registers/define.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { PlanSheet } from '../../domain/year-plan/sheet.ts'
import type { Accounts } from './accounts.ts'
import type { Letters } from './letters.ts'
import type { Live } from './live.ts'

/** The legal clock; only the laboratory may set it. */
export type Clock = {
  now(): Promise<Instant>
  offset(): Promise<number>
  setNow(at: Instant): Promise<void>
}

type Reply = { caseId: string; revision: number; material: number }
type CaseKey = { caseId: string; process: string; generation: number }

/** How the API changes cases: everything that does goes through here. */
export type CaseClient = {
  /** Commits the command of a stored row in this process; also the first one of a case. Throws the refusal's code, or `unavailable`: nobody knows. */
  act(key: Omit<CaseKey, 'generation'> & { commandId: string }): Promise<Reply>
  /** The same for a command that is stored with what it does, or not at all. */
  give(process: string, command: Command): Promise<Reply>
  /** Applies what has fallen due of a case that somebody reads, in this process. */
  catchUp(key: Omit<CaseKey, 'generation'>): Promise<void>
  /** A command that nobody waits for, by way of the case's workflow. */
  observe(key: CaseKey & { commandId: string }): Promise<void>
  /** Lets the case's workflow apply what has fallen due and carry out what is ready, and waits for it. */
  tick(key: CaseKey): Promise<void>
}

/** The batches that carry approved changes into the cases. */
export type Reprojections = { begin(id: string): Promise<void> }

export type Settings = {
  demo: boolean
  laboratory: boolean
  publicUrl: string
  filesDir: string
  uiDir: string
  /** Folder that holds `<process>/chart.json`, laid out at build time. */
  chartsDir: string
  noticeWindowMs: number
  /** Rows that may leave as one file; 200,000 where nothing is said. */
  mostExported?: number | undefined
  singleSignOn: boolean
  /** Sign-in attempts per minute from one address; a whole bureau may stand behind one. */
  signInsPerMinute: number
  /** Administrators' posts count only in a session with a one-time code. */
  secondFactor: boolean
  /** Signs and hashes what strangers carry away and bring back. */
  secret: string
  /** Believe `X-Forwarded-For` of the proxy in front; only where there is one. */
  behindProxy: boolean
  /** Where the virus scanner listens, `host:port` or a socket; absent: nothing is scanned. */
  clamavAddress?: string | undefined
  /** Of recordings: how large one may be, and how much room there is; absent: 4 GB, and what the file system says. */
  recordings?: { most?: number; room?: () => Promise<number> } | undefined
  /** Tiles of the map that areas are drawn on; absent: outlines alone. */
  baseMap?: string | undefined
  /** With which the treasury's platform signs; absent: none is set up. */
  paymentSecret?: string | undefined
  /** Where connections may lead that somebody has typed. */
  outbound: Outbound
}

export type DemoAccount = {
  username: string
  password: string
  name: string
  roles: Role[]
  place: Text
}

/** `matter` and `number`: what its template holds. */
export type ShortMessage = { id: string; phone: string; matter: string; number: string }

export type Deps = {
  connection: DatabaseConnection
  clock: Clock
  books: () => Promise<Books>
  processes: Record<string, ProcessDefinition>
  processFor: (id: string, version: number) => ProcessDefinition | undefined
  registers: Record<string, Register>
  cases: CaseClient
  reprojections: Reprojections
  accounts: Accounts
  letters: Letters
  /** False: no gateway has taken it, or none is set up. */
  sendShortMessage: (message: ShortMessage) => Promise<boolean>
  live: Live
  log: Logger
  settings: Settings
  /** What a Schedule does every day; the laboratory calls it for each day it passes. */
  dailyJobs: (at: Instant) => Promise<void>
  /** Lets the daily round do what has fallen due, and waits for it; only the laboratory asks. */
  dailyRound: () => Promise<void>
  temporalAnswers: () => Promise<boolean>
  /** Since when the engine has not carried out what was committed; null: it does. */
  engineWaitsSince: () => Instant | null
  /** What recorded bytes say by the rules of a protocol; null: it has no frames. */
  readFrame: (
    protocol: string,
    dialect: Record<string, unknown>,
    bytes: Uint8Array,
  ) => FrameReading | null
  /** Makes the dossiers that have been asked for, in the background. */
  dossiers: { kick: () => Promise<void> }
  /** A yearly plan as it is printed; the same bytes for the same sheet. */
  printPlan: (sheet: PlanSheet) => Promise<Uint8Array>
  /** Who has signed a file, and whether it is whole; believes nothing that the file says of itself. `behind`: when nobody known waits. */
  examine: (
    bytes: Uint8Array,
    beside: { signature: Uint8Array; publicKey: string } | null,
    line: 'ahead' | 'behind',
  ) => Promise<Examination>
  /** True once the process has been asked to end: no new requests should come here. */
  stopping: () => boolean
  mailbox: Hono | null
  /** The accounts offered on the sign-in page of the demo. */
  demoAccounts: () => DemoAccount[]
}

/** `unproven`: an administrator whose posts are withheld until he has given a code. */
export type Variables = {
  requestId: string
  actor: Actor
  scope: Scope
  at: Instant
  unproven: boolean
}
export type ApiEnv = { Variables: Variables }

/** The world in which this request judges. */
export const decisionContextOf = async (
  deps: Pick<Deps, 'books' | 'settings'>,
  at: Instant,
): Promise<DecisionContext> => ({
  at,
  ...(await deps.books()),
  noticeWindowMs: deps.settings.noticeWindowMs,
})
