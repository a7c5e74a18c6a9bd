// What do the routes of the table of competences take and answer?
import * as v from 'valibot'
import { byTwo, decisionContract } from '../parts/by-two.ts'
import { dayInput, line, orNull } from '../parts/date-inputs.ts'
import { choiceShape } from '../parts/named.ts'
import { bilingual, flag, list, maybe, string } from '../parts/pieces.ts'
import type { ContractRoutes } from '../parts/routes.ts'

const level = v.picklist(['county', 'city'])
export type CompetenceChoice = v.InferOutput<typeof choiceShape>

/** What is competent for what, where and how long. */
const competence = {
  id: string,
  matter: string,
  words: bilingual,
  /** Null: the whole city. */
  region: maybe(string),
  place: bilingual,
  office: string,
  officeWords: bilingual,
  level: v.picklist(['county', 'city', 'province']),
  from: string,
  until: maybe(string),
}

const row = v.strictObject({
  ...competence,
  /** Counts today, and no later row takes its place. */
  inForce: flag,
  /** Of the change that it comes from; null: it has stood from the beginning. */
  order: maybe(string),
})
export type CompetenceRow = v.InferOutput<typeof row>

const proposal = v.strictObject({
  ...competence,
  ...byTwo,
})
export type CompetenceProposalView = v.InferOutput<typeof proposal>

const competences = v.strictObject({
  today: string,
  /** In force today or later, by matter; what is over stands in the history. */
  items: list(row),
  /** The newest first. */
  history: list(proposal),
  matters: list(choiceShape),
  offices: list(choiceShape),
  regions: list(choiceShape),
  mayPropose: flag,
})
export type CompetenceTableView = v.InferOutput<typeof competences>

export const competenceBody = v.strictObject({
  matter: line(80),
  region: orNull(line(12)),
  office: line(40),
  level,
  from: dayInput,
  until: orNull(dayInput),
  order: line(200),
  reason: line(1_000),
})

export const competenceContract = {
  'GET /api/competences': {
    status: 200,
    description: 'The table, with what was proposed and decided',
    answer: competences,
  },
  'POST /api/competences/proposals': {
    body: competenceBody,
    status: 201,
    description: 'Proposed',
    answer: proposal,
  },
  ...decisionContract('/api/competences', proposal),
} as const satisfies ContractRoutes
