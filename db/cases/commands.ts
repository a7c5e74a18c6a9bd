// Which commands have people and machines given, and what was answered?
import { eq, sql } from 'drizzle-orm'
import type { Executor } from '../client.ts'
import { commands } from '../schema/cases/cases.ts'
import { placeholdersFor, statement } from '../statements.ts'

export type Command = typeof commands.$inferSelect
export type NewCommand = Omit<typeof commands.$inferInsert, 'answer'>

const columns = [
  'id',
  'caseId',
  'actor',
  'type',
  'taskId',
  'body',
  'ifMatch',
  'bodyHash',
  'occurredAt',
  'recordedAt',
] as const
const placeholders: NewCommand = placeholdersFor(columns)

/** Null: one is stored under that id already; whoever stores it just now is waited for. */
export const insertCommand = async (db: Executor, command: NewCommand): Promise<Command | null> => {
  const [inserted] = await statement(db, 'command_insert', (on) =>
    on.insert(commands).values(placeholders).onConflictDoNothing().returning(),
  ).execute({
    taskId: null,
    ifMatch: null,
    ...command,
  })
  return inserted ?? null
}

/** Stores a command once: the first one under an id stays, and is what comes back. */
export const keepCommand = async (db: Executor, command: NewCommand): Promise<Command> => {
  const known = (await insertCommand(db, command)) ?? (await findCommand(db, command.id))
  if (!known) throw new Error('a command vanished between two statements')
  return known
}

export const findCommand = async (
  db: Pick<Executor, 'select'>,
  id: string,
): Promise<Command | null> => {
  const [found] = await statement(db, 'command_find', (on) =>
    on
      .select()
      .from(commands)
      .where(eq(commands.id, sql.placeholder('id'))),
  ).execute({ id })
  return found ?? null
}
