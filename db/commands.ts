// Which commands have people and machines given, and what was answered?
import { eq } from 'drizzle-orm'
import type { Executor } from './client.ts'
import { commands } from './schema/cases.ts'

export type Command = typeof commands.$inferSelect
export type NewCommand = Omit<typeof commands.$inferInsert, 'answer'>

/** Stores a command once: the first one under an id stays, and is what comes back. */
export const keepCommand = async (db: Executor, command: NewCommand): Promise<Command> => {
  const [kept] = await db.insert(commands).values(command).onConflictDoNothing().returning()
  const known = kept ?? (await findCommand(db, command.id))
  if (!known) throw new Error('a command vanished between two statements')
  return known
}

export const findCommand = async (db: Executor, id: string): Promise<Command | null> => {
  const [found] = await db.select().from(commands).where(eq(commands.id, id))
  return found ?? null
}
