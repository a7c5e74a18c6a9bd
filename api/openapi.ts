// What does the API say about itself to machines and to readers?
import { Hono } from 'hono'
import { html } from 'hono/html'
import { describeRoute, generateSpecs } from 'hono-openapi'
import type { OpenAPIV3_1 } from 'openapi-types'
import { errorCodes } from '../domain/language/errors.ts'
import type { ApiEnv } from './http/deps.ts'
import { responsesOf } from './responses.ts'

const problem = {
  type: 'object' as const,
  required: ['type', 'title', 'status', 'code', 'reasons', 'details', 'instance'],
  properties: {
    type: { type: 'string' as const },
    title: { $ref: '#/components/schemas/Text' },
    status: { type: 'integer' as const },
    code: { type: 'string' as const, enum: Object.keys(errorCodes) },
    reasons: { type: 'array' as const, items: { $ref: '#/components/schemas/Text' } },
    details: { type: 'object' as const },
    instance: { type: 'string' as const },
  },
}
const bilingual = {
  type: 'object' as const,
  required: ['zh', 'en'],
  properties: { zh: { type: 'string' as const }, en: { type: 'string' as const } },
}

const documentation = {
  openapi: '3.1.0',
  info: {
    title: '智慧安监 anjian',
    version: '1',
    description:
      'Refusals are application/problem+json with a closed `code`. Writes take an `Idempotency-Key`; acts take `If-Match`.',
  },
  security: [{ session: [] }, { token: [] }],
  components: {
    securitySchemes: {
      session: { type: 'apiKey' as const, in: 'cookie', name: 'anjian.session_token' },
      token: { type: 'http' as const, scheme: 'bearer' },
      visit: { type: 'apiKey' as const, in: 'cookie', name: 'anjian.own-matter' },
      platformSignature: { type: 'apiKey' as const, in: 'header', name: 'x-signature' },
    },
    schemas: { Problem: problem, Text: bilingual },
    responses: {
      Problem: {
        description: 'Refused',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  },
}

/** Describes all routes of `app`, this one included; built at the first question. */
export const createOpenApiRoutes = (app: () => Hono<ApiEnv>) => {
  let built: Promise<OpenAPIV3_1.Document> | undefined
  const document = () => {
    built ??= generateSpecs(app() as unknown as Hono, {
      documentation,
      excludeStaticFile: false,
      defaultValidationErrorResponse: false,
    }).then(complete)
    return built
  }
  return new Hono<ApiEnv>()
    .get(
      '/openapi.json',
      describeRoute({ tags: ['documentation'], summary: 'This document', security: [] }),
      async (c) => c.json(await document()),
    )
    .get(
      '/docs',
      describeRoute({ tags: ['documentation'], summary: 'The same for readers', security: [] }),
      async (c) => c.html(page(await document())),
    )
}

/** Every operation answers something, and may refuse. */
const complete = (document: OpenAPIV3_1.Document): OpenAPIV3_1.Document => {
  for (const { method, path, value } of operationsOf(document)) {
    value.responses = {
      ...responsesOf(`${method.toUpperCase()} ${path}`),
      default: { $ref: '#/components/responses/Problem' },
      ...value.responses,
    }
  }
  return document
}

type Operation = { method: string; path: string; value: OpenAPIV3_1.OperationObject }

const operationsOf = ({ paths }: OpenAPIV3_1.Document): Operation[] =>
  Object.entries(paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item ?? {}).flatMap(([method, value]) =>
      typeof value === 'object' && 'responses' in value
        ? [{ method, path, value: value as OpenAPIV3_1.OperationObject }]
        : [],
    ),
  )

const page = (document: OpenAPIV3_1.Document) => html`<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>${document.info.title}: API</title></head>
  <body>
    <main>
      <h1>${document.info.title}</h1>
      <p>${document.info.description ?? ''} <a href="/api/openapi.json">OpenAPI 3.1</a></p>
      ${operationsOf(document).map(
        ({ method, path, value }) => html`<section>
          <h2><code>${method.toUpperCase()} ${path}</code></h2>
          <p>${value.summary ?? ''}</p>
          ${value.parameters ? html`<p>Parameters: ${value.parameters.map((one) => ('name' in one ? one.name : '')).join(', ')}</p>` : ''}
          ${value.requestBody ? html`<pre>${JSON.stringify(value.requestBody, null, 1)}</pre>` : ''}
        </section>`,
      )}
    </main>
  </body>
</html>`
