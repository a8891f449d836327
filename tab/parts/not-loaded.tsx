import type { ApiRefusal } from '../api.ts'
import { Message } from './message.tsx'
import { RetryButton } from './retry-button.tsx'

/** A page whose matter could not be had from the server: what, why, and the one thing to do about it. */
export const NotLoaded = ({ what, refusal, onRetry }: { what: string; refusal: ApiRefusal; onRetry: () => void }) => (
  <Message title={what}>
    <p role="alert">{refusal.message}</p>
    <RetryButton refusal={refusal} onRetry={onRetry} primary />
  </Message>
)
