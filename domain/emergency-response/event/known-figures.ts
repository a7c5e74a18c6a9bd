// With which numbers does a form about a running emergency begin?
import type { ActFields } from '../../model/act.ts'
import type { FieldBuilder } from '../../model/field.ts'
import { type FigureName, type Figures, figureFields, figureNames } from './figures.ts'

/** One of them. */
export const knownFigure = (name: FigureName): FieldBuilder =>
  figureFields[name].perCase(({ snapshot }) => {
    const known = (snapshot.context.figures as Figures | undefined)?.[name]
    return known === undefined ? {} : { value: String(known) }
  })

/** The same numbers as the first report; each form begins with what is known, and what is unknown stays empty. */
export const knownFigures: ActFields = Object.fromEntries(
  figureNames.map((name) => [name, knownFigure(name)]),
)
