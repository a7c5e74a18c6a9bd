// What does the environment say? Read and checked once, then only this object is passed on.
import { join, resolve } from 'node:path'
import type { ChannelSettings } from '../activities/channels/open.ts'
import type { PaymentSettings } from '../activities/payments/platform.ts'
import type { Outbound } from '../domain/outbound/address.ts'
import { readChannels, readPayments } from './channel-env.ts'
import { demoSecret, leastBits, secretBits } from './infra/secret.ts'
import { createReader, EnvError, type Source } from './infra/variables.ts'

/** Which of the worker's two lanes a process serves: `only` = the urgent one alone, `off` = all but the urgent one. */
export type UrgentLane = 'both' | 'only' | 'off'

const LOG_LEVELS = ['info', 'fatal', 'error', 'warn', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export type Oidc = {
  issuer: string
  clientId: string
  clientSecret: string
  authorizationUrl?: string
  tokenUrl?: string
}

export type Env = {
  mode: 'demo' | 'production'
  host: string
  port: number
  /** Where the devices process takes what other systems push. */
  pushPort: number
  /** ANJIAN_DATA, absolute: everything the embedded parts write. */
  dataDir: string
  filesDir: string
  /** Where the SMTP server of the demo keeps its mails; undefined where there is no mailbox page. */
  mailboxDir?: string
  databaseUrl?: string
  temporalAddress?: string
  temporalNamespace: string
  smtpUrl?: string
  mailFrom: string
  publicUrl: string
  secret: string
  clockLab: boolean
  /** Seconds over which the notices of one midnight are spread. */
  noticeWindow: number
  /** Cases that a re-projection asks in a second at the most. */
  reprojectionsPerSecond: number
  urgentLane: UrgentLane
  /** Whether made-up devices play a normal day to the demo; every one of them is registered as synthetic. */
  simulators: boolean
  logLevel: LogLevel
  /** Beaten by the auditor as long as all is well. */
  deadmanUrl?: string
  /** Where clamd listens: `host:port` or the path of its socket. */
  clamavAddress?: string
  /** Tiles of the map that areas are drawn on: an address with {z}, {x} and {y}. */
  baseMap?: string
  /** Folder of the keys with which offices sign; absent in production: nothing is signed. */
  signingKeys?: string
  /** Certificates of the roots that examinations of signatures believe. */
  trustedRoots?: string
  /** Authority for the time (RFC 3161); absent: nobody vouches for the moment of a signature. */
  tsaUrl?: string
  oidc?: Oidc
  /** By which channels people are called; empty: nobody is called. */
  channels: ChannelSettings
  /** The treasury's platform for non-tax revenue; absent: officers write down by hand what is paid. */
  payments?: PaymentSettings
  /** Where connections may lead that an administrator has typed. */
  outbound: Outbound
}

/** The environment of a process that needs the three services: api, worker, auditor, seed, restore. */
export type ServiceEnv = Env & { databaseUrl: string; temporalAddress: string; smtpUrl: string }

/** Every variable that is read here, and whether production must set it. */
export const VARIABLES = {
  ANJIAN_MODE: 'optional',
  NODE_ENV: 'optional',
  HOST: 'optional',
  PORT: 'optional',
  ANJIAN_PUSH_PORT: 'optional',
  ANJIAN_DATA: 'optional',
  FILES_DIR: 'optional',
  MAILBOX_DIR: 'demo',
  DATABASE_URL: 'required',
  TEMPORAL_ADDRESS: 'required',
  TEMPORAL_NAMESPACE: 'optional',
  SMTP_URL: 'required',
  MAIL_FROM: 'required',
  PUBLIC_URL: 'required',
  ANJIAN_SECRET: 'required',
  ANJIAN_CLOCK_LAB: 'demo',
  ANJIAN_NOTICE_WINDOW: 'optional',
  ANJIAN_REPROJECTIONS_PER_SECOND: 'optional',
  ANJIAN_URGENT_LANE: 'optional',
  ANJIAN_SIMULATORS: 'demo',
  ANJIAN_DEADMAN_URL: 'optional',
  CLAMAV_ADDRESS: 'optional',
  ANJIAN_BASE_MAP: 'optional',
  ANJIAN_SIGNING_KEYS: 'optional',
  ANJIAN_TRUSTED_ROOTS: 'optional',
  ANJIAN_TSA_URL: 'optional',
  ANJIAN_OUTBOUND_HOSTS: 'optional',
  LOG_LEVEL: 'optional',
  OIDC_ISSUER: 'optional',
  OIDC_CLIENT_ID: 'optional',
  OIDC_CLIENT_SECRET: 'optional',
  OIDC_AUTHORIZATION_URL: 'optional',
  OIDC_TOKEN_URL: 'optional',
  SMS_URL: 'optional',
  SMS_ACCESS_KEY_ID: 'optional',
  SMS_ACCESS_KEY_SECRET: 'optional',
  SMS_SIGN_NAME: 'optional',
  SMS_TEMPLATE_CODE: 'optional',
  DINGTALK_ROBOT_URL: 'optional',
  DINGTALK_ROBOT_SECRET: 'optional',
  WECOM_ROBOT_URL: 'optional',
  VOICE_GATEWAY_URL: 'optional',
  VOICE_GATEWAY_SECRET: 'optional',
  PAYMENT_PLATFORM_URL: 'optional',
  PAYMENT_PLATFORM_SECRET: 'optional',
} as const satisfies Record<string, 'required' | 'optional' | 'demo'>

export type Variable = keyof typeof VARIABLES

const ROOT = join(import.meta.dirname, '..')

/** Reads and checks all variables; throws EnvError with the name of the first that is missing or makes no sense. */
export function readEnv(source: Source = process.env): Env {
  const read = createReader<Variable>(source)
  const mode = readMode(source)
  const demo = mode === 'demo'
  refuseDemoOnly(source, demo)
  for (const [name, need] of Object.entries(VARIABLES))
    if (!demo && need === 'required') read.required(name as Variable)
  const port = read.whole('PORT', 8300, 0, 65_535)
  const dataDir = resolve(ROOT, read.text('ANJIAN_DATA') ?? '.data')
  return {
    mode,
    host: read.text('HOST') ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    port,
    pushPort: read.whole('ANJIAN_PUSH_PORT', port > 0 && port <= 65_445 ? port + 90 : 0, 0, 65_535),
    dataDir,
    filesDir: resolve(ROOT, read.text('FILES_DIR') ?? join(dataDir, 'files')),
    temporalNamespace: read.text('TEMPORAL_NAMESPACE') ?? 'default',
    mailFrom: read.text('MAIL_FROM') ?? '智慧安监 <no-reply@anjian.example>',
    publicUrl: (
      read.url('PUBLIC_URL', demo ? ['http:', 'https:'] : ['https:']) ?? `http://localhost:${port}`
    ).replace(/\/$/, ''),
    secret: readSecret(read.text('ANJIAN_SECRET'), dataDir, demo),
    clockLab: read.flag('ANJIAN_CLOCK_LAB'),
    noticeWindow: read.whole('ANJIAN_NOTICE_WINDOW', 600, 0, 86_400),
    reprojectionsPerSecond: read.whole('ANJIAN_REPROJECTIONS_PER_SECOND', 50, 1, 1_000),
    urgentLane: read.oneOf('ANJIAN_URGENT_LANE', ['both', 'only', 'off']),
    simulators: demo && read.oneOf('ANJIAN_SIMULATORS', ['1', '0']) === '1',
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS),
    outbound: readOutbound(read, source, demo),
    channels: readChannels(read, demo),
    ...readPayments(read, demo),
    ...services(read),
  }
}

/** As `readEnv`, for a process that cannot run without database, Temporal and SMTP. */
export function readServiceEnv(source: Source = process.env): ServiceEnv {
  const read = createReader<Variable>(source)
  const [databaseUrl, temporalAddress, smtpUrl] = [
    read.required('DATABASE_URL'),
    read.required('TEMPORAL_ADDRESS'),
    read.required('SMTP_URL'),
  ]
  return { ...readEnv(source), databaseUrl, temporalAddress, smtpUrl }
}

type Reader = ReturnType<typeof createReader<Variable>>

function services(read: Reader) {
  return present({
    databaseUrl: read.url('DATABASE_URL', ['postgres:', 'postgresql:']),
    temporalAddress: read.address('TEMPORAL_ADDRESS'),
    smtpUrl: read.url('SMTP_URL', ['smtp:', 'smtps:']),
    mailboxDir: read.text('MAILBOX_DIR'),
    deadmanUrl: read.url('ANJIAN_DEADMAN_URL', ['http:', 'https:']),
    clamavAddress: read.text('CLAMAV_ADDRESS'),
    baseMap: read.tiles('ANJIAN_BASE_MAP'),
    signingKeys: read.text('ANJIAN_SIGNING_KEYS'),
    trustedRoots: read.text('ANJIAN_TRUSTED_ROOTS'),
    tsaUrl: read.url('ANJIAN_TSA_URL', ['http:', 'https:']),
    oidc: readOidc(read),
  })
}

/** What the other variables name is our own. The made-up neighbours of a demo are on this machine. */
function readOutbound(read: Reader, source: Source, demo: boolean): Outbound {
  const listed = (read.text('ANJIAN_OUTBOUND_HOSTS') ?? (demo ? '127.0.0.1' : ''))
    .split(/[\s,]+/)
    .filter((one) => one !== '')
  for (const one of listed)
    if (!/^[^/@?#]+$/.test(one) || !URL.canParse(`any://${one}`))
      throw new EnvError(
        'ANJIAN_OUTBOUND_HOSTS',
        `must be hosts or host:port, separated by commas, not "${one}"`,
      )
  const named = (Object.keys(VARIABLES) as Variable[]).flatMap((name) =>
    hostIn(name === 'ANJIAN_OUTBOUND_HOSTS' ? '' : (source[name] ?? '')),
  )
  return { listed, own: [...new Set(named)], httpsOnly: !demo }
}

/** Of `scheme://…` or `host:port`. */
function hostIn(value: string): string[] {
  const url = /^[a-z+]+:\/\//.test(value)
    ? value
    : /^[^\s/:]+:\d+$/.test(value)
      ? `any://${value}`
      : ''
  if (!URL.canParse(url)) return []
  const { hostname } = new URL(url)
  return hostname === '' ? [] : [hostname]
}

function readOidc(read: Reader): Oidc | undefined {
  const issuer = read.url('OIDC_ISSUER', ['http:', 'https:'])
  if (issuer === undefined) return undefined
  const urls = {
    authorizationUrl: read.url('OIDC_AUTHORIZATION_URL', ['http:', 'https:']),
    tokenUrl: read.url('OIDC_TOKEN_URL', ['http:', 'https:']),
  }
  return {
    issuer,
    clientId: read.required('OIDC_CLIENT_ID'),
    clientSecret: read.required('OIDC_CLIENT_SECRET'),
    ...present(urls),
  }
}

function readMode(source: Source): Env['mode'] {
  const mode = source.ANJIAN_MODE || (source.NODE_ENV === 'production' ? 'production' : 'demo')
  if (mode !== 'demo' && mode !== 'production')
    throw new EnvError('ANJIAN_MODE', `must be "demo" or "production", not "${mode}"`)
  return mode
}

function refuseDemoOnly(source: Source, demo: boolean): void {
  if (demo) return
  if (source.ANJIAN_CLOCK_LAB === '1')
    throw new EnvError(
      'ANJIAN_CLOCK_LAB',
      'moves the clock of the law and is refused in production',
    )
  if (source.MAILBOX_DIR)
    throw new EnvError('MAILBOX_DIR', 'shows everybody’s mails and is refused in production')
}

function readSecret(value: string | undefined, dataDir: string, demo: boolean): string {
  if (value === undefined) return demoSecret(dataDir)
  if (value.length < 32) throw new EnvError('ANJIAN_SECRET', 'must be at least 32 characters long')
  // Whoever guesses it signs sessions of anybody.
  if (!demo && secretBits(value) < leastBits)
    throw new EnvError(
      'ANJIAN_SECRET',
      'can be guessed, its characters follow a pattern: make one with openssl rand -hex 32',
    )
  return value
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function present<T extends Record<string, unknown>>(all: T): Present<T> {
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined),
  ) as Present<T>
}
