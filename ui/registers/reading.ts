// How do the screens of registers read them, and what is read anew after a change?
import { type EntriesSought, registersApi } from '../client/registers.ts'
import { client } from '../reading/queries.ts'

export const everyEntry: EntriesSought = { q: '', standing: '', region: '', within: '' }

export const registerQueries = {
  all: () => ({ queryKey: ['registers'], queryFn: () => registersApi.all() }),
  one: (register: string) => ({
    queryKey: ['register', register],
    queryFn: () => registersApi.one(register),
  }),
  entry: (register: string, id: string) => ({
    queryKey: ['register', register, 'entry', id],
    queryFn: () => registersApi.entry(register, id),
    refetchOnMount: 'always' as const,
  }),
  waiting: (register: string) => ({
    queryKey: ['register', register, 'waiting'],
    queryFn: () => registersApi.waiting(register),
    refetchOnMount: 'always' as const,
  }),
}

/** Everything read of a register, after something has changed in it. */
export const readAnew = (register: string): Promise<void> =>
  client.invalidateQueries({ queryKey: ['register', register] })
