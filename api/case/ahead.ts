// What may come next in a case, in whose hands and when, what is done or noted beside it, and what may it go by?
import { Hono } from 'hono'
import { createCorrectionRoutes } from '../corrections/correctable.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { createAlikeRoutes } from './alike.ts'
import { createEntryChoiceRoutes } from './entry-choice.ts'
import { createFieldNoteRoutes } from './field-notes.ts'
import { createForecastRoutes } from './forecast.ts'
import { createItemRoutes } from './items.ts'
import { createLikeFineRoutes } from './like-fines.ts'
import { createNearestRoutes } from './nearest.ts'
import { createNextRoutes } from './next-handlers.ts'
import { createOtherCaseRoutes } from './other-cases.ts'

export const createAheadRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .route('/', createNextRoutes(deps))
    .route('/', createForecastRoutes(deps))
    .route('/', createItemRoutes(deps))
    .route('/', createEntryChoiceRoutes(deps))
    .route('/', createLikeFineRoutes(deps))
    .route('/', createNearestRoutes(deps))
    .route('/', createFieldNoteRoutes(deps))
    .route('/', createOtherCaseRoutes(deps))
    .route('/', createAlikeRoutes(deps))
    .route('/', createCorrectionRoutes(deps))
