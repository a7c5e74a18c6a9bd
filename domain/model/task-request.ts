// What may somebody have been asked at a task of another?

/** 加签, 委派: whose signature or work a notice speaks of; who is asked no more is not told any more. */
export type TaskRequest = { task: string; signer?: number; delegate?: string }
