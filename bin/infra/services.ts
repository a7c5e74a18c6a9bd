// Which services does a run need, and which of them does it start itself?
import { join } from 'node:path'
import type { Env } from '../env.ts'
import type { Children } from './children.ts'
import { startSmtp } from './mail/smtp.ts'
import { keptPort } from './ports.ts'
import { startPostgres } from './postgres/postgres.ts'
import { startTemporal } from './temporal/temporal.ts'

/** What the processes of the product are told about the services, as environment variables. */
export type ServiceVariables = {
  DATABASE_URL: string
  TEMPORAL_ADDRESS: string
  SMTP_URL: string
  MAILBOX_DIR?: string
}

/** Remembers what was started, to stop it in the reverse order. */
export type Started = (name: string, stop: () => Promise<void>) => void

/** Starts an embedded PostgreSQL, Temporal and SMTP server in the data folder, each only where the environment names none. */
export async function startServices(
  env: Env,
  children: Children,
  started: Started,
  log: (text: string) => void,
): Promise<ServiceVariables> {
  const folder = env.dataDir
  const DATABASE_URL =
    env.databaseUrl ??
    (await begun('PostgreSQL', startPostgres({ folder, children, log }), started)).url
  const temporal = () => startTemporal({ folder, children, namespace: env.temporalNamespace })
  const TEMPORAL_ADDRESS =
    env.temporalAddress ?? (await begun('Temporal', temporal(), started)).address
  if (env.smtpUrl !== undefined) return { DATABASE_URL, TEMPORAL_ADDRESS, SMTP_URL: env.smtpUrl }
  const mailbox = join(folder, 'mail')
  const smtp = await begun(
    'SMTP',
    startSmtp({ folder: mailbox, port: await keptPort(folder, 'smtp') }),
    started,
  )
  return { DATABASE_URL, TEMPORAL_ADDRESS, SMTP_URL: smtp.url, MAILBOX_DIR: mailbox }
}

async function begun<T extends { stop: () => Promise<void> }>(
  name: string,
  starting: Promise<T>,
  started: Started,
): Promise<T> {
  const service = await starting
  started(name, service.stop)
  return service
}
