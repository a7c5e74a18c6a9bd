// In which shape does a person see his own signature and what it was before?
export const signatureWays = ['drawn', 'uploaded'] as const
export type SignatureWay = (typeof signatureWays)[number]
