// How does a change within a prepared statement show? On trial no statement is kept: each is built when it is asked for.
export {
  databaseOn,
  noteConnection,
  placeholdersFor,
  valuesOfRows,
} from '../../db/statements.ts?as-it-is'

export const statement = (executor, _name, build) => build(executor).prepare(undefined)
