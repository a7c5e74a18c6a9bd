// Of which pieces is the shape of every answer made?
import * as v from 'valibot'
import type { Text } from '../../domain/language/words.ts'

/** A schema that yields exactly the type that a function of the domain answers with. */
export type Of<Type> = v.GenericSchema<unknown, Type>

export const string = v.string()
export const integer = v.pipe(v.number(), v.integer())
export const decimal = v.number()
export const flag = v.boolean()
export const moment = v.pipe(v.string(), v.isoTimestamp())
/** Present in every answer, and null where there is nothing to say. */
export const maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema)
export const list = <Schema extends v.GenericSchema>(schema: Schema) => v.array(schema)
export const bilingual = v.strictObject({ zh: string, en: string }) satisfies Of<Text>

/** For a type whose schema checks less than the compiler does; it must fit the schema all the same. */
export const typed =
  <Type>() =>
  <Schema extends v.GenericSchema>(
    schema: Type extends v.InferOutput<Schema> ? Schema : never,
  ): Of<Type> =>
    schema as unknown as Of<Type>

/** From 1, the gravest, to 4. */
export const levelShape = maybe(v.picklist([1, 2, 3, 4]))
export const pageShape = <Row extends v.GenericSchema>(row: Row) =>
  v.strictObject({ items: list(row), cursor: maybe(string), total: integer, revision: integer })
/** `revision`: how far the list is, for who has just acted and wants to find it there. */
export type PageOf<Row> = { items: Row[]; cursor: string | null; total: number; revision: number }
