// What does the database remember of official documents: numbers, frozen words, bytes, service?
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Audience } from '../../../domain/model/audience.ts'
import type { DocumentContent, DocumentState } from '../../../domain/model/document.ts'
import { bytea, moment } from '../columns.ts'

/** Gapless registers: one locked row per office, type word and year. */
export const documentNumbers = pgTable(
  'document_numbers',
  {
    office: text('office').notNull(),
    word: text('word').notNull(),
    year: smallint('year').notNull(),
    last: integer('last').notNull(),
  },
  (t) => [primaryKey({ columns: [t.office, t.word, t.year] })],
)

/** One row per version; what is printed and its number never change, a trigger refuses it. */
export const documents = pgTable(
  'documents',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id').notNull(),
    kind: text('kind').notNull(),
    version: smallint('version').notNull(),
    /** The act that makes it, and the number of its fact. */
    act: text('act').notNull(),
    seq: integer('seq').notNull(),
    title: text('title').notNull(),
    number: text('number'),
    /** Its place in the register; null where it takes no number of one. */
    office: text('office'),
    word: text('word'),
    year: smallint('year'),
    ordinal: integer('ordinal'),
    audience: text('audience').$type<Audience>().notNull(),
    content: jsonb('content').$type<DocumentContent>().notNull(),
    contentHash: text('content_hash').notNull(),
    code: text('code').notNull(),
    state: text('state').$type<DocumentState>().notNull(),
    at: moment('at').notNull(),
    sha256: text('sha256'),
    size: integer('size'),
    issuedAt: moment('issued_at'),
    endedAt: moment('ended_at'),
    replacedBy: text('replaced_by'),
  },
  (t) => [
    uniqueIndex('documents_code').on(t.code),
    uniqueIndex('documents_ordinal').on(t.office, t.word, t.year, t.ordinal),
    index('documents_case').on(t.caseId, t.seq),
  ],
)

/** Written once, when the document is made; never again. */
export const documentBytes = pgTable('document_bytes', {
  document: text('document').primaryKey(),
  bytes: bytea('bytes').notNull(),
})

/** Append-only: signatures that lie beside a document, over its bytes; the key in PEM. Written with the bytes. */
export const documentSignatures = pgTable('document_signatures', {
  document: text('document').primaryKey(),
  algorithm: text('algorithm').$type<'sm2'>().notNull(),
  signature: bytea('signature').notNull(),
  publicKey: text('public_key').notNull(),
})

/** Append-only: how a document reached whom it concerns; `served` false: he opened it without having agreed that this serves it. */
export const documentServices = pgTable(
  'document_services',
  {
    document: text('document').notNull(),
    seq: integer('seq').notNull(),
    method: text('method').notNull(),
    receiver: text('receiver').notNull(),
    served: boolean('served').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.document, t.seq] })],
)
