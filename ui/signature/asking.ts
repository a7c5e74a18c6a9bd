// How is one's own signature asked of the server, replaced and withdrawn?
import type { SignatureVersion, SignatureView } from '../../contract/writing/signature.ts'
import type { SignatureWay } from '../../domain/signature/views.ts'
import { get, request } from '../client/client.ts'

export const signatureQuery = () => ({ queryKey: ['signature'], queryFn: () => get<SignatureView>('/api/signature'), staleTime: 60_000 })

/** `picture`: a PNG as base64. */
export const saveSignature = (picture: string, way: SignatureWay, key: string) =>
  request<SignatureVersion>('POST', '/api/signature', { picture, way }, { 'idempotency-key': key })

export const withdrawSignature = () => request<undefined>('DELETE', '/api/signature')
